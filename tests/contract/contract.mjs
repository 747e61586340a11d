// The contract cases and what it means to meet one. Runs wherever the package runs.

import catalogue from "./cases/catalogue.mjs";
import input from "./cases/input.mjs";
import enterpriseSize from "./cases/national-enterprise-size.mjs";
import stabilisationRefund from "./cases/shanghai-2024-stabilisation-refund.mjs";

/**
 * A call by function name, and what it gives or throws: an object stands for the properties that it names, arrays
 * have to agree in length.
 * @typedef {{
 *   name: string,
 *   gives?: unknown,
 *   throws?: "InvalidInputError" | "UnknownPolicyError",
 *   problems?: { field?: string, code?: string, message?: string }[],
 *   policies?: unknown[],
 *   describe?: unknown[],
 *   evaluate?: unknown[],
 *   asked?: unknown[],
 *   eligibleRanges?: unknown[],
 * }} Case
 */

/** @type {Record<string, Case[]>} */
export const cases = {
  catalogue,
  input,
  "national-enterprise-size": enterpriseSize,
  "shanghai-2024-stabilisation-refund": stabilisationRefund,
};

const functions = /** @type {const} */ (["policies", "describe", "evaluate", "asked", "eligibleRanges"]);

/**
 * What a package does differently from a case; empty where it meets it.
 * @param {Record<string, unknown>} api
 * @param {Case} example
 * @returns {string[]}
 */
export function differences(api, example) {
  const name = functions.find((candidate) => candidate in example);
  if (!name) return ["the case calls nothing"];
  const call = /** @type {(...values: unknown[]) => unknown} */ (api[name]);
  let result;
  try {
    result = call(...(example[name] ?? []));
  } catch (error) {
    return thrown(api, example, error);
  }
  if (example.throws) return [`${example.throws} expected, but it gave ${JSON.stringify(result)}`];
  return compare(example.gives, result, "result");
}

/**
 * @param {Record<string, unknown>} api
 * @param {Case} example
 * @param {unknown} error
 */
function thrown(api, example, error) {
  const kind = /** @type {new (...values: never[]) => Error} */ (api[example.throws ?? ""]);
  if (!kind || !(error instanceof kind) || !(error instanceof Error) || error.name !== example.throws) {
    return [`${example.throws ?? "no error"} expected, but it threw ${error}`];
  }
  const { problems } = /** @type {{ problems?: unknown }} */ (/** @type {unknown} */ (error));
  return example.problems ? compare(example.problems, problems, "problems") : [];
}

/**
 * @param {unknown} expected
 * @param {unknown} actual
 * @param {string} path
 * @returns {string[]}
 */
function compare(expected, actual, path) {
  if (typeof expected !== "object" || expected === null) {
    return Object.is(expected, actual)
      ? []
      : [`${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
  }
  if (typeof actual !== "object" || actual === null || Array.isArray(expected) !== Array.isArray(actual)) {
    return [`${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
  }
  const found = /** @type {Record<string, unknown>} */ (actual);
  if (Array.isArray(expected) && Array.isArray(actual) && actual.length !== expected.length) {
    return [`${path}: expected ${expected.length} entries, got ${JSON.stringify(actual)}`];
  }
  return Object.entries(expected).flatMap(([key, value]) =>
    compare(value, found[key], Array.isArray(expected) ? `${path}[${key}]` : `${path}.${key}`),
  );
}
