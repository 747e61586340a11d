// What was worked out by earlier rules is worked out again by them, beside the rules of now.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fragmentWith } from "../../www/app/link.js";
import { messagesIn } from "../../www/messages/all.js";
import { RULES, violations } from "./axe.mjs";
import { siteWith } from "./site-with.mjs";
import { Form, gone, loaded, openSite, shows } from "./support.mjs";

/** @import { Page } from "playwright-core" */
/** @import { Past } from "../../www/app/past.js" */

const { replay, saving, situations, link: linkTexts } = messagesIn("zh-CN");
const { browser } = await openSite();

const FIRST = readFileSync("tests/mistakes/none.toml", "utf8");
/** The same at 600 yuan, with a condition and a note of the change more. */
const SECOND = FIRST.replaceAll("500", "600").replace(
  "[amount]",
  `[[condition]]
name    = "招用够多"
id      = "enough"
en      = "enough"
label   = { zh = "招用够多", en = "Enough" }
formula = "招用人数 ≥ 3人"
source  = "通知：二"

[[change]]
date = 2026-11-28
text = { zh = "标准提高到600元。", en = "Now 600 yuan." }

[[example]]
name   = { zh = "招用不够", en = "Too few" }
inputs = { "招用人数" = 2, "离职人数" = 1 }
expect = { eligibility = "ineligible", amount = "0.00" }

[amount]`,
);

const folder = mkdtempSync(join(tmpdir(), "wengang-replay-"));
after(() => rmSync(folder, { recursive: true }));
/** @param {string} name @param {string} text */
function written(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const site = await siteWith(written("first.toml", FIRST), written("second.toml", SECOND));
const packs = join(site.folder, "packs");
const EARLIER = join(packs, "earlier");
const kept = readdirSync(EARLIER).find((name) => /^example\.\w+\.pack$/.test(name)) ?? "";
const [, THEN = ""] = kept.split(".");
const NOW = versionOf("example");

/** @param {string} id */
function versionOf(id) {
  const { policies } = JSON.parse(readFileSync(join(packs, "catalogue.json"), "utf8"));
  return policies.find((/** @type {any} */ one) => one.id === id).version;
}

/** @type {Past} */
const PAST = { on: "2026-11-20", version: THEN, engine: "0.1.0", eligibility: "eligible", amount: "2000.00" };
const ANSWERS = /** @type {[string, string][]} */ ([
  ["hired", "6"],
  ["left", "2"],
]);

/** @param {Partial<Past>} [past] @param {[string, string][]} [answers] @param {string} [policy] */
function linkOf(past, answers = ANSWERS, policy = "example") {
  return site.url + fragmentWith({ view: "policy", policy }, answers, "zh-CN", { ...PAST, ...past });
}

/** @param {string} address @param {{ width: number, height: number }} [viewport] */
async function open(address, viewport = { width: 1280, height: 900 }) {
  const page = await browser.newPage({ viewport, locale: "zh-CN" });
  page.setDefaultTimeout(10_000);
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => request.url().includes("/earlier/") && asked.push(request.url()));
  await page.goto(address);
  await loaded(page);
  return { page, errors, asked, form: new Form(page, "example"), told: page.locator("wengang-replay") };
}

test("the rules of then give the old amount exactly, those of now the new one, side by side", async () => {
  const { page, errors, asked, told, form } = await open(linkOf());
  await shows(told, replay.reproduced("符合条件，2,000.00 元").slice(0, 20));
  const verdicts = told.locator("wengang-verdict");
  await shows(verdicts.nth(0), "2,000.00");
  await shows(verdicts.nth(1), "2,400.00");
  await shows(form.verdict, "2,400.00");
  for (const part of [THEN, NOW, "标准提高到600元。", replay.more("400.00")]) await shows(told, part);
  assert.equal(await told.getByText(replay.forged).count(), 0);
  // A rule that there was not then is not said to be open then.
  const row = told.getByRole("row").filter({ hasText: "招用够多" });
  assert.match(await row.innerText(), /没有这一条/);
  assert.deepEqual(asked, [`${site.url}packs/earlier/example.${THEN}.pack`]);
  assert.deepEqual(errors, []);
  await page.close();
});

test("no rules of then are asked for where the link was made by those of now", async () => {
  const { page, asked, told, form } = await open(linkOf({ version: NOW, amount: "2400.00" }));
  await shows(form.verdict, "2,400.00");
  assert.equal(await told.count(), 0);
  assert.deepEqual(asked, []);
  await page.close();
});

test("what a link claims and the rules of then do not give is said not to come out", async () => {
  const { page, told } = await open(linkOf({ amount: "9999.00" }));
  await shows(told, replay.forged);
  await shows(told, /9,999\.00[\s\S]*2,000\.00/);
  await page.close();
});

test("another version of the engine is named, and none noted is said to be so", async () => {
  for (const [engine, expected] of [
    ["9.9.9", replay.engines("9.9.9", "0.1.0")],
    ["", replay.engineUnknown],
  ]) {
    const { page, told } = await open(linkOf({ engine: engine ?? "" }));
    await shows(told, expected ?? "");
    await page.close();
  }
});

test("the same rules with another result say so, and nothing is fetched", async () => {
  const { page, asked, told } = await open(linkOf({ version: NOW, amount: "1.00" }));
  await shows(told, "规则没有变");
  assert.deepEqual(asked, []);
  await page.close();
});

