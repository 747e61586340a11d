// `make bench`: the package beside the same computation written by hand with decimal.js, taken in turns in one run.
// What is compared has to agree first. Nothing is asserted about time.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as wengang from "../dist/npm/index.js";
import * as byHand from "./by-hand.mjs";
import { columnsOf, register } from "./register.mjs";

const policy = "shanghai-2024-stabilisation-refund";

/** @param {number[]} list */
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

/** @param {() => unknown} body */
function milliseconds(body) {
  const before = performance.now();
  body();
  return performance.now() - before;
}

/** @param {number} figure */
const rounded = (figure) => figure.toFixed(figure < 10 ? 2 : figure < 100 ? 1 : 0);

/**
 * Takes each measurement in turn, for so many rounds after one to warm up, and prints the medians.
 * @param {string} name
 * @param {string} unit
 * @param {{ package: () => number, byHand: () => number }} measure
 */
function compare(name, unit, measure, rounds = 15) {
  /** @type {number[]} */
  const ours = [];
  /** @type {number[]} */
  const theirs = [];
  for (let round = 0; round <= rounds; round += 1) {
    ours.push(measure.package());
    theirs.push(measure.byHand());
  }
  const [package_, hand] = [median(ours.slice(1)), median(theirs.slice(1))];
  const figures = [package_, hand].map((figure) => `${rounded(figure)} ${unit}`.padStart(14));
  console.log(`${name.padEnd(54)}${figures.join("")}${`${(hand / package_).toFixed(2)} ×`.padStart(10)}`);
}

console.log(`Node ${process.version}. Medians; ×: how many times faster than by hand.\n`);
console.log(`${"".padEnd(54)}${"package".padStart(14)}${"by hand".padStart(14)}`);

const calls = register(2000).filter((row) => row.insuredAtEnd >= 0);
for (const row of calls) {
  const { eligibility, amount, values } = wengang.evaluate(policy, row);
  const { layoffRate, layoffRateLimit, refundRate } = values;
  assert.deepEqual({ eligibility, amount, values: { layoffRate, layoffRateLimit, refundRate } }, byHand.evaluate(row));
}
/** @param {(row: Record<string, unknown>) => unknown} evaluate */
const perCall = (evaluate) => () => (1000 * milliseconds(() => calls.forEach(evaluate))) / calls.length;
compare("evaluate, a call", "µs", {
  package: perCall((row) => wengang.evaluate(policy, /** @type {import("../dist/npm/index.js").Inputs} */ (row))),
  byHand: perCall(byHand.evaluate),
});

for (const [length, rounds] of /** @type {const} */ ([
  [100_000, 15],
  [1_000_000, 5],
])) {
  const rows = register(length);
  for (const typed of [true, false]) {
    const columns = columnsOf(rows, typed);
    const ours = wengang.evaluateColumns(policy, columns);
    const theirs = byHand.evaluateColumns(columns);
    assert.deepEqual(ours.eligibility, theirs.eligibility);
    assert.deepEqual(ours.amountFen, theirs.amountFen);
    assert.deepEqual(
      ours.errors.map(({ row, field, code }) => ({ row, field, code })),
      theirs.errors.map(({ row, field, code }) => ({ row, field, code })),
    );
    /** @param {() => unknown} body */
    const perRow = (body) => () => (1e6 * milliseconds(body)) / length;
    const measure = {
      package: perRow(() => wengang.evaluateColumns(policy, columns)),
      byHand: perRow(() => byHand.evaluateColumns(columns)),
    };
    const kind = typed ? "typed" : "plain";
    compare(`evaluateColumns, a row of ${length.toLocaleString("en")}, ${kind} arrays`, "ns", measure, rounds);
  }
}

/** @param {string} name */
const cold = (name) => () =>
  Number(execFileSync(process.execPath, [fileURLToPath(new URL("cold.mjs", import.meta.url)), name]));
compare("first result in a new process, wengang", "ms", { package: cold("package"), byHand: cold("by-hand") });
compare("first result in a new process, wengang/runtime", "ms", { package: cold("runtime"), byHand: cold("by-hand") });
