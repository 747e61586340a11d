import assert from "node:assert/strict";
import { test } from "node:test";
import { isBlank, newSituation, policiesIn, read, written } from "../../www/app/situations.js";
import { chinese, english } from "../../www/messages/all.js";
import { gone, openSite, SHANGHAI, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { Page } from "playwright-core" */

const CHANGZHOU = "changzhou-2024-stabilisation-refund";
const site = await openSite();
const words = chinese.year;

/** The year of a policy, with what was filled in for it. @param {string} policy @param {Record<string, unknown>} answers */
async function open(policy, answers = {}, viewport = SIZES.desktop) {
  const query = new URLSearchParams(Object.entries(answers).map(([field, answer]) => [field, String(answer)]));
  const { page, errors } = await site.open({ viewport }, `/#/${policy}?${query}`);
  await page.getByRole("link", { name: chinese.nav.year, exact: true }).click();
  await page.locator("wengang-month-table").waitFor();
  return { page, errors };
}

/** @param {Page} page @param {number} month @param {string} [series] */
const cell = (page, month, series = words.staff) =>
  page.getByRole("textbox", { name: `${words.month(month)} ${series}`, exact: true });

/** @param {Page} page @param {number} month @param {string} text */
async function paste(page, month, text) {
  await cell(page, month).evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    field.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }),
    );
  }, text);
}

/** @param {Page} page */
const statement = (page) => page.locator("wengang-year .statement");

test("month by month it is told where the year stands, how many may leave, and where the limit changes", async () => {
  const { page, errors } = await open(SHANGHAI, SMALL_ENTERPRISE);
  await shows(page.locator("wengang-year"), words.blank);
  await cell(page, 0).fill("36");
  const counts = [36, 36, 35, 35, 35, 34, 34, 34];
  await paste(page, 1, counts.map((count, index) => `2023年${index + 1}月\t${count}`).join("\n"));
  await cell(page, 3, "2023年自然减员人数").fill("1");
  await shows(statement(page), "8月有34人，到12月不再有人进出，裁员率2.78%，上限5.5%");
  await shows(statement(page), chinese.result.eligible);
  await shows(statement(page), words.noMargin);
  await shows(page.locator("wengang-year .turns"), "再走4人，到12月剩30人：裁员率上限由5.5%变为20%。");
  const rows = page.locator("wengang-departures .ways tbody tr");
  await shows(rows.nth(0), "一个也不能，走4至6人也行");
  await shows(rows.nth(1), "全部34人");
  await shows(rows.nth(2), "0%，上限5.5%");
  // In the drawing as in its table.
  await page.locator("wengang-year-chart summary").click();
  await shows(page.locator("wengang-year-chart tbody tr").nth(7), "不符合条件");
  assert.equal(
    await page
      .locator("wengang-year-chart .limit")
      .getAttribute("d")
      .then((path) => path?.includes("V")),
    true,
  );

  // With the whole year filled in, nobody can leave any more.
  for (let month = 9; month <= 12; month += 1) await cell(page, month).fill("34");
  await shows(statement(page), "12月有34人，裁员率2.78%，上限5.5%");
  await gone(page.locator("wengang-departures"));
  assert.deepEqual(errors, []);
});

test("where the mean counts, it matters when somebody leaves, and other conditions may be open", async () => {
  const { page, errors } = await open(CHANGZHOU);
  const counts = [205, 204, 203, 203, 202, 200, 198];
  await paste(page, 1, counts.join("\n"));
  assert.equal(await cell(page, 7).inputValue(), "198");
  await shows(statement(page), "“裁员率不高于上限”这一条符合");
  await shows(statement(page), words.margin("3人"));
  await shows(page.locator("wengang-year .missing"), "是否有失业保险费的历史欠费");
  assert.equal(await page.locator("wengang-departures .ways tbody tr").count(), 5);
  await shows(page.locator("wengang-departures"), words.atOnce);

  await cell(page, 3).fill("");
  await shows(page.locator("wengang-year"), words.gaps([words.month(3)]));
  await cell(page, 3).fill("203.5");
  await shows(page.locator("wengang-month-table .problem"), words.badWhole);
  assert.equal(await cell(page, 3).getAttribute("aria-invalid"), "true");
  await paste(page, 5, "1,100\t2,101\t3,102");
  await shows(page.locator("wengang-month-table .problem"), chinese.helper.pasteUnclear);
  await page.getByRole("button", { name: words.clear }).click();
  assert.equal(await cell(page, 1).inputValue(), "");
  assert.deepEqual(errors, []);
});

