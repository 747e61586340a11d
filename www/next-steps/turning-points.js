import { eligibleRanges } from "wengang";
import { choicesOf } from "../answers/choices.js";
import { namesYear } from "../answers/number-text.js";
import { messagesIn } from "../messages/index.js";
import { sameOutcome, unlessInvalid, variations } from "./variations.js";

/** @import { Description, InputDescription, Options } from "wengang" */
/** @import { Evaluation } from "../answers/evaluation.js" */
/** @import { Messages } from "../messages/zh-cn.js" */
/** @import { Outcome } from "./variations.js" */

/**
 * @typedef {[from: number, to: number | null]} Range
 *
 * For which values of one count the result is "eligible", everything else as it is.
 * @typedef {object} WhatIf
 * @property {InputDescription} input
 * @property {number} present
 * @property {Range[]} ranges
 * @property {boolean} eligible whether the present value lies within one of them
 * @property {number | undefined} down if eligible, by how much the value may fall; if not, by how much it would have to
 * @property {number | undefined} up the same upwards; undefined where that makes no difference or is of no use
 *
 * Another answer to a question with few, and what would follow from it.
 * @typedef {{ input: InputDescription, answer: string, outcome: Outcome }} Alternative
 *
 * A figure answered.
 * @typedef {{ input: InputDescription, present: number }} Quantity
 */

/** Years between which one is chosen, rather than looked up. */
const MOST_YEARS = 12;

/**
 * The counts answered that the result depends on, the one nearest to a turn of the verdict first; of those equally near,
 * one that must not fall before one that must not rise.
 * @param {Description} description
 * @param {Evaluation} evaluation
 * @param {Options} options
 * @returns {WhatIf[]}
 */
export function whatIfs(description, evaluation, options) {
  const { inputs, assessment } = evaluation;
  if (!["eligible", "ineligible"].includes(assessment.eligibility)) return [];
  /** @type {WhatIf[]} */
  const found = [];
  for (const { input, present } of quantitiesOf(description, evaluation)) {
    if (input.type !== "count") continue;
    const ranges = unlessInvalid(() => eligibleRanges(description.id, inputs, input.id, options)) ?? [];
    const turns = (/** @type {number[]} */ counts) =>
      // A value that the form refuses, or for which more would have to be known, is no turn of the verdict.
      variations(description, evaluation, input.id, counts, options).map((outcome) => outcome?.eligible === false);
    const whatIf = whatIfOf(input, present, ranges, turns);
    if (whatIf) found.push(whatIf);
  }
  return found.sort(
    (one, other) => distance(one) - distance(other) || Number(wantsMore(other)) - Number(wantsMore(one)),
  );
}

/**
 * The fields that are asked and answered with a figure.
 * @param {Description} description
 * @param {Evaluation} evaluation
 * @returns {Quantity[]}
 */
export function quantitiesOf(description, { inputs, asked }) {
  return description.inputs.flatMap((input) => {
    const isFigure = ["count", "money", "number"].includes(input.type) && !namesYear(input);
    const present = isFigure && asked.includes(input.id) ? numberIn(inputs[input.id]) : undefined;
    return present === undefined ? [] : [{ input, present }];
  });
}

/**
 * The figures with which the amount or the verdict changes, as far as a few values of each tell.
 * @param {Description} description
 * @param {Evaluation} evaluation
 * @param {WhatIf[]} whatIfs
 * @param {Options} options
 * @returns {Quantity[]}
 */
export function movingQuantities(description, evaluation, whatIfs, options) {
  return quantitiesOf(description, evaluation).filter(({ input, present }) => {
    if (whatIfs.some((whatIf) => whatIf.input.id === input.id)) return true;
    const values = [present, Math.floor(present / 2), Math.ceil(present * 1.5) + 1, present + 1];
    const [now, ...others] = variations(description, evaluation, input.id, values, options);
    return others.some((outcome) => outcome !== undefined && outcome.yuan !== null && !sameOutcome(outcome, now));
  });
}

/**
 * The other answers to questions with few of them with which the amount would be another.
 * @param {Description} description
 * @param {Evaluation} evaluation
 * @param {Options} options
 * @returns {Alternative[]}
 */
export function alternatives(description, evaluation, options) {
  const messages = messagesIn(options.locale ?? "zh-CN");
  const { inputs, asked } = evaluation;
  return description.inputs.flatMap((input) => {
    const present = inputs[input.id];
    const answers = answersTo(input, messages);
    if (answers.length === 0 || !asked.includes(input.id) || present === undefined || present === "") return [];
    const values = [present, ...answers.map(({ value }) => value)];
    const [now, ...outcomes] = variations(description, evaluation, input.id, values, options);
    return outcomes.flatMap((outcome, index) => {
      // What would end the claim stands among the conditions.
      const isNew = outcome && outcome.yuan !== null && outcome.eligible !== false && !sameOutcome(outcome, now);
      return isNew ? [{ input, answer: answers[index]?.label ?? "", outcome }] : [];
    });
  });
}

/**
 * The answers that a question leaves to choose from.
 * @param {InputDescription} input
 * @param {Messages} messages
 * @returns {{ value: unknown, label: string }[]}
 */
function answersTo(input, messages) {
  if (input.type === "boolean") {
    return choicesOf(input, messages).map(({ label }, index) => ({ value: index === 0, label }));
  }
  if (input.type === "choice") return choicesOf(input, messages).map(({ id, label }) => ({ value: id, label }));
  const [from, to] = [Number(input.min), Number(input.max)];
  if (!namesYear(input) || !(to - from < MOST_YEARS)) return [];
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    value: from + index,
    label: messages.policy.claimYear(from + index),
  }));
}

/** @param {unknown} answer */
function numberIn(answer) {
  return typeof answer === "string" && /^\d+(\.\d+)?$/.test(answer) ? Number(answer) : undefined;
}

/**
 * @param {InputDescription} input
 * @param {number} present
 * @param {Range[]} ranges
 * @param {(counts: number[]) => boolean[]} turns whether the result is not "eligible" with these
 * @returns {WhatIf | undefined}
 */
function whatIfOf(input, present, ranges, turns) {
  const around = ranges.find(([from, to]) => from <= present && (to === null || present <= to));
  if (around) {
    const [from, to] = around;
    const [below, above] = turns(to === null ? [from - 1] : [from - 1, to + 1]);
    const down = below ? present - from : undefined;
    const up = to !== null && above ? to - present : undefined;
    return down === undefined && up === undefined ? undefined : { input, present, ranges, eligible: true, down, up };
  }
  if (ranges.length === 0 || !turns([present])[0]) return undefined;
  const below = [...ranges].reverse().find(([, to]) => to !== null && to < present)?.[1] ?? undefined;
  const above = ranges.find(([from]) => from > present)?.[0];
  return {
    input,
    present,
    ranges,
    eligible: false,
    down: below === undefined ? undefined : present - below,
    up: above === undefined ? undefined : above - present,
  };
}

/** @param {WhatIf} whatIf */
const distance = ({ down, up }) => Math.min(down ?? Number.POSITIVE_INFINITY, up ?? Number.POSITIVE_INFINITY);

/** @param {WhatIf} whatIf */
const wantsMore = ({ eligible, down, up }) => (eligible ? down : up) !== undefined;
