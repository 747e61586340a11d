// Tables as people keep them, into the page and out of it again.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Form, gone, openSite, shows } from "./support.mjs";

/** @import { Locator, Page } from "playwright-core" */
/** @import { Locale } from "../../dist/npm/index.js" */

const OVERTIME = "national-overtime-pay";
const TRAINING = "shanghai-2022-online-training";
const WIDTHS = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

const site = await openSite();

/**
 * A policy with one table, opened.
 * @param {string} policy
 * @param {{ width?: keyof typeof WIDTHS, locale?: Locale, userAgent?: string }} [options]
 */
async function openTable(policy, { width = "desktop", locale = "zh-CN", userAgent } = {}) {
  const { page, errors } = await site.open(
    {
      viewport: WIDTHS[width],
      locale,
      userAgent,
      permissions: ["clipboard-read", "clipboard-write"],
      acceptDownloads: true,
    },
    `#/${policy}`,
  );
  const form = new Form(page, policy, locale);
  if (locale === "en") await page.getByRole("button", { name: "English" }).click();
  const table = page.locator("wengang-table-question");
  await table.waitFor();
  const texts = form.messages.table;
  return {
    page,
    errors,
    form,
    table,
    texts,
    rows: table.locator("[data-row]"),
    columns: table.locator("wengang-table-columns"),
    /** @type {(column: string, position: number) => Locator} */
    cell: (column, position) =>
      table.locator(`tr[data-row] >> nth=${position - 1}`).locator(`[data-field="${column}"]`),
    button: (/** @type {string} */ name) => table.getByRole("button", { name, exact: true }),
    /** @param {string} text */
    async pasteBelow(text) {
      await table.locator("button.paste").click();
      await table.locator("textarea").fill(text);
      await table.locator("wengang-table-paste .main").click();
    },
    /** @param {string | Buffer} content */
    async openFile(content) {
      if ((await table.locator("wengang-table-paste").count()) === 0) await table.locator("button.paste").click();
      const file = { name: "own.csv", mimeType: "text/csv", buffer: Buffer.from(content) };
      await table.locator("input[type=file]").setInputFiles(file);
    },
  };
}

/**
 * Pastes where the keyboard is.
 * @param {Page} page
 * @param {string} text
 */
async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("Control+v");
}

/** @param {Page} page */
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

const OWN =
  "工号,姓名,部门,日期,时数,是否已安排补休,事由\n001,张三,生产部,2026/11/27,2,,赶工\n002,李四,生产部,2026/11/28,3,否,\n合计,,,,5,,\n";

for (const width of /** @type {const} */ (["desktop", "phone"])) {
  for (const locale of /** @type {const} */ (["zh-CN", "en"])) {
    test(`a file whose names are known fills the table at once: ${width}, ${locale}`, async () => {
      const { page, errors, form, table, texts, rows, columns, openFile, button } = await openTable(OVERTIME, {
        width,
        locale,
      });
      await form.fill({ monthlyWage: "3480" });
      await openFile(OWN);
      await shows(table, texts.filledIn(2, ["工号", "姓名", "部门", "事由"], [], 1));
      assert.equal(await rows.count(), 2);
      assert.equal(await columns.count(), 0);
      await shows(form.verdict, "180.00");
      await button(texts.undo).click();
      await shows(form.verdict, form.messages.result.stillMissing(1));
      await button(texts.redo).click();
      await shows(form.verdict, "180.00");
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), WIDTHS[width].width);
      assert.deepEqual(errors, []);
      await page.close();
    });
  }
}

test("files are read in every encoding that spreadsheets save, below a title", async () => {
  const text = `加班登记表,,,,,,\n${OWN}`;
  const utf16 = Buffer.from(`\ufeff${text.replace(/,/g, "\t")}`, "utf16le");
  for (const content of [text, `\ufeff${text}`, text.replace(/,/g, ";"), utf16, Buffer.from(utf16).swap16()]) {
    const { page, table, texts, openFile } = await openTable(OVERTIME);
    await openFile(content);
    await shows(table, texts.filledIn(2, ["工号", "姓名", "部门", "事由"], [], 1));
    await page.close();
  }
});

