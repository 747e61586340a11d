import assert from "node:assert/strict";
import { test } from "node:test";
import { fromInputs, isEmpty, newRow, toInputs } from "../../www/answers.js";

/** @import { Description, InputDescription, InputType } from "../../dist/npm/index.js" */

/**
 * @param {string} id
 * @param {InputType} type
 * @returns {InputDescription}
 */
const field = (id, type) => ({ id, label: id, type, optional: false });

const description = /** @type {Description} */ (
  /** @type {unknown} */ ({
    inputs: [field("paid", "boolean"), field("rate", "percentage"), { ...field("premiums", "money"), unit: "元" }],
    tables: [{ id: "hires", columns: [field("employee", "text"), field("local", "boolean")] }],
  })
);

test("answers reach the engine in the form that it reads", () => {
  const { inputs } = toInputs(description, { paid: "false", rate: "5.5", premiums: " ￥１，２００元 ", gone: "x" });
  assert.deepEqual(inputs, { paid: false, rate: "0.055", premiums: "1200" });
});

test("what cannot be read is left for the engine to refuse, never bent into an answer", () => {
  const typed = { paid: "也许", rate: "很多", premiums: "约 1200" };
  assert.deepEqual(toInputs(description, typed).inputs, typed);
});

test("blank answers are not given", () => {
  assert.deepEqual(toInputs(description, { paid: "", rate: " ", premiums: "" }).inputs, {});
});

test("blank rows are not sent, and a table of blank rows is not given, unlike an empty one", () => {
  const filled = newRow({ employee: "李明", local: "" });
  const answers = { hires: [newRow(), filled, newRow({ employee: " " })] };
  assert.deepEqual(toInputs(description, answers), {
    inputs: { hires: [{ employee: "李明" }] },
    rowKeys: { hires: [filled.key] },
  });
  assert.deepEqual(toInputs(description, { hires: [newRow()] }).inputs, {});
  assert.deepEqual(toInputs(description, { hires: [] }).inputs, { hires: [] });
});

test("inputs fill in the form", () => {
  const answers = fromInputs(description, { paid: true, rate: "0.055", premiums: 1200, hires: [{ employee: "李明" }] });
  assert.equal(answers.rate, "5.5");
  assert.deepEqual(toInputs(description, answers).inputs, {
    paid: true,
    rate: "0.055",
    premiums: "1200",
    hires: [{ employee: "李明" }],
  });
});

test("a form of blanks is empty", () => {
  assert.equal(isEmpty({}), true);
  assert.equal(isEmpty({ paid: "", hires: [newRow()] }), true);
  assert.equal(isEmpty({ paid: "false" }), false);
  assert.equal(isEmpty({ hires: [newRow({ employee: "李明" })] }), false);
});
