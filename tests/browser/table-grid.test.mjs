import assert from "node:assert/strict";
import { test } from "node:test";
import { Form, gone, HIRES, openSite, SIZES, shows } from "./support.mjs";

/** @import { Locator, Page } from "playwright-core" */

const OVERTIME = "national-overtime-pay";

const site = await openSite();

/**
 * A policy with a table, opened; `cell` finds a cell by its column's id and its row's position.
 * @param {string} policy
 * @param {string} name the table's id
 * @param {{ width: number, height: number }} viewport
 */
async function openTable(policy, name, viewport = SIZES.desktop) {
  const { page, errors } = await site.open({ viewport, permissions: ["clipboard-read", "clipboard-write"] });
  const form = new Form(page, policy);
  await form.choosePolicy();
  const description = form.description.tables.find(({ id }) => id === name);
  assert.ok(description);
  const table = page.locator(`wengang-table-question[data-field="${name}"]`);
  const rows = table.locator("tr[data-row]");
  /** @type {(column: string, position: number) => Locator} */
  const cell = (column, position) => rows.nth(position - 1).locator(`[data-field="${column}"]`);
  const button = (/** @type {string} */ name) => table.getByRole("button", { name, exact: true });
  return { page, errors, form, description, table, rows, cell, button, texts: form.messages.table };
}

/**
 * Pastes text where the keyboard is, by the keyboard.
 * @param {Page} page
 * @param {string} text
 */
async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("Control+v");
}

/** @param {Locator} locator */
const focused = (locator) => locator.evaluate((element) => element.matches(":focus"));

test("cells pasted from a spreadsheet fill the table to the right and down, with new rows", async () => {
  const { page, errors, table, rows, cell, texts } = await openTable(HIRES, "hires");
  await cell("employee", 1).focus();
  await paste(
    page,
    "李明\t登记失业人员\t是\t2021/3/5\t6\r\n王芳\t其他\t×\t2020年12月5日\t3\r\n赵一鸣\t特困人员\t看情况\t20210701\t13\r\n",
  );
  await shows(table, texts.filledIn(3, []));
  assert.equal(await rows.count(), 3);
  assert.equal(await cell("category", 1).inputValue(), "registeredUnemployed");
  assert.equal(await cell("localHukou", 1).inputValue(), "true");
  assert.equal(await cell("localHukou", 2).inputValue(), "false");
  for (const [row, day] of ["2021-03-05", "2020-12-05", "2021-07-01"].entries())
    assert.equal(await cell("hiredOn", row + 1).inputValue(), day, "days are shown in one way");
  await cell("hiredOn", 2).focus();
  assert.equal(await cell("hiredOn", 2).inputValue(), "2020年12月5日", "what was pasted stays");
  await shows(rows.nth(0), texts.accepted);
  await shows(rows.nth(0), "1,800.00");
  await shows(rows.nth(1), texts.rejected);

  for (const [column, text] of [
    ["category", "特困人员"],
    ["localHukou", "看情况"],
    ["insuredMonths", "13"],
  ]) {
    const bad = cell(column ?? "", 3);
    assert.equal(await bad.inputValue(), text);
    assert.equal(await bad.getAttribute("aria-invalid"), "true");
    const problem = await bad.getAttribute("aria-describedby");
    const message = await table.locator(`#${problem?.split(" ").at(-1)}`).textContent();
    assert.ok(message?.includes(text ?? "-"), message ?? "no message");
  }
  assert.equal(await cell("hiredOn", 3).getAttribute("aria-invalid"), "false");
  assert.deepEqual(errors, []);
  await page.close();
});

test("pasted column names place the columns, and what has no counterpart is named", async () => {
  const { page, table, rows, cell, texts } = await openTable(HIRES, "hires");
  await cell("hiredOn", 1).focus();
  await paste(page, '序号\t录用日期\t职工\t备注\n1\t2021-03-05\t李明\t\n2\t2021-04-01\t"王\n芳"\t实习');
  const panel = table.locator("wengang-table-columns");
  await shows(panel, texts.unused(["序号", "备注"]));
  await panel.getByRole("button", { name: texts.fillIn(2), exact: true }).click();
  await shows(table, texts.filledIn(2, ["序号", "备注"], ["人员类别", "本市户籍", "2021年参保缴费月数"]));
  assert.equal(await rows.count(), 2);
  assert.equal(await cell("employee", 1).inputValue(), "李明");
  assert.equal(await cell("hiredOn", 2).inputValue(), "2021-04-01");
  await page.close();
});

