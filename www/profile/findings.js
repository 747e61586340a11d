import Big from "big.js";
import { amountRange, combine } from "wengang";
import { evaluateAnswers } from "../answers/evaluation.js";
import { fillsOf, yearQuestion } from "../answers/local-rules.js";
import { localsOf, placeNamed } from "../finder/places.js";
import { appliesIn, distanceFrom, isAbout, yearsOf } from "../shared/catalogue.js";
import { TOPICS } from "../shared/filters.js";
import { NATIONWIDE } from "../shared/nationwide.js";
import { keysOf, missingTables } from "./shared-questions.js";

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
 * @property {Entry[]} replaced those of which the region, or what lies nearer to it, has its own variant
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
 * @returns {Scope}
 */
export function scopeOf(entries, { audience, region, year }, day) {
  const own = entries.filter(({ policy }) => policy.audience === audience);
  const areas = [...new Set(own.map(({ area }) => area))];
  const isKnown = region !== undefined && own.length > 0 && (areas.includes(region) || placeOf(region));
  const chosen = isKnown ? region : areas.length === 1 ? areas[0] : undefined;
  const there = chosen === undefined ? [] : own.filter((entry) => appliesIn(entry, chosen));
  const isReference = (/** @type {Entry} */ { policy }) => policy.status === "reference";
  const years = yearsOf(there);
  const now = Number(day.slice(0, 4));
  const when = year !== undefined && years.includes(year) ? year : years.includes(now) ? now : years[0];
  const claimed = there.filter((entry) => !isReference(entry) && (when === undefined || isAbout(entry, when)));
  const latest = claimed.filter((entry) => !claimed.some((other) => isLater(other, entry)));
  const replaced = latest.filter((entry) => latest.some((other) => isNearer(other, entry, chosen ?? "")));
  return {
    region: chosen,
    years,
    year: when,
    subsidies: latest.filter((entry) => !replaced.includes(entry)),
    references: there.filter(isReference),
    replaced,
  };
}

/**
 * Whether a policy is a place's own variant of another, or that of what the place lies in.
 * @param {Entry} one
 * @param {Entry} other
 * @param {string} place
 */
function isNearer(one, other, place) {
  const [near = 0, far = 0] = [one, other].map((entry) => distanceFrom(entry, place));
  return one.policy.scheme === other.policy.scheme && near < far;
}

/**
 * Whether a policy says for a later year what another says for an earlier one or any, in the same region.
 * @param {Entry} one
 * @param {Entry} other
 */
function isLater({ area, policy }, other) {
  const { scheme, claimYear } = other.policy;
  return area === other.area && policy.scheme === scheme && (policy.claimYear ?? 0) > (claimYear ?? 0);
}

/**
 * The place in China that a region is, if it is one.
 * @param {string | undefined} region
 */
export function placeOf(region) {
  return region === undefined || region === NATIONWIDE ? undefined : placeNamed(region);
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
 * In the order in which their questions come: what only its own page can settle waits, and of what is for as many, that comes first
 * which is settled with the fewest answers.
 * @param {Case[]} cases in their own order
 */
export function turnsOf(cases) {
  const waits = (/** @type {Case} */ one) => Number(missingTables(one).length > 0);
  const topic = (/** @type {Case} */ { description }) => TOPICS.indexOf(description.topic ?? "other");
  const left = (/** @type {Case} */ { evaluation }) => evaluation.assessment.missing.length;
  return [...cases].sort(
    (one, other) => waits(one) - waits(other) || topic(one) - topic(other) || left(one) - left(other),
  );
}

/**
 * Whether a policy can no longer be gone by. One of a year of its own tells that by its period, which may outlast the year; of one
 * that goes on, a year that is over is past.
 * @param {Pick<Description, "status" | "claimYear">} policy
 * @param {number | undefined} year
 * @param {string} day
 */
export function isPast({ status, claimYear }, year, day) {
  const isOver = claimYear === null && (year ?? 9999) < Number(day.slice(0, 4));
  return status === "expired" || (status === "in-force" && isOver);
}

/**
 * Nothing is evaluated anew where a policy's own answers are as they were: of many policies, a digit changes few.
 * @param {Description} description
 * @param {Description} chinese
 * @param {Record<string, string>} answers
 * @param {Pick<Scope, "region" | "year"> & { day: string }} scope
 * @param {Options} options
 * @param {Case} [before]
 * @returns {Case}
 */
export function caseOf(description, chinese, answers, { region, year, day }, options, before) {
  const keys = keysOf(chinese);
  /** @type {Answers} */
  const own = {};
  for (const [field, key] of Object.entries(keys)) {
    const answer = answers[key];
    if (answer) own[field] = answer;
  }
  const basis = JSON.stringify([own, region, year, day]);
  if (before?.description === description && before.basis === basis) return before;
  const given = givenBy(description, chinese, own, region, year);
  for (const { field, text } of given) own[field] = text;
  const known = given.map(({ field }) => field);
  const evaluation = evaluateAnswers(description, own, options, known);
  return { description, keys, answers: own, basis, evaluation, given, past: isPast(description, year, day) };
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
  const place = placeOf(region);
  if (place === undefined) return given;
  const locals = chinese.locals.map((local, index) => ({ place: local.place, index }));
  const rules = localsOf(locals, place).flatMap(({ index }) => description.locals[index] ?? []);
  const known = { ...answers, ...Object.fromEntries(given.map(({ field, text }) => [field, text])) };
  const { filled } = fillsOf(description, rules, known);
  return [...given, ...[...filled].map(([field, { text, rule }]) => ({ field, text, rule }))];
}

/** @type {WeakMap<Case, { least: string | null, most: string | null }>} */
const ranges = new WeakMap();

/** Between what the amount of a case lies. @param {Case} one @param {Options} options */
function rangeOf(one, options) {
  const range = ranges.get(one) ?? amountRange(one.description.id, one.evaluation.inputs, options);
  ranges.set(one, range);
  // What a table of as many rows as there may be would come to tells nobody anything.
  return missingTables(one).length > 0 ? { ...range, most: null } : range;
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
    ...rangeOf(one, options),
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

/**
 * By when something has still to be done, the next first.
 * @param {Case["evaluation"]} evaluation
 * @param {string} day
 */
export function deadlinesAhead({ assessment }, day) {
  const ahead = assessment.deadlines.filter(({ date }) => date >= day);
  return ahead.sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** @param {Case} one */
function yuanOf({ evaluation }) {
  return new Big(evaluation.assessment.amount ?? 0);
}
