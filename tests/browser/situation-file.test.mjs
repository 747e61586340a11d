// A file of situations where there is no page around the calculator: in handouts, opened from a file, and on the pages of others.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { describe as describePolicy, policies } from "../../dist/npm/index.js";
import { chinese, english } from "../../www/messages/all.js";
import { keyOf } from "../../www/profile/shared-questions.js";
import { LARGEST_BYTES, readFileText } from "../../www/situations/situation-file.js";
import { RULES, violations } from "./axe.mjs";
import { serveHosts } from "./hosts.mjs";
import { PolicyWords } from "./policy-words.mjs";
import { FLAGS, Form, gone, HIRES, SHANGHAI, SIZE_CLASS, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { Locator, Page } from "playwright-core" */
/** @import { Refusal } from "../../www/situations/situation-file.js" */

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
const hosts = await serveHosts();
const folder = mkdtempSync(join(tmpdir(), "wengang-situations-"));
after(async () => {
  await browser.close();
  await hosts.close();
  rmSync(folder, { recursive: true });
});

const texts = chinese.situationFile;
const typed = Object.fromEntries(Object.entries(SMALL_ENTERPRISE).map(([field, answer]) => [field, String(answer)]));
const hires = [{ employee: "李明", category: "recentGraduate", hiredOn: "2021-03-05", insuredMonths: "6" }];

/** Typed nowhere else, so that it can be searched for. */
const TELLTALE = "绝密公司七八九";

/** Two firms, of which one has filled in the refund; as the page saves them. */
const FILE = {
  format: "wengang-situations",
  version: 1,
  situations: [
    {
      id: "first",
      name: "甲公司 2024",
      savedOn: "2026-11-27",
      answers: { [SHANGHAI]: { ...typed, askedNoMore: "7" }, [HIRES]: { hires, gone: [{ a: "1" }] } },
      others: { [SHANGHAI]: { insuredAtEnd: "95" } },
      shown: { [SHANGHAI]: { layoffRate: "5.80" } },
      years: { [SHANGHAI]: { _insuredAtStart: { 0: "100" } } },
      profile: { audience: "employer", region: "上海市", year: 2024, answers: { "随便|text|": TELLTALE } },
    },
    { id: "second", name: "乙公司", savedOn: "", answers: { [HIRES]: { hires } } },
  ],
};
const ONE = { ...FILE, situations: FILE.situations.slice(0, 1) };
const OTHER = { ...FILE, situations: FILE.situations.slice(1) };

/** @param {unknown} content a document, or bytes @param {string} [name] */
function fileOf(content, name = "甲公司.json") {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  return { name, mimeType: "application/json", buffer };
}

/** @param {Page} page */
function fileIn(page) {
  const opener = page.locator("wengang-situation-file-opener");
  return {
    opener,
    input: opener.locator("input[type=file]"),
    status: opener.getByRole("status"),
    /** @param {unknown} content */
    open: (content) => opener.locator("input[type=file]").setInputFiles(fileOf(content)),
    /** @param {string} name */
    press: (name) => opener.getByRole("button", { name, exact: true }).click(),
    save: async (label = texts.save) => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: label, exact: true }).click(),
      ]);
      const text = await readFile(await download.path(), "utf8");
      return { name: download.suggestedFilename(), text, document: JSON.parse(text) };
    },
  };
}

/** Without what a situation is not: keys that are there and empty. @param {any} document */
const bare = (document) => JSON.parse(JSON.stringify(document, (_, value) => (isBare(value) ? undefined : value)));

/** @param {unknown} value */
const isBare = (value) =>
  value === "" || (typeof value === "object" && value !== null && Object.keys(value).length === 0);

/**
 * Opens a handout without a network.
 * @param {string} name
 * @param {{ width: number, height: number }} [viewport]
 */