for (const width of /** @type {const} */ (["desktop", "phone"])) {
  test(`where names are not certain, its reader says which columns are meant, once: ${width}`, async () => {
    const { page, errors, table, texts, rows, columns, button, pasteBelow } = await openTable(TRAINING, { width });
    const own = (/** @type {string} */ label) => columns.getByLabel(label);
    const head = "序号\t姓名\t项目名称\t培训开始\t完毕日\t课时\t登记日";
    const line = "1\t王芳\t电商运营\t2022-07-01\t2022-07-05\t24\t2022-07-08";
    await pasteBelow(`${head}\n${line}`);
    await columns.waitFor();
    assert.ok(await columns.getByRole("heading").evaluate((heading) => heading.matches(":focus")));
    assert.equal(await table.locator("textarea").isVisible(), false);
    assert.equal(await own("职工").locator("option:checked").textContent(), "姓名");
    assert.equal(await own("开始日期").locator("option:checked").textContent(), "培训开始");
    await shows(columns, "王芳");
    await own("结束日期").selectOption("完毕日");
    await own("学员信息导入日期").selectOption("没有这一列");
    await shows(columns, texts.lacking);
    await shows(columns, texts.unused(["序号", "登记日"]));
    await own("学员信息导入日期").selectOption("登记日");
    await columns.getByRole("button", { name: texts.fillIn(1) }).click();
    await shows(table, texts.filledIn(1, ["序号"]));
    assert.equal(await rows.count(), 1);

    await pasteBelow(`${head}\n${line.replace("王芳", "李明")}`);
    await shows(table, texts.filledIn(1, ["序号"]));
    assert.equal(await rows.count(), 2, "the same names are not asked about again");

    await button(texts.checkColumns).click();
    await own("职工").selectOption("项目名称");
    await columns.getByRole("button", { name: texts.fillIn(1) }).click();
    await gone(columns);
    assert.equal(await rows.count(), 2, "what was filled in under other columns is taken back");
    await button(texts.undo).click();
    assert.equal(await rows.count(), 1);
    assert.deepEqual(errors, []);
    await page.close();
  });
}

test("of two columns with one name, its reader chooses; nothing is filled in before", async () => {
  const { page, texts, rows, columns, cell, openFile } = await openTable(OVERTIME);
  await openFile("姓名,日期,日期,时数\n张三,2026-11-27,2026-12-01,2\n李四,2026-11-28,2026-12-01,3\n");
  await shows(columns, texts.severalColumns);
  await columns.getByRole("button", { name: texts.fillIn(2) }).click();
  const day = columns.getByLabel("日期", { exact: true });
  assert.equal(await day.getAttribute("aria-invalid"), "true");
  assert.ok(await day.evaluate((element) => element.matches(":focus")));
  assert.equal(await rows.count(), 1);
  await day.selectOption(`日期 (${texts.column(2)})`);
  await columns.getByRole("button", { name: texts.fillIn(2) }).click();
  await gone(columns);
  assert.equal(await cell("date", 2).inputValue(), "2026-11-28");
  await page.close();
});

test("what is pasted into a cell without names and does not fit there is asked about; cancelling changes nothing", async () => {
  const { page, texts, rows, columns, cell, button } = await openTable(OVERTIME);
  const shifted = "001\t张三\t2026/11/27\t2\t否\n002\t李四\t2026/11/28\t3\t是";
  await cell("date", 1).focus();
  await paste(page, shifted);
  await columns.waitFor();
  assert.equal(await columns.getByLabel(texts.namesIn).locator("option:checked").textContent(), texts.noNames);
  await columns.getByRole("button", { name: texts.cancel }).click();
  await gone(columns);
  assert.ok(await cell("date", 1).evaluate((element) => element.matches(":focus")));
  assert.equal(await cell("date", 1).inputValue(), "");
  await paste(page, shifted);
  await columns.getByRole("button", { name: texts.fillIn(2) }).click();
  await gone(columns);
  assert.equal(await cell("date", 2).inputValue(), "2026-11-28");
  assert.equal(await cell("timeOffGiven", 2).inputValue(), "true");
  await button(texts.undo).click();
  assert.equal(await rows.count(), 1);
  await page.close();
});

