// The contract tests in Chromium, on the package as a page loads it.

import { after } from "node:test";
import { chromium } from "playwright-core";
import { serveContract, testReport } from "./contract-report.mjs";
import { FLAGS } from "./support.mjs";

const site = await serveContract();
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
after(async () => {
  await browser.close();
  await site.close();
});

const page = await browser.newPage();
await page.goto(site.url);
const report = page.locator("#report:not(:empty)");
testReport((await report.textContent({ timeout: 120_000 })) ?? "");
