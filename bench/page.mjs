/** How heavy the page is and how fast it answers: `node bench/page.mjs`, on the built site. */

import { chromium } from "playwright-core";
import { printSizes } from "../pkg-config/bundle.mjs";
import { start } from "../scripts/serve.mjs";
import { FLAGS, Form, loaded, SHANGHAI, SMALL_ENTERPRISE, shows } from "../tests/browser/support.mjs";

const SLOWER = [1, 6];
const KEYSTROKES = 60;

console.log("First visit, but for the engine as JavaScript");
printSizes("dist/site", (name) => !name.includes(".wasm.js"));

const site = await start({ port: 0 });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
/** @type {string[]} */
const requests = [];
page.on("request", (request) => requests.push(request.url()));
await page.goto(`${site.url}/#/${SHANGHAI}`);
await loaded(page);
const before = requests.length;

const form = new Form(page, SHANGHAI);
await form.fill(SMALL_ENTERPRISE);
await shows(form.verdict, "7,380.00");
await page.evaluate(() => {
  /** @type {number[]} */
  const latencies = [];
  Object.assign(window, { latencies });
  const painted = new MessageChannel();
  let typed = 0;
  painted.port1.onmessage = () => latencies.push(performance.now() - typed);
  // What a keystroke changes is drawn in the next frame; the message comes after that.
  const listener = () => {
    typed = performance.now();
    requestAnimationFrame(() => painted.port2.postMessage(undefined));
  };
  addEventListener("input", listener, true);
});
const session = await page.context().newCDPSession(page);
const field = form.field("insuredAtEnd");
console.log("\nFrom a typed digit to the drawn result, ms".padEnd(46), "median".padStart(8), "95 %".padStart(8));
for (const rate of SLOWER) {
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  await page.evaluate(() => {
    /** @type {any} */ (window).latencies.length = 0;
  });
  await field.fill("9");
  for (let stroke = 0; stroke < KEYSTROKES; stroke += 1) {
    await field.press(stroke % 2 === 0 ? "7" : "Backspace");
    await page.waitForTimeout(150);
  }
  /** @type {number[]} */
  const latencies = await page.evaluate(() => /** @type {any} */ (window).latencies.slice(1));
  const sorted = latencies.toSorted((one, other) => one - other);
  const at = (/** @type {number} */ share) =>
    (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1);
  console.log(`processor slowed ${rate} times`.padEnd(45), at(0.5).padStart(8), at(0.95).padStart(8));
}
const later = requests.slice(before).filter((url) => !url.endsWith("/icon.svg"));
console.log(`\nRequests after loading: ${later.length}`);
await browser.close();
await site.close();
