// Several choices at once on the phone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openQuestion } from "./phone.mjs";

const LABELS = { pension: "养老保险", medical: "医疗保险", none: "以上都没有" };

/**
 * The answer that comes of ticking boxes, of which some are ticked already.
 * @param {string[]} before
 * @param {string[]} after
 */
async function told(before, after) {
  const choices = Object.entries(LABELS).map(([id, label]) => ({ id, label, chosen: before.includes(id) }));
  const { component, answers } = openQuestion({
    key: "insurances",
    label: "参加的险种",
    control: "boxes",
    text: "",
    choices,
  });
  const boxes = component.querySelector(".choices");
  assert.equal(component.querySelectorAll(".choice").length, 3);
  boxes.dispatchEvent("change", { detail: { value: after } });
  await new Promise((resolve) => setTimeout(resolve, 5));
  return answers;
}

test("boxes are ticked together, and none excludes all others", async () => {
  assert.deepEqual(await told([], ["pension"]), ["pension"]);
  assert.deepEqual(await told(["pension"], ["pension", "medical"]), ["pension,medical"]);
  assert.deepEqual(await told(["pension"], ["pension", "none"]), ["none"]);
  assert.deepEqual(await told(["none"], ["none", "medical"]), ["medical"]);
  assert.deepEqual(await told(["pension"], []), [""]);
});
