import assert from "node:assert/strict";
import { test } from "node:test";
import { describe, policies } from "../../dist/npm/index.js";
import { newRow } from "../../www/answers/answers.js";
import { entriesBeside, entriesOf, fragmentWith, MOST_ROWS, profileEntries, readLink } from "../../www/app/link.js";
import { keyOf } from "../../www/profile/shared-questions.js";
import { fragmentOf } from "../../www/shared/address.js";
import { NATIONWIDE } from "../../www/shared/nationwide.js";
import { HIRES, SHANGHAI, SMALL_ENTERPRISE } from "./support.mjs";
import "./with-engine.mjs";

const { readable, readableByKeys, readableFigures } = await import("../../www/answers/link-answers.js");
const { standIns, textsIn } = await import("../../www/answers/free-text.js");

const TRAINING = "shanghai-2022-online-training";

const refund = describe(SHANGHAI);
const training = describe(TRAINING);

const ANSWERS = Object.fromEntries(Object.entries(SMALL_ENTERPRISE).map(([field, answer]) => [field, String(answer)]));
const PAST = {
  on: "2026-11-27",
  version: "a8101a0f46",
  engine: "",
  eligibility: /** @type {const} */ ("eligible"),
  amount: "7380.00",
};
const PLACE = { view: /** @type {const} */ ("policy"), policy: SHANGHAI };

/** As links were made before they were packed and had an end of their own. */
const OLD = `#/${SHANGHAI}?${new URLSearchParams({ ...ANSWERS, _on: PAST.on, _version: PAST.version, _result: "eligible 7380.00" })}`;

const TAILS = [
  "。",
  "）",
  "）。",
  "，请查收",
  '"',
  ">",
  ".",
  "，",
  "】",
  "”",
  "！谢谢",
  "；",
  " 请查收",
  "\n",
  ")",
  "…",
  "、",
];

/** Trainings of people, all of whom took something else. @param {number} count */
const trainings = (count) =>
  Array.from({ length: count }, (_, index) =>
    newRow({
      employee: `${"赵钱孙李周吴郑王冯陈"[index % 10]}${"芳明伟洋静"[Math.floor(index / 10) % 5]}`,
      project: `${["电商运营", "客户服务", "安全生产"][index % 3]}`,
      classHours: String(24 + (index % 4)),
      startedOn: `2022-0${1 + (index % 9)}-11`,
      endedOn: `2022-0${1 + (index % 9)}-15`,
      importedOn: "2022-12-05",
    }),
  );

test("places go into an address and come back", () => {
  for (const place of /** @type {import("../../www/shared/address.js").Place[]} */ ([
    { view: "start" },
    {
      view: "start",
      filters: { topic: "retention", region: "上海市", year: 2024, audience: "employer", text: "稳岗（返还）。" },
    },
    { view: "profile" },
    { view: "profile", scope: { audience: "citizen", region: "常州市", year: 2020 } },
    { view: "policy", policy: SHANGHAI },
    { view: "comparison", policy: SHANGHAI },
    { view: "rules", policy: SHANGHAI, rule: undefined },
    { view: "rules", policy: SHANGHAI, rule: "condition.layoffRateWithinLimit" },
  ])) {
    assert.deepEqual(readLink(fragmentOf(place)), { place, locale: undefined, linked: undefined });
  }
});

test("of a place only what has its form is taken", () => {
  for (const [fragment, place] of Object.entries({
    "#/?region=【通知】请致电400-000&year=99999&topic=<b>&audience=boss": { view: "start" },
    "#/profile?region=请致电：400&year=2024": { view: "profile", scope: { year: 2024 } },
    "#/已过期。请致电400": { view: "nowhere" },
    "#/shanghai 2024": { view: "policy", policy: "shanghai" },
    [`#/${"a".repeat(61)}`]: { view: "nowhere" },
    "#/UPPER": { view: "nowhere" },
    [`#/${SHANGHAI}/rules/请致电`]: { view: "rules", policy: SHANGHAI, rule: undefined },
    [`#/${SHANGHAI}/elsewhere`]: { view: "policy", policy: SHANGHAI },
    "#/%E0%A4%A": { view: "start" },
  })) {
    assert.deepEqual(readLink(fragment).place, place, fragment);
  }
});

