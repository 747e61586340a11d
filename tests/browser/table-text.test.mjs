import assert from "node:assert/strict";
import { test } from "node:test";
import { chinese } from "../../www/messages/zh-cn.js";
import "./with-engine.mjs";

const { matchColumns, ownTable, placeRows } = await import("../../www/table-columns.js");
const { decodeText, pastedSeparator, readCells, separatorOf, toAnswer, writeCells } = await import(
  "../../www/table-text.js"
);

/** @import { InputDescription, InputType, TableDescription } from "../../dist/npm/index.js" */

/**
 * @param {string} id
 * @param {string} label
 * @param {InputType} type
 * @returns {InputDescription}
 */
const column = (id, label, type) => ({ id, label, type, optional: false });

const onPost = column("onPost", "是否在岗", "boolean");
const level = {
  ...column("level", "等级", "choice"),
  choices: [
    { id: "junior", label: "初级" },
    { id: "senior", label: "高级" },
  ],
};
/** @type {TableDescription} */
const table = {
  id: "certificates",
  label: "证书",
  columns: [column("employee", "职工姓名", "text"), level, onPost, column("amount", "金额", "money")],
  values: [],
  reasons: [],
  maxRows: 10,
};

test("cells are read as spreadsheets copy them", () => {
  assert.deepEqual(readCells("a\tb\r\nc\td\r\n"), [
    ["a", "b"],
    ["c", "d"],
  ]);
  assert.deepEqual(readCells('"two\nlines"\t"says ""no"""\n\tlast'), [
    ["two\nlines", 'says "no"'],
    ["", "last"],
  ]);
  assert.deepEqual(readCells('12" pipe\t"open\nnext\t'), [
    ['12" pipe', '"open'],
    ["next", ""],
  ]);
  assert.deepEqual(readCells('\ufeffa,"12,300.00"\n', ","), [["a", "12,300.00"]]);
  assert.deepEqual(readCells("a\n\nb\n\n\n"), [["a"], [""], ["b"]]);
});

test("a file's separator and encoding are found out", () => {
  assert.equal(separatorOf("a,b\tc\n"), "\t");
  assert.equal(separatorOf("a,b\nc\td"), ",");
  assert.equal(separatorOf("名单\na;b;c,d\n"), ";", "a title may stand above");
  assert.equal(pastedSeparator("12,300.00\n5,000"), "\t", "a comma in a figure separates nothing");
  assert.equal(pastedSeparator("a,b\n1,2"), ",");
  const utf8 = new TextEncoder().encode("职工");
  const gb18030 = new Uint8Array([0xd6, 0xb0, 0xb9, 0xa4]);
  const utf16 = new Uint8Array([0xff, 0xfe, 0x4c, 0x80, 0xe5, 0x5d]);
  const bigEndian = new Uint8Array([0xfe, 0xff, 0x80, 0x4c, 0x5d, 0xe5]);
  for (const { buffer } of [utf8, gb18030, utf16, bigEndian]) {
    assert.equal(decodeText(/** @type {ArrayBuffer} */ (buffer)).replace("\ufeff", ""), "职工");
  }
});

/**
 * What becomes of pasted text: the rows, where the names stood, and what is certain.
 * @param {string} text
 * @param {string} [from]
 */
function received(text, from) {
  const own = ownTable(table, readCells(text), chinese);
  const match = matchColumns(table, own, chinese, from);
  return {
    ...match,
    heading: own.heading,
    leftOut: own.leftOut,
    rows: placeRows(table, own.rows, match.columns, chinese),
  };
}

test("without names, cells pasted into a cell are placed to the right", () => {
  const { rows, certain, heading } = received("高级\t√\t500\tmore\n初级\t无", "level");
  assert.deepEqual(rows, [
    { level: "senior", onPost: "true", amount: "500" },
    { level: "junior", onPost: "false", amount: "" },
  ]);
  assert.deepEqual({ certain, heading }, { certain: true, heading: -1 });
  const gaps = received("500\n\n700\n合计", "amount");
  assert.deepEqual(
    gaps.rows,
    [{ amount: "500" }, { amount: "" }, { amount: "700" }],
    "what lies beside stays beside it",
  );
  assert.equal(gaps.leftOut, 1);
});

test("a first row of names places the columns, in any order and with what people add to names", () => {
  const { rows, certain } = received("金额（元）\t*职工 姓名\tonPost\t等级\n500\t李明\tY\t初级", "level");
  assert.deepEqual(rows, [{ amount: "500", employee: "李明", onPost: "true", level: "junior" }]);
  assert.equal(certain, true);
  assert.equal(received("李明\t高级\t是\t金额", "employee").heading, -1, "a row of values is none of names");
});

test("what only brackets tell apart is not confused", () => {
  const grade = { ...level, choices: ["甲（一）", "甲（二）"].map((label, index) => ({ id: `grade${index}`, label })) };
  assert.equal(toAnswer(grade, "甲(二)", chinese), "grade1");
  assert.equal(toAnswer(grade, "甲", chinese), "甲");
});

test("yes, no and choices are understood; anything else stays as it is", () => {
  for (const yes of ["是", "有", "√", "Y", "ｙｅｓ", "TRUE", "1"]) assert.equal(toAnswer(onPost, yes, chinese), "true");
  for (const no of ["否", "无", "×", "N", "No", "false", "0"]) assert.equal(toAnswer(onPost, no, chinese), "false");
  assert.equal(toAnswer(onPost, " 待定 ", chinese), "待定");
  assert.equal(toAnswer(level, "senior", chinese), "senior");
  assert.equal(toAnswer(level, " 高 级 ", chinese), "senior");
  assert.equal(toAnswer(level, "特级", chinese), "特级");
});

test("cells are written so that no spreadsheet runs what somebody typed, and are read again as they were", () => {
  const typed = ["=1+1", "+86 21", "@SUM(A1)", "-5", "-", "-1+cmd", "＝A1", 'a "b"', "two\nlines", "a,b", "'x"];
  const written = writeCells([typed], ",");
  for (const cell of readCells(written, ",")[0] ?? []) assert.doesNotMatch(cell, /^[=+@＝]|^-1\+/);
  assert.match(written, /'=1\+1,'\+86 21,'@SUM\(A1\),-5,-,/, "a negative figure is none");
  const [employee = onPost] = table.columns;
  assert.deepEqual(
    readCells(written, ",")[0]?.map((cell) => toAnswer(employee, cell, chinese)),
    typed,
  );
});

test("a day without its year has the year that all days of its column have, or none", () => {
  const day = { ...column("day", "日期", "date"), min: "2022-01-01", max: "2022-12-31" };
  for (const text of ["0502", "5-2", "5/2", "5月2日", "０５０２"])
    assert.equal(toAnswer(day, text, chinese), "2022-05-02");
  for (const text of ["0231", "13-1", "52", "20220502"]) assert.equal(toAnswer(day, text, chinese), text);
  assert.equal(toAnswer({ ...day, max: "2023-12-31" }, "0502", chinese), "0502");
});