test("a row that was taken for names is data when its reader says so", async () => {
  const { page, texts, columns, rows, openFile } = await openTable(TRAINING);
  await openFile("甲,乙,丙\n王芳,电商,24\n");
  const names = columns.getByLabel(texts.namesIn);
  assert.match((await names.locator("option:checked").textContent()) ?? "", /甲 · 乙 · 丙/);
  await names.selectOption(texts.noNames);
  await columns.getByRole("button", { name: texts.fillIn(2) }).click();
  await gone(columns);
  assert.equal(await rows.count(), 2);
  await page.close();
});

test("the table is copied and downloaded with what became of each row, and read again", async () => {
  const { page, form, table, texts, rows, cell, button, openFile } = await openTable(TRAINING);
  const csv =
    "职工,培训项目,课时数,开始日期,结束日期,导入日期\n=1+1,电商,24,2022-07-01,2022-07-05,2022-07-08\n李明,直播,8,2022-07-01,2022-07-05,2022-07-08\n王芳,直播,很多,2022-07-01,2022-07-05,2022-07-08\n";
  await openFile(csv);
  await shows(rows.first(), "600.00");
  await button(texts.copyTable).click();
  await shows(table.getByRole("status"), texts.copied);
  const lines = (await clipboard(page)).trimEnd().split("\r\n");
  const row = (/** @type {number} */ index) => lines[index]?.split("\t") ?? [];
  assert.deepEqual(row(0).slice(-3), [texts.verdict, texts.reasons, texts.amount]);
  assert.deepEqual(row(1), [
    "'=1+1",
    "电商",
    "24",
    "2022-07-01",
    "2022-07-05",
    "2022-07-08",
    texts.accepted,
    "",
    "600.00",
  ]);
  assert.deepEqual(row(2).slice(-3), [texts.rejected, "课时不足24课时", "0.00"]);
  assert.deepEqual([row(3)[2], row(3)[6]], ["很多", texts.invalid]);
  assert.match(row(3)[7] ?? "", /很多/);

  const [file] = await Promise.all([page.waitForEvent("download"), button(texts.downloadTable).click()]);
  const content = readFileSync(await file.path());
  assert.deepEqual([...content.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  assert.match(file.suggestedFilename(), /\.csv$/);
  await openFile(content);
  await shows(table, texts.filledIn(3, [texts.verdict, texts.reasons, texts.amount]));
  assert.equal(await cell("employee", 4).inputValue(), "=1+1");
  await shows(form.page.locator("wengang-row-results"), texts.tally(1, 3, 0));
  await page.close();
});

test("an empty table is a file to fill in; what comes back needs no questions", async () => {
  const { page, table, texts, button, openFile } = await openTable(TRAINING);
  const [file] = await Promise.all([page.waitForEvent("download"), button(texts.template).click()]);
  const head = readFileSync(await file.path(), "utf8").trimEnd();
  assert.equal(head, "\ufeff职工,培训项目,课时数,开始日期,结束日期,学员信息导入日期");
  await openFile(`${head}\r\n王芳,电商,24,2022-07-01,2022-07-05,2022-07-08\r\n`);
  await shows(table, texts.filledIn(1, []));
  await page.close();
});

test("in WeChat, which saves no files, the table is copied", async () => {
  const { page, texts, button, openFile } = await openTable(OVERTIME, {
    userAgent: "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/111 Mobile MicroMessenger/8.0.40",
  });
  assert.equal(await button(texts.template).count(), 0);
  await openFile(OWN);
  await button(texts.copyTable).waitFor();
  assert.equal(await button(texts.downloadTable).count(), 0);
  await page.close();
});

test("the result says how many rows count, and lists only those that do not", async () => {
  const { page, form, openFile } = await openTable(TRAINING);
  const line = (/** @type {number} */ index) =>
    `王${index},电商,${index % 10 === 0 ? 8 : 24},2022-07-01,2022-07-05,2022-07-08`;
  await openFile(
    `姓名,项目,课时,开始日期,结束日期,导入日期\n${Array.from({ length: 30 }, (_, index) => line(index)).join("\n")}`,
  );
  const results = page.locator("wengang-row-results");
  await shows(results, form.messages.table.tally(27, 3, 0));
  const listed = await results.getByRole("listitem").allTextContents();
  assert.deepEqual(
    listed.map((text) => text.replace(/\s+/g, " ").trim()),
    [1, 11, 21].map((position) => `${form.messages.table.row(position)} 课时不足24课时`),
  );
  await page.close();
});

test("on a phone, thirty rows are thirty lines; one is opened, and those with problems are found", async () => {
  const { page, errors, table, texts, rows, button, openFile } = await openTable(TRAINING, { width: "phone" });
  const line = (/** @type {number} */ index) =>
    `王${index},电商运营,${index % 10 === 0 ? 8 : 24},2022-07-01,2022-07-05,2022-07-08`;
  await openFile(
    `姓名,项目,课时,开始日期,结束日期,导入日期\n${Array.from({ length: 30 }, (_, index) => line(index)).join("\n")}`,
  );
  await shows(rows.nth(1), "王1·电商运营·24课时");
  await shows(rows.nth(1), "600元");
  const height = (await table.locator("wengang-table-cards").boundingBox())?.height ?? Infinity;
  assert.ok(height < 30 * 64, `${height} px`);

  await button(texts.onlyProblems).click();
  await shows(table, texts.filtered(3, 30));
  assert.equal(await rows.count(), 3);
  assert.ok(await table.getByRole("group", { name: texts.row(11), exact: true }).isVisible());
  const eleventh = table.getByRole("group", { name: texts.row(11), exact: true });
  await eleventh.getByRole("button").click();
  await eleventh.locator('[data-field="classHours"] input').fill("24");
  await shows(table, texts.filtered(2, 30));
  assert.equal(await rows.count(), 3, "a row that is mended does not vanish under one's fingers");
  await button(texts.allRows).click();
  assert.equal(await rows.count(), 30);

  await table
    .getByRole("group", { name: texts.row(12), exact: true })
    .getByRole("button")
    .click();
  assert.equal(await eleventh.locator(".line").count(), 1, "one row is open at a time");
  const twelfth = await table.getByRole("group", { name: texts.row(12), exact: true }).boundingBox();
  assert.ok(twelfth && twelfth.y >= 0 && twelfth.y < WIDTHS.phone.height, "what was pressed is in sight");
  assert.deepEqual(errors, []);
  await page.close();
});

test("only rows with problems are shown; adding one shows all again", async () => {
  const { page, texts, rows, cell, button } = await openTable(OVERTIME);
  await cell("date", 1).focus();
  await paste(page, "2026-11-27\t1\n2026-11-27\tx\n2026-11-27\t3\n2026-11-27\ty");
  await button(texts.onlyProblems).click();
  assert.equal(await rows.count(), 2);
  assert.equal(
    await rows
      .first()
      .getByRole("rowheader")
      .textContent()
      .then((text) => text?.trim()),
    `2${texts.row(2)}`,
  );
  assert.equal(await cell("hours", 2).inputValue(), "y");
  await button(texts.addRow).click();
  assert.equal(await rows.count(), 5);
  await page.close();
});

test("enter and tab go on from a row that is filled in to the next, and to a new one", async () => {
  const { page, texts, rows, cell, button } = await openTable(OVERTIME);
  const focused = (/** @type {Locator} */ locator) => locator.evaluate((element) => element.matches(":focus"));
  await cell("hours", 1).focus();
  await page.keyboard.press("Enter");
  assert.equal(await rows.count(), 1);
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  assert.equal(await rows.count(), 2);
  assert.ok(await focused(cell("hours", 2)), "in the same column");
  await page.keyboard.type("3");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await rows.count(), 3);
  assert.ok(await focused(cell("date", 3)));
  await cell("hours", 1).fill("4");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.ok(await focused(cell("date", 2)), "behind a row that is filled in comes the next");
  await page.keyboard.press("Shift+Tab");
  assert.ok(await focused(button(texts.removeRow(1))));
  await cell("timeOffGiven", 2).focus();
  await page.keyboard.press("Tab");
  assert.ok(await focused(button(texts.copyRow(2))), "and behind one that is only passed, its buttons");
  await cell("timeOffGiven", 3).focus();
  await page.keyboard.press("Tab");
  assert.ok(await focused(button(texts.copyRow(3))), "from a blank last row, the keyboard goes on");
  assert.equal(await rows.count(), 3);
  await page.close();
});

test("cells are selected together by mouse and by keyboard, copied, cut, cleared and filled", async () => {
  const { page, errors, table, texts, cell, button } = await openTable(OVERTIME);
  const hours = async () => [
    await cell("hours", 1).inputValue(),
    await cell("hours", 2).inputValue(),
    await cell("hours", 3).inputValue(),
  ];
  await cell("date", 1).focus();
  await paste(page, "2026-11-27\t1\t否\n2026-11-28\t2\t是\n2026-11-29\t3\t否");
  const selected = (/** @type {number} */ rows, /** @type {number} */ columns) =>
    shows(table.getByRole("status"), texts.selected(rows, columns));

  const from = await cell("date", 1).boundingBox();
  const to = await cell("hours", 2).boundingBox();
  assert.ok(from && to);
  await page.mouse.move(from.x + 20, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + 20, { steps: 6 });
  await page.mouse.up();
  await selected(2, 2);
  await page.keyboard.press("Control+c");
  assert.equal(await clipboard(page), "2026-11-27\t1\r\n2026-11-28\t2\r\n");

  await cell("hours", 1).focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await selected(2, 2);
  await page.keyboard.press("Control+c");
  assert.equal(await clipboard(page), "1\t否\r\n2\t是\r\n");
  await page.keyboard.press("Shift+ArrowLeft");
  await selected(2, 1);
  await page.keyboard.press("Control+x");
  assert.deepEqual(await hours(), ["", "", "3"]);
  assert.equal(await clipboard(page), "1\r\n2\r\n");
  await button(texts.undo).click();
  assert.deepEqual(await hours(), ["1", "2", "3"]);

  await cell("hours", 2).focus();
  await page.keyboard.press("Shift+ArrowDown");
  await paste(page, "7.5");
  assert.deepEqual(await hours(), ["1", "7.5", "7.5"], "one value fills them all");
  await cell("hours", 2).focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Delete");
  assert.deepEqual(await hours(), ["1", "", ""]);

  await cell("hours", 1).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.type("4");
  assert.deepEqual(await hours(), ["4", "", ""], "within its text, the keyboard selects letters");
  assert.deepEqual(errors, []);
  await page.close();
});

test("a thousand rows are filled in, and the nine hundredth is typed in", async () => {
  const { page, form, table, texts, cell, button, openFile } = await openTable(OVERTIME);
  await form.fill({ monthlyWage: "3480" });
  await openFile(
    `姓名,日期,时数\n${Array.from({ length: 1000 }, (_, index) => `员工${index},2026-11-27,${index === 500 ? "x" : 1}`).join("\n")}`,
  );
  await shows(table, texts.filledIn(1000, ["姓名"], ["是否已安排补休"]));
  await shows(form.verdict, "29,970.00");
  for (let turned = 0; turned < 8; turned += 1) await button(texts.next).click();
  await shows(table, texts.shown(801, 900, 1000));
  await cell("hours", 100).fill("");
  await page.keyboard.type("2");
  await cell("date", 100).focus();
  await shows(form.verdict, "30,000.00");
  assert.equal(await button(texts.onlyProblems).count(), 1);
  await button(texts.onlyProblems).click();
  assert.equal(await cell("hours", 1).inputValue(), "x");
  await page.close();
});
