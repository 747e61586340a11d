import { describe } from "wengang";
import { textOf, toText } from "./answers.js";

/** @import { Description, LocalRules } from "wengang" */
/** @import { Answers } from "./answers.js" */

/**
 * What the rules of a place answer, by field, as it would be typed, with the rule that says so; and the questions that they
 * answer in more than one way, any of which may do.
 * @typedef {{ filled: Map<string, { text: string, rule: LocalRules }>, open: string[] }} Fills
 */

/** For so many years a notice tells how its place computes before and after it; rates hold for the year that they name. */
const CARRIES_YEARS = 2;

/**
 * The question that asks for a year, if there is one.
 * @param {Pick<Description, "inputs">} description
 */
export function yearQuestion({ inputs }) {
  return inputs.find(({ type, min, max }) => type === "count" && Number(min) >= 2000 && Number(max) <= 2100);
}

/**
 * The year that the rules are wanted for: the one asked for, or that of the policy; 0 where it is open.
 * @param {Pick<Description, "inputs" | "claimYear">} description
 * @param {Answers} answers
 */
export function yearOf(description, answers) {
  const asked = yearQuestion(description);
  return asked ? Number(textOf(answers, asked.id)) : (description.claimYear ?? 0);
}

/**
 * @param {Description} description
 * @param {LocalRules[]} rules of one place
 * @param {Answers} answers
 * @returns {Fills}
 */
export function fillsOf(description, rules, answers) {
  const year = yearOf(description, answers);
  /** @type {Map<string, { text: string, rule: LocalRules }[]>} */
  const found = new Map();
  const add = (/** @type {string} */ field, /** @type {string} */ text, /** @type {LocalRules} */ rule) => {
    const known = found.get(field) ?? [];
    if (!known.some((one) => one.text === text)) found.set(field, [...known, { text, rule }]);
  };
  for (const rule of rules) {
    if (!Object.entries(rule.when).every(([field, wanted]) => wanted.includes(textOf(answers, field).trim()))) continue;
    if (year > 0 && rule.year !== undefined && Math.abs(year - rule.year) > CARRIES_YEARS) continue;
    for (const [field, value] of Object.entries(rule.inputs)) {
      const input = description.inputs.find(({ id }) => id === field);
      if (input) add(field, toText(input, value), rule);
    }
    for (const [field, other] of Object.entries(rule.same)) {
      const text = textOf(answers, other).trim();
      if (text !== "") add(field, text, rule);
    }
  }
  const open = [...found].filter(([, ways]) => ways.length > 1).map(([field]) => field);
  // What belongs to one of several ways is not filled in before one of them is taken.
  const undecided = rules.filter((rule) => open.some((field) => field in rule.inputs));
  const filled = new Map();
  for (const [field, [way]] of found) {
    if (way && !open.includes(field) && !undecided.includes(way.rule)) filled.set(field, way);
  }
  return { filled, open };
}

/** Where answers keep the place whose rules fill them in, by its Chinese name. No field has this name, and the engine is not told. */
export const PLACE = "@place";

/** The place of nobody: whoever does not know, or is elsewhere. */
export const ELSEWHERE = "?";

/**
 * The rules of the place that answers name, if any.
 * @param {Description} description
 * @param {Answers} answers
 */
export function chosenRules(description, answers) {
  const place = textOf(answers, PLACE);
  if (place === "") return [];
  const names = chineseNames(description.id);
  return description.locals.filter((_, index) => names[index] === place);
}

/** @type {Map<string, string[]>} */
const namesByPolicy = new Map();

/**
 * The places of a policy's rules by their Chinese names, which stay the same in every language.
 * @param {string} policy
 */
export function chineseNames(policy) {
  const names = namesByPolicy.get(policy) ?? describe(policy).locals.map(({ place }) => place);
  namesByPolicy.set(policy, names);
  return names;
}

/**
 * Answers with what the rules of the chosen place fill in. What the reader has typed stays, and so does what was just answered.
 * @param {Description} description
 * @param {Answers} before
 * @param {Answers} after
 * @param {string} [touched]
 * @returns {Answers}
 */
export function refilled(description, before, after, touched) {
  if (description.locals.length === 0) return after;
  const was = fillsOf(description, chosenRules(description, before), before).filled;
  const answers = { ...after };
  const { filled } = fillsOf(description, chosenRules(description, after), after);
  for (const field of new Set([...was.keys(), ...filled.keys()])) {
    const present = textOf(answers, field).trim();
    const untouched = present === "" || present === was.get(field)?.text;
    if (field !== touched && untouched) answers[field] = filled.get(field)?.text ?? "";
  }
  return answers;
}