test("a number of eighteen digits is seen from end to end, and a long heading takes few lines", async () => {
  const { page, table, cell } = await openTable("national-2026-expansion-subsidy", "hires");
  await table.getByRole("button", { name: "添加一行" }).click();
  await cell("identityNumber", 1).fill("320102199001010010");
  const hidden = await cell("identityNumber", 1).evaluate((input) => input.scrollWidth - input.clientWidth);
  assert.ok(hidden <= 0, `${hidden} px of the number are hidden`);
  const heights = await table.locator("thead th").evaluateAll((heads) => heads.map(({ clientHeight }) => clientHeight));
  assert.ok(Math.max(...heights) <= 120, `headings of ${Math.max(...heights)} px`);
  await page.close();
});

test("one value pasted into a text goes where the cursor is; into a choice, it chooses", async () => {
  const { page, rows, cell } = await openTable(HIRES, "hires");
  await cell("employee", 1).fill("王");
  await cell("employee", 1).focus();
  await page.keyboard.press("End");
  await paste(page, "芳");
  assert.equal(await cell("employee", 1).inputValue(), "王芳");
  await cell("localHukou", 1).focus();
  await paste(page, "有\n");
  assert.equal(await cell("localHukou", 1).inputValue(), "true");
  assert.equal(await rows.count(), 1);
  await page.close();
});

test("the keyboard moves between rows, adds and removes them", async () => {
  const { page, rows, cell, button, texts } = await openTable(OVERTIME, "overtime");
  await cell("date", 1).focus();
  await paste(page, "20240301\t1\n20240304\t2\n20240305\t3");
  await cell("hours", 1).focus();
  await page.keyboard.press("Enter");
  assert.ok(await focused(cell("hours", 2)));
  await page.keyboard.press("ArrowDown");
  assert.ok(await focused(cell("hours", 3)));
  await page.keyboard.press("ArrowUp");
  assert.ok(await focused(cell("hours", 2)));
  await page.keyboard.press("Tab");
  assert.ok(await focused(cell("timeOffGiven", 2)));
  await page.keyboard.press("ArrowDown");
  assert.ok(await focused(cell("timeOffGiven", 2)), "in a choice, the arrows choose");

  await page.keyboard.press("Control+Enter");
  assert.equal(await rows.count(), 4);
  assert.ok(await focused(cell("date", 3)), "the new row follows the one that the keyboard was in");
  assert.equal(await cell("hours", 4).inputValue(), "3");
  await button(texts.copyRow(2)).click();
  assert.equal(await rows.count(), 5);
  assert.equal(await cell("date", 3).inputValue(), "20240304", "in the cell that is typed in stands what was typed");
  assert.ok(await focused(cell("date", 3)));
  await page.keyboard.press("Control+Delete");
  await cell("hours", 2).focus();
  await page.keyboard.press("Control+Delete");
  assert.equal(await rows.count(), 3);
  assert.equal(await cell("hours", 1).inputValue(), "1");
  assert.equal(await cell("date", 2).inputValue(), "");
  await page.close();
});

test("edits are undone and redone, by button and by key, and typing by the browser", async () => {
  const { page, rows, cell, button, texts, form } = await openTable(OVERTIME, "overtime");
  await form.fill({ monthlyWage: "3480" });
  assert.equal(await button(texts.undo).count(), 0);
  await cell("date", 1).focus();
  await paste(page, "20240301\t1\n20240304\t2");
  await shows(form.verdict, "90.00");
  await button(texts.removeRow(1)).click();
  await shows(form.verdict, "60.00");
  await button(texts.undo).click();
  await shows(form.verdict, "90.00");
  assert.equal(await cell("hours", 1).inputValue(), "1");
  await button(texts.redo).click();
  await shows(form.verdict, "60.00");
  await cell("hours", 1).focus();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  assert.equal(await rows.count(), 1);
  assert.equal(await cell("date", 1).inputValue(), "");
  await cell("date", 1).focus();
  await page.keyboard.press("Control+y");
  assert.equal(await rows.count(), 2);
  await cell("hours", 2).focus();
  await page.keyboard.press("End");
  await page.keyboard.type("0");
  assert.equal(await cell("hours", 2).inputValue(), "20");
  await page.keyboard.press("Control+z");
  assert.equal(await cell("hours", 2).inputValue(), "2");
  assert.equal(await rows.count(), 2, "only what was typed is undone");
  await page.close();
});

