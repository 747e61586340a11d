import assert from "node:assert/strict";
import { test } from "node:test";
import { describe, situation } from "../../dist/npm/index.js";
import "./with-engine.mjs";

const { cellReader } = await import("../../www/table/cell-reader.js");
const { matchColumns, ownTable, placeRows } = await import("../../www/table/columns.js");
const { readCells, separatorOf } = await import("../../www/table/table-text.js");

/** @import { Locale } from "../../dist/npm/index.js" */

/**
 * What becomes of somebody's table: which of its columns go where, by their names, and whether there is anything to ask.
 * @param {string} policy
 * @param {string} text
 * @param {{ from?: string, locale?: Locale }} [options]
 */
function received(policy, text, { from, locale } = {}) {
  const table = describe(policy, { locale }).tables[0];
  assert.ok(table);
  const cells = readCells(text, separatorOf(text));
  const read = cellReader(policy, table, cells);
  const own = ownTable(table, cells, read);
  const match = matchColumns(table, own, read, from);
  const names = Object.entries(match.columns).map(([id, index]) => [id, own.headings[index]?.name || index]);
  return {
    ...own,
    ...match,
    names: Object.fromEntries(names),
    placed: placeRows(table, own, match.columns),
  };
}

/**
 * What the policy understands of rows.
 * @param {string} policy
 * @param {Record<string, string | undefined>[]} rows
 */
function understood(policy, rows) {
  const table = describe(policy).tables[0]?.id ?? "";
  return /** @type {Record<string, unknown>[]} */ (situation(policy, { [table]: rows }).inputs[table]);
}

const OVERTIME = "national-overtime-pay";
const TRAINING = "shanghai-2022-online-training";
const HIRES = "shanghai-2021-work-training";
const SKILLS = "changzhou-2020-skills-training";

test("however many other columns there are, names are recognised as names", () => {
  const text = "工号,姓名,部门,日期,时数,是否已安排补休,事由\n001,张三,生产部,2026/11/27,2,,赶工\n";
  const { placed, certain, heading } = received(OVERTIME, text);
  assert.deepEqual(placed, [{ date: "2026/11/27", hours: "2", timeOffGiven: "" }]);
  assert.deepEqual({ certain, heading }, { certain: true, heading: 0 });
});

test("columns go by other names, too", () => {
  const head = "序号\t姓名\t身份证号\t项目名称\t开始时间\t结束时间\t课时\t导入时间";
  const { names, certain } = received(TRAINING, `${head}\n1\t王芳\t310\t电商\t2022-07-01\t2022-07-05\t24\t2022-07-08`);
  assert.deepEqual(names, {
    employee: "姓名",
    project: "项目名称",
    startedOn: "开始时间",
    endedOn: "结束时间",
    classHours: "课时",
    importedOn: "导入时间",
  });
  assert.equal(certain, true);
  const english = received(OVERTIME, "日期,时数,是否已安排补休\n2026/11/28,2,否", { locale: "en" });
  assert.deepEqual(english.names, { date: "日期", hours: "时数", timeOffGiven: "是否已安排补休" });
  const semicolons = received(OVERTIME, "Name;Date;Hours;Time off given in return\nA;2026/11/28;2;no");
  assert.deepEqual(semicolons.names, { date: "Date", hours: "Hours", timeOffGiven: "Time off given in return" });
});

test("in another language, choices are understood, too", () => {
  const text = "职工,人员类别,本市户籍,录用日期,参保月数\n李明,登记失业人员,是,2021-03-05,6";
  const { placed } = received(HIRES, text, { locale: "en" });
  assert.deepEqual(understood(HIRES, placed)[0]?.category, "registeredUnemployed");
});

test("a name that is like another, or only its contents, is a guess", () => {
  const { names, certain } = received(
    HIRES,
    "序号\t姓名\t身份\t户籍是否本市\t入职时间\t缴费月份数\n1\t李明\t登记失业人员\t是\t2021-03-05\t6\n2\t王芳\t其他\t否\t2021-04-01\t7",
  );
  assert.deepEqual(names, {
    employee: "姓名",
    category: "身份",
    localHukou: "户籍是否本市",
    hiredOn: "入职时间",
    insuredMonths: "缴费月份数",
  });
  assert.equal(certain, false);
});

test("what contents cannot be is not guessed: row numbers, numbers of persons, other days", () => {
  const { names } = received(
    HIRES,
    "序号\t职工\t证件\t出生日期\t签约日期\n1\t李明\t310101200101011234\t2001-01-01\t2021-03-05\n2\t王芳\t310101200101011235\t2001-01-02\t2021-04-01",
  );
  assert.deepEqual(names, { employee: "职工" });
});

test("names stand below titles, and in two rows", () => {
  const { names, rows, leftOut, heading } = received(
    TRAINING,
    "2022年线上培训名单\t\t\t\t\t\n单位：甲公司\t\t\t制表日期：2022年9月1日\t\t\n姓名\t课程\t培训时间\t\t学时\t上传时间\n\t\t开始\t结束\t\t\n王芳\t电商\t2022-07-01\t2022-07-05\t24\t2022-07-08\n合 计\t\t\t\t24\t\n制表人：李四\t\t审核：王五\t\t\t",
  );
  assert.deepEqual(names, {
    employee: "姓名",
    project: "课程",
    startedOn: "培训时间 开始",
    endedOn: "培训时间 结束",
    classHours: "学时",
    importedOn: "上传时间",
  });
  assert.deepEqual({ heading, leftOut, rows: rows.length }, { heading: 2, leftOut: 2, rows: 1 });
});

