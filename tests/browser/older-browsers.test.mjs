// What Safari 12 lacks, taken away from Chromium: there is no Safari that old to test in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Form, openSite, SHANGHAI, SMALL_ENTERPRISE, shows } from "./support.mjs";

const { open, url } = await openSite();

test("the page does without what browsers of 2018 lack", async () => {
  const { page, errors } = await open();
  await page.addInitScript({ path: "tests/browser/hosts/as-in-2018.js" });
  await page.addInitScript({ path: "tests/browser/hosts/without-constructed-sheets.js" });
  await page.goto(`${url}/?#/${SHANGHAI}`);
  const form = new Form(page, SHANGHAI);
  // Not by form.fill(), which runs in the page itself, with BigInt.
  for (const [field, answer] of Object.entries(SMALL_ENTERPRISE)) {
    if (field === "employerKind") await form.field(field).selectOption(String(answer));
    else if (field === "enterpriseSize" || typeof answer === "boolean") await form.tile(field, answer).check();
    else await form.field(field).fill(answer);
  }
  await shows(form.verdict, "7,380.00");
  await page.locator("wengang-amount-chart svg").first().waitFor();
  await page.goto(`${url}/?#/${SHANGHAI}/rules`);
  await page.locator("wengang-rule-page section").first().waitFor();
  await page.goto(`${url}/?#/national-overtime-pay`);
  await page.locator("wengang-table-grid").waitFor();
  assert.deepEqual(errors, []);
});
