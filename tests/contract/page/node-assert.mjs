// What the contract tests use of "node:assert/strict", for browsers.

import { compare } from "../contract.mjs";

/**
 * @param {unknown} holds
 * @param {unknown} [message]
 */
function ok(holds, message = "expected to hold, but does not") {
  if (!holds) fail(message);
}

/** @param {unknown} message */
function fail(message) {
  throw new Error(String(message));
}

/**
 * @param {unknown} actual
 * @param {unknown} expected
 */
function equal(actual, expected, message = `expected ${String(expected)}, got ${String(actual)}`) {
  ok(Object.is(actual, expected), message);
}

/**
 * For plain data: each has all that the other has.
 * @param {unknown} actual
 * @param {unknown} expected
 */
function deepEqual(actual, expected, message = "") {
  const differences = [...compare(expected, actual, "it"), ...compare(actual, expected, "the other way round")];
  ok(differences.length === 0, `${message}\n${differences.join("\n")}`);
}

/**
 * @param {string} text
 * @param {RegExp} expected
 */
function match(text, expected) {
  ok(expected.test(text), `expected ${expected}, got ${text}`);
}

/**
 * @param {() => unknown} run
 * @param {Function} expected a class, or a function that looks at the error
 */
function throws(run, expected) {
  try {
    run();
  } catch (error) {
    return ok(expected.prototype instanceof Error ? error instanceof expected : expected(error), error);
  }
  fail("expected an error");
}

export default Object.assign(ok, { deepEqual, equal, fail, match, ok, throws });
