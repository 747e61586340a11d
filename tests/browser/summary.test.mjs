// Situations side by side, and one as a summary.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { evaluate } from "../../dist/npm/index.js";
import { messagesIn } from "../../www/messages/all.js";
import { RULES, violations } from "./axe.mjs";
import { Form, loaded, openSite, SHANGHAI, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { Page } from "playwright-core" */

const OVERTIME = "national-overtime-pay";
const site = await openSite();
const { summary, situations, comparison, answer, keep } = messagesIn("zh-CN");
const form = new Form(/** @type {Page} */ (/** @type {unknown} */ (undefined)), SHANGHAI);

/** @param {string} id @param {string} name @param {Record<string, unknown>} answers @param {object} [more] */
function situation(id, name, answers, more = {}) {
  const texts = Object.fromEntries(Object.entries(answers).map(([field, value]) => [field, String(value)]));
  return { id, name, savedOn: "2026-11-27", answers: { [SHANGHAI]: texts }, ...more };
}

const FIRST = situation("one", "甲公司", SMALL_ENTERPRISE);
const SECOND = situation("two", "乙公司", { ...SMALL_ENTERPRISE, insuredAtEnd: "93", naturalAttrition: "0" });
const THIRD = situation("three", "丙公司", { ...SMALL_ENTERPRISE, premiumsPaid: "20000" });

/** @param {object[]} saved @param {string} fragment @param {{ width: number, height: number }} [viewport] */
async function open(saved, fragment, viewport = { width: 1280, height: 900 }) {
  const context = await site.browser.newContext({ viewport, locale: "zh-CN" });
  const text = JSON.stringify({ format: "wengang-situations", version: 1, situations: saved });
  await context.addInitScript((text) => {
    if (!localStorage.wengang) localStorage.wengang = text;
  }, text);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${site.url}/${fragment}`);
  await loaded(page);
  return { context, page, errors, told: page.locator("wengang-summary") };
}

/** @param {Page} page @param {string} label */
function line(page, label) {
  const head = page.getByRole("rowheader", { name: label, exact: true });
  return page.locator("wengang-summary").getByRole("row").filter({ has: head });
}

test("two that are chosen in the list stand side by side, at an address of their own", async () => {
  const { context, page, errors } = await open([FIRST, SECOND, THIRD], "#/");
  const list = page.locator("wengang-situations");
  await shows(list, situations.chooseMore(4));
  for (const name of ["甲公司", "乙公司"]) await list.getByLabel(situations.choose(name)).check();
  await list.getByRole("link", { name: situations.compare(2) }).click();
  await shows(page.locator("wengang-summary h2"), summary.headingOf(2));
  assert.ok(page.url().endsWith("#/situations/one+two"));

  const heads = page.locator("wengang-summary").getByRole("columnheader");
  assert.deepEqual(await heads.allInnerTexts(), [comparison.item, "甲公司", "乙公司"]);
  const { amount } = evaluate(SHANGHAI, SMALL_ENTERPRISE);
  assert.equal(amount, "7380.00");
  const amounts = await line(page, form.description.amount?.label ?? "")
    .getByRole("cell")
    .allInnerTexts();
  assert.deepEqual(
    amounts.map((text) => text.trim()),
    ["7,380.00元", "0.00元"],
  );
  const unmet = await line(page, summary.unmet).getByRole("cell").allInnerTexts();
  assert.match(unmet[1] ?? "", /裁员率/);
  assert.deepEqual(errors, []);
  await context.close();
});

test("of what was filled in, what differs is there, and nothing else", async () => {
  const { context, page } = await open([FIRST, SECOND], "#/situations/one+two");
  const cells = await line(page, form.labelOf("insuredAtEnd")).getByRole("cell").allInnerTexts();
  assert.match(cells[0] ?? "", /97/);
  assert.match(cells[1] ?? "", /93/);
  const attrition = await line(page, form.labelOf("naturalAttrition")).getByRole("cell").allInnerTexts();
  assert.match(attrition[1] ?? "", /0人/);
  assert.equal(await line(page, form.labelOf("insuredAtStart")).count(), 0);
  await context.close();
});

test("one alone is a summary of all its policies, with what is still to be filled in", async () => {
  const both = { ...FIRST, answers: { ...FIRST.answers, [OVERTIME]: { monthlyWage: "8700" } } };
  const { context, page, told } = await open([both], "#/");
  await page.getByRole("link", { name: situations.about(situations.summary, "甲公司") }).click();
  await shows(told.locator("h2"), "甲公司");
  const overtime = new Form(page, OVERTIME);
  assert.deepEqual(
    (await told.locator("h3").allInnerTexts()).map((text) => text.includes(form.description.title)),
    [true, false],
  );
  await shows(line(page, summary.missing), overtime.description.tables[0]?.label ?? "");
  await shows(line(page, form.description.amount?.label ?? ""), "7,380.00");
  await context.close();
});

test("a policy that only one of them has says so of the other, and the way leads into its form", async () => {
  const other = { ...situation("two", "乙公司", {}), answers: { [OVERTIME]: { monthlyWage: "8700" } } };
  const { context, page, told } = await open([FIRST, other], "#/situations/one+two");
  await shows(told, summary.notFilled);
  await told.getByRole("link", { name: summary.openWhat(form.description.title, "甲公司") }).click();
  await shows(page.locator("wengang-verdict"), "7,380.00");
  assert.ok(page.url().endsWith(`#/${SHANGHAI}`));
  await shows(page.locator("wengang-situation-line"), situations.atHand("甲公司"));
  await context.close();
});