for (const tail of TAILS) {
  test(`what a chat adds to a link changes nothing: ${JSON.stringify(tail)}`, () => {
    const made = fragmentWith(PLACE, entriesOf(refund, ANSWERS) ?? [], "zh-CN", PAST);
    for (const link of [made, OLD, `${OLD}&_lang=en`]) {
      for (const [how, added] of [
        ["as it is", tail],
        ["encoded", encodeURIComponent(tail)],
      ]) {
        const { linked } = readLink(link + added);
        assert.deepEqual(linked?.past, PAST, `${how}: ${link}`);
        assert.deepEqual(linked?.answers, ANSWERS, `${how}: ${link}`);
      }
    }
    for (const place of [fragmentOf(PLACE), fragmentOf({ view: "comparison", policy: SHANGHAI }), "#/profile"])
      assert.deepEqual(readLink(place + tail).place, readLink(place).place);
    assert.deepEqual(readLink(`#/?region=上海市${tail}`).place, { view: "start", filters: { region: "上海市" } });
    assert.deepEqual(
      readLink(`#/${SHANGHAI}?insuredAtEnd=97${tail}`).linked?.answers.insuredAtEnd?.toString().trim().slice(0, 2),
      "97",
    );
  });
}

test("a figure at the end of a link is not taken for the end of a sentence", () => {
  for (const figure of ["1，234.50", "１，２３４", "1。5", "1.23 万", "5.5%", "97人"])
    assert.equal(
      readLink(`#/${SHANGHAI}?premiumsPaid=${encodeURIComponent(figure)}`).linked?.answers.premiumsPaid,
      figure,
    );
});

test("a past result is taken only in the form in which it is written", () => {
  const given = { _on: PAST.on, _version: PAST.version, _result: "eligible 7380.00" };
  const past = (/** @type {Record<string, string>} */ change) =>
    readLink(`#/${SHANGHAI}?${new URLSearchParams({ insuredAtEnd: "97", ...given, ...change, _end: "" })}`).linked
      ?.past;
  assert.deepEqual(past({}), PAST);
  assert.equal(past({ _result: "undetermined" })?.amount, null);
  for (const change of /** @type {Record<string, string>[]} */ ([
    { _result: "eligible 88888.00元，请先联系微信abc123领取，保证金" },
    { _result: "eligible 88888" },
    { _result: "eligible 8,888.00" },
    { _result: "eligible 1e9.00" },
    { _result: `eligible ${"9".repeat(16)}.00` },
    { _result: "eligible请致电" },
    { _result: "yes 1.00" },
    { _on: "【官方通知】您有 98,000 元补贴待领" },
    { _on: "2026-02-30" },
    { _on: "2026-13-01" },
    { _on: "" },
    { _version: "请致电400" },
    { _version: "call-400" },
    { _version: "a".repeat(25) },
    { _version: "" },
  ])) {
    assert.equal(past(change), undefined, JSON.stringify(change));
  }
});

test("of answers in a link only those are filled in that are answers to their questions", () => {
  const { answers, unread } = readable(refund, {
    ...ANSWERS,
    insuredAtEnd: "【官方通知】您有98,000元补贴待领，请即刻致电400-000-0000",
    premiumsPaid: "1.23万元",
    employerKind: "请致电",
    paidAsRequired: "maybe",
    insuredFirstMonth: "请致电",
    elsewhere: "请致电",
  });
  const label = (/** @type {string} */ field) => refund.inputs.find(({ id }) => id === field)?.label;
  assert.deepEqual(
    unread.sort(),
    ["insuredAtEnd", "employerKind", "paidAsRequired", "insuredFirstMonth"].map(label).sort(),
  );
  assert.equal(answers.premiumsPaid, "1.23万元");
  assert.doesNotMatch(JSON.stringify(answers), /致电|maybe|elsewhere/);
});

