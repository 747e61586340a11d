// The contract tests in Chromium, on the package as a page loads it.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { cases } from "../contract/contract.mjs";
import { start } from "../contract/page/serve.mjs";
import { FLAGS } from "./support.mjs";

const site = await start({ seed: process.env.SEED, inputs: 100 });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
after(async () => {
  await browser.close();
  await site.close();
});

const page = await browser.newPage();
await page.goto(site.url);
const report = page.locator("#report:not(:empty)");
/** @type {Record<string, string | null>} */
const failures = JSON.parse((await report.textContent({ timeout: 120_000 })) ?? "{}");

for (const [name, failure] of Object.entries(failures)) {
  test(name, () => assert.equal(failure, null));
}

test("every case has been tried, on both entries", () => {
  const names = Object.entries(cases).flatMap(([group, list]) => list.map(({ name }) => `${group} › ${name}`));
  for (const entry of ["package", "runtime"]) {
    assert.deepEqual(
      names.filter((name) => !(`${entry}: ${name}` in failures)),
      [],
    );
  }
});
