import assert from "node:assert/strict";
import { test } from "node:test";
import { arranged, keyOf, questionsOf } from "../../www/profile/shared-questions.js";

/** @import { Assessment, Description, InputDescription } from "../../dist/npm/index.js" */
/** @import { Case, SharedQuestion } from "../../www/profile/shared-questions.js" */

/**
 * @param {string} id
 * @param {string} label
 * @param {Partial<InputDescription>} [rest]
 * @returns {InputDescription}
 */
const input = (id, label, rest) => ({ id, label, type: "count", optional: false, ...rest });

/**
 * A policy that asks these inputs and has none of them yet, unless told otherwise.
 * @param {string} id
 * @param {InputDescription[]} inputs
 * @param {{ answers?: Record<string, string>, missing?: string[], eligibility?: Assessment["eligibility"], uses?: string[] }} [state]
 * @returns {Case}
 */
function policy(id, inputs, { answers = {}, missing, eligibility = "undetermined", uses = [] } = {}) {
  const ids = inputs.map((each) => each.id);
  const open = missing ?? inputs.filter((each) => !each.optional && !answers[each.id]).map((each) => each.id);
  return {
    description: /** @type {Description} */ (
      /** @type {unknown} */ ({ id, title: id, inputs, order: ids, values: [], conditions: [], amount: { uses } })
    ),
    keys: Object.fromEntries(inputs.map((each) => [each.id, keyOf(each)])),
    answers,
    basis: "",
    evaluation: {
      assessment: /** @type {Assessment} */ ({ eligibility, missing: open }),
      asked: ids,
      locked: [],
      problems: [],
      inputs: {},
      rowKeys: {},
      cells: new Map(),
    },
    given: [],
    past: false,
  };
}

/** @param {SharedQuestion[]} questions */
const told = (questions) =>
  questions.map(({ input: { label }, users }) => [label, users.map(({ description }) => description.id)]);

test("policies share a question where it reads the same, and only there", () => {
  const questions = questionsOf([
    policy("2020", [input("headcount", "2019年12月人数"), input("paid", "按规定缴费？")]),
    policy("2024", [input("headcount", "2023年12月人数"), input("paid", "按规定缴费？")]),
  ]);
  assert.deepEqual(told(questions), [
    ["2019年12月人数", ["2020"]],
    ["按规定缴费？", ["2020", "2024"]],
    ["2023年12月人数", ["2024"]],
  ]);
});

test("one label with other choices, another unit or another type is another question", () => {
  const size = { type: /** @type {const} */ ("choice"), choices: [{ id: "large", label: "大" }] };
  const other = { ...size, choices: [...size.choices, { id: "small", label: "小" }] };
  const variants = [input("size", "划型", size), input("size", "划型", other), input("size", "划型", { unit: "人" })];
  assert.equal(new Set([...variants, input("size", "划型")].map(keyOf)).size, 4);
});

test("what each policy says about a shared question is told apart", () => {
  const inputs = ["2019年为准", "2023年为准"].map((help) => [input("size", "划型", { help })]);
  const [question] = questionsOf(inputs.map((own, index) => policy(`P${index}`, own)));
  assert.match(question?.input.help ?? "", /P0：2019年为准.*P1：2023年为准/);
});

test("only what still matters is asked, what has been answered stays", () => {
  const fields = [input("a", "甲"), input("b", "乙"), input("c", "丙")];
  const settled = policy("settled", fields, { answers: { a: "1" }, missing: [], eligibility: "ineligible" });
  assert.deepEqual(told(questionsOf([settled])), [["甲", ["settled"]]]);
  assert.deepEqual(
    questionsOf([settled], keyOf(input("b", "乙"))).map((question) => question.input.label),
    ["甲", "乙"],
    "a question that has just been emptied does not vanish under the fingers",
  );
});

test("what may be left out is asked where the result rests on it", () => {
  const fields = [input("rate", "比例", { optional: true }), input("day", "日期", { optional: true })];
  const labels = (/** @type {Parameters<typeof policy>[2]} */ state) =>
    questionsOf([policy("P", fields, state)]).map((question) => question.input.label);
  assert.deepEqual(labels({ uses: ["rate"] }), ["比例"]);
  assert.deepEqual(labels({ uses: ["rate"], eligibility: "ineligible" }), []);
});

/** @param {[string, number, string?, Partial<SharedQuestion>?][]} rows */
const asking = (rows) =>
  rows.map(
    ([key, settles, answer = "", more]) =>
      /** @type {SharedQuestion} */ ({ key, settles, answer, gates: 0, users: /** @type {Case[]} */ ([]), ...more }),
  );
/** @param {SharedQuestion[]} questions */
const keys = (questions) => questions.map(({ key }) => key).join("");

test("what settles most comes first", () => {
  const questions = asking([
    ["a", 1],
    ["b", 3],
    ["c", 2],
  ]);
  assert.equal(keys(arranged(questions, [], [], undefined)), "bca");
});

test("policies have their turns, and of each what can rule it out comes first", () => {
  const [soon, late] = [policy("soon", []), policy("late", [])];
  const questions = asking([
    ["a", 1, "", { users: [late] }],
    ["b", 2, "", { users: [late, soon] }],
    ["c", 1, "", { users: [soon] }],
    ["d", 1, "", { users: [soon], gates: 1 }],
    ["e", 0, "1", { users: [late] }],
  ]);
  assert.equal(keys(arranged(questions, [soon, late], [], undefined)), "ebdca");
});

test("a question names those that it is still asked for", () => {
  const size = [input("size", "划型")];
  const out = policy("out", size, { missing: [], eligibility: "ineligible" });
  assert.deepEqual(told(questionsOf([out, policy("in", size)])), [["划型", ["in"]]]);
});

test("nothing moves above the last answer or the question being answered", () => {
  const before = ["a", "b", "c", "d"];
  const answered = asking([
    ["a", 0, "1"],
    ["b", 1],
    ["c", 0, "1"],
    ["d", 1],
    ["e", 2],
  ]);
  assert.equal(keys(arranged(answered, [], before, undefined)), "abced");
  const emptied = asking([
    ["a", 1],
    ["b", 1],
    ["c", 9],
    ["d", 1],
  ]);
  assert.equal(keys(arranged(emptied, [], before, "b")), "abcd");
  assert.equal(keys(arranged(emptied, [], before, "a")), "acbd");
});
