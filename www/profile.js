import Big from "big.js";
import { combine } from "wengang";
import { appliesIn, isAbout, NATIONWIDE, yearsOf } from "./catalogue.js";
import { evaluateAnswers } from "./evaluation.js";
import { keyOf } from "./shared-questions.js";

/** @import { Combination, Description, Options } from "wengang" */
/** @import { Answers } from "./answers.js" */
/** @import { Audience, Entry } from "./catalogue.js" */
/** @import { Case } from "./shared-questions.js" */

/**
 * Who asks, for where and when, and what was answered, by the keys of the questions.
 * @typedef {{ audience?: Audience, region?: string, year?: number, answers: Record<string, string> }} Profile
 *
 * What a profile is about.
 * @typedef {object} Scope
 * @property {string | undefined} region
 * @property {number[]} years those that there is anything for
 * @property {number | undefined} year
 * @property {Entry[]} subsidies
 * @property {Entry[]} references
 * @property {Entry[]} replaced nationwide policies of which the region has its own variant
 *
 * @typedef {"eligible" | "open" | "undetermined" | "ineligible"} Outcome
 *
 * @typedef {{ outcomes: Record<Outcome, Case[]>, combination: Combination }} Findings
 */

/**
 * @param {Entry[]} entries
 * @param {Profile} profile
 * @returns {Scope}
 */
export function scopeOf(entries, { audience, region, year }) {
  const own = entries.filter(({ policy }) => policy.audience === audience);
  const areas = new Set(own.map(({ area }) => area));
  const chosen = region !== undefined && areas.has(region) ? region : areas.size === 1 ? [...areas][0] : undefined;
  const there = chosen === undefined ? [] : own.filter((entry) => appliesIn(entry, chosen));
  const isReference = (/** @type {Entry} */ { policy }) => policy.status === "reference";
  const years = yearsOf(there);
  const [latest] = yearsOf(there.filter(({ area }) => area === chosen));
  const when = year !== undefined && years.includes(year) ? year : (latest ?? years[0]);
  const claimed = there.filter((entry) => !isReference(entry) && (when === undefined || isAbout(entry, when)));
  const replaced = claimed.filter(
    (entry) => entry.area === NATIONWIDE && claimed.some((other) => isVariantOf(other, entry)),
  );
  return {
    region: chosen,
    years,
    year: when,
    subsidies: claimed.filter((entry) => !replaced.includes(entry)),
    references: there.filter(isReference),
    replaced,
  };
}

/**
 * Whether a policy is the region's own variant of a nationwide one.
 * @param {Entry} local
 * @param {Entry} nationwide
 */
function isVariantOf({ area, policy }, nationwide) {
  return area !== NATIONWIDE && policy.scheme === nationwide.policy.scheme;
}

/**
 * @param {Description} description
 * @param {Description} chinese
 * @param {Record<string, string>} answers
 * @param {Options} options
 * @returns {Case}
 */
export function caseOf(description, chinese, answers, options) {
  const keys = Object.fromEntries(chinese.inputs.map((input) => [input.id, keyOf(input)]));
  /** @type {Answers} */
  const own = {};
  for (const [field, key] of Object.entries(keys)) {
    const answer = answers[key];
    if (answer) own[field] = answer;
  }
  return { description, keys, answers: own, evaluation: evaluateAnswers(description, own, options) };
}

/**
 * What the cases come to: each one, the largest amount first, and together.
 * @param {Case[]} cases
 * @param {Options} options
 * @returns {Findings}
 */
export function findingsOf(cases, options) {
  /** @type {Findings["outcomes"]} */
  const outcomes = { eligible: [], open: [], undetermined: [], ineligible: [] };
  for (const one of cases) outcomes[outcomeOf(one)].push(one);
  outcomes.eligible.sort((one, other) => yuanOf(other).cmp(yuanOf(one)));
  const amounts = outcomes.eligible.map(({ description, evaluation }) => [
    description.id,
    evaluation.assessment.amount,
  ]);
  return { outcomes, combination: combine(Object.fromEntries(amounts), options) };
}

/**
 * @param {Case} one
 * @returns {Outcome}
 */
function outcomeOf({ description, evaluation: { assessment } }) {
  const settled = assessment.amount !== null || description.amount === null;
  switch (assessment.eligibility) {
    case "eligible":
      return settled ? "eligible" : "open";
    case "not-assessed":
      return settled ? "eligible" : "undetermined";
    default:
      return assessment.eligibility;
  }
}

/** @param {Case} one */
function yuanOf({ evaluation }) {
  return new Big(evaluation.assessment.amount ?? 0);
}