test("an answer of nothing is given, taken back, and is no blank table", async () => {
  const { page, form, table, button, texts } = await openTable(OVERTIME, "overtime");
  await form.fill({ monthlyWage: "3480" });
  await shows(form.verdict, form.messages.result.stillMissing(1));
  await button(texts.none).click();
  await shows(table, texts.empty);
  await shows(form.verdict, "0.00");
  await button(texts.undo).click();
  await shows(form.verdict, form.messages.result.stillMissing(1));
  await page.close();
});

test("a cell that is due is named when its row is left, not while it is filled in", async () => {
  const { page, table, cell, button, texts } = await openTable(OVERTIME, "overtime");
  await cell("date", 1).fill("2024-03-09");
  await page.waitForTimeout(1300);
  assert.equal(await table.locator(".problem").count(), 0);
  await button(texts.addRow).focus();
  await table.locator(".problem").first().waitFor();
  assert.equal(await cell("hours", 1).getAttribute("aria-invalid"), "true");
  await page.close();
});

test("on a phone, rows are cards; they are copied, and pasted through a field of their own", async () => {
  const { page, form, table, button, texts } = await openTable(OVERTIME, "overtime", SIZES.phone);
  await form.fill({ monthlyWage: "3480" });
  await button(texts.paste).click();
  await table.getByLabel(texts.pasteHere).fill("日期\t时数\n2024-03-01\t1\n2024-03-04\t2\n");
  await button(texts.fillIn(2)).click();
  await shows(form.verdict, "90.00");
  const second = table.getByRole("group", { name: texts.row(2) });
  await second.getByRole("button", { name: texts.editRow(2) }).click();
  assert.equal(await second.getByRole("textbox").nth(1).inputValue(), "2");
  await button(texts.copyRow(2)).click();
  await shows(form.verdict, "150.00");
  assert.ok(
    await focused(
      table
        .getByRole("group", { name: texts.row(3) })
        .getByRole("textbox")
        .first(),
    ),
  );
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), SIZES.phone.width);
  await page.close();
});

test("a CSV file is read as UTF-8 or GB 18030; a workbook is not mistaken for one", async () => {
  const { page, form, table, rows, cell, button, texts } = await openTable(HIRES, "hires");
  const csv = Buffer.from([
    ...Buffer.from("employee,"),
    ...[0xc8, 0xcb, 0xd4, 0xb1, 0xc0, 0xe0, 0xb1, 0xf0],
    ...Buffer.from('\r\n"Li, Ming",'),
    ...[0xc6, 0xe4, 0xcb, 0xfb],
  ]);
  await button(texts.paste).click();
  const file = table.locator("input[type=file]");
  await file.setInputFiles({ name: "hires.xlsx", mimeType: "application/zip", buffer: Buffer.from("PK\u0003\u0004…") });
  await shows(table.getByRole("alert"), texts.workbook);
  await file.setInputFiles({ name: "hires.csv", mimeType: "text/csv", buffer: csv });
  await shows(table, texts.filledIn(1, [], ["本市户籍", "录用日期", "2021年参保缴费月数"]));
  assert.equal(await rows.count(), 1);
  assert.equal(await cell("employee", 1).inputValue(), "Li, Ming");
  assert.equal(await cell("category", 1).inputValue(), "other");
  assert.equal(form.policy, HIRES);
  await page.close();
});

