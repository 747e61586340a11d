import { eligibleRanges, evaluate, InvalidInputError } from "wengang";

/** @import { Assessment, Description, InputDescription, Options } from "wengang" */
/** @import { Evaluation } from "./evaluation.js" */

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
 */

/** Bounds between which a whole number names a year, rather than counting anything. */
const YEARS = { from: 1900, to: 2200 };

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
  for (const { input, present } of countsOf(description, evaluation)) {
    const outcomeAt = (/** @type {number} */ count) =>
      unlessInvalid(() => evaluate(description.id, { ...inputs, [input.id]: count }, options).eligibility);
    const ranges = unlessInvalid(() => eligibleRanges(description.id, inputs, input.id, options)) ?? [];
    const whatIf = whatIfOf(input, present, ranges, outcomeAt);
    if (whatIf) found.push(whatIf);
  }
  return found.sort(
    (one, other) => distance(one) - distance(other) || Number(wantsMore(other)) - Number(wantsMore(one)),
  );
}

/**
 * The fields that are asked and answered with a count, and their answers.
 * @param {Description} description
 * @param {Evaluation} evaluation
 */
export function countsOf(description, { inputs, asked }) {
  return description.inputs.flatMap((input) => {
    const answer = inputs[input.id];
    const present = answer === undefined ? undefined : Number(answer);
    const namesYear = Number(input.min) > YEARS.from && Number(input.max) < YEARS.to;
    const counts = input.type === "count" && !namesYear && asked.includes(input.id);
    return counts && present !== undefined ? [{ input, present }] : [];
  });
}

/**
 * @param {InputDescription} input
 * @param {number} present
 * @param {Range[]} ranges
 * @param {(count: number) => Assessment["eligibility"] | undefined} outcomeAt
 * @returns {WhatIf | undefined}
 */
function whatIfOf(input, present, ranges, outcomeAt) {
  // A value that the form refuses, or for which more would have to be known, is no turn of the verdict.
  const turns = (/** @type {number} */ count) => outcomeAt(count) === "ineligible";
  const around = ranges.find(([from, to]) => from <= present && (to === null || present <= to));
  if (around) {
    const [from, to] = around;
    const down = turns(from - 1) ? present - from : undefined;
    const up = to !== null && turns(to + 1) ? to - present : undefined;
    return down === undefined && up === undefined ? undefined : { input, present, ranges, eligible: true, down, up };
  }
  if (ranges.length === 0 || !turns(present)) return undefined;
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

/**
 * @template T
 * @param {() => T} ask
 * @returns {T | undefined}
 */
function unlessInvalid(ask) {
  try {
    return ask();
  } catch (error) {
    if (error instanceof InvalidInputError) return undefined;
    throw error;
  }
}
