// The calculator on pages that are as hard on it as real ones: it works, looks as it should, and leaves them as they were.

import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { serveHosts } from "./hosts.mjs";
import { FLAGS, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { Page } from "playwright-core" */

const hosts = await serveHosts();
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
const pictures = process.env.PICTURES ?? mkdtempSync(join(tmpdir(), "wengang-hosts-"));
console.log(`Pictures of the host pages: ${pictures}`);
after(async () => {
  await browser.close();
  await hosts.close();
});

/**
 * Opens a host page and fills in its first calculator.
 * @param {string} name
 * @param {string[]} [expected] of what the console says, as far as it is meant to
 */
async function open(name, expected = []) {
  const page = await browser.newPage({ viewport: SIZES.desktop });
  page.setDefaultTimeout(5000);
  /** @type {string[]} */
  const said = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  await page.addInitScript(() => {
    /** @type {string[]} */
    const violations = [];
    Object.defineProperty(window, "violations", { value: violations });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      violations.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  await page.goto(`${hosts.url}/hosts/${name}.html`);
  await page.locator("wengang-question-list").first().waitFor();
  await page.evaluate((inputs) => {
    Object.assign(document.querySelector("wengang-calculator") ?? {}, { inputs });
  }, SMALL_ENTERPRISE);
  const calculator = page.locator("wengang-calculator").first();
  await shows(calculator.locator("wengang-verdict"), "7,380.00");
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  await page.setViewportSize(SIZES.phone);
  await page.screenshot({ path: join(pictures, `${name}-phone.png`), fullPage: true });
  await page.setViewportSize(SIZES.desktop);
  const unexpected = said.filter((text) => !expected.some((part) => text.includes(part)));
  assert.deepEqual(unexpected, []);
  return { page, calculator, said };
}

/**
 * Globals that the page did not have at first and that nobody but the calculator can have made.
 * @param {Page} page
 * @param {string[]} [ofHost]
 */
async function newGlobals(page, ofHost = []) {
  /** @type {string[]} */
  const names = await page.evaluate(
    "Object.getOwnPropertyNames(window).filter((name) => !globalsBefore.includes(name))",
  );
  return names.filter((name) => !["globalsBefore", ...ofHost].includes(name));
}

/**
 * What a reader sees of the calculator, wherever it stands, in figures.
 * @param {Page} page
 */
function looks(page) {
  return page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("wengang-calculator")?.shadowRoot);
    const within = (/** @type {ParentNode} */ place, /** @type {string[]} */ ...path) =>
      path.reduce(
        (from, selector) =>
          /** @type {Element} */ (
            (from instanceof Element && from.shadowRoot ? from.shadowRoot : from).querySelector(selector)
          ),
        /** @type {ParentNode} */ (place),
      );
    const elements = {
      ground: within(root, ".ground"),
      heading: within(root, "wengang-policy-heading", "h2"),
      label: within(root, "wengang-question-list", "wengang-choice-question", ".label"),
      field: within(root, "wengang-question-list", "wengang-text-question", "input"),
      judgement: within(root, "wengang-result", "wengang-verdict", ".judgement"),
      figure: within(root, "wengang-result", "wengang-verdict", ".figure"),
      button: within(root, "wengang-keep", ".button"),
    };
    const PROPERTIES = /** @type {const} */ ([
      "display",
      "visibility",
      "direction",
      "color",
      "backgroundColor",
      "fontFamily",
      "fontSize",
      "fontStyle",
      "fontWeight",
      "fontVariantCaps",
      "lineHeight",
      "letterSpacing",
      "wordSpacing",
      "textTransform",
      "textAlign",
      "textIndent",
      "textShadow",
      "whiteSpace",
      "wordBreak",
      "writingMode",
      "cursor",
      "userSelect",
      "paddingLeft",
      "borderTopWidth",
      "boxSizing",
      "float",
    ]);
    return Object.fromEntries(
      Object.entries(elements).map(([name, element]) => {
        const style = getComputedStyle(/** @type {Element} */ (element));
        return [name, Object.fromEntries(PROPERTIES.map((property) => [property, style[property]]))];
      }),
    );
  });
}

const { page: plainPage } = await open("strict-csp");
const plain = await looks(plainPage);

test("no rule for style, script or connection is broken under a strict policy", async () => {
  assert.deepEqual(await plainPage.evaluate("violations"), []);
  assert.deepEqual(await newGlobals(plainPage), []);
  assert.equal(plain.label?.fontSize, "16px");
  assert.equal(plain.ground?.direction, "ltr");
});

