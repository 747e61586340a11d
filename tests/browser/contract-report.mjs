import assert from "node:assert/strict";
import { test } from "node:test";
import { cases } from "../contract/contract.mjs";
import { start } from "../contract/page/serve.mjs";

/**
 * Serves the page with the contract tests.
 * @param {Parameters<typeof start>[1]} [options]
 */
export function serveContract(options) {
  return start({ seed: process.env.SEED, inputs: 100 }, options);
}

/**
 * What the page with the contract tests has left in #report, as tests.
 * @param {string} report
 */
export function testReport(report) {
  /** @type {Record<string, string | null>} */
  const failures = JSON.parse(report);

  for (const [name, failure] of Object.entries(failures)) {
    test(name, () => assert.equal(failure, null));
  }

  test("every case has been tried, on both entries", () => {
    const names = Object.entries(cases).flatMap(([group, list]) => list.map(({ name }) => `${group} › ${name}`));
    for (const entry of ["package", "runtime"]) {
      assert.deepEqual(
        names.filter((name) => !(`${entry}: ${name}` in failures)),
        [],
      );
    }
  });
}
