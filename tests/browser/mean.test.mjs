import assert from "node:assert/strict";
import { test } from "node:test";
import { meanOf } from "../../www/answers/mean.js";

/** @param {string} first @param {string} others */
const year = (first, others) => [first, ...Array.from({ length: 11 }, () => others)];

test("a mean is exact, and where it does not come out even, rounded half up and said to be", () => {
  assert.deepEqual(meanOf(year("100", "100"), 2), { sum: "1200", mean: "100", exact: true });
  assert.deepEqual(meanOf(year("134", "100"), 2), { sum: "1234", mean: "102.83", exact: false });
  assert.deepEqual(meanOf(year("106", "100"), 0), { sum: "1206", mean: "101", exact: false });
  assert.deepEqual(meanOf(year("103", "100"), 2), { sum: "1203", mean: "100.25", exact: true });
  assert.deepEqual(meanOf(["0.005", "0.005"], 2), { sum: "0.01", mean: "0.01", exact: false });
  assert.deepEqual(meanOf(["0.1", "0.2"], 10), { sum: "0.3", mean: "0.15", exact: true });
  assert.deepEqual(meanOf(["9007199254740993", "9007199254740993"], 0).mean, "9007199254740993");
  assert.deepEqual(meanOf(["0", "0"], 2), { sum: "0", mean: "0", exact: true });
});
