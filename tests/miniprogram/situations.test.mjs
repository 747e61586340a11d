// Situations in the mini-program: named, kept on request only, gone on with, duplicated, handed on as a file and read from one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sentencesIn, wordsIn } from "../../pkg-config/miniprogram/logic/words.js";
import { messagesIn } from "../../www/messages/all.js";
import { HIRES, SHANGHAI, SMALL_ENTERPRISE } from "../browser/support.mjs";
import { Phone } from "./phone.mjs";
import { start } from "./we-chat.mjs";

const words = wordsIn("zh-CN");
const sentences = sentencesIn("zh-CN");
const messages = messagesIn("zh-CN");
const typed = Object.fromEntries(Object.entries(SMALL_ENTERPRISE).map(([field, answer]) => [field, String(answer)]));
const hires = [{ employee: "李明", category: "recentGraduate", hiredOn: "2021-03-05", insuredMonths: "6" }];
const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** As the page saves it. */
const FILE = {
  format: "wengang-situations",
  version: 1,
  situations: [
    {
      id: "a",
      name: "甲公司 2024",
      savedOn: "2026-11-27",
      answers: { [SHANGHAI]: { ...typed, askedNoMore: "7" }, [HIRES]: { hires } },
      others: { [SHANGHAI]: { insuredAtEnd: "95" } },
      shown: { [SHANGHAI]: { layoffRate: "5.80" } },
      years: {},
      profile: { audience: "employer", region: "上海市", year: 2024, answers: {} },
    },
  ],
};
const bytesOf = (/** @type {unknown} */ document) => Buffer.from(JSON.stringify(document));

/** @typedef {Awaited<ReturnType<ReturnType<typeof start>["open"]>>} Page */

/**
 * Begins a situation, as its user does, and opens its page.
 * @param {ReturnType<typeof start>} phone
 * @param {{ name?: string, region?: string, year?: string }} [about]
 */
async function begun(phone, { name, region = "上海市", year = "2024年" } = {}) {
  const index = await phone.open("index");
  index.newSituation();
  const [, id = ""] = phone.asked.navigateTo.url.split("?id=");
  const page = await phone.open("situation", { id });
  const choose = (/** @type {string} */ control, /** @type {number} */ at) =>
    page.choose({ currentTarget: { dataset: { name: control } }, detail: { value: String(at) } });
  if (name) page.rename({ detail: { value: name } });
  choose("region", page.data.view.regions.indexOf(region));
  choose("year", page.data.view.years.indexOf(year));
  return { page, index, id };
}

/** All policies that a page lists, with what stands beside them. @param {Page} page @returns {any[]} */
const listed = ({ data: { view } }) => [
  ...view.groups.flatMap((/** @type {any} */ group) => group.policies),
  ...view.elsewhere,
];

/** @param {Page} page @param {string} policy */
const lineOf = (page, policy) => listed(page).find(({ id }) => id === policy);

test("a firm arrives with a city and a year, sees what can be had, and goes into a policy and back", async () => {
  const phone = start();
  const { page, index } = await begun(phone, { name: " 甲公司  2024 " });
  assert.equal(page.data.view.name, "甲公司 2024");
  const ids = listed(page).map(({ id }) => id);
  assert.ok(ids.includes(SHANGHAI));
  assert.ok(
    ids.every((id) => !id.startsWith("changzhou")),
    ids.join(),
  );
  assert.match(lineOf(page, SHANGHAI).remark, /还需填写\d+项/);

  page.open({ currentTarget: { dataset: { policy: SHANGHAI } } });
  assert.match(phone.asked.navigateTo.url, /policy=shanghai-2024/);
  const calculator = await phone.open("calculator", { policy: SHANGHAI });
  assert.equal(calculator.data.situation.name, "甲公司 2024");
  calculator.fill({ detail: { answers: typed } });

  page.onShow();
  const line = lineOf(page, SHANGHAI);
  assert.deepEqual([line.figure, line.remark], ["7,380.00元", ""]);
  const group = page.data.view.groups.find((/** @type {any} */ one) => one.policies.includes(line));
  assert.equal(group.heading, messages.profile.outcome.eligible);
  assert.match(page.data.view.total, /7,380\.00/);
  const again = await phone.open("calculator", { policy: SHANGHAI });
  assert.equal(again.data.answers.premiumsPaid, "12300.00");
  // On the first page it stands in a line.
  index.onShow();
  assert.deepEqual(index.data.situations, [
    {
      id: page.data.view.id,
      name: "甲公司 2024",
      about: "上海市 · 2024年 · 用人单位 · 已填1项政策",
      kept: sentences.notKept,
    },
  ]);
});

