// The contract cases and what it means to meet one. Runs wherever the package runs.

import catalogue from "./cases/catalogue.mjs";
import changzhouJobPlacement from "./cases/changzhou-2020-job-placement.mjs";
import changzhouLabourDispatch from "./cases/changzhou-2020-labour-dispatch.mjs";
import changzhouSkillCertificate from "./cases/changzhou-2020-skill-certificate.mjs";
import changzhouSkillsTraining from "./cases/changzhou-2020-skills-training.mjs";
import changzhouStabilisationRefund from "./cases/changzhou-2020-stabilisation-refund.mjs";
import changzhouWorkTraining from "./cases/changzhou-2020-work-training.mjs";
import input from "./cases/input.mjs";
import enterpriseSize from "./cases/national-enterprise-size.mjs";
import overtimePay from "./cases/national-overtime-pay.mjs";
import nationalRefund from "./cases/national-stabilisation-refund.mjs";
import profiles from "./cases/profiles.mjs";
import workTraining from "./cases/shanghai-2021-work-training.mjs";
import onlineTraining from "./cases/shanghai-2022-online-training.mjs";
import stabilisationRefund from "./cases/shanghai-2024-stabilisation-refund.mjs";
import premiumEstimate from "./cases/shanghai-premium-estimate.mjs";

/**
 * A call by function name, and what it gives or throws: an object stands for the properties that it names, arrays
 * have to agree in length.
 * @typedef {{
 *   name: string,
 *   gives?: unknown,
 *   throws?: "InvalidInputError" | "UnknownPolicyError",
 *   problems?: { field?: string, row?: number, column?: string, code?: string, message?: string }[],
 *   policies?: unknown[],
 *   describe?: unknown[],
 *   evaluate?: unknown[],
 *   asked?: unknown[],
 *   eligibleRanges?: unknown[],
 *   assess?: unknown[],
 *   combine?: unknown[],
 * }} Case
 */

/** @type {Record<string, Case[]>} */
export const cases = {
  catalogue,
  input,
  profiles,
  "changzhou-2020-job-placement": changzhouJobPlacement,
  "changzhou-2020-labour-dispatch": changzhouLabourDispatch,
  "changzhou-2020-skill-certificate": changzhouSkillCertificate,
  "changzhou-2020-skills-training": changzhouSkillsTraining,
  "changzhou-2020-stabilisation-refund": changzhouStabilisationRefund,
  "changzhou-2020-work-training": changzhouWorkTraining,
  "national-enterprise-size": enterpriseSize,
  "national-overtime-pay": overtimePay,
  "national-stabilisation-refund": nationalRefund,
  "shanghai-2021-work-training": workTraining,
  "shanghai-2022-online-training": onlineTraining,
  "shanghai-2024-stabilisation-refund": stabilisationRefund,
  "shanghai-premium-estimate": premiumEstimate,
};

const functions = /** @type {const} */ ([
  "policies",
  "describe",
  "evaluate",
  "asked",
  "eligibleRanges",
  "assess",
  "combine",
]);

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
  return compare(example.gives, name === "policies" ? chosen(example.gives, result) : result, "result");
}

/**
 * Of all policies those that a case names: a library may hold more.
 * @param {unknown} named
 * @param {unknown} policies
 */
function chosen(named, policies) {
  if (!Array.isArray(named) || !Array.isArray(policies)) return policies;
  return named.map(({ id }) => policies.find((policy) => policy.id === id));
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
 * What data lack, or say differently, of what is expected of them.
 * @param {unknown} expected
 * @param {unknown} actual
 * @param {string} path
 * @returns {string[]}
 */
export function compare(expected, actual, path) {
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
