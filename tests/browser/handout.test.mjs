// The handouts as they are used: opened from a file, without a network, with and without scripts.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { ofEachKind } from "./kinds.mjs";
import { FLAGS, Form, gone, SHANGHAI, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { BrowserContextOptions } from "playwright-core" */

const FOLDER = "dist/handout";
const LIMIT_BYTES = 402_000;

/** A sheet more than what a clerk staples together without a thought would be one too many. */
const MOST_SHEETS = 4;

const policies = readdirSync(FOLDER).filter((name) => !name.startsWith("all."));
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
after(() => browser.close());

/**
 * Opens a handout without a network. `requests` collects what it asks for beside itself, `errors` what the console says,
 * also where the handout's own rules forbid something.
 * @param {string} name
 * @param {BrowserContextOptions} [options]
 * @param {() => void} [before] runs in the page before the handout's own scripts
 */
async function open(name, options, before) {
  const context = await browser.newContext({ ...options, offline: true });
  const page = await context.newPage();
  if (before) await page.addInitScript(before);
  page.setDefaultTimeout(10_000);
  /** @type {string[]} */
  const errors = [];
  /** @type {string[]} */
  const requests = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  const address = pathToFileURL(`${FOLDER}/${name}`).href;
  await page.goto(address);
  return { page, errors, requests, address, form: new Form(page, SHANGHAI) };
}

/** @param {Awaited<ReturnType<typeof open>>} handout */
function keptToItself({ errors, requests, address }) {
  assert.deepEqual(errors, []);
  assert.deepEqual(requests, [address]);
}

test("each handout of one policy is small enough to be passed on", () => {
  assert.ok(policies.length > 10);
  for (const name of policies) {
    const { size } = statSync(`${FOLDER}/${name}`);
    assert.ok(size < LIMIT_BYTES, `${name}: ${size} B`);
  }
});

test("a policy is worked out from a file, with no network and no request", async () => {
  const handout = await open(`${SHANGHAI}.html`, { viewport: SIZES.phone });
  await handout.form.fill(SMALL_ENTERPRISE);
  await shows(handout.form.verdict, "7,380.00");
  assert.equal(await handout.page.locator("#inputs").isVisible(), false, "what is on paper has made room");
  assert.equal(await handout.page.evaluate(() => document.documentElement.scrollWidth), SIZES.phone.width);
  keptToItself(handout);
});

test("no script runs but those that the file was built with", async () => {
  const handout = await open(`${SHANGHAI}.html`);
  await handout.page.locator("wengang-question-list").waitFor();
  const ran = await handout.page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.injected = true";
    document.head.append(script);
    const button = document.createElement("button");
    button.setAttribute("onclick", "window.injected = true");
    button.click();
    return "injected" in window;
  });
  assert.equal(ran, false);
  assert.ok(handout.errors.length > 0);
  for (const error of handout.errors) assert.match(error, /Content Security Policy/);
  for (const name of readdirSync(FOLDER)) {
    const [, policy = ""] =
      readFileSync(`${FOLDER}/${name}`, "utf8").match(/Content-Security-Policy" content="([^"]+)"/) ?? [];
    assert.match(policy, /script-src( 'sha256-[A-Za-z0-9+/]{43}='){3}; style-src/, name);
    assert.match(policy, /base-uri 'none'; form-action 'none'/, name);
  }
});

test("so it is where there is no WebAssembly and nothing may be stored", async () => {
  const handout = await open(`${SHANGHAI}.html`, {}, () => {
    Reflect.deleteProperty(window, "WebAssembly");
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("forbidden", "SecurityError");
      },
    });
  });
  await handout.form.fill(SMALL_ENTERPRISE);
  await shows(handout.form.verdict, "7,380.00");
  keptToItself(handout);
});

test("a print-out has the answers, the result, its version and its sources", async () => {
  const { page, form } = await open(`${SHANGHAI}.html`);
  await form.fill(SMALL_ENTERPRISE);
  await shows(form.verdict, "7,380.00");
  await page.emulateMedia({ media: "print" });
  for (const text of ["12,300.00", form.description.version, form.description.sources[0]?.document ?? "no source"])
    await page.getByText(text).filter({ visible: true }).first().waitFor();
  assert.ok(await page.locator("wengang-sheet").getByText("7,380.00").first().isVisible());
  assert.equal(await page.locator("#inputs").isVisible(), false);
});