async function openHandout(name, viewport = SIZES.phone) {
  const context = await browser.newContext({ viewport, offline: true });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  /** @type {string[]} */
  const errors = [];
  /** @type {string[]} */
  const requests = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  const address = pathToFileURL(`dist/handout/${name}`).href;
  await page.goto(address);
  await page.locator("wengang-question-list").waitFor();
  return {
    page,
    file: fileIn(page),
    form: new Form(page, SHANGHAI),
    done: async () => {
      assert.deepEqual(errors, []);
      const elsewhere = requests.filter((url) => url !== address && !url.startsWith("blob:"));
      assert.deepEqual(elsewhere, []);
      await context.close();
    },
  };
}

describe("in a handout", () => {
  test("a file is opened, worked out, and saved again with all that others have in it", async () => {
    const { page, file, form, done } = await openHandout(`${SHANGHAI}.html`);
    await file.open(ONE);
    await shows(form.verdict, "7,380.00");
    await shows(file.status, texts.opened("甲公司 2024") + texts.foreign(1));
    assert.equal(await page.evaluate("document.documentElement.scrollWidth"), SIZES.phone.width);
    await form.fill({ premiumsPaid: "50000" });
    await shows(form.verdict, "30,000.00");
    const { name, document } = await file.save();
    assert.equal(name, "甲公司 2024.json");
    const [before] = ONE.situations;
    const { answers, profile } = document.situations[0];
    assert.deepEqual(answers[SHANGHAI], { ...typed, askedNoMore: "7", premiumsPaid: "50000" });
    assert.deepEqual(answers[HIRES], before?.answers[HIRES]);
    // The page's questions about everything say the same from now on.
    const premiums = form.description.inputs.find(({ id }) => id === "premiumsPaid");
    assert.ok(premiums);
    assert.deepEqual(profile.answers, { ...before?.profile?.answers, [keyOf(premiums)]: "50000" });
    for (const key of ["id", "name", "savedOn", "others", "shown", "years"])
      assert.deepEqual(document.situations[0][key], Reflect.get(before ?? {}, key), key);
    // What was saved can be opened.
    await page.reload();
    await page.locator("wengang-question-list").waitFor();
    await file.open(document);
    await shows(form.verdict, "30,000.00");
    await done();
  });

  test("of several in a file one is chosen, by the keyboard alone; the others go back as they came", async () => {
    const { page, file, form, done } = await openHandout(`${SHANGHAI}.html`, SIZES.desktop);
    await file.open(FILE);
    await shows(file.opener, texts.which(2));
    await shows(file.opener.getByRole("listitem").filter({ hasText: "乙公司" }), texts.without);
    assert.deepEqual(await violations(page, RULES.all), []);
    await file.input.focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await shows(form.verdict, "7,380.00");
    const focused = await file.opener.evaluate(({ shadowRoot }) => shadowRoot?.activeElement?.getAttribute("role"));
    assert.equal(focused, "status", "the keyboard goes on where it is said what happened");
    await form.fill({ insuredAtEnd: "96" });
    const { document } = await file.save();
    assert.deepEqual(bare(bare(document.situations[1])), bare(FILE.situations[1]));
    assert.equal(document.situations[0].answers[SHANGHAI].insuredAtEnd, "96");
    await done();
  });

  test("a file for other policies says which, leaves what is typed, and takes it in", async () => {
    const { file, form, done } = await openHandout(`${SHANGHAI}.html`);
    await form.fill({ insuredAtEnd: "88" });
    await file.open(OTHER);
    const { title, region } = new PolicyWords(HIRES).description;
    await shows(file.status, texts.otherPolicies("乙公司", [`${region} · ${title}`]));
    assert.equal(await form.field("insuredAtEnd").inputValue(), "88");
    const { document } = await file.save();
    assert.deepEqual(document.situations[0].answers, { [HIRES]: { hires }, [SHANGHAI]: { insuredAtEnd: "88" } });
    await done();
  });

  test("what is typed stays unless its reader agrees", async () => {
    const { page, file, form, done } = await openHandout(`${SHANGHAI}.html`);
    await form.fill({ insuredAtEnd: "88" });
    await file.open(ONE);
    await shows(file.opener, texts.replaceWhat("甲公司 2024"));
    assert.equal(await form.field("insuredAtEnd").inputValue(), "88");
    assert.deepEqual(await violations(page, RULES.all), []);
    await file.press(texts.keepOwn);
    await shows(file.status, texts.keptOwn("甲公司 2024"));
    assert.equal(await form.field("insuredAtEnd").inputValue(), "88");
    await file.open(ONE);
    await file.press(texts.replace);
    await shows(form.verdict, "7,380.00");
    assert.equal(await form.field("insuredAtEnd").inputValue(), "97");
    await done();
  });

  test("what was said to the same question elsewhere is filled in", async () => {
    const { file, form, done } = await openHandout(`${SHANGHAI}.html`);
    const input = form.description.inputs.find(({ id }) => id === "premiumsPaid");
    assert.ok(input);
    const answers = { [keyOf(input)]: "12300" };
    await file.open({ ...FILE, situations: [{ name: "丙", answers: {}, profile: { answers } }] });
    await shows(file.status, texts.opened("丙") + texts.shared(1));
    assert.equal(await form.field("premiumsPaid").inputValue(), "12300");
    await done();
  });

  test("without a file, one is made, which says what it is about", async () => {
    const { file, form, done } = await openHandout(`${SHANGHAI}.html`);
    await form.fill({ insuredAtEnd: "88" });
    const { name, document } = await file.save();
    assert.equal(name, `${document.situations[0].name}.json`);
    assert.ok(name.startsWith(form.description.title), name);
    assert.deepEqual(document.situations[0].answers, { [SHANGHAI]: { insuredAtEnd: "88" } });
    await done();
  });

  const text = JSON.stringify(ONE);
  const gb18030 = Buffer.concat(
    text.split("甲公司").flatMap((part, index) => [
      ...(index > 0 ? [Buffer.from([0xbc, 0xd7, 0xb9, 0xab, 0xcb, 0xbe])] : []),
      // Nothing else in it but ASCII.
      Buffer.from(part.replace(/[^\0-\x7f]/g, "?")),
    ]),
  );
  for (const [what, bytes] of Object.entries({
    "a byte order mark": Buffer.from(`\ufeff${text}`),
    "UTF-16": Buffer.from(`\ufeff${text}`, "utf16le"),
    GB18030: gb18030,
  })) {
    test(`a file that an editor saved in its own way is read: ${what}`, async () => {
      const { file, form, done } = await openHandout(`${SHANGHAI}.html`);
      await file.open(bytes);
      await shows(file.status, texts.opened("甲公司 2024"));
      await shows(form.verdict, "7,380.00");
      await done();
    });
  }

  for (const [why, content] of /** @type {[Refusal, unknown][]} */ ([
    ["notJson", Buffer.from("甲公司")],
    ["notJson", Buffer.from(text.slice(0, -9))],
    ["notJson", Buffer.from([0, 1, 2, 0xff])],
    ["otherFormat", { format: "xml", version: 1, situations: [] }],
    ["otherFormat", null],
    ["otherVersion", { ...ONE, version: 99 }],
    ["empty", { ...ONE, situations: [] }],
  ])) {
    test(`a file that cannot be opened says why, and leaves what is typed: ${why}`, async () => {
      const { file, form, done } = await openHandout(`${SHANGHAI}.html`);
      await form.fill({ insuredAtEnd: "88" });
      await file.open(content);
      await shows(file.status, texts.refused[why]);
      assert.equal(await form.field("insuredAtEnd").inputValue(), "88");
      // The next one is opened all the same.
      await file.open(OTHER);
      await shows(file.status, "乙公司");
      await done();
    });
  }

  test("a file of more than 50 MB is refused", async () => {
    const { file, done } = await openHandout(`${SHANGHAI}.html`);
    const path = join(folder, "large.json");
    writeFileSync(path, Buffer.alloc(LARGEST_BYTES + 1, " "));
    await file.input.setInputFiles(path);
    await shows(file.status, texts.refused.tooLarge);
    await done();
  });

  test("what is damaged in it is left out, and said", async () => {
    const { file, form, done } = await openHandout(`${SHANGHAI}.html`);
    const answers = { [SHANGHAI]: { ...typed, naturalAttrition: { not: "an answer" } } };
    await file.open({ ...FILE, situations: [{ name: "甲", answers, years: "2024" }] });
    await shows(file.status, texts.opened("甲") + texts.damaged);
    assert.equal(await form.field("naturalAttrition").inputValue(), "");
    assert.equal(await form.field("insuredAtEnd").inputValue(), "97");
    await done();
  });

  test("in English", async () => {
    const { file, form, done } = await openHandout(`${SHANGHAI}.en.html`);
    const words = english.situationFile;
    await file.open(Buffer.from("nonsense"));
    await shows(file.status, words.refused.notJson);
    await file.open(OTHER);
    const { title, region } = new PolicyWords(HIRES, "en").description;
    await shows(file.status, words.otherPolicies("乙公司", [`${region} · ${title}`]));
    await file.open(ONE);
    await shows(form.verdict, "7,380.00");
    await file.save(words.save);
    await done();
  });
});

