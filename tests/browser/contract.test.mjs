// The contract tests in Chromium, on the package as a page loads it: with WebAssembly, without, and where it is forbidden.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { serveContract, testReport } from "./contract-report.mjs";
import { FLAGS } from "./support.mjs";

const SURROUNDINGS = [
  { name: "Chromium", loaded: ["wengang_bg.wasm"] },
  { name: "Chromium without WebAssembly", withoutWebAssembly: true, loaded: ["wengang_bg.wasm.js"] },
  {
    name: "Chromium under a policy without 'wasm-unsafe-eval'",
    contentSecurityPolicy: "default-src 'self'; img-src data:",
    loaded: ["wengang_bg.wasm", "wengang_bg.wasm.js"],
  },
];

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
after(() => browser.close());

// All are tried before anything is reported: what is to be done after the tests may be done once the first ones are over.
const tried = [];
for (const { name, loaded, withoutWebAssembly, contentSecurityPolicy } of SURROUNDINGS) {
  const site = await serveContract({ contentSecurityPolicy });
  after(() => site.close());
  const page = await browser.newPage();
  if (withoutWebAssembly) await page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"));
  /** @type {Set<string>} */
  const requested = new Set();
  page.on("request", (request) => requested.add(new URL(request.url()).pathname));
  await page.goto(site.url);
  const report = (await page.locator("#report:not(:empty)").textContent({ timeout: 240_000 })) ?? "";
  await page.close();
  tried.push({ name, loaded, requested, report });
}

for (const { name, loaded, requested, report } of tried) {
  describe(name, () => {
    test(`loads ${loaded.join(" and ")}`, () => {
      for (const folder of ["/dist/npm", "/dist/npm/runtime"]) {
        const engines = ["wengang_bg.wasm", "wengang_bg.wasm.js"].filter((file) => requested.has(`${folder}/${file}`));
        assert.deepEqual(engines, loaded);
      }
    });

    testReport(report);
  });
}
