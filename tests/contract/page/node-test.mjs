// What the contract tests use of "node:test", for browsers.

/** @typedef {() => unknown} Body */

/** @type {{ name: string, body: Body }[]} */
const tests = [];
/** @type {string[]} */
const groups = [];

/**
 * @param {string} name
 * @param {Body} body
 */
export function describe(name, body) {
  groups.push(name);
  body();
  groups.pop();
}

/**
 * @param {string} name
 * @param {Body} body
 */
export function test(name, body) {
  tests.push({ name: [...groups, name].join(" › "), body });
}

export const it = test;

/** Runs all tests: what each failed with, or null. @returns {Promise<Record<string, string | null>>} */
export async function run() {
  /** @type {Record<string, string | null>} */
  const failures = {};
  for (const { name, body } of tests) {
    try {
      await body();
      failures[name] = null;
    } catch (error) {
      failures[name] = String(error instanceof Error ? error.stack : error);
    }
  }
  return failures;
}