test("of a table in a link only cells are filled in that are answers to their columns", () => {
  const rows = [
    newRow({ employee: "王芳", classHours: "二十四小时热线", startedOn: "2022-03-01", no: "请致电" }),
    newRow({}),
  ];
  const { answers, unread } = readable(training, { trainings: rows });
  assert.deepEqual(/** @type {any} */ (answers.trainings)[0].cells, { employee: "王芳", startedOn: "2022-03-01" });
  assert.deepEqual(unread, [training.tables[0]?.label]);
});

test("more than a page can hold is not taken from a link, and is not put into one", () => {
  const fault = (/** @type {string} */ query) => readLink(`#/${SHANGHAI}?${query}`).fault;
  assert.equal(fault(`insuredAtEnd=${"9".repeat(200)}`), undefined);
  assert.equal(fault(`insuredAtEnd=${"9".repeat(201)}`), "tooMuch");
  assert.equal(fault(`insuredAtEnd=${"9".repeat(1_000_000)}`), "tooMuch");
  assert.equal(fault(Array.from({ length: 201 }, (_, index) => `f${index}=1`).join("&")), "tooMuch");
  const table = (/** @type {number} */ rows) => JSON.stringify([["month"], ...Array(rows).fill(["1"])]);
  assert.equal(fault(`revenues=${table(MOST_ROWS)}`), undefined);
  assert.equal(fault(`revenues=${table(MOST_ROWS + 1)}`), "tooMuch");
  assert.equal(entriesOf(training, { trainings: trainings(MOST_ROWS + 1) }), undefined);
  assert.equal(entriesOf(refund, { insuredAtEnd: "9".repeat(201) }), undefined);
  const full = entriesOf(training, { trainings: trainings(MOST_ROWS) }) ?? [];
  const { linked } = readLink(fragmentWith({ view: "policy", policy: TRAINING }, full, "zh-CN"));
  assert.equal(linked?.answers.trainings?.length, MOST_ROWS);
});

test("what is damaged or foreign in a link is left out, and nothing is thrown", () => {
  const packed = fragmentWith(
    { view: "policy", policy: TRAINING },
    entriesOf(training, { trainings: trainings(30) }) ?? [],
    "zh-CN",
  );
  assert.match(packed, /_packed=/);
  for (let cut = 1; cut < 40; cut += 1) {
    const { fault } = readLink(`${packed.slice(0, -cut * 10)}&_end`);
    assert.equal(fault, "damaged", `without the last ${cut * 10}`);
  }
  assert.equal(readLink(`#/${SHANGHAI}?_packed=`).fault, "damaged");
  for (const table of ["[[", '[["a"],', "[[1]]", "[[null],[null]]", '[["a"],7]', "[[],[]]"]) {
    const { linked } = readLink(`#/${HIRES}?hires=${encodeURIComponent(table)}&_end`);
    assert.ok(linked === undefined || readable(describe(HIRES), linked.answers), table);
  }
  const { linked } = readLink(`#/${SHANGHAI}?__proto__=1&constructor=2&toString=3`);
  assert.deepEqual(readable(refund, linked?.answers ?? {}), { answers: {}, unread: [] });
  assert.equal(Reflect.get({}, "1"), undefined);
});

test("a table is packed into a link that a code on paper can hold", () => {
  const answers = { trainings: trainings(30) };
  const entries = entriesOf(training, answers) ?? [];
  const place = { view: /** @type {const} */ ("policy"), policy: TRAINING };
  const link = fragmentWith(place, entries, "zh-CN", PAST);
  const plain = new URLSearchParams(entries).toString();
  assert.ok(plain.length > 4000 && link.length < 1000, `${link.length} of ${plain.length} characters`);
  const { linked } = readLink(link);
  const cells = (/** @type {any} */ rows) => rows.map((/** @type {any} */ row) => row.cells);
  assert.deepEqual(cells(linked?.answers.trainings), cells(answers.trainings));
  assert.deepEqual(linked?.past, PAST);
});