test("of thousands of rows, some are drawn; all count, and each can be reached", async () => {
  const { page, form, table, rows, cell, button, texts } = await openTable(OVERTIME, "overtime");
  await form.fill({ monthlyWage: "3480" });
  await cell("date", 1).focus();
  await paste(page, Array.from({ length: 3000 }, () => "2024-03-04\t1").join("\n"));
  await shows(form.verdict, "90,000.00");
  assert.equal(await rows.count(), 100);
  await shows(table, texts.shown(1, 100, 3000));
  await button(texts.next).click();
  await shows(table, texts.shown(101, 200, 3000));
  await cell("hours", 7).fill("");
  await page.keyboard.type("11.5");
  await cell("hours", 8).focus();
  await shows(form.verdict, "90,315.00");

  await cell("hours", 7).fill("x");
  await cell("hours", 8).focus();
  await shows(form.verdict, form.messages.result.badEntries(1));
  await page.locator("wengang-page").evaluate((element) => {
    const wengang = /** @type {import("../../www/app/page.js").Page} */ (element);
    wengang.renderRoot.querySelector("wengang-calculator")?.scrollIntoView();
  });
  await button(texts.previous).click();
  await page.locator("section.set-aside").getByRole("button").first().click();
  await shows(table, texts.shown(101, 200, 3000));
  assert.ok(await focused(cell("hours", 7)));
  await page.close();
});

test("on paper stand all rows, with what became of each", async () => {
  const { page, rows, cell } = await openTable(HIRES, "hires");
  await cell("employee", 1).focus();
  const hire = "李明\t登记失业人员\t是\t2021/3/5\t6";
  await paste(page, Array.from({ length: 150 }, () => hire).join("\n"));
  await shows(rows.nth(99), "1,800.00");
  assert.equal(await rows.count(), 100);
  await page.emulateMedia({ media: "print" });
  const printed = page.locator("wengang-sheet tbody tr");
  await shows(printed.nth(149), "1,800.00");
  assert.equal(await printed.count(), 150);
  await page.close();
});

test("a table has the room that it needs", async () => {
  for (const [policy, name] of [
    [HIRES, "hires"],
    [OVERTIME, "overtime"],
    ["shanghai-premium-estimate", "payroll"],
    ["shanghai-2022-online-training", "trainings"],
  ]) {
    const { page, table } = await openTable(policy ?? "", name ?? "");
    const cut = await table.locator(".frame").evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    assert.equal(cut, 0, policy);
    await page.close();
  }
});

test("a table is enlarged to the whole window and back, with everything in it", async () => {
  const { page, table, cell, button, texts } = await openTable(HIRES, "hires");
  await cell("employee", 1).fill("李明");
  await button(texts.expand).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  const box = await dialog.boundingBox();
  assert.equal(box?.width, SIZES.desktop.width);
  assert.equal(await cell("employee", 1).inputValue(), "李明");
  await cell("insuredMonths", 1).fill("6");
  await page.keyboard.press("Escape");
  await gone(dialog);
  assert.equal(await cell("insuredMonths", 1).inputValue(), "6");
  assert.ok(await focused(table.locator(".expand")));
  await page.close();
});

test("on a phone, after a row is removed, the next can be removed, or the removal taken back", async () => {
  const { page, errors, table, button, texts } = await openTable(OVERTIME, "overtime", SIZES.phone);
  const cards = table.locator("wengang-table-cards .row");
  const field = cards.locator('[data-field="hours"] input');
  const hours = async () => (await cards.allTextContents()).map((text) => /([\d.]+)小时/.exec(text)?.[1]);
  for (const filled of ["1", "2", "3"]) {
    await field.fill(filled);
    await button(filled === "3" ? texts.done : texts.addRow).click();
  }
  assert.deepEqual(await hours(), ["1", "2", "3"]);

  await cards.nth(1).getByRole("button").press("Enter");
  await button(texts.removeRow(2)).press("Enter");
  await shows(table.getByRole("status"), texts.removed(2));
  assert.deepEqual(await hours(), ["1", "3"]);
  assert.equal(await focused(cards.nth(1).getByRole("button")), true);
  await page.keyboard.press("Enter");
  await button(texts.removeRow(2)).press("Enter");
  await gone(cards.nth(1));
  assert.equal(await focused(button(texts.removeRow(1))), true, "a row that is alone is open");
  await page.keyboard.press("Enter");
  await shows(table, texts.empty);
  assert.equal(await focused(table.locator("#label")), true);

  for (const left of [["1"], ["1", "3"], ["1", "2", "3"]]) {
    await button(texts.undo).click();
    await shows(table.getByRole("status"), texts.undone);
    if (left.length === 1) assert.equal(await field.inputValue(), "1");
    else assert.deepEqual(await hours(), left);
  }
  assert.deepEqual(errors, []);
  await page.close();
});
