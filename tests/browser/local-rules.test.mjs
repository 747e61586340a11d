// The nationwide refund asks for the place, and fills in what is known of its rules.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Form, gone, openSite, SIZES, shows } from "./support.mjs";

/** @import { Page } from "playwright-core" */

const site = await openSite();
const NATIONAL = "national-stabilisation-refund";

/** @param {string} place by its Chinese name @param {string} [policy] */
async function openAt(place, policy = NATIONAL) {
  const { page, errors } = await site.open({ viewport: SIZES.desktop }, `#/${policy}`);
  const form = new Form(page, policy);
  await page.locator("#place").selectOption(place);
  return { page, errors, form, block: page.locator("wengang-local-rules") };
}

/** What a field holds. @param {Form} form @param {string} field */
const held = (form, field) => form.field(field).inputValue();

test("a city's formula and rate are filled in, with the year that they are of", async () => {
  const { page, errors, form, block } = await openAt("重庆市");
  assert.equal(await held(form, "layoffFormula"), "claimants");
  assert.equal(await held(form, "localRate"), "", "the rate hangs on year and size");
  await form.fill({ schemeYear: "2025", enterpriseSize: "small" });
  assert.equal(await held(form, "localRate"), "20");
  await form.fill({ averageInsured: "1000", claimants: "25", smallUnitHeadcount: "1000", premiumMonths: "12" });
  await form.fill({ premiumsPaid: "100000" });
  await shows(form.verdict, "20,000.00");
  await form.fill({ enterpriseSize: "large" });
  assert.equal(await held(form, "localRate"), "10");
  await shows(form.verdict, "10,000.00");
  await form.fill({ schemeYear: "2026" });
  await shows(block, form.messages.local.otherYear(2025, 2026));
  assert.equal(await held(form, "localRate"), "", "a rate of another year is none");
  assert.equal(await held(form, "layoffFormula"), "claimants");
  assert.deepEqual(errors, []);
  await page.close();
});

test("what the reader has typed stays, and another place takes its rules along", async () => {
  const { page, form } = await openAt("重庆市");
  await form.fill({ schemeYear: "2024", enterpriseSize: "small", localRate: "15" });
  await page.locator("#place").selectOption("吉林省");
  assert.equal(await held(form, "layoffFormula"), "netHeadcount");
  assert.equal(await held(form, "localRate"), "15");
  await form.fill({ insuredAtStart: "28" });
  assert.equal(await held(form, "smallUnitHeadcount"), "28", "counted at the start of the year");
  await form.fill({ insuredAtStart: "31" });
  assert.equal(await held(form, "smallUnitHeadcount"), "31");
  await page.close();
});

test("a rule that is many years old is not carried over", async () => {
  const { page, form } = await openAt("天津市");
  await form.fill({ schemeYear: "2022" });
  assert.equal(await held(form, "layoffFormula"), "claimants");
  await form.fill({ schemeYear: "2026" });
  assert.equal(await held(form, "layoffFormula"), "");
  await page.close();
});

test("the refund of one year goes by that year", async () => {
  const last = await openAt("重庆市", "national-2025-stabilisation-refund");
  await last.form.fill({ enterpriseSize: "small", raisedRate: false });
  assert.equal(await held(last.form, "localRate"), "20");
  await gone(last.block.locator("strong", { hasText: last.form.messages.local.otherYear(2025, 2025) }));
  await last.form.fill({ raisedRate: true });
  assert.equal(await held(last.form, "localRate"), "", "a raised rate is another");
  await last.page.close();

  const now = await openAt("重庆市", "national-2026-stabilisation-refund");
  await now.form.fill({ enterpriseSize: "small" });
  assert.equal(await held(now.form, "layoffFormula"), "claimants");
  await shows(now.block, now.form.messages.local.otherYear(2025, 2026));
  assert.equal(await held(now.form, "localRate"), "", "that of last year is none");
  await now.page.close();
});

test("who does not know the rule sees what each comes to", async () => {
  const { page, errors, form, block } = await openAt("?");
  await form.fill({ schemeYear: "2024", enterpriseSize: "small", smallUnitHeadcount: "100", premiumMonths: "12" });
  await form.fill({ premiumsPaid: "10000", insuredAtStart: "100", insuredAtEnd: "90", naturalAttrition: "0" });
  await form.fill({ averageInsured: "200", claimants: "0" });
  const ways = block.locator(".way");
  assert.equal(await ways.count(), 3);
  await shows(ways.nth(0), form.messages.result.ineligible);
  await shows(ways.nth(1), "6,000.00");
  await shows(ways.nth(2), "6,000.00");
  await ways.nth(1).getByRole("button", { name: form.messages.local.take }).click();
  await shows(form.verdict, "6,000.00");
  assert.equal(await held(form, "layoffFormula"), "monthlyAverage");
  await gone(ways);
  assert.deepEqual(errors, []);
  await page.close();
});

test("where either of two formulas suffices, both are worked out", async () => {
  const { page, form, block } = await openAt("浙江省");
  await form.fill({ schemeYear: "2022", enterpriseSize: "small", premiumsPaid: "10000" });
  // A snack bar of 20: five drew benefit, two fewer are left.
  await form.fill({ insuredAtStart: "20", insuredAtEnd: "18", claimants: "5" });
  const ways = block.locator(".way");
  assert.equal(await ways.count(), 2);
  await shows(ways.nth(0), "9,000.00");
  await shows(ways.nth(1), form.messages.result.ineligible);
  await ways.nth(0).getByRole("button", { name: form.messages.local.take }).click();
  await shows(form.verdict, "9,000.00");
  await page.close();
});

test("the place stays over reloading and another language", async () => {
  const { page, form, block } = await openAt("重庆市");
  await shows(block, form.messages.local.where);
  await page.reload();
  await page.locator("#place").waitFor();
  assert.equal(await page.locator("#place").inputValue(), "重庆市");
  await page.getByRole("button", { name: form.messages.page.otherLanguage }).click();
  await page.locator("#place option:checked", { hasText: "Chongqing" }).waitFor({ state: "attached" });
  assert.equal(await page.locator("#place").inputValue(), "重庆市");
  await page.close();
});