test("the component tells what is typed, and is filled in with it", async () => {
  const phone = await Phone.open(SHANGHAI);
  await phone.fill(SMALL_ENTERPRISE);
  assert.equal(phone.typed.premiumsPaid, "12300.00");
  await phone.fill({ premiumsPaid: "1.23万" });
  const other = await Phone.open(SHANGHAI, { answers: phone.typed });
  assert.deepEqual(other.result("amount"), ["7,380.00 元"]);
  assert.equal(other.typed, undefined, "what is only filled in is no change");
});

test("nothing is kept on the phone but on request; then it follows every change", async () => {
  const storage = new Map();
  const phone = start({ storage });
  const { page } = await begun(phone, { name: "甲公司" });
  const calculator = await phone.open("calculator", { policy: SHANGHAI });
  calculator.fill({ detail: { answers: { insuredAtEnd: "97" } } });
  assert.equal(storage.size, 0);
  assert.equal(page.data.view.isKept, false);
  page.keep();
  assert.equal(page.data.view.kept, sentences.kept(TODAY));
  assert.equal(storage.size, 1);
  calculator.fill({ detail: { answers: { insuredAtEnd: "96" } } });

  // The next day.
  const later = start({ storage });
  const index = await later.open("index");
  assert.deepEqual(
    index.data.situations.map((/** @type {any} */ one) => [one.name, one.kept]),
    [["甲公司", sentences.kept(TODAY)]],
  );
  index.openSituation({ currentTarget: { dataset: { id: index.data.situations[0].id } } });
  const form = await later.open("calculator", { policy: SHANGHAI });
  assert.equal(form.data.answers.insuredAtEnd, "96");
});

test("one is deleted, or all, and nothing is left of them", async () => {
  const storage = new Map([["something-else", "1"]]);
  const phone = start({ storage });
  const [first, second] = [await begun(phone, { name: "甲" }), await begun(phone, { name: "乙" })];
  first.page.keep();
  second.page.keep();
  assert.equal(storage.size, 3);
  first.page.remove();
  assert.equal(phone.asked.showModal.content, words.deleteWhat);
  assert.equal(storage.size, 2);
  const { index } = second;
  index.onShow();
  assert.deepEqual(
    index.data.situations.map((/** @type {any} */ { name }) => name),
    ["乙"],
  );
  index.deleteAll();
  assert.equal(phone.asked.showModal.content, words.deleteAllWhat);
  assert.deepEqual([...storage.keys()], ["something-else"]);
  assert.deepEqual(index.data.situations, []);
  const gone = await phone.open("situation", { id: first.id });
  assert.equal(gone.data.state, "none");
});

test("what the phone refuses to keep is said, and stays to be handed on", async () => {
  const phone = start({ refusing: ["setStorageSync"] });
  const { page } = await begun(phone, { name: "甲" });
  page.keep();
  assert.equal(phone.asked.showModal.content, words.notKept);
  assert.equal(page.data.view.isKept, false);
  // Too large from some row on.
  const storage = new Map();
  const other = start({ storage });
  const large = await begun(other, { name: "乙" });
  large.page.keep();
  assert.equal(large.page.data.view.isKept, true);
  const form = await other.open("calculator", { policy: HIRES });
  const rows = Array.from({ length: 3000 }, (_, key) => ({ key, cells: { ...hires[0], employee: "李".repeat(300) } }));
  form.fill({ detail: { answers: { hires: rows } } });
  assert.equal(other.asked.showModal.content, words.notKept);
  large.page.onShow();
  assert.equal(large.page.data.view.isKept, false);
});