test("where the rules of then are not kept, both versions are named and only those of now are used", async () => {
  const version = "0123456789abcdef01234567";
  const { page, told, form } = await open(linkOf({ version }));
  await shows(told, replay.missing(version));
  await shows(told, replay.onlyNow(NOW));
  assert.equal(await told.locator("wengang-verdict").count(), 0);
  await shows(form.verdict, "2,400.00");
  await page.close();
});

test("what was tampered with, or is another version under this name, is refused", async () => {
  const whole = readFileSync(join(EARLIER, kept));
  const version = "abcdef0123456789abcdef01";
  const changed = Buffer.from(whole);
  changed.writeUInt8(changed.readUInt8(changed.length - 3) ^ 1, changed.length - 3);
  for (const bytes of [changed, whole.subarray(0, 200), whole]) {
    writeFileSync(join(EARLIER, `example.${version}.pack`), bytes);
    const { page, told } = await open(linkOf({ version }));
    await shows(told, replay.refused(version));
    assert.equal(await told.locator("wengang-verdict").count(), 0);
    await page.close();
  }
});

test("a policy that is gone is worked out by the rules that it had", async () => {
  const lost = FIRST.replace('id       = "example"', 'id       = "gone"');
  const own = await siteWith(written("gone.toml", lost));
  const [name = ""] = readdirSync(join(own.folder, "packs")).filter((file) => file.startsWith("gone."));
  const { policies } = JSON.parse(readFileSync(join(own.folder, "packs/catalogue.json"), "utf8"));
  const { version } = policies.find((/** @type {any} */ one) => one.id === "gone");
  mkdirSync(join(own.folder, "packs/earlier"), { recursive: true });
  renameSync(join(own.folder, "packs", name), join(own.folder, "packs/earlier", `gone.${version}.pack`));
  const without = { format: 3, policies: policies.filter((/** @type {any} */ one) => one.id !== "gone") };
  writeFileSync(join(own.folder, "packs/catalogue.json"), JSON.stringify(without));
  rmSync(join(own.folder, "packs/gone.entry.json"));

  const fragment = fragmentWith({ view: "policy", policy: "gone" }, ANSWERS, "zh-CN", { ...PAST, version });
  const { page, told, errors } = await open(own.url + fragment);
  await shows(told, replay.gone);
  await shows(told.locator("wengang-verdict"), "2,000.00");
  assert.deepEqual(errors, []);
  await page.close();
});

test("once other answers are given, the result of then is no longer about them", async () => {
  const { page, told, form } = await open(linkOf());
  await shows(told, "重算");
  await form.fill({ hired: "7" });
  await gone(told);
  await page.close();
});

test("taken over, it goes on by the rules of now", async () => {
  const { page, told } = await open(linkOf());
  await shows(told, "重算");
  await page.getByRole("button", { name: linkTexts.dismiss }).click();
  await gone(told);
  await page.close();
});

test("a file of situations is worked out again by the rules of its day", async () => {
  const { page, told, form } = await open(linkOf());
  await shows(told, "重算");
  await page.getByLabel(saving.name, { exact: true }).fill("甲公司");
  const download = page.waitForEvent("download");
  await page.locator("wengang-saving").getByRole("button", { name: saving.toFile }).click();
  const path = join(folder, "situations.json");
  await (await download).saveAs(path);
  const file = JSON.parse(readFileSync(path, "utf8"));
  assert.deepEqual(file.situations[0].results, {
    example: { on: "2026-11-20", version: THEN, engine: "0.1.0", result: "eligible 2000.00" },
  });
  assert.equal(file.version, 1);
  await page.close();

  const other = await open(`${site.url}#/`);
  await other.page.locator('input[type="file"]').setInputFiles(path);
  await shows(other.page.locator("wengang-situations"), situations.opened(1));
  await other.page.locator("wengang-situations").getByRole("link", { name: form.description.title }).first().click();
  await shows(other.told, replay.reproduced("").slice(0, 12));
  await shows(other.told.locator("wengang-verdict").first(), "2,000.00");
  await other.page.close();
});

test("what comes out is noted with the answers, and with every change anew", async () => {
  const { page, form } = await open(`${site.url}#/example`);
  await form.fill({ hired: "6", left: "2" });
  await shows(form.verdict, "2,400.00");
  await page.waitForTimeout(500);
  const results = () => page.evaluate(() => JSON.parse(sessionStorage.wengang).situations[0].results);
  const noted = await results();
  assert.equal(noted.example.version, NOW);
  assert.equal(noted.example.result, "eligible 2400.00");
  assert.equal(noted.example.engine, "0.1.0");
  await form.fill({ left: "3" });
  await shows(form.verdict, "1,800.00");
  await page.waitForTimeout(500);
  assert.equal((await results()).example.result, "eligible 1800.00");
  await page.close();
});

for (const width of [390, 1280]) {
  test(`at ${width} px nothing is wider than the page, and axe finds nothing`, async () => {
    const { page, told } = await open(linkOf(), { width, height: 844 });
    await shows(told, "重算");
    await told.locator("wengang-scenario-results").waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    assert.deepEqual(await violations(page, RULES.all), []);
    await page.close();
  });
}

test("on paper it stands before the sheet", async () => {
  const { page, told } = await open(linkOf());
  await shows(told, "重算");
  await page.emulateMedia({ media: "print" });
  assert.ok(await told.isVisible());
  assert.equal(await told.locator("h2").evaluate((heading) => getComputedStyle(heading).display !== "none"), true);
  await page.close();
});