test("what an authority shows travels along, and so do the figures of months", () => {
  const shown = { layoffRate: "5.80", eligibility: "ineligible", amount: " " };
  const months = { _insuredAtStart: { 0: "1,000", 12: "941" }, naturalAttrition: { 3: "2" } };
  const beside = entriesBeside({ shown, months }) ?? [];
  const entries = [...(entriesOf(refund, ANSWERS) ?? []), ...beside];
  const { place, linked } = readLink(
    fragmentWith({ view: "reconciliation", policy: SHANGHAI }, entries, "zh-CN", PAST),
  );
  assert.equal(place.view, "reconciliation");
  assert.deepEqual(linked?.answers, ANSWERS);
  assert.deepEqual(linked?.shown, { layoffRate: "5.80", eligibility: "ineligible" });
  assert.deepEqual(linked?.months, months);
  assert.deepEqual(linked?.past, PAST);
});

test("only figures and choices are taken of what a link says that an authority shows", () => {
  const shown = {
    amount: "请致电 400-000",
    layoffRate: "5.80%",
    track: "general",
    eligibility: "<b>no</b>",
    x: "1.2万元",
  };
  assert.deepEqual(readableFigures(shown), { layoffRate: "5.80%", track: "general", x: "1.2万元" });
});

test("a year of figures for each of many series is too much for a link, and says so", () => {
  const year = Object.fromEntries(Array.from({ length: 12 }, (_, month) => [month + 1, "100"]));
  const months = (/** @type {number} */ count) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`series${index}`, year]));
  assert.equal(entriesBeside({ months: months(16) })?.length, 192);
  assert.equal(entriesBeside({ months: months(17) }), undefined);
  assert.equal(entriesBeside({ shown: { amount: "9".repeat(201) } }), undefined);
});

test("keys that are no series and no months are passed over", () => {
  const { linked } = readLink(`#/${SHANGHAI}/year?insuredAtEnd=97&_m.__proto__.1=5&_m.a.b=5&_m.a=5&_m.fine.1=5`);
  assert.deepEqual(linked?.months, { fine: { 1: "5" } });
  assert.equal(Reflect.get({}, "1"), undefined);
});

test("the version of the engine travels along, if it has the form of one", () => {
  const entries = entriesOf(refund, ANSWERS) ?? [];
  const link = (/** @type {string} */ engine) => fragmentWith(PLACE, entries, "zh-CN", { ...PAST, engine });
  assert.equal(readLink(link("0.1.0")).linked?.past?.engine, "0.1.0");
  assert.equal(readLink(link("请致电")).linked?.past?.engine, "");
});

test("situations have addresses, of four at most", () => {
  const place = { view: /** @type {const} */ ("situations"), ids: ["one", "2two"] };
  assert.equal(fragmentOf(place), "#/situations/one+2two");
  assert.deepEqual(readLink("#/situations/one+2two。").place, place);
  assert.deepEqual(readLink("#/situations/a+b+c+d+e").place, { view: "situations", ids: ["a", "b", "c", "d"] });
  assert.deepEqual(readLink("#/situations").place, { view: "situations", ids: [] });
});

test("the other scenario travels along, as far as it differs", () => {
  const other = { ...ANSWERS, premiumsPaid: "50000", naturalAttrition: "" };
  const entries = entriesOf(refund, ANSWERS, other) ?? [];
  assert.equal(entries.filter(([key]) => key.startsWith("_")).length, 2);
  const { place, linked } = readLink(fragmentWith({ view: "comparison", policy: SHANGHAI }, entries, "en", PAST));
  assert.equal(place.view, "comparison");
  assert.deepEqual(linked?.answers, ANSWERS);
  assert.deepEqual(linked?.other, other);
});

test("answers to all that the profile may ask in a place travel along, whichever the year", () => {
  const all = policies({ locale: "zh-CN" });
  const places = new Set(all.map(({ audience, region }) => JSON.stringify({ audience, region })));
  for (const one of places) {
    const { audience, region } = JSON.parse(one);
    const there = all.filter((policy) => policy.audience === audience && [region, NATIONWIDE].includes(policy.region));
    const inputs = there.flatMap(({ id }) => describe(id).inputs);
    const answers = Object.fromEntries(inputs.map((input) => [keyOf(input), input.choices?.[0]?.id ?? "12,300.00"]));
    const scope = { audience, region, year: 2024 };
    const link = `${fragmentWith({ view: "profile", scope }, Object.entries(answers), "zh-CN")}。`;
    assert.deepEqual(
      readLink(link),
      { place: { view: "profile", scope }, locale: undefined, linked: { answers } },
      one,
    );
  }
  const scope = { audience: /** @type {const} */ ("employer"), region: "上海市", year: 2024 };
  assert.deepEqual(readLink(fragmentWith({ view: "profile", scope }, [], "zh-CN")).place, { view: "profile", scope });
});