test("a copy for the next year has what a firm is, asks all else anew, and is not kept by itself", async () => {
  const storage = new Map();
  const phone = start({ storage });
  const { page } = await begun(phone, { name: "甲公司 2024" });
  const form = await phone.open("calculator", { policy: SHANGHAI });
  form.fill({ detail: { answers: typed } });
  page.keep();
  await page.nextYear();
  assert.ok(phone.asked.showModal.content.startsWith(sentences.carried));
  const [, id = ""] = phone.asked.redirectTo.url.split("?id=");
  const next = await phone.open("situation", { id });
  assert.equal(next.data.view.name, "甲公司 2025");
  assert.equal(next.data.view.years[next.data.view.year], "2025年");
  assert.equal(next.data.view.isKept, false);
  assert.equal(storage.size, 1);
  const text = JSON.parse(await textOf(phone, next));
  // Nothing in Shanghai asks for last December that year: tests/browser/next-year.test.mjs has a policy that does.
  assert.deepEqual(text.situations[0].answers, { "national-2025-stabilisation-refund": { enterpriseSize: "small" } });

  page.duplicate();
  const [, copy = ""] = phone.asked.redirectTo.url.split("?id=");
  const same = await phone.open("situation", { id: copy });
  assert.equal(same.data.view.name, sentences.copyOf("甲公司 2024"));
  assert.equal(lineOf(same, SHANGHAI).figure, "7,380.00元");
});

/** The file of the situation that a page shows. @param {ReturnType<typeof start>} phone @param {Page} page */
async function textOf({ asked }, page) {
  page.copyText();
  assert.equal(page.data.text, asked.setClipboardData.data);
  return asked.setClipboardData.data;
}

test("a file from the page is opened, worked out, and handed on with all that the page has in it", async () => {
  const phone = start({ file: bytesOf(FILE) });
  const open = await phone.open("open");
  open.chooseFile();
  assert.deepEqual([phone.asked.chooseMessageFile.count, phone.asked.chooseMessageFile.type], [1, "file"]);
  assert.equal(phone.asked.showModal.content, sentences.opened(1));
  const [, id = ""] = phone.asked.redirectTo.url.split("?id=");
  const page = await phone.open("situation", { id });
  assert.equal(lineOf(page, SHANGHAI).figure, "7,380.00元");
  assert.ok(lineOf(page, HIRES), "what was filled in for another year is there, too");
  page.open({ currentTarget: { dataset: { policy: SHANGHAI } } });
  const form = await phone.open("calculator", { policy: SHANGHAI });
  form.fill({ detail: { answers: { ...form.data.answers, insuredAtEnd: "96" } } });
  page.toFile();
  assert.equal(phone.asked.shareFileMessage.fileName, "甲公司 2024.json");
  const [[, text = ""] = []] = Object.entries(phone.files);
  const [after] = JSON.parse(text).situations;
  const [before] = FILE.situations;
  assert.deepEqual(after.answers, {
    ...before?.answers,
    [SHANGHAI]: { ...before?.answers[SHANGHAI], insuredAtEnd: "96" },
  });
  for (const key of ["name", "others", "shown"]) assert.deepEqual(after[key], Reflect.get(before ?? {}, key), key);
  assert.equal(after.savedOn, "");
});

test("the text of a file does as well, and several come at once", async () => {
  const phone = start();
  const open = await phone.open("open");
  assert.equal(open.data.canChoose, false);
  const [one] = FILE.situations;
  open.type({ detail: { value: `\ufeff${JSON.stringify({ ...FILE, situations: [one, { ...one, name: "乙" }] })}` } });
  open.openText();
  assert.equal(phone.asked.showModal.content, sentences.opened(2));
  assert.ok(phone.asked.navigateBack);
  const index = await phone.open("index");
  assert.deepEqual(
    index.data.situations.map((/** @type {any} */ { name }) => name),
    ["甲公司 2024", "乙"],
  );
  index.allToFile();
  const [[, text = ""] = []] = Object.entries(phone.files);
  assert.deepEqual(
    JSON.parse(text).situations.map((/** @type {any} */ { name }) => name),
    ["甲公司 2024", "乙"],
  );
});