test("while nothing is filled in, its form to fill in by hand is printed", async () => {
  const { page, form } = await open(`${SHANGHAI}.html`);
  await shows(form.field("premiumsPaid"), "");
  await page.emulateMedia({ media: "print" });
  await page.locator("#inputs").waitFor();
  assert.equal(await page.locator("wengang-handout").isVisible(), false);
  await page.emulateMedia({ media: "screen" });
  await form.fill({ premiumsPaid: "12300.00" });
  assert.equal(await page.locator("#inputs").isVisible(), false);
});

test("links to rules lead to them on paper, and back", async () => {
  const handout = await open(`${SHANGHAI}.html`);
  const { page, form } = handout;
  await form.fill({ premiumsPaid: "12300.00" });
  const [source] = form.description.sources;
  await page.locator("wengang-policy-rules li").getByRole("link", { name: source?.document }).last().click();
  await page.locator("#source-1").waitFor();
  assert.ok(await page.locator("#source-1").evaluate((item) => item.getBoundingClientRect().top < innerHeight));
  await page.getByRole("link", { name: "返回计算" }).click();
  assert.equal(await form.field("premiumsPaid").inputValue(), "12300.00");
  assert.equal(await page.locator("#source-1").isVisible(), false);
  keptToItself(handout);
});

for (const width of [SIZES.phone.width, SIZES.desktop.width]) {
  for (const locale of /** @type {const} */ (["zh-CN", "en"])) {
    test(`while the calculator is unpacked, its frame stands there, and nothing moves: ${width} px, ${locale}`, async () => {
      const name = `${SHANGHAI}${locale === "en" ? ".en" : ""}.html`;
      const { page } = await open(name, { viewport: { width, height: 800 } }, () => {
        // Unpacking waits for what comes with the next frame.
        const next = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (callback) => {
          Object.assign(window, { unpack: () => callback(0) });
          window.requestAnimationFrame = next;
          return 0;
        };
      });
      const { title } = new Form(page, SHANGHAI, locale).description;
      const places = async () => {
        const boxes = [
          page.getByText(locale === "en" ? "Wengang calculator" : "稳岗计算器", { exact: true }),
          page.getByText(title),
        ];
        return Promise.all(boxes.map((box) => box.filter({ visible: true }).first().boundingBox()));
      };
      await page.getByText(locale === "en" ? "Opening the calculator" : "正在打开计算器").waitFor();
      assert.equal(await page.locator("#inputs").isVisible(), false);
      const before = await places();
      await page.evaluate("unpack()");
      await page.locator("wengang-calculator").getByRole("heading", { level: 2, name: title }).waitFor();
      const after = await places();
      for (const [index, box] of before.entries()) {
        assert.ok(
          box && Math.abs(box.x - (after[index]?.x ?? 0)) < 2,
          `${JSON.stringify(before)} ${JSON.stringify(after)}`,
        );
        const middles = [box, after[index]].map((one) => (one?.y ?? 0) + (one?.height ?? 0) / 2);
        assert.ok(
          Math.abs((middles[0] ?? 0) - (middles[1] ?? 0)) < 2,
          `${JSON.stringify(before)} ${JSON.stringify(after)}`,
        );
      }
    });
  }
}

test("what cannot be unpacked leaves the rules and the form", async () => {
  const { page, errors } = await open(`${SHANGHAI}.html`, {}, () => {
    TextDecoder.prototype.decode = () => {
      throw new Error("damaged on the way");
    };
  });
  await page.locator("#inputs").waitFor();
  assert.equal(await page.getByText("正在打开计算器").isVisible(), false);
  assert.deepEqual(errors, ["damaged on the way"]);
});

test("in a preview that shows the file in a frame without rights", async () => {
  const page = await browser.newPage();
  await page.setContent(
    '<base href="https://mail.invalid/"><iframe sandbox="allow-scripts" width="1000" height="900"></iframe>',
  );
  await page.evaluate(
    (content) =>
      Object.assign(/** @type {HTMLIFrameElement} */ (document.querySelector("iframe")), { srcdoc: content }),
    readFileSync(`${FOLDER}/${SHANGHAI}.html`, "utf8"),
  );
  const frame = page.frameLocator("iframe");
  await frame.getByRole("button", { name: "填入示例" }).click();
  await shows(frame.locator("wengang-verdict"), "7,380.00");
  await frame.getByRole("link", { name: "规则和手填表" }).click();
  await frame.locator("#inputs").waitFor();
  await frame.getByRole("link", { name: "返回计算" }).click();
  await shows(frame.locator("wengang-verdict"), "7,380.00");
});

