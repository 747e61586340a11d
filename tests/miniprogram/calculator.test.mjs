// The native calculator, filled in as on a phone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HIRES, SHANGHAI, SMALL_ENTERPRISE } from "../browser/support.mjs";
import { Phone } from "./phone.mjs";

test("the refund of a small enterprise is worked out while it is filled in", async () => {
  const phone = await Phone.open(SHANGHAI);
  const { result } = phone.messages;
  assert.deepEqual(phone.result("judgement"), [result.notStarted]);
  await phone.fill(SMALL_ENTERPRISE);
  assert.deepEqual(phone.result("judgement"), [result.eligible]);
  assert.deepEqual(phone.result("amount"), ["7,380.00 元"]);
  assert(phone.result("step").some((/** @type {string} */ step) => step.includes("1 −（97人 + 1人）÷ 100人")));
  assert.deepEqual(phone.result("missing"), []);
  const { policy, eligibility, amount, inputs } = phone.told;
  assert.deepEqual([policy, eligibility, amount], [SHANGHAI, "eligible", "7380.00"]);
  assert.equal(inputs.insuredAtEnd, "97");
});

test("a condition that is not met says why", async () => {
  const phone = await Phone.open(SHANGHAI);
  await phone.fill({ ...SMALL_ENTERPRISE, insuredAtEnd: "80" });
  const { result } = phone.messages;
  assert.deepEqual(phone.result("judgement"), [result.ineligible]);
  const unmet = phone.result("condition").filter((/** @type {string} */ text) => text.includes(result.unmet));
  assert.equal(unmet.length, 1);
  assert.match(unmet[0], /19%/);
});

test("what is wrong with an answer stands at its question, once that is left", async () => {
  const phone = await Phone.open(SHANGHAI);
  await phone.fill(SMALL_ENTERPRISE);
  const question = phone.field("insuredAtEnd");
  await phone.type(question, "九十七");
  assert.equal(question.querySelector(".problem"), undefined);
  await phone.send(question, ".input", "blur", { value: "九十七" });
  assert.match(question.querySelector(".problem").dom.textContent, /数/);
  assert.equal(
    phone.component.querySelectorAll(".question").filter((/** @type {any} */ one) => one.querySelector(".problem"))
      .length,
    1,
  );
  assert.deepEqual(phone.result("judgement"), [phone.messages.result.undetermined]);
  await phone.give(question, "97");
  assert.equal(question.querySelector(".problem"), undefined);
  assert.deepEqual(phone.result("amount"), ["7,380.00 元"]);
});

test("a figure is read as people type it, and said so", async () => {
  const phone = await Phone.open(SHANGHAI);
  await phone.fill({ ...SMALL_ENTERPRISE, premiumsPaid: "1.23万" });
  assert.deepEqual(phone.result("amount"), ["7,380.00 元"]);
  assert.match(phone.field("premiumsPaid").querySelector(".hint").dom.textContent, /12,300/);
});

test("a mean that does not come out even decides as it is, and is handed over so", async () => {
  const phone = await Phone.open("changzhou-2020-stabilisation-refund");
  await phone.fill({
    enterpriseSize: "large",
    insuredAtStart: "3400",
    insuredAtEnd: "3284",
    naturalAttrition: "0",
    averageInsured: "38453÷12",
    premiumsPaid: "100000",
    temporarilyDifficult: false,
    serviceSector: "none",
  });
  const { result, question } = phone.messages;
  assert.deepEqual(phone.result("judgement"), [result.ineligible]);
  const hint = phone.field("averageInsured").querySelector(".hint").dom.textContent;
  assert.equal(hint.trim(), question.readAs(question.about("3,204.42人")));
  assert.equal(phone.told.inputs.averageInsured, "38453÷12");
});

test("a table is filled in row by row; each row says what becomes of it", async () => {
  const phone = await Phone.open(HIRES);
  const { table, result } = phone.messages;
  await phone.fill({ registeredOn: "2020-12-31", paidAsRequired: true });
  const [hires] = phone.description.tables;
  assert(hires);
  await phone.tap("add-row");
  await phone.tap("add-row");
  const [employee, category, local, hiredOn, months] = hires.columns;
  assert(employee && category?.choices && local && hiredOn && months);
  const labelled = (/** @type {string} */ id) => category.choices?.find((choice) => choice.id === id)?.label ?? id;
  /** @param {number} row @param {string} kind @param {string} day */
  const fillRow = async (row, kind, day) => {
    const words = [
      [employee, "王"],
      [category, labelled(kind)],
      [local, phone.messages.form.yes],
      [hiredOn, day],
      [months, "8"],
    ];
    for (const [column, answer] of /** @type {[typeof employee, string][]} */ (words))
      await phone.give(phone.question(column.label, "cell", row), answer);
  };
  await fillRow(0, "difficultEmployment", "2021-05-01");
  await fillRow(1, "difficultEmployment", "2020-05-01");
  const rows = phone.result("table-row");
  assert.equal(rows.length, 2);
  assert(rows[0].includes(table.accepted) && rows[0].includes(result.yuan("1,800.00")), rows[0]);
  assert(rows[1].includes(table.rejected), rows[1]);
  assert(rows[1].includes(hires.reasons.find(({ code }) => code === "outside-year")?.message), rows[1]);

  await phone.tap("remove", 1);
  assert.equal(phone.result("table-row").length, 1);
  await phone.tap("remove");
  assert.equal(phone.component.querySelectorAll(".no-rows").length, 1);
  await phone.tap("no-rows");
  assert(phone.text.includes(table.empty));
  assert.deepEqual(phone.told.inputs.hires, []);
});

test("an example fills the form, clearing empties it", async () => {
  const phone = await Phone.open(SHANGHAI);
  await phone.tap("example");
  assert.equal(phone.result("amount").length, 1);
  await phone.tap("clear");
  assert.deepEqual(phone.result("judgement"), [phone.messages.result.notStarted]);
  assert.equal(phone.field("insuredAtEnd").data.text, "");
});

test("answers can be given to begin with, and the language is the one asked for", async () => {
  const phone = await Phone.open(SHANGHAI, { locale: "en", preset: SMALL_ENTERPRISE });
  assert.deepEqual(phone.result("judgement"), [phone.messages.result.eligible]);
  assert(phone.text.includes(phone.description.title));
  assert.equal(phone.field("insuredAtEnd").data.text, "97");
});

test("a policy that does not exist is no empty page", async () => {
  const { error } = console;
  console.error = () => {};
  const component = (await Phone.open(SHANGHAI)).component;
  component.setData({ policy: "no-such-policy" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  console.error = error;
  assert.equal(component.data.state, "failed");
});

test("every policy is drawn whole, in both languages", async () => {
  const { policies } = await import("../../dist/npm/index.js");
  for (const { id } of policies()) {
    for (const locale of /** @type {const} */ (["zh-CN", "en"])) {
      const phone = await Phone.open(id, { locale });
      await phone.tap("example");
      for (const { label } of phone.description.conditions) assert(phone.text.includes(label), `${id}: ${label}`);
      assert.doesNotMatch(phone.text, /undefined|null|\[object/);
    }
  }
});