/** A policy that asks a question of the refund in the same words, with the fields of either. */
function sharing() {
  const { inputs } = describePolicy(SHANGHAI);
  for (const { id } of policies()) {
    if (id === SHANGHAI) continue;
    for (const other of describePolicy(id).inputs) {
      const own = inputs.find((input) => input.type === "boolean" && keyOf(input) === keyOf(other));
      if (own) return { id, field: own.id, other: other.id };
    }
  }
  throw new Error("No other policy asks the same");
}

describe("on the pages of others", () => {
  /**
   * A page with these lines, which hears what the calculator tells.
   * @param {string} body
   */
  async function host(body) {
    const page = await browser.newPage({ viewport: SIZES.desktop });
    page.setDefaultTimeout(10_000);
    /** @type {string[]} */
    const errors = [];
    /** @type {string[]} */
    const requests = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("request", (request) => requests.push(request.url()));
    await page.addInitScript(() => {
      /** @type {unknown[]} */
      const heard = [];
      /** @type {string[]} */
      const everything = [];
      Object.assign(window, { heard, everything });
      document.addEventListener("wengang-file", (event) => {
        heard.push(/** @type {CustomEvent} */ (event).detail);
      });
      addEventListener("message", ({ data }) => heard.push(data));
      // Whatever an event of the calculator says, whatever its name.
      const dispatch = EventTarget.prototype.dispatchEvent;
      EventTarget.prototype.dispatchEvent = function (event) {
        const { detail, composed } = /** @type {CustomEvent} */ (event);
        if (composed) everything.push(JSON.stringify(detail) ?? "");
        return dispatch.call(this, event);
      };
    });
    await page.goto(`${hosts.url}/host?${encodeURIComponent(body)}`);
    return {
      page,
      file: fileIn(page),
      form: new Form(page, SHANGHAI),
      requests,
      /** @returns {Promise<any[]>} */
      heard: () => page.evaluate("heard"),
      done: async () => {
        assert.deepEqual(errors, []);
        await page.close();
      },
    };
  }

  const alone = `<script src="/embed/wengang.js" data-policy="${SHANGHAI}"></script>`;
  const two = `<script src="/embed/wengang.js" data-policies="${SHANGHAI} ${HIRES}"></script>`;

  test("the reader opens a file; nothing is stored, asked for, or told but that there was one", async () => {
    const { page, file, form, requests, heard, done } = await host(alone);
    await page.locator("wengang-question-list").waitFor();
    const before = requests.length;
    await file.open(ONE);
    await shows(form.verdict, "7,380.00");
    assert.deepEqual(await heard(), [{ version: 1, policy: SHANGHAI, outcome: "filled" }]);
    // What helps with a question comes with the question; nothing comes for what the file has besides.
    const wanted = requests.slice(before).filter((url) => !url.includes(SIZE_CLASS));
    assert.deepEqual(wanted, []);
    assert.deepEqual(await page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]"), [0, 0, ""]);
    /** @type {string[]} */
    const everything = await page.evaluate("everything");
    assert.ok(everything.length > 0);
    assert.ok(everything.every((detail) => !detail.includes(TELLTALE) && !detail.includes("李明")));
    const { document } = await file.save();
    assert.deepEqual(document.situations[0].answers[HIRES], ONE.situations[0]?.answers[HIRES]);
    await page.setViewportSize({ width: 390, height: 800 });
    assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 390);
    await done();
  });

  test("a file is dropped on it", async () => {
    const { page, file, form, done } = await host(alone);
    await page.locator("wengang-question-list").waitFor();
    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], "file.json"));
      const calculator = document.querySelector("wengang-calculator");
      const over = new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true });
      calculator?.dispatchEvent(over);
      Object.assign(window, {
        taken: over.defaultPrevented,
        drop: () => calculator?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true })),
      });
    }, JSON.stringify(ONE));
    assert.equal(await page.evaluate("taken"), true);
    await shows(file.opener, texts.drop);
    await page.evaluate("drop()");
    await shows(form.verdict, "7,380.00");
    await gone(file.opener.getByText(texts.drop));
    await done();
  });

  test("the page around hands one over, before the engine is there", async () => {
    const { page, file, form, heard, done } = await host(`${alone}<script>
      window.opened = document.querySelector("wengang-calculator").openSituations(${JSON.stringify(ONE)});
    </script>`);
    await shows(form.verdict, "7,380.00");
    assert.equal(await page.evaluate("opened"), true);
    assert.deepEqual(await heard(), [{ version: 1, policy: SHANGHAI, outcome: "filled" }]);
    // Whatever it hands over, the reader is asked before what is typed is lost.
    await form.fill({ insuredAtEnd: "88" });
    const again = page.evaluate(
      (text) => /** @type {any} */ (document.querySelector("wengang-calculator")).openSituations(text),
      JSON.stringify(ONE),
    );
    await shows(file.opener, texts.replaceWhat("甲公司 2024"));
    assert.equal(await again, true);
    await file.press(texts.keepOwn);
    assert.equal(await form.field("insuredAtEnd").inputValue(), "88");
    assert.equal((await heard()).pop().outcome, "kept");
    for (const given of ['"nonsense"', "undefined", "null", "5", "(() => { const a = {}; a.a = a; return a; })()"]) {
      assert.equal(
        await page.evaluate(`document.querySelector("wengang-calculator").openSituations(${given})`),
        false,
        given,
      );
      assert.equal((await heard()).pop().outcome, "refused");
    }
    await shows(file.status, texts.refused.notJson);
    assert.equal(await form.field("insuredAtEnd").inputValue(), "88");
    await done();
  });

  test("another policy that is chosen is filled in from the file, too", async () => {
    const { page, file, form, heard, done } = await host(two);
    await page.locator("wengang-question-list").waitFor();
    await file.open(ONE);
    await shows(form.verdict, "7,380.00");
    const picker = page.locator("wengang-policy-picker select");
    await picker.selectOption(HIRES);
    await page.getByText("李明").or(page.locator('input[value="李明"]')).first().waitFor({ state: "attached" });
    assert.deepEqual(
      (await heard()).map(({ policy, outcome }) => [policy, outcome]),
      [
        [SHANGHAI, "filled"],
        [HIRES, "filled"],
      ],
    );
    await picker.selectOption(SHANGHAI);
    await form.fill({ insuredAtEnd: "96" });
    const { document } = await file.save();
    const { answers } = document.situations[0];
    assert.equal(answers[SHANGHAI].insuredAtEnd, "96");
    assert.deepEqual(answers[HIRES], ONE.situations[0]?.answers[HIRES]);
    await done();
  });

  test("what a policy at hand was asked already is filled in, and none is fetched for it", async () => {
    const { id, field, other } = sharing();
    const { page, file, requests, done } = await host(
      `<script src="/embed/wengang.js" data-policies="${id} ${SHANGHAI}"></script>`,
    );
    await page.locator("wengang-policy-picker select").selectOption(id);
    await page.locator("wengang-policy-picker select").selectOption(SHANGHAI);
    const form = new Form(page, SHANGHAI);
    await page.getByRole("heading", { level: 2, name: form.description.title }).waitFor();
    const before = requests.length;
    await file.open({
      ...FILE,
      situations: [{ name: "丁", answers: { [id]: { [other]: "true" }, [HIRES]: { hires } } }],
    });
    await shows(file.status, texts.opened("丁") + texts.shared(1));
    assert.equal(await form.tile(field, true).isChecked(), true);
    assert.deepEqual(
      requests.slice(before).filter((url) => !url.includes(SIZE_CLASS)),
      [],
    );
    await done();
  });

  test("what the page has locked stays, what it has preset gives way, and both go into the file", async () => {
    const preset = JSON.stringify({ insuredAtStart: 50, insuredAtEnd: 50, enterpriseSize: "large" });
    const { file, form, page, done } = await host(
      `<script src="/embed/wengang.js" data-policy="${SHANGHAI}" data-preset='${preset}' data-locked="insuredAtStart"></script>`,
    );
    await page.locator("wengang-question-list").waitFor();
    const { enterpriseSize: _, ...answers } = typed;
    await file.open({ ...ONE, situations: [{ name: "甲", answers: { [SHANGHAI]: answers } }] });
    await shows(file.status, texts.opened("甲") + texts.locked(1));
    assert.equal(await form.field("insuredAtEnd").inputValue(), "97");
    const { document } = await file.save();
    const saved = document.situations[0].answers[SHANGHAI];
    assert.deepEqual([saved.insuredAtStart, saved.insuredAtEnd, saved.enterpriseSize], ["50", "97", "large"]);
    await done();
  });

  test("of a frame, pages that its server does not know hear nothing of a file", async () => {
    const { page, heard, done } = await host(`<script src="/embed/wengang-frame.js" data-policy="${SHANGHAI}"></script>
      <iframe src="${hosts.otherUrl}/embed/frame.html#policy=${SHANGHAI}" width="100%" height="1600"></iframe>`);
    const [own, other] = [page.frameLocator("iframe").nth(0), page.frameLocator("iframe").nth(1)];
    for (const frame of [own, other]) {
      await frame.locator("wengang-situation-file-opener input").setInputFiles(fileOf(ONE));
      await shows(/** @type {Locator} */ (frame.locator("wengang-verdict")), "7,380.00");
    }
    const all = await heard();
    const files = all.filter(({ type, outcome }) => type === "file" || outcome);
    // Its own server's, as a message and as an event; the other's, not at all.
    assert.deepEqual(
      files.map(({ outcome }) => outcome),
      ["filled", "filled"],
    );
    assert.ok(all.some(({ type }) => type === "height"));
    await done();
  });
});

test("whatever is in a file, it is read or refused, and read again it is the same", () => {
  for (const strange of [
    "[]",
    "5",
    '{"format":"wengang-situations"}',
    '{"format":"wengang-situations","version":1,"situations":[5,null,[],"x"]}',
    '{"format":"wengang-situations","version":1,"situations":[{"answers":{"__proto__":{"a":"1"},"p":[1]},"years":5}]}',
    `{"format":"wengang-situations","version":1,"situations":[{"answers":${"[".repeat(100_000)}${"]".repeat(100_000)}}]}`,
  ]) {
    const contents = readFileText(strange);
    if (contents.refusal) assert.ok(contents.refusal in texts.refused);
    else assert.equal(contents.whole, false, strange);
  }
  const contents = readFileText(JSON.stringify(FILE));
  assert.ok(!contents.refusal && contents.whole);
});