test("a handout in English begins in English, on paper too", async () => {
  const handout = await open(`${SHANGHAI}.en.html`);
  const { page } = handout;
  const { title, sources } = new Form(page, SHANGHAI, "en").description;
  await page.getByRole("heading", { level: 2, name: title }).waitFor();
  await page.getByRole("link", { name: "Rules and form on paper", exact: true }).click();
  await page
    .locator("#sources")
    .getByText(sources[0]?.document ?? "no source")
    .waitFor();
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("link", { name: "返回计算" }).click();
  await page.getByRole("link", { name: "规则和手填表（英文）" }).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en", "what is read is in English");
  keptToItself(handout);
});

test("in English and in large text", async () => {
  const { page } = await open(`${SHANGHAI}.html`);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 2, name: new Form(page, SHANGHAI, "en").description.title }).waitFor();
  await page.getByRole("button", { name: "Large text" }).click();
  const large = page.locator("wengang-handout");
  assert.equal(await large.evaluate((element) => getComputedStyle(element).fontSize), "20px");
});

for (const name of ofEachKind().flatMap((id) => [`${id}.html`, `${id}.en.html`])) {
  test(`without scripts, ${name} is rules and a form to fill in by hand`, async () => {
    const handout = await open(name, { javaScriptEnabled: false, viewport: SIZES.phone });
    const { page } = handout;
    const locale = name.endsWith(".en.html") ? "en" : "zh-CN";
    const { description } = new Form(page, name.replace(/(\.en)?\.html$/, ""), locale);
    const text = await page.locator("body").innerText();
    const { title, version, inputs, values, conditions, sources, locals, checklist } = description;
    // What only the rules of single places cite is for the page.
    const ofPlaces = new Set(locals.map(({ source }) => source?.document));
    for (const { label } of [...inputs, ...values, ...conditions]) assert.ok(text.includes(label), label);
    for (const { formula } of [...values, ...conditions]) assert.ok(text.includes(formula), formula);
    for (const { document } of sources) assert.ok(text.includes(document) || ofPlaces.has(document), document);
    for (const item of checklist) assert.ok(text.includes(item.text), item.text);
    for (const part of [title, version, locale === "en" ? "Wengang" : "稳岗计算器"])
      assert.ok(text.includes(part), part);
    assert.ok((await page.locator(".room").count()) >= inputs.length + values.length + conditions.length);
    assert.ok((await page.locator("body").evaluate((body) => body.scrollWidth)) <= SIZES.phone.width);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const sheets = pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
    assert.ok(sheets > 0 && sheets <= MOST_SHEETS, `${sheets} sheets`);
    keptToItself(handout);
  });
}

test("the handout of all policies: found, opened, worked out", async () => {
  const handout = await open("all.html");
  const { page, form } = handout;
  await page.getByRole("searchbox").fill("上海 2024");
  await page.locator("wengang-finder").getByRole("link", { name: form.description.title }).first().click();
  await page.getByRole("heading", { level: 2, name: form.description.title }).waitFor();
  await form.fill(SMALL_ENTERPRISE);
  await shows(form.verdict, "7,380.00");
  await page.reload();
  await shows(form.verdict, "7,380.00");
  await gone(page.locator("body > details:visible"));
  assert.deepEqual(handout.errors, []);
});

test("the handout of all policies without scripts", async () => {
  const { page, form } = await open("all.html", { javaScriptEnabled: false, viewport: SIZES.phone });
  assert.equal(await page.locator("details").count(), policies.length / 2);
  await page.locator("summary").filter({ hasText: form.description.title }).filter({ hasText: "上海" }).click();
  const [condition] = form.description.conditions;
  await shows(page.locator(`[id="${SHANGHAI}.conditions"]`), condition?.formula ?? "no condition");
  await page.locator(`details[open] a[href="#${SHANGHAI}.source-1"]`).first().click();
  assert.ok(await page.locator(`[id="${SHANGHAI}.source-1"]`).isVisible());
});
