// The native pages in WeChat's logic layer: what they show, and what they ask of WeChat.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PolicyWords } from "../browser/policy-words.mjs";
import { HIRES, SHANGHAI, SMALL_ENTERPRISE } from "../browser/support.mjs";
import { start } from "./we-chat.mjs";

const SHANGHAI_WORDS = new PolicyWords(SHANGHAI);
const kept = {
  policy: SHANGHAI,
  version: SHANGHAI_WORDS.description.version,
  inputs: SMALL_ENTERPRISE,
  eligibility: "eligible",
  amount: "7380.00",
  on: "2024-06-01",
  locale: "zh-CN",
};
const address = encodeURIComponent(JSON.stringify(kept));

test("the first page lists every policy, and finds those of a region, a year and a word", async () => {
  const { open, asked } = start();
  const page = await open("index");
  const { policies } = await import("../../dist/npm/index.js");
  assert.equal(page.data.policies.length, policies().length);
  assert.equal(page.data.hasWeb, false);
  const choose = (/** @type {string} */ name, /** @type {string} */ value) =>
    page.filter({ currentTarget: { dataset: { name } }, detail: { value } });
  choose("region", String(page.data.regions.indexOf("常州市")));
  choose("year", String(page.data.years.indexOf("2020年")));
  const found = () => page.data.policies.map((/** @type {{ id: string }} */ { id }) => id);
  assert(found().length > 2 && found().length < policies().length);
  assert(found().includes("changzhou-2020-work-training"));
  choose("text", "岗位技能");
  assert.deepEqual(found(), ["changzhou-2020-skills-training"]);
  choose("text", "没有这样的政策");
  assert.deepEqual(page.data.policies, []);
  page.open({ currentTarget: { dataset: { policy: SHANGHAI } } });
  assert.equal(asked.navigateTo.url, `/pages/calculator/calculator?policy=${SHANGHAI}`);
});

test("a phone in another language than Chinese gets English, and can change it", async () => {
  const { open, app } = start({ language: "en" });
  const page = await open("index");
  assert.equal(page.data.words.title, new PolicyWords(SHANGHAI, "en").messages.page.title);
  await page.changeLocale();
  assert.equal(app.locale, "zh-CN");
  assert.equal(page.data.words.title, SHANGHAI_WORDS.messages.page.title);
});

test("a result from the web version is worked out again, copied, and saved as a file", async () => {
  // WeChat decodes addresses in some ways of opening a page and not in others.
  for (const result of [address, JSON.stringify(kept)]) {
    const { open, asked, files } = start();
    const page = await open("result", { result });
    assert.equal(page.data.kept.result.outcome.figure, "7,380.00");
    assert.deepEqual(page.data.kept.changed, []);
    page.copy();
    assert.match(asked.setClipboardData.data, /返还金额 7,380\.00元/);
    page.save();
    assert.equal(asked.shareFileMessage.fileName, "上海市 失业保险稳岗返还（2024年）.txt");
    assert.equal(files[asked.shareFileMessage.filePath], asked.setClipboardData.data);
  }
});

test("a computer saves the file to its disk", async () => {
  const { open, asked } = start({ platform: "windows" });
  const page = await open("result", { result: address });
  page.save();
  assert.equal(asked.saveFileToDisk.filePath, asked.writeFile.filePath);
  assert(!("shareFileMessage" in asked));
});

test("what WeChat refuses is said", async () => {
  const { open, asked } = start({ refusing: ["setClipboardData", "shareFileMessage", "addPhoneCalendar"] });
  const page = await open("result", { result: address });
  const { words } = page.data;
  page.copy();
  assert.equal(asked.showModal.content, words.notCopied);
  page.save();
  assert.equal(asked.showModal.content, words.notSaved);
  page.addToCalendar({ detail: { label: "期限", date: "2024-12-31", rule: "" } });
  assert.equal(asked.showModal.content, words.notAdded);
  assert(!("showToast" in asked));
});

test("a result whose rules have changed since says so", async () => {
  const { open } = start();
  const result = JSON.stringify({ ...kept, version: "0", amount: "1.00" });
  const page = await open("result", { result });
  const { link, result: words } = SHANGHAI_WORDS.messages;
  const was = link.past(`${words.eligible}，${words.yuan("1.00")}`);
  const is = link.present(`${words.eligible}，${words.yuan("7,380.00")}`);
  assert.deepEqual(page.data.kept.changed, [was, is, link.changedRules]);
});

test("an address that holds no result is no error of the user's", async () => {
  for (const result of ["", "nonsense", "%E7%A8%B3", "{}", "null"]) {
    const page = await start().open("result", { result });
    assert.equal(page.data.state, "none", result);
  }
  const { open, layer } = start();
  const page = await open("result", { result: JSON.stringify({ ...kept, policy: "no-such-policy" }) });
  assert.equal(page.data.state, "failed");
  assert.equal(layer.warnings.length, 0);
});

test("the native calculator hands its result over within the mini-program", async () => {
  const { open, app, asked } = start();
  const page = await open("calculator", { policy: SHANGHAI });
  assert.equal(page.data.policy, SHANGHAI);
  page.keep();
  assert(!("navigateTo" in asked));
  page.remember({ detail: kept });
  page.keep();
  assert.equal(asked.navigateTo.url, "/pages/result/result");
  assert.equal(app.kept, kept);
  const result = await open("result");
  assert.equal(result.data.kept.result.outcome.figure, "7,380.00");
});

test("what the web version posts is found on the first page once it is left", async () => {
  const { open, app } = start();
  const web = await open("web");
  web.receive({ detail: { data: [{ wengang: { ...kept, amount: "1.00" } }, { wengang: kept }] } });
  assert.equal(app.kept, kept);
  web.receive({ detail: { data: [{ other: true }] } });
  web.receive({ detail: { data: [] } });
  assert.equal(app.kept, kept);
  const index = await open("index");
  assert.equal(index.data.hasResult, true);
});

test("a deadline is put into the phone's calendar, with a reminder three days before, at nine", async () => {
  const { open, asked } = start();
  const training = new PolicyWords("shanghai-2022-online-training");
  const inputs = training.description.examples[0]?.inputs ?? {};
  const result = { ...kept, policy: training.policy, inputs: { ...inputs, filingApprovedOn: "2099-05-31" } };
  const page = await open("result", { result: JSON.stringify(result) });
  const [deadline] = page.data.kept.result.deadlines;
  assert(deadline.open);
  page.addToCalendar({ detail: deadline });
  const { startTime, alarmOffset, allDay, title } = asked.addPhoneCalendar;
  const [year, month, day] = deadline.date.split("-").map(Number);
  assert.equal(title, deadline.label);
  assert.equal(allDay, true);
  assert.deepEqual(new Date(startTime * 1000), new Date(year, month - 1, day));
  assert.deepEqual(new Date((startTime - alarmOffset) * 1000), new Date(year, month - 1, day - 3, 9));
});

test("the page of hires, too, gets its rows from the web version", async () => {
  const { open } = start();
  const inputs = new PolicyWords(HIRES).description.examples[0]?.inputs ?? {};
  const page = await open("result", { result: JSON.stringify({ ...kept, policy: HIRES, inputs }) });
  assert(page.data.kept.result.tables[0].rows.length > 0);
});
