/**
 * Takes the pictures of the documents from the built site: `node tests/browser/screenshot.mjs` writes docs/screenshot.png, of a
 * result, and docs/reconciliation.png, of how another figure than the authority's comes about.
 */

import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { start } from "../../scripts/serve.mjs";
import { chinese } from "../../www/messages/all.js";
import { FLAGS, Form, SHANGHAI, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { Page } from "playwright-core" */

const site = await start({ port: 0 });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });

const page = await browser.newPage({ viewport: { width: 1280, height: 960 }, deviceScaleFactor: 1.5 });
await page.goto(`${site.url}#/${SHANGHAI}`);
const form = new Form(page, SHANGHAI);
await form.choosePolicy();
await form.fill(SMALL_ENTERPRISE);
await shows(form.verdict, "7,380.00");
await take(page, "screenshot");

// Told 5.8 % by the system, she believes in 4.9 %.
await form.fill({ insuredAtStart: "1000", insuredAtEnd: "941", naturalAttrition: "10" });
await page.getByRole("link", { name: chinese.nav.reconciliation, exact: true }).click();
await page.locator("wengang-shown-fields #layoffRate").fill("5.80");
await page.getByRole("button", { name: chinese.reconciliation.search }).click();
await page.locator("#found").waitFor();
await page.setViewportSize({ width: 1280, height: 1150 });
await take(page, "reconciliation");

await browser.close();
await site.close();

/** @param {Page} page @param {string} name */
async function take(page, name) {
  await page.evaluate(() => {
    scrollTo(0, 0);
    /** @type {HTMLElement} */ (document.activeElement)?.blur();
  });
  const path = fileURLToPath(new URL(`../../docs/${name}.png`, import.meta.url));
  await page.screenshot({ path });
  console.log(`Written: ${path}`);
}