for (const [what, file, said] of /** @type {[string, Buffer, string][]} */ ([
  ["no JSON", Buffer.from("甲公司"), sentences.refused.notJson],
  ["cut off", bytesOf(FILE).subarray(0, -9), sentences.refused.notJson],
  ["of another kind", bytesOf({ a: 1 }), sentences.refused.otherFormat],
  ["of a later version", bytesOf({ ...FILE, version: 99 }), sentences.refused.otherVersion],
  ["empty", bytesOf({ ...FILE, situations: [] }), sentences.refused.empty],
  ["in GB18030", Buffer.from([0x7b, 0xbc, 0xd7, 0xb9, 0xab, 0x7d]), sentences.refused.badEncoding],
  ["in UTF-16", Buffer.from("\ufeff{}", "utf16le"), sentences.refused.badEncoding],
  ["too large", Buffer.alloc(50_000_001), sentences.refused.tooLarge],
])) {
  test(`a file that cannot be opened says why: ${what}`, async () => {
    const phone = start({ file });
    const open = await phone.open("open");
    open.chooseFile();
    assert.equal(open.data.said, said);
    assert.ok(!("showModal" in phone.asked));
    assert.deepEqual((await phone.open("index")).data.situations, []);
  });
}

test("what is damaged is left out, and said; a file that WeChat does not give is pasted", async () => {
  const [one] = FILE.situations;
  const phone = start({
    file: bytesOf({ ...FILE, situations: [{ ...one, answers: { [SHANGHAI]: { a: { b: 1 } } } }] }),
  });
  (await phone.open("open")).chooseFile();
  assert.equal(phone.asked.showModal.content, sentences.opened(1) + sentences.damaged);
  for (const [refusing, said] of /** @type {const} */ ([
    [["readFile"], words.fileNotRead],
    [["chooseMessageFile"], ""],
  ])) {
    const other = await start({ file: bytesOf(FILE), refusing: [...refusing] }).open("open");
    other.chooseFile();
    assert.equal(other.data.said, said);
  }
});

test("what the storage has is read as if a stranger had written it", async () => {
  const storage = new Map([
    ["wengang-situation-a", "nonsense"],
    ["wengang-situation-b", JSON.stringify({ ...FILE, version: 99 })],
    [
      "wengang-situation-c",
      JSON.stringify({
        ...FILE,
        situations: [{ id: "elsewhere", name: "丙", savedOn: "2026-01-01", answers: { "no-such-policy": { a: "1" } } }],
      }),
    ],
  ]);
  const phone = start({ storage });
  const index = await phone.open("index");
  assert.deepEqual(
    index.data.situations.map((/** @type {any} */ { id, name }) => [id, name]),
    [["c", "丙"]],
  );
  const page = await phone.open("situation", { id: "c" });
  assert.deepEqual(page.data.view.gone, [messages.unknownPolicy("no-such-policy")]);
  await page.nextYear();
  assert.equal(phone.asked.showModal.content, sentences.nothingCarried + sentences.noNextYear(["no-such-policy"]));
  page.remove();
  assert.equal(storage.has("wengang-situation-c"), false);
});

test("in English, too", async () => {
  const phone = start({ language: "en" });
  const index = await phone.open("index");
  index.newSituation();
  const [, id = ""] = phone.asked.navigateTo.url.split("?id=");
  const page = await phone.open("situation", { id });
  assert.deepEqual(page.data.view.audiences, ["For employers", "For individuals"]);
  assert.equal(page.data.view.kept, sentencesIn("en").notKept);
  assert.ok(page.data.view.regions.includes("Shanghai"));
});
