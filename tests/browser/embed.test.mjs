// What pages are promised that embed the calculator: attributes, properties, events, frames, and the page that writes the lines.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { describe as description, policies } from "../../dist/npm/index.js";
import { quotable } from "../../www/calculator/quotable.js";
import { colourOf, contrast, themeOf } from "../../www/calculator/theme.js";
import { chinese, english } from "../../www/messages/all.js";
import { RULES, violations } from "./axe.mjs";
import { serveHosts } from "./hosts.mjs";
import { PolicyWords } from "./policy-words.mjs";
import { FLAGS, SHANGHAI, SIZE_CLASS, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { Page } from "playwright-core" */

const hosts = await serveHosts();
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
after(async () => {
  await browser.close();
  await hosts.close();
});

/**
 * A host page with these lines, which keeps the events of the calculator and the messages of frames.
 * @param {string} body
 * @param {{ errors?: boolean, trusted?: string }} [options] the origin that frames may tell of results
 */
async function host(body, { errors = false, trusted = "" } = {}) {
  const page = await browser.newPage({ viewport: SIZES.desktop });
  await page.route("**/embed/frame.html", async (route) => {
    const response = await route.fetch();
    const list = 'name="wengang-origins" content="';
    await route.fulfill({
      response,
      body: (await response.text()).replace(list, `${list}https://example.cn ${trusted}`),
    });
  });
  page.setDefaultTimeout(5000);
  /** @type {string[]} */
  const said = [];
  page.on("pageerror", (error) => said.push(error.message));
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  await page.addInitScript(() => {
    /** @type {unknown[]} */
    const events = [];
    /** @type {unknown[]} */
    const messages = [];
    Object.assign(window, { events, messages });
    for (const type of ["ready", "height", "result", "error"])
      document.addEventListener(`wengang-${type}`, (event) =>
        events.push({
          type,
          on: /** @type {Element} */ (event.target).localName,
          .../** @type {CustomEvent} */ (event).detail,
        }),
      );
    addEventListener("message", ({ data }) => messages.push(data));
  });
  await page.goto(`${hosts.url}/host?${encodeURIComponent(body)}`);
  if (!errors) after(() => assert.deepEqual(said, []));
  return page;
}

/**
 * @param {Page} page
 * @param {"events" | "messages"} what
 * @returns {Promise<any[]>}
 */
const heard = (page, what) => page.evaluate(what);

/** @param {Page} page @param {Record<string, unknown>} inputs */
const fillIn = (page, inputs) =>
  page.evaluate((inputs) => void Object.assign(document.querySelector("wengang-calculator") ?? {}, { inputs }), inputs);

/** A list in a list in a list. @param {number} depth */
const nested = (depth) => "[".repeat(depth) + "]".repeat(depth);

const preset = JSON.stringify({
  employerKind: "enterprise",
  enterpriseSize: "small",
  insuredFullYear: true,
  insuredAtStart: 100,
});
const words = new PolicyWords(SHANGHAI);

describe("the element", () => {
  test("tells that it is ready, how high it is, and each result", async () => {
    const page = await host(`<script src="/embed/wengang.js" data-policy="${SHANGHAI}"></script>`);
    const verdict = page.locator("wengang-verdict");
    await page.locator("wengang-question-list").waitFor();
    await fillIn(page, SMALL_ENTERPRISE);
    await shows(verdict, "7,380.00");
    const events = await heard(page, "events");
    const [ready, ...again] = events.filter(({ type }) => type === "ready");
    const { policies } = ready;
    assert.deepEqual(ready, { type: "ready", on: "wengang-calculator", version: 1, policy: SHANGHAI, policies });
    assert.ok(policies.length > 10);
    assert.deepEqual(again, []);
    const results = events.filter(({ type }) => type === "result");
    const { version, policy, inputs, assessment, problems } = results.at(-1);
    assert.deepEqual(
      [version, policy, inputs.premiumsPaid, assessment.amount, problems],
      [1, SHANGHAI, "12300.00", "7380.00", []],
    );
    await page.waitForFunction(() => {
      const { events } = /** @type {any} */ (window);
      const height = document.querySelector("wengang-calculator")?.getBoundingClientRect().height ?? 0;
      return Math.abs(events.filter((/** @type {any} */ { type }) => type === "height").pop()?.height - height) <= 1;
    });
    assert.ok(events.every(({ type }) => type !== "error"));
    await page.close();
  });

  test("offers the policies that the page names, those of a region, or those of a year", async () => {
    const page = await host(`
      <script src="/embed/wengang.js" data-policies="${SHANGHAI} ${SIZE_CLASS}"></script>
      <script src="/embed/wengang.js" data-region="上海市" data-year="2024"></script>`);
    const [named, filtered] = [page.locator("wengang-calculator").nth(0), page.locator("wengang-calculator").nth(1)];
    await named.locator("#policy option").first().waitFor({ state: "attached" });
    assert.equal(await named.locator("#policy option").count(), 2);
    const offered = (await heard(page, "events"))
      .filter(({ type }) => type === "ready")
      .map(({ policies }) => policies);
    assert.ok(offered[1].includes(SHANGHAI), offered.join("\n"));
    const expected = policies().filter(({ id, region, claimYear }) => {
      const { from, to } = description(id).effective;
      const isOf2024 = claimYear === null ? (from ?? "") < "2025" && (to ?? "9") >= "2024" : claimYear === 2024;
      return isOf2024 && ["上海市", "全国"].includes(region);
    });
    assert.deepEqual(offered[1].sort(), expected.map(({ id }) => id).sort());
    await filtered.locator("h2").first().waitFor();
    await page.close();
  });

  test("shows what is locked, asks the rest, and varies only that", async () => {
    const page = await host(
      `<script src="/embed/wengang.js" data-policy="${SHANGHAI}" data-preset='${preset}' data-locked="employerKind insuredAtStart"></script>`,
    );
    const locked = page.locator("wengang-locked-answers");
    await shows(locked, new RegExp(`${words.labelOf("employerKind")}\\s*企业\\s*${chinese.embedding.locked}`));
    const form = page.locator("wengang-question-list");
    assert.equal(await form.locator("[data-field=employerKind], [data-field=insuredAtStart]").count(), 0);
    // Filled in, but not locked: it can be changed.
    await form.locator("[data-field=enterpriseSize]").getByRole("radio", { name: "微型" }).check();
    await fillIn(page, { ...SMALL_ENTERPRISE, employerKind: "lawFirm", insuredAtStart: 500 });
    await shows(page.locator("wengang-verdict"), "7,380.00");
    const { inputs } = (await heard(page, "events")).filter(({ type }) => type === "result").at(-1);
    assert.deepEqual([inputs.employerKind, inputs.insuredAtStart], ["enterprise", "100"]);
    const varied = await page.locator("wengang-what-if").locator("h4, option").allTextContents();
    assert.ok(varied.some((text) => text.includes(words.labelOf("insuredAtEnd"))));
    assert.ok(
      varied.every((text) => !text.includes(words.labelOf("insuredAtStart"))),
      varied.join(),
    );
    await page.getByRole("button", { name: chinese.form.clear, exact: true }).click();
    await shows(locked, "企业");
    await page.getByRole("button", { name: chinese.form.undoClear }).waitFor();
    await page.close();
  });

  const wrong = {
    "no JSON": ["data-preset='{employerKind: 1}'", english.embedding.notAnObject],
    "no object": ["data-preset='[1]'", english.embedding.notAnObject],
    "an unknown question": [`data-preset='{"nobody": 1}'`, english.embedding.unknownField("nobody")],
    "an answer that the policy refuses": [`data-preset='{"insuredAtEnd": -5}'`, "insuredAtEnd"],
    "a lock on nothing": ['data-locked="insuredAtEnd"', "insuredAtEnd"],
    "no colour": ['data-theme-color="reddish"', english.embedding.badColor("reddish")],
    "no day": ['data-today="9999-99-99"', english.embedding.badSetting("today", "9999-99-99")],
    "no scheme": ['data-scheme="pink"', english.embedding.badSetting("scheme", "pink")],
    "no year": ['data-year="this"', english.embedding.badSetting("year", "this")],
    "an answer within an answer": [`data-preset='{"insuredAtEnd": [[1]]}'`, "insuredAtEnd"],
    "an answer too deep to be read": [`data-preset='{"insuredAtEnd": ${nested(2000)}}'`, "insuredAtEnd"],
  };
  for (const [name, [attributes, part = ""]] of Object.entries(wrong)) {
    test(`says in the page and to the page what it has set up wrongly: ${name}`, async () => {
      const page = await host(
        `<script src="/embed/wengang.js" data-policy="${SHANGHAI}" data-locale="en" ${attributes}></script>`,
      );
      const label = new PolicyWords(SHANGHAI, "en").labelOf("insuredAtEnd");
      const text = part === "insuredAtEnd" ? label : part;
      await shows(page.getByRole("alert"), text);
      const errors = (await heard(page, "events")).filter(({ type }) => type === "error");
      assert.equal(errors.length, 1);
      assert.deepEqual([errors[0].version, errors[0].code], [1, "setup"]);
      assert.ok(errors[0].mistakes[0].message.includes(text));
      // Whoever visits the page can use the calculator all the same.
      await fillIn(page, SMALL_ENTERPRISE);
      await shows(page.locator("wengang-verdict"), "7,380.00");
      await page.close();
    });
  }

  test("speaks Chinese where it is told to speak what it cannot, and says so", async () => {
    const page = await host(`<script src="/embed/wengang.js" data-policy="${SHANGHAI}" data-locale="fr"></script>`);
    await shows(page.getByRole("alert"), chinese.embedding.badSetting("locale", "fr"));
    await fillIn(page, SMALL_ENTERPRISE);
    await shows(page.locator("wengang-verdict"), "7,380.00");
    // Set right, there is nothing to be said any more.
    await page.locator("wengang-calculator").evaluate((element) => element.setAttribute("locale", "en"));
    await page.getByRole("alert").waitFor({ state: "detached" });
    await page.close();
  });

  test("says that there is no such policy, and that the engine is not there", async () => {
    const unknown = await host('<script src="/embed/wengang.js" data-policy="no-such-policy"></script>');
    await shows(unknown.getByRole("alert"), "no-such-policy");
    assert.deepEqual(
      (await heard(unknown, "events"))
        .map(({ type, code }) => `${type} ${code}`)
        .filter((text) => !text.startsWith("height")),
      ["error policy"],
    );
    await unknown.close();

    const page = await browser.newPage();
    await page.route("**/*.wasm*", (route) => route.abort());
    await page.goto(`${hosts.url}/hosts/strict-csp.html`);
    await shows(page.getByRole("alert"), chinese.loadingFailed);
    await page.close();
  });

  test("comes once, however often the script does, and only where the tag asks for it", async () => {
    const page = await host(`
      <script src="/embed/wengang.js" async></script>
      <script src="/embed/wengang.js?other" defer></script>
      <wengang-calculator policy="${SHANGHAI}" fixed></wengang-calculator>`);
    await page.locator("wengang-question-list").waitFor();
    assert.equal(await page.locator("wengang-calculator").count(), 1);
    await page.close();
  });

  test("runs from another origin, checked by its hash", async () => {
    const hashes = await (await fetch(`${hosts.url}/embed/integrity.json`)).json();
    const tag = (/** @type {string} */ hash) =>
      `<script src="${hosts.otherUrl}/embed/wengang.js" integrity="${hash}" crossorigin="anonymous" data-policy="${SHANGHAI}"></script>`;
    const page = await host(tag(hashes["wengang.js"]));
    await page.locator("wengang-question-list").waitFor();
    await page.close();
    const refused = await host(tag(hashes["frame.js"]), { errors: true });
    await refused.waitForTimeout(300);
    assert.equal(await refused.locator("wengang-calculator").count(), 0);
    await refused.close();
  });

  const engines = {
    "as WebAssembly": { file: "wengang_bg.wasm", attribute: "" },
    "as JavaScript": { file: "wengang_bg.wasm.js", attribute: 'data-engine="javascript"' },
  };
  for (const [form, { file, attribute }] of Object.entries(engines)) {
    const tag = `<script src="${hosts.otherUrl}/embed/wengang.js" data-policy="${SHANGHAI}" ${attribute}></script>`;

    test(`runs the engine ${form}, from another origin too`, async () => {
      const page = await host(tag);
      await page.locator("wengang-question-list").waitFor();
      const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
      const ofEngine = loaded.filter((name) => name.includes(".wasm"));
      assert.deepEqual(
        ofEngine.map((name) => name.replace(/\?.*/, "")),
        [`${hosts.otherUrl}/embed/${file}`],
      );
      assert.equal(await page.locator("script").count(), 1);
      await page.close();
    });

    test(`runs no other engine ${form} than the one it was built with`, async () => {
      const page = await host("", { errors: true });
      await page.route(`**/${file}?*`, async (route) => {
        const response = await route.fetch();
        // An empty section, an empty statement: such an engine would do the same.
        const added = file.endsWith(".js") ? Buffer.from(";") : Buffer.from([0, 2, 1, 120]);
        await route.fulfill({ response, body: Buffer.concat([await response.body(), added]) });
      });
      await page.goto(`${hosts.url}/host?${encodeURIComponent(tag)}`);
      const errors = async () => (await heard(page, "events")).filter(({ type }) => type === "error");
      if (form === "as WebAssembly") {
        // The other form is still the one that it was built with.
        await page.locator("wengang-question-list").waitFor();
        assert.deepEqual(await errors(), []);
      } else {
        await shows(page.getByRole("alert"), chinese.loadingFailed);
        const told = (await errors()).map(({ code, message }) => [code, message]);
        assert.deepEqual(told, [["engine", chinese.loadingFailed]]);
      }
      await page.close();
    });
  }

  for (const attribute of ["", 'data-engine="javascript"']) {
    test(`runs where scripts may be loaded by a policy alone ${attribute}`, async () => {
      const page = await host("");
      await page.route("**/host?*", async (route) => {
        const response = await route.fetch();
        const policy = "require-trusted-types-for 'script'; trusted-types lit-html wengang";
        await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
      });
      const tag = `<script src="/embed/wengang.js" data-policy="${SHANGHAI}" ${attribute}></script>`;
      await page.goto(`${hosts.url}/host?${encodeURIComponent(tag)}`);
      await page.locator("wengang-question-list").waitFor();
      await page.close();
    });
  }

  test("does not make a page without margins scroll sideways", async () => {
    for (const width of [320, 390]) {
      const page = await host(`<style>body { margin: 0 }</style>
        <script src="/embed/wengang.js" data-policy="${SHANGHAI}"></script>`);
      await page.setViewportSize({ width, height: 700 });
      await page.locator("wengang-question-list").waitFor();
      const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(await widest(), width, "empty");
      await fillIn(page, SMALL_ENTERPRISE);
      await shows(page.locator("wengang-verdict"), "7,380.00");
      assert.equal(await widest(), width, "filled in");
      await page.close();
    }
  });

  test("can be given a look by custom properties and parts", async () => {
    const page = await host(`
      <style>
        wengang-calculator { --wengang-accent: #00695c; --wengang-text: 20px; --wengang-padding: 10px }
        wengang-calculator::part(verdict) { border: 3px solid rgb(1, 2, 3) }
        wengang-calculator::part(keep) { display: none }
      </style>
      <script src="/embed/wengang.js" data-policy="${SHANGHAI}"></script>`);
    const verdict = page.locator("wengang-verdict");
    await page.locator("wengang-question-list").waitFor();
    await fillIn(page, SMALL_ENTERPRISE);
    await verdict.waitFor();
    assert.equal(await verdict.evaluate((element) => getComputedStyle(element).borderTopColor), "rgb(1, 2, 3)");
    assert.equal(await verdict.evaluate((element) => getComputedStyle(element).fontSize), "20px");
    assert.equal(
      await page
        .locator("wengang-calculator")
        .evaluate((element) => getComputedStyle(element).getPropertyValue("--accent")),
      "#00695c",
    );
    await page.locator("wengang-keep").waitFor({ state: "hidden" });
    await page.close();
  });
});

test("any colour of a site becomes one that can be read, and a readable one stays as it is", () => {
  for (const color of ["#000", "#ffffff", "#ffeb3b", "#b3261e", "#1f5a8c", "#00ff00", "#777777"]) {
    for (const scheme of /** @type {const} */ (["light", "dark"])) {
      const theme = themeOf(/** @type {any} */ (colourOf(color)), scheme);
      for (const ground of ["on-accent", "accent-ground"]) {
        const [one, other] = [colourOf(theme.accent), colourOf(theme[/** @type {"on-accent"} */ (ground)])];
        assert.ok(one && other && contrast(one, other) >= 4.5, `${color} on ${ground}, ${scheme}`);
      }
    }
  }
  assert.equal(themeOf([31, 90, 140], "light").accent, "#1f5a8c");
  assert.equal(colourOf("red"), undefined);
});

describe("the frame", () => {
  test("takes the height it needs and tells the same as the element", async () => {
    const page = await host(
      `<script src="${hosts.otherUrl}/embed/wengang-frame.js" data-policy="${SHANGHAI}" data-other="1"></script>`,
      { trusted: hosts.url },
    );
    const inside = page.frameLocator("iframe");
    await inside.locator("wengang-question-list").waitFor();
    const frame = page.frames()[1];
    assert.equal(new URL(frame?.url() ?? "").origin, hosts.otherUrl);
    await frame?.evaluate(
      (inputs) => void Object.assign(document.querySelector("wengang-calculator") ?? {}, { inputs }),
      SMALL_ENTERPRISE,
    );
    await shows(inside.locator("wengang-verdict"), "7,380.00");
    await page.waitForFunction("events.some(({ assessment }) => assessment?.amount === '7380.00')");
    const events = await heard(page, "events");
    assert.deepEqual([...new Set(events.map(({ on }) => on))], ["iframe"]);
    assert.deepEqual([...new Set(events.map(({ type }) => type))].sort(), ["height", "ready", "result"]);
    await page.waitForFunction(() => {
      const { events } = /** @type {any} */ (window);
      const told = events.filter((/** @type {any} */ { type }) => type === "height").pop()?.height;
      return told > 1000 && document.querySelector("iframe")?.style.height === `${told}px`;
    });
    assert.equal(await frame?.evaluate("document.documentElement.scrollHeight > innerHeight"), false);
    // What is drawn last may still change the height.
    await page.waitForTimeout(500);
    const before = (await heard(page, "events")).length;
    const style = await page.locator("iframe").getAttribute("style");
    // Neither another window nor another origin can pass for the frame.
    await page.evaluate(() => {
      const message = { source: "wengang", version: 1, type: "height", height: 5 };
      postMessage(message, "*");
      const { contentWindow } = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
      dispatchEvent(new MessageEvent("message", { data: message, source: contentWindow, origin: location.origin }));
    });
    await page.waitForTimeout(100);
    assert.equal((await heard(page, "events")).length, before);
    assert.equal(await page.locator("iframe").getAttribute("style"), style);
    await page.close();
  });

  const address = `${hosts.otherUrl}/embed/frame.html#policy=${SHANGHAI}`;
  const frames = (/** @type {string[]} */ ...origins) =>
    origins.map((origin) => `<iframe src="${address}${origin && `&origin=${encodeURIComponent(origin)}`}"></iframe>`);

  /** What the frames of a page have told it, once each shows its calculator. @param {Page} page */
  async function told(page) {
    for (const frame of page.frames().slice(1)) await frame.locator("wengang-question-list").waitFor();
    await page.waitForTimeout(300);
    const messages = await heard(page, "messages");
    assert.ok(messages.every(({ source, version }) => source === "wengang" && version === 1));
    return messages;
  }

  test("tells answers and results to no page but those that its server lists", async () => {
    for (const [listed, named] of [
      ["", hosts.url],
      [hosts.url, ""],
      [hosts.url, "https://example.com"],
      [hosts.url, "https://example.cn"],
      ["*", "*"],
      ["null", "null"],
      ["*", hosts.url],
    ]) {
      const page = await host(frames(named ?? "").join(""), { trusted: listed, errors: true });
      const saying = (await told(page)).filter(({ type }) => type !== "height");
      assert.ok(
        saying.every((message) => message.type === "ready" && Object.keys(message).length === 3),
        `${listed}, ${named}`,
      );
      await page.close();
    }
  });

  test("tells results to a page that its server lists, and to those of its own server", async () => {
    const listed = await host(frames(hosts.url, "").join(""), { trusted: hosts.url });
    const results = (await told(listed)).filter(({ type }) => type === "result");
    assert.deepEqual(
      results.map(({ policy }) => policy),
      [SHANGHAI],
    );
    await listed.close();
    const own = await host(
      `<iframe src="/embed/frame.html#policy=${SHANGHAI}&origin=${encodeURIComponent(hosts.url)}"></iframe>`,
    );
    assert.ok((await told(own)).some(({ type, policy }) => type === "result" && policy === SHANGHAI));
    await own.close();
  });

  test("makes attributes of nothing but what may be asked for, says so, and works all the same", async () => {
    const odd = {
      onclick: "x",
      onmouseover: "x",
      style: "position: fixed",
      id: "i",
      "a b": "1",
      "": "1",
      "<p>": "1",
      __proto__x: "1",
    };
    const asked = new URLSearchParams({ policy: SHANGHAI, locale: "en", ...odd, origin: "not an origin" });
    const page = await host(`<iframe src="${hosts.otherUrl}/embed/frame.html#${asked}"></iframe>`);
    const frame = page.frames()[1];
    await frame?.locator("wengang-question-list").waitFor();
    const calculator = frame?.locator("wengang-calculator");
    const names = await calculator?.evaluate((element) => element.getAttributeNames());
    assert.deepEqual(names?.sort(), ["fixed", "locale", "policy"]);
    const said = frame?.getByRole("alert");
    for (const name of Object.keys(odd))
      await shows(/** @type {any} */ (said), english.embedding.unknownSetting(quotable(name)));
    await shows(/** @type {any} */ (said), english.embedding.badSetting("origin", "…"));
    await calculator?.evaluate((element, inputs) => void Object.assign(element, { inputs }), SMALL_ENTERPRISE);
    await shows(/** @type {any} */ (frame?.locator("wengang-verdict")), "7,380.00");
    await page.close();
  });

  test("repeats nothing of its address that could be taken for a message of the site", async () => {
    const message = "【官方通知】您有98000元补贴待领，请致电400-000-0000";
    const preset = JSON.stringify({ insuredAtEnd: message, [message]: 1 });
    for (const asked of /** @type {Record<string, string>[]} */ ([
      { policy: message },
      { policy: SHANGHAI, today: message, locale: message, theme: message, [message]: "1", preset },
    ])) {
      const page = await host(
        `<iframe src="${hosts.otherUrl}/embed/frame.html#${new URLSearchParams(asked)}"></iframe>`,
      );
      const said = page.frameLocator("iframe").getByRole("alert").first();
      await said.waitFor();
      assert.doesNotMatch(await said.innerText(), /98000|400-000/);
      await page.close();
    }
  });

  test("says what of its settings is none, in place of waiting for ever", async () => {
    const deep = JSON.stringify({ insuredAtEnd: 0 }).replace("0", nested(20_000));
    const asked = new URLSearchParams({ policy: SHANGHAI, today: "9999-99-99", locale: "xx", preset: deep });
    const page = await host("<iframe></iframe>");
    await page
      .locator("iframe")
      .evaluate(
        (frame, address) => void Object.assign(frame, { src: address }),
        `${hosts.otherUrl}/embed/frame.html#${asked}`,
      );
    const inside = page.frameLocator("iframe");
    await inside.locator("wengang-question-list").waitFor();
    for (const message of [
      chinese.embedding.badSetting("today", "9999-99-99"),
      chinese.embedding.badSetting("locale", "xx"),
      chinese.embedding.notAnAnswer(words.labelOf("insuredAtEnd")),
    ])
      await shows(inside.getByRole("alert"), message);
    await page.close();
  });
});

describe("the page that writes the lines", () => {
  /** @param {import("playwright-core").BrowserContextOptions} [options] */
  async function open(options) {
    const page = await browser.newPage({ viewport: SIZES.desktop, ...options });
    page.setDefaultTimeout(5000);
    await page.goto(`${hosts.url}/embed/index.html`);
    await page.frameLocator("iframe").locator("wengang-question-list").waitFor();
    return page;
  }
  const lines = (/** @type {Page} */ page) => page.locator("#snippet").inputValue();
  /** Many regions have one by the same title. @param {Page} page */
  const policyIn = (page) =>
    page
      .getByRole("group", { name: words.description.region })
      .getByRole("checkbox", { name: words.description.title });

  test("what it writes shows what it was asked for", async () => {
    const page = await open();
    await policyIn(page).check();
    await page
      .getByRole("radiogroup", { name: words.labelOf("enterpriseSize") })
      .or(page.getByRole("combobox", { name: words.labelOf("employerKind") }))
      .first()
      .waitFor();
    await page.locator("[data-field=employerKind] select").selectOption("enterprise");
    await page.locator("[data-field=insuredAtEnd] input").fill("100");
    await page.getByRole("checkbox", { name: `${words.labelOf("employerKind")} 企业` }).check();
    await page.getByRole("checkbox", { name: "使用网站的主题色" }).check();
    await page.locator("#color").fill("#00695c");
    await page.getByRole("radio", { name: "英文" }).check();
    await page.getByRole("checkbox", { name: /SRI/ }).check();
    await shows(page.frameLocator("iframe").locator("wengang-locked-answers"), english.embedding.locked);

    for (const kind of [/一行脚本/, /自定义元素/, /自动调整高度/, /不用脚本/]) {
      await page.getByRole("radio", { name: kind }).check();
      const written = await lines(page);
      const embedding = await host(written);
      const inside = written.includes("frame") ? embedding.frameLocator("iframe") : embedding;
      await shows(inside.locator("wengang-locked-answers"), english.embedding.locked);
      assert.equal(await inside.locator("[data-field=insuredAtEnd] input").inputValue(), "100");
      assert.equal(await inside.locator("wengang-policy-picker").count(), 0);
      await embedding.close();
    }
    await page.getByRole("radio", { name: /一行脚本/ }).check();
    assert.match(await lines(page), /integrity="sha384-[^"]+"\s+crossorigin="anonymous"/);
    await page.getByRole("button", { name: "复制代码" }).click();
    await shows(page.getByRole("status").first(), /代码已复制|请选中/);
    await page.close();
  });

  test("says what becomes of a colour, and takes none that is not one", async () => {
    const page = await open();
    await page.getByRole("checkbox", { name: "使用网站的主题色" }).check();
    const code = page.getByRole("textbox", { name: /^颜色代码/ });
    await code.fill("#FFCC00");
    await shows(page.locator("#color-remark"), "#856a00");
    assert.match(await lines(page), /data-theme-color="#FFCC00"/);
    await page.getByLabel("主题色", { exact: true }).fill("#1f5a8c");
    assert.equal(await code.inputValue(), "#1f5a8c");
    assert.equal(await page.locator("#color-remark").textContent(), "");
    await code.fill("red");
    await shows(page.locator("#color-remark.problem"), "颜色代码");
    assert.doesNotMatch(await lines(page), /theme-color/);
    await page.close();
  });

  test("keeps to its policy in browsers without constructed style sheets, and so does the frame", async () => {
    const page = await browser.newPage({ viewport: SIZES.desktop });
    await page.addInitScript({ path: "tests/browser/hosts/without-constructed-sheets.js" });
    await page.goto(`${hosts.url}/embed/index.html`);
    const verdict = page.frameLocator("iframe").locator("wengang-verdict");
    await page.frameLocator("iframe").locator("wengang-question-list").waitFor();
    for (const frame of page.frames()) assert.deepEqual(await frame.evaluate("violations"), []);
    const display = (/** @type {Element} */ element) => getComputedStyle(element).display;
    assert.equal(await page.locator(".columns").evaluate(display), "grid");
    assert.equal(await verdict.locator(".judgement").evaluate(display), "flex");
    await page.close();
  });

  for (const [name, options] of Object.entries({
    desktop: {},
    phone: { viewport: SIZES.phone },
    dark: { colorScheme: /** @type {const} */ ("dark") },
  })) {
    test(`is for everyone: ${name}`, async () => {
      const page = await open(options);
      await policyIn(page).check();
      await page.locator("[data-field=insuredAtEnd] input").fill("100");
      if (name === "phone") await page.getByRole("button", { name: "English" }).click();
      await page.locator(".locks").waitFor();
      assert.deepEqual(await violations(page, RULES.all), []);
      assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
      if (process.env.PICTURES)
        await page.screenshot({ path: `${process.env.PICTURES}/generator-${name}.png`, fullPage: true });
      await page.close();
    });
  }

  test("writes one line for a region, and finds policies by their words", async () => {
    const page = await open();
    const listed = page.locator(".list").getByRole("checkbox");
    const all = await listed.count();
    await page.getByLabel("地区").selectOption("上海市");
    await page.waitForFunction((all) => {
      const { shadowRoot } = /** @type {Element} */ (document.querySelector("wengang-generator"));
      return /** @type {ShadowRoot} */ (shadowRoot).querySelectorAll(".list input").length < all;
    }, all);
    assert.deepEqual(await page.locator(".list legend").allTextContents(), ["上海市", "全国"]);
    assert.match(await lines(page), /data-region="上海市"/);
    const embedding = await host(await lines(page));
    await embedding.locator("wengang-policy-picker").waitFor();
    const { policies } = (await heard(embedding, "events")).find(({ type }) => type === "ready");
    assert.ok(
      policies.every((/** @type {string} */ id) => /^(shanghai|national)-/.test(id)),
      policies.join(),
    );
    await embedding.close();

    await page.getByLabel("查找政策").fill("稳岗返还");
    await policyIn(page).check();
    assert.match(await lines(page), new RegExp(`data-policy="${SHANGHAI}"`));
    await page.getByLabel("查找政策").fill("没有这样的政策");
    await shows(page.locator(".narrowing ~ .help"), "没有找到");
    // What was chosen stays in sight.
    assert.equal(await listed.count(), 1);
    await page.close();
  });

  test("can be worked by keyboard alone", async () => {
    const page = await open();
    // Past language, region and search.
    for (let tab = 0; tab < 4; tab += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    assert.match(await lines(page), /data-policy="/);
    await page.close();
  });
});