test("a link to the profile with an answer to every question of the library is read, and each answer goes to its question", () => {
  const inputs = policies({ locale: "zh-CN" }).flatMap(({ id }) => describe(id).inputs);
  /** @type {Record<string, string>} */
  const samples = { boolean: "true", text: "电工（4级）", date: "2026年3月1日", percentage: "5.5%" };
  const all = inputs.map(
    (input) => /** @type {const} */ ([keyOf(input), input.choices?.at(-1)?.id ?? samples[input.type] ?? "1.5万"]),
  );
  const answers = Object.fromEntries(all);
  assert.ok(Object.keys(answers).length > 200);
  const link = fragmentWith({ view: "profile" }, profileEntries(answers) ?? [], "zh-CN");
  assert.ok(link.length < 20_000, `${link.length} characters`);
  const { fault, linked } = readLink(link);
  assert.equal(fault, undefined);
  assert.deepEqual(readableByKeys(linked?.answers ?? {}), answers);
  // What a choice does not offer, and words in the place of a figure, are nothing that one may say to the reader.
  const forged = Object.fromEntries(all.filter(([key]) => !key.includes("|text|")).map(([key]) => [key, "请致电400"]));
  assert.deepEqual(readableByKeys(forged), {});
  assert.equal(profileEntries({ a: "9".repeat(201) }), undefined);
  assert.equal(profileEntries(Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`f${at}`, "1"]))), undefined);
});

test("names are found in answers, and numbers can stand in for them, the same for the same name", () => {
  const rows = [
    { employee: "王芳", project: "电商" },
    { employee: " 王芳 ", project: "客服" },
    { employee: "李明" },
    {},
  ];
  const answers = { trainings: rows.map((cells) => newRow(/** @type {Record<string, string>} */ (cells))) };
  const [employee, project] = (training.tables[0]?.columns ?? []).map(({ label }) => label);
  assert.deepEqual(textsIn(training, answers), [employee, project]);
  assert.deepEqual(textsIn(refund, ANSWERS), []);
  const cells = /** @type {any} */ (standIns(training)(answers).trainings).map(
    (/** @type {any} */ row) => row.cells.employee,
  );
  assert.deepEqual(cells, [`${employee} 1`, `${employee} 1`, `${employee} 2`, ""]);
});

test("what stands in for a number is of the same form, and of the same day of birth", () => {
  const question = (/** @type {object} */ own) =>
    /** @type {any} */ ({
      inputs: [],
      tables: [{ id: "rows", columns: [{ id: "own", label: "编号", type: "text", ...own }] }],
    });
  const standing = (/** @type {object} */ own, /** @type {string[]} */ texts) => {
    const rows = texts.map((text) => newRow({ own: text }));
    const changed = /** @type {any} */ (standIns(question(own))({ rows }));
    return changed.rows.map((/** @type {any} */ row) => row.cells.own);
  };
  // The check digits were worked out apart from this, by the standards.
  assert.deepEqual(
    standing({ format: "identity-number" }, [
      "11010519491231002X",
      "１１０１０５ 19491231002x",
      "110105200811300015",
      "?",
    ]),
    ["000000194912310019", "000000194912310019", "000000200811300020", "编号 3"],
  );
  assert.deepEqual(standing({ format: "credit-code" }, ["91310000MA1FL0001X"]), ["000000000000000013"]);
  assert.deepEqual(standing({ pattern: "沪#-@" }, ["沪9-Z", "沪9-A"]), ["沪0-B", "沪0-C"]);
  assert.deepEqual(standing({ format: "identifier" }, ["a-1", "Ａ－１"]), ["编号 1", "编号 1"]);
});