test("of two columns with one name, neither is taken, unless they say the same or one says nothing", () => {
  const twice = (/** @type {string} */ other) =>
    received(OVERTIME, `姓名,日期,日期,时数\n张三,2026-11-27,${other},2\n李四,2026-11-28,${other && "2026-11-28"},2`);
  assert.deepEqual([twice("2026-12-01").unclear, twice("2026-12-01").certain], [["date"], false]);
  assert.deepEqual(twice("2026-11-27").columns, { date: 1, hours: 3 });
  assert.deepEqual(twice("").columns, { date: 1, hours: 3 });
});

test("plain names never go by their places, even where none is known", () => {
  const { heading, columns, placed, certain } = received(TRAINING, "甲\t乙\t丙\t丁\n王芳\t电商\t24\t2022-07-01", {
    from: "employee",
  });
  assert.equal(heading, 0);
  assert.equal(placed.length, 1);
  assert.equal(columns.employee, undefined);
  assert.equal(certain, false);
});

test("without names, columns go by their places or their contents, and from a file only when its reader agrees", () => {
  const inPlace =
    "王芳\t电商\t24\t2022-07-01\t2022-07-05\t2022-07-08\n李明\t直播\t24\t2022-07-01\t2022-07-05\t2022-07-08";
  assert.deepEqual(received(TRAINING, inPlace).columns, {
    employee: 0,
    project: 1,
    classHours: 2,
    startedOn: 3,
    endedOn: 4,
    importedOn: 5,
  });
  assert.equal(received(TRAINING, inPlace).certain, false);
  assert.equal(received(TRAINING, inPlace, { from: "employee" }).certain, true);

  const shifted = "001\t张三\t生产部\t2026/11/27\t2\t否\n002\t李四\t生产部\t2026/11/28\t3\t是";
  const { columns, certain } = received(OVERTIME, shifted, { from: "date" });
  assert.deepEqual(columns, { date: 3, hours: 4, timeOffGiven: 5 });
  assert.equal(certain, false);
});

test("a column that is missing is missed only where it is needed", () => {
  assert.equal(received(OVERTIME, "姓名,日期,时数\n张三,2026-11-27,2").certain, true, "time off is not always asked");
  assert.equal(received(OVERTIME, "姓名,日期\n张三,2026-11-27").certain, false);
  assert.equal(received(SKILLS, "职工\n张三").certain, true, "there is nothing to choose from");
});

test("beside rows that are there, what is pasted stays beside them", () => {
  const text = "登记失业人员\t√\t2021-03-05\t6\n其他\t无";
  const { placed, certain, heading } = received(HIRES, text, { from: "category" });
  assert.deepEqual(understood(HIRES, placed), [
    { category: "registeredUnemployed", localHukou: true, hiredOn: "2021-03-05", insuredMonths: "6" },
    { category: "other", localHukou: false },
  ]);
  assert.deepEqual({ certain, heading }, { certain: true, heading: -1 });
  const gaps = received(HIRES, "6\n\n7\n合计", { from: "insuredMonths" });
  assert.deepEqual(gaps.placed, [{ insuredMonths: "6" }, { insuredMonths: "" }, { insuredMonths: "7" }]);
  assert.equal(gaps.leftOut, 1);
});

test("a row of values is none of names", () => {
  assert.equal(received(HIRES, "李明\t登记失业人员\t是\t录用日期", { from: "employee" }).heading, -1);
});

test("a figure is in the unit that stands over it; where that is not understood, the column is not taken", () => {
  const placed = (/** @type {string} */ heading, /** @type {string} */ cell) => {
    const { placed, certain } = received(SKILLS, `${heading}\t*职工 姓名\t在岗职工\n${cell}\t李明\tY`);
    return [understood(SKILLS, placed)[0]?.catalogueAmount, certain];
  };
  for (const heading of ["目录标准", "目录标准（元）", "目录标准 (单位：元)", "补贴标准/元", "*目录标准（必填）"])
    assert.deepEqual(placed(heading, "1,800"), ["1800", true], heading);
  for (const heading of ["目录标准（万元）", "目录标准【万元】", "补贴标准/万元", "目录标准（单位:万元）"]) {
    assert.deepEqual(placed(heading, "0.18"), ["1800", true], heading);
    assert.deepEqual(placed(heading, "1800元"), ["1800", true], `${heading}: a cell that names its unit has it`);
  }
  for (const heading of ["目录标准（美元）", "目录标准（税前）", "目录标准（人）"])
    assert.deepEqual(placed(heading, "1800"), [undefined, false], heading);
  const hours = received(OVERTIME, "日期\t时数（分钟）\t补休\n2026-11-27\t120\t否");
  assert.deepEqual([hours.names.hours, hours.certain], [undefined, false]);
});
