import Big from "big.js";
import { amountRange, combine } from "wengang";
import { evaluateAnswers } from "../answers/evaluation.js";
import { fillsOf, yearQuestion } from "../answers/local-rules.js";
import { appliesIn, isAbout, yearsOf } from "../shared/catalogue.js";
import { TOPICS } from "../shared/filters.js";
import { NATIONWIDE } from "../shared/nationwide.js";
import { keyOf } from "./shared-questions.js";

/** @import { Combination, Description, Options } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Audience, Entry } from "../shared/catalogue.js" */
/** @import { Case, Given } from "./shared-questions.js" */

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
 * A case of which the amount is open, and between what it lies as far as that can be told.
 * @typedef {{ one: Case, least: string | null, most: string | null }} Pending
 *
 * @typedef {object} Findings
 * @property {Record<Outcome, Case[]>} outcomes
 * @property {Pending[]} pending those that may still come to something, the largest first
 * @property {Combination} combination of what is certain; its total is the least that can be had
 * @property {string | null} most what can be had at most; null where there is no telling
 */

/**
 * @param {Entry[]} entries
 * @param {Profile} profile
 * @param {string} day
 * @param {string[]} [places] that have no policies of their own, but whose rules are known
 * @returns {Scope}
 */
export function scopeOf(entries, { audience, region, year }, day, places = []) {
  const own = entries.filter(({ policy }) => policy.audience === audience);
  const areas = new Set([...own.map(({ area }) => area), ...places]);
  const chosen = region !== undefined && areas.has(region) ? region : areas.size === 1 ? [...areas][0] : undefined;
  const there = chosen === undefined ? [] : own.filter((entry) => appliesIn(entry, chosen));
  const isReference = (/** @type {Entry} */ { policy }) => policy.status === "reference";
  const years = yearsOf(there);
  const now = Number(day.slice(0, 4));
  const when = year !== undefined && years.includes(year) ? year : years.includes(now) ? now : years[0];
  const claimed = there.filter((entry) => !isReference(entry) && (when === undefined || isAbout(entry, when)));
  const ofTheYear = claimed.filter((entry) => !claimed.some((other) => isOfTheYear(other, entry)));
  const replaced = ofTheYear.filter(
    (entry) => entry.area === NATIONWIDE && claimed.some((other) => isVariantOf(other, entry)),
  );
  return {
    region: chosen,
    years,
    year: when,
    subsidies: ofTheYear.filter((entry) => !replaced.includes(entry)),
    references: there.filter(isReference),
    replaced,
  };
}

/**
 * Whether a policy says for one year what another says for any.
 * @param {Entry} one
 * @param {Entry} general
 */
function isOfTheYear({ area, policy }, general) {
  const { scheme, claimYear } = general.policy;
  return area === general.area && policy.scheme === scheme && policy.claimYear !== null && claimYear === null;
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
 * In the order in which to ask for them: what keeps staff is for everybody, what shares no question with the others is for few.
 * @param {Case[]} cases
 */
export function inOrder(cases) {
  const shares = (/** @type {Case} */ one) =>
    cases.some(
      (other) => other !== one && Object.values(other.keys).some((key) => Object.values(one.keys).includes(key)),
    );
  const rank = (/** @type {Case} */ one) =>
    TOPICS.indexOf(one.description.topic ?? "other") * 2 + (shares(one) ? 0 : 1);
  return [...cases].sort((one, other) => rank(one) - rank(other));
}

/**
 * Whether a policy can no longer be claimed: a year that is over is, even where the policy goes on.
 * @param {Pick<Description, "status" | "claimYear">} policy
 * @param {number | undefined} year
 * @param {string} day
 */
export function isPast({ status, claimYear }, year, day) {
  return status === "expired" || (status === "in-force" && (claimYear ?? year ?? 9999) < Number(day.slice(0, 4)));
}

/**
 * @param {Description} description
 * @param {Description} chinese
 * @param {Record<string, string>} answers
 * @param {Pick<Scope, "region" | "year"> & { day: string }} scope
 * @param {Options} options
 * @returns {Case}
 */
export function caseOf(description, chinese, answers, { region, year, day }, options) {
  const keys = Object.fromEntries(chinese.inputs.map((input) => [input.id, keyOf(input)]));
  /** @type {Answers} */
  const own = {};
  for (const [field, key] of Object.entries(keys)) {
    const answer = answers[key];
    if (answer) own[field] = answer;
  }
  const given = givenBy(description, chinese, own, region, year);
  for (const { field, text } of given) own[field] = text;
  const known = given.map(({ field }) => field);
  const evaluation = evaluateAnswers(description, own, options, known);
  return { description, keys, answers: own, evaluation, given, past: isPast(description, year, day) };
}

/**
 * What follows from the place and the year, and need not be asked.
 * @param {Description} description
 * @param {Description} chinese
 * @param {Answers} answers
 * @param {string | undefined} region
 * @param {number | undefined} year
 * @returns {Given[]}
 */
function givenBy(description, chinese, answers, region, year) {
  /** @type {Given[]} */
  const given = [];
  const asked = description.claimYear === null ? yearQuestion(description) : undefined;
  if (asked && year !== undefined && Number(asked.min) <= year && year <= Number(asked.max)) {
    given.push({ field: asked.id, text: String(year) });
  }
  if (region === undefined) return given;
  const rules = description.locals.filter((_, index) => chinese.locals[index]?.place.endsWith(region));
  const known = { ...answers, ...Object.fromEntries(given.map(({ field, text }) => [field, text])) };
  const { filled } = fillsOf(description, rules, known);
  return [...given, ...[...filled].map(([field, { text, rule }]) => ({ field, text, rule }))];
}

/**
 * Places whose rules some policy knows, by their Chinese names, with what they are called in the reader's language.
 * @param {{ description: Description, chinese: Description }[]} policies
 * @returns {[string, string][]}
 */
export function knownPlaces(policies) {
  const places = policies.flatMap(({ description, chinese }) =>
    chinese.locals.map(({ place }, index) => /** @type {const} */ ([place, description.locals[index]?.place ?? place])),
  );
  return [...new Map(places)];
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
  const pending = [...outcomes.open, ...outcomes.undetermined].map((one) => ({
    one,
    ...amountRange(one.description.id, one.evaluation.inputs, options),
  }));
  const most = (/** @type {Pending} */ pending) => new Big(pending.most ?? pending.least ?? 0);
  pending.sort((one, other) => Number(one.most !== null) - Number(other.most !== null) || most(other).cmp(most(one)));
  const settled = outcomes.eligible.map(({ description: { id }, evaluation }) => [id, evaluation.assessment.amount]);
  const together = (/** @type {"least" | "most"} */ bound) => {
    const amounts = [...settled, ...pending.map((open) => [open.one.description.id, open[bound]])];
    return combine(Object.fromEntries(amounts), options);
  };
  const bounded = pending.every((open) => open.most !== null);
  return { outcomes, pending, combination: together("least"), most: bounded ? together("most").total : null };
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