for (const name of ["css-reset", "all-unset", "rtl", "gbk"]) {
  test(`styles of the host page do not get in: ${name}`, async () => {
    const { page, calculator } = await open(name);
    assert.deepEqual(await looks(page), plain);
    assert.deepEqual(await newGlobals(page), []);
    const { width } = (await calculator.locator(".ground").boundingBox()) ?? { width: 0 };
    assert.ok(width > 1000, `${width} px wide`);
    await page.close();
  });
}

test("in browsers without constructed style sheets it looks the same, under the same policy", async () => {
  const { page } = await open("older-styles");
  assert.equal(await page.evaluate("'adoptedStyleSheets' in document"), false);
  assert.deepEqual(await looks(page), plain);
  assert.deepEqual(await page.evaluate("violations"), []);
  assert.deepEqual(await newGlobals(page), []);
  // Where an element is put elsewhere, its link is followed anew.
  await page.evaluate(() => document.body.prepend(document.querySelector("wengang-calculator") ?? ""));
  await page.waitForFunction(() => {
    const ground = document.querySelector("wengang-calculator")?.shadowRoot?.querySelector(".ground");
    return ground && getComputedStyle(ground).display === "flow-root";
  });
  await page.close();
});

test("it does without what browsers of 2018 lack", async () => {
  const page = await browser.newPage();
  /** @type {string[]} */
  const said = [];
  page.on("pageerror", (error) => said.push(error.message));
  await page.goto(`${hosts.url}/hosts/as-in-2018.html`);
  await shows(page.locator("wengang-verdict"), "7,380.00");
  await page.locator("wengang-amount-chart svg").first().waitFor();
  assert.deepEqual(said, []);
  await page.close();
});

test("styles of the calculator do not get out", async () => {
  const { page } = await open("all-unset");
  const host = await page.evaluate(() => {
    const { fontSize, color, display } = getComputedStyle(/** @type {Element} */ (document.querySelector("h1")));
    return { fontSize, color, display, sheets: document.styleSheets.length + document.adoptedStyleSheets.length };
  });
  assert.deepEqual(host, { fontSize: "16px", color: "rgb(0, 0, 0)", display: "inline", sheets: 1 });
  await page.close();
});

test("what the host page hides is hidden", async () => {
  const { page, calculator } = await open("rtl");
  await page.addStyleTag({ content: "body { visibility: hidden }" });
  await calculator.locator("wengang-question-list").waitFor({ state: "hidden" });
  await page.close();
});

test("without WebAssembly nothing is even tried that the policy forbids", async () => {
  const { page } = await open("no-webassembly");
  assert.deepEqual(await page.evaluate("violations"), []);
  await page.close();
});

test("where WebAssembly is refused, the engine runs as JavaScript by itself", async () => {
  const { page } = await open("refused-webassembly", ["WebAssembly", "wasm-eval"]);
  assert.deepEqual(await page.evaluate("violations"), ["script-src wasm-eval"]);
  await page.close();
});

test("two calculators with a policy, a language and a colour each share one engine", async () => {
  const { page, calculator } = await open("two");
  const second = page.locator("wengang-calculator").nth(1);
  await shows(second.locator("h2"), "size");
  assert.equal(await calculator.locator("wengang-verdict").getByText("7,380.00").count(), 1);
  const engines = await page.evaluate(
    "performance.getEntriesByType('resource').filter(({ name }) => /wasm/.test(name)).length",
  );
  assert.equal(engines, 1);
  const accents = await page.evaluate(
    "[...document.querySelectorAll('wengang-calculator')].map((each) => getComputedStyle(each).getPropertyValue('--accent'))",
  );
  assert.deepEqual(accents, ["#1f5a8c", "#cd706b"]);
  assert.deepEqual(await newGlobals(page), []);
  await page.close();
});

test("beside an old jQuery, with methods added to all arrays", async () => {
  const { page } = await open("jquery");
  assert.deepEqual(await newGlobals(page, ["$", "jQuery"]), []);
  await page.close();
});

test("where every object has values and methods of the host page's", async () => {
  const { page } = await open("object-prototype");
  assert.deepEqual(await looks(page), plain);
  assert.deepEqual(await newGlobals(page), []);
  await page.close();
});

test("beside an AMD loader, by its tag and as one of its modules", async () => {
  const { page } = await open("amd");
  await page.locator("html[data-required=yes]").waitFor({ state: "attached" });
  assert.equal(await page.locator("wengang-calculator").count(), 2);
  assert.deepEqual(await newGlobals(page, ["require", "requirejs", "define"]), []);
  await page.close();
});
