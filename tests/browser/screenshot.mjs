/** Takes the picture for the README from the built site: `node tests/browser/screenshot.mjs` writes docs/screenshot.png. */

import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { start } from "../../scripts/serve.mjs";
import { FLAGS, Form, SHANGHAI, SMALL_ENTERPRISE, shows } from "./support.mjs";

const target = fileURLToPath(new URL("../../docs/screenshot.png", import.meta.url));
const site = await start({ port: 0 });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
const page = await browser.newPage({ viewport: { width: 1280, height: 960 }, deviceScaleFactor: 1.5 });
await page.goto(`${site.url}#/${SHANGHAI}`);
const form = new Form(page, SHANGHAI);
await form.choosePolicy();
await form.fill(SMALL_ENTERPRISE);
await shows(form.verdict, "7,380.00");
await page.evaluate(() => {
  scrollTo(0, 0);
  /** @type {HTMLElement} */ (document.activeElement)?.blur();
});
await page.screenshot({ path: target });
await browser.close();
await site.close();
console.log(`Written: ${target}`);
