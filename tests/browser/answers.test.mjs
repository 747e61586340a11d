import assert from "node:assert/strict";
import { test } from "node:test";
import { fromInputs, isEmpty, newRow, sentOf } from "../../www/answers/answers.js";

/** @import { Description, InputDescription, InputType } from "../../dist/npm/index.js" */

/**
 * @param {string} id
 * @param {InputType} type
 * @returns {InputDescription}
 */
const field = (id, type) => ({ id, label: id, type, optional: false });

const description = /** @type {Description} */ (
  /** @type {unknown} */ ({
    inputs: [
      field("paid", "boolean"),
      field("rate", "percentage"),
      { ...field("premiums", "money"), unit: "元" },
      field("mean", "number"),
    ],
    tables: [{ id: "hires", columns: [field("employee", "text"), field("local", "boolean")] }],
  })
);

test("answers reach the engine as they were typed, and blank ones do not", () => {
  const typed = { paid: "也许", rate: "5.5", premiums: " ￥１，２００元 ", gone: "x" };
  assert.deepEqual(sentOf(description, typed).form, { paid: "也许", rate: "5.5", premiums: " ￥１，２００元 " });
  assert.deepEqual(sentOf(description, { paid: "", rate: " ", premiums: "" }).form, {});
});

test("blank rows are not sent, and a table of blank rows is not given, unlike an empty one", () => {
  const filled = newRow({ employee: "李明", local: "" });
  const answers = { hires: [newRow(), filled, newRow({ employee: " " })] };
  assert.deepEqual(sentOf(description, answers), {
    form: { hires: [{ employee: "李明" }] },
    rows: { hires: [filled] },
  });
  assert.deepEqual(sentOf(description, { hires: [newRow()] }).form, {});
  assert.deepEqual(sentOf(description, { hires: [] }).form, { hires: [] });
});

test("inputs fill in the form as they would be typed", () => {
  const inputs = { paid: true, rate: "0.055", premiums: 1200, mean: "2024/12", hires: [{ employee: "李明" }] };
  const answers = fromInputs(description, inputs);
  assert.deepEqual(sentOf(description, answers).form, {
    paid: "true",
    rate: "5.5",
    premiums: "1200",
    mean: "2024÷12",
    hires: [{ employee: "李明" }],
  });
});

test("a form of blanks is empty", () => {
  assert.equal(isEmpty({}), true);
  assert.equal(isEmpty({ paid: "", hires: [newRow()] }), true);
  assert.equal(isEmpty({ paid: "false" }), false);
  assert.equal(isEmpty({ hires: [newRow({ employee: "李明" })] }), false);
});