test("a result that was noted by other rules is named beside the one of now", async () => {
  const results = { [SHANGHAI]: { on: "2025-01-02", version: "abc123", engine: "0.1.0", result: "eligible 6000.00" } };
  const { context, page } = await open([{ ...FIRST, results }], "#/situations/one");
  await shows(line(page, summary.earlier), /6,000\.00 ?元（2025-01-02，规则版本 abc123）/);
  await context.close();
});

test("one that is not in this browser is said to be missing", async () => {
  const { context, page, told } = await open([FIRST], "#/situations/one+gone");
  await shows(told, summary.gone(1));
  await shows(line(page, form.description.amount?.label ?? ""), "7,380.00");
  await page.evaluate(() => {
    location.hash = "#/situations/gone";
  });
  await shows(told, summary.none);
  await context.close();
});

test("by keyboard alone two are chosen and opened", async () => {
  const { context, page, told } = await open([FIRST, SECOND], "#/");
  const list = page.locator("wengang-situations");
  for (const name of ["甲公司", "乙公司"]) {
    await list.getByLabel(situations.choose(name)).focus();
    await page.keyboard.press("Space");
  }
  await list.getByRole("link", { name: situations.compare(2) }).focus();
  await page.keyboard.press("Enter");
  await shows(told.locator("h2"), summary.headingOf(2));
  await context.close();
});

for (const width of [390, 1280]) {
  test(`at ${width} px four fit, and axe finds nothing`, async () => {
    const fourth = situation("four", "丁公司", { ...SMALL_ENTERPRISE, enterpriseSize: "large" });
    const viewport = { width, height: 844 };
    const { context, page, told } = await open(
      [FIRST, SECOND, THIRD, fourth],
      "#/situations/one+two+three+four",
      viewport,
    );
    await shows(told.locator("h2"), summary.headingOf(4));
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    assert.deepEqual(await violations(page, RULES.all), []);
    await page.goto(`${site.url}/#/`);
    await page.locator("wengang-situations .choice").first().waitFor();
    assert.deepEqual(await violations(page, RULES.all), []);
    await context.close();
  });
}

test("on paper the table is whole, without buttons", async () => {
  const { context, page, told } = await open([FIRST, SECOND], "#/situations/one+two");
  await page.emulateMedia({ media: "print" });
  assert.equal(await told.getByRole("button", { name: keep.print }).count(), 0);
  assert.equal(await line(page, form.labelOf("insuredAtEnd")).isVisible(), true);
  await context.close();
});

test("the deadlines of all policies of one go into one calendar", async () => {
  const dated = { "shanghai-2022-online-training": { filingApprovedOn: "2022-05-06" } };
  const { context, page, told } = await open(
    [{ ...FIRST, answers: { ...FIRST.answers, ...dated } }],
    "#/situations/one",
  );
  const download = page.waitForEvent("download");
  await told.getByRole("button", { name: answer.addAllToCalendar }).click();
  const calendar = readFileSync(await (await download).path(), "utf8");
  assert.match(calendar, /BEGIN:VEVENT/);
  await context.close();
});