test("what the year comes to is carried into the form, and stays when the page is left", async () => {
  const { page } = await open(CHANGZHOU, {}, SIZES.phone);
  await paste(page, 1, "205\t204\t204");
  await page.waitForTimeout(500);
  await page.reload();
  await cell(page, 3).waitFor();
  assert.equal(await cell(page, 3).inputValue(), "204");
  await page.getByRole("button", { name: words.use }).click();
  const field = (/** @type {string} */ name) => page.getByRole("textbox", { name, exact: true });
  await field("2023年1月失业保险参保人数").waitFor();
  assert.equal(await field("2023年1月失业保险参保人数").inputValue(), "205");
  assert.equal(await field("2023年12月失业保险参保人数").inputValue(), "204");
  // 205 + 11 × 204
  assert.equal(await field("2023年月均失业保险参保人数").inputValue(), "2,449÷12");
});

test("thirteen figures begin with December of the year before", async () => {
  const { page } = await open(SHANGHAI, SMALL_ENTERPRISE);
  await paste(page, 0, Array.from({ length: 13 }, (_, month) => 100 - month).join("\n"));
  assert.equal(await cell(page, 0).inputValue(), "100");
  assert.equal(await cell(page, 12).inputValue(), "88");
});

test("only policies that ask for months have a year", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop }, "/#/national-enterprise-size");
  await page.getByRole("link", { name: chinese.nav.rules }).waitFor();
  assert.equal(await page.getByRole("link", { name: chinese.nav.year }).count(), 0);
  await page.goto(`${site.url}/#/national-stabilisation-refund/year`);
  await shows(page.locator("wengang-year"), words.notAsked);
  await page.getByRole("button", { name: chinese.page.otherLanguage }).click();
  await shows(page.locator("wengang-year"), english.year.notAsked);
});

test("a file keeps the figures of months as typed, and whatever else is in it does no harm", () => {
  const years = { [SHANGHAI]: { _insuredAtStart: { 0: "100 人", 1: "x" }, naturalAttrition: { 3: "1" } } };
  const one = newSituation({ years });
  assert.deepEqual(read(JSON.parse(JSON.stringify(written([one]))))?.[0]?.years, years);
  assert.ok(!isBlank(one));
  assert.deepEqual(policiesIn(one), [SHANGHAI]);
  assert.ok(isBlank(newSituation({ years: { [SHANGHAI]: { naturalAttrition: { 1: " " } } } })));

  const file = (/** @type {unknown} */ years) =>
    read({ format: "wengang-situations", version: 1, situations: [{ years }] })?.[0]?.years;
  for (const bad of [undefined, null, 7, "x", [], [[1]]]) assert.deepEqual(file(bad), {});
  assert.deepEqual(file({ a: null, b: [1], c: { d: 5, e: ["1"], f: { 1: {}, 2: null, 3: 7, 4: true, 5: "ok" } } }), {
    a: {},
    b: {},
    c: { d: {}, e: {}, f: { 3: "7", 4: "true", 5: "ok" } },
  });
  const named = file(
    JSON.parse('{ "__proto__": { "__proto__": { "1": "2" } }, "constructor": { "x": { "1": "2" } } }'),
  );
  assert.equal(Object.getPrototypeOf(named), Object.prototype);
});
