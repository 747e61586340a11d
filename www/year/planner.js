import Big from "big.js";
import { eligibleRegion, evaluate, evaluateColumns } from "wengang";
import { unlessInvalid } from "../next-steps/variations.js";
import { answersOf, MONTHS, UNCHANGED } from "./months.js";

/** @import { Description, InputDescription, Options } from "wengang" */
/** @import { Evaluation } from "../answers/evaluation.js" */
/** @import { Rest, Year } from "./months.js" */

/**
 * What follows where the rest of the year goes in one way.
 * @typedef {object} Outcome
 * @property {boolean | null} eligible whether all conditions are met, or, as long as other answers are missing, the one that the months
 *   decide; null where that is not certain
 * @property {string | undefined} value the figure that the policy limits, such as the layoff rate
 * @property {string | undefined} limit
 *
 * In what way people leave: what they count as (undefined for nothing), and whether at once, so from next month on, or in December.
 * @typedef {{ counts: InputDescription | undefined, atOnce: boolean }} Way
 *
 * Where so many leave in one way: none, one, two and so on.
 * @typedef {{ way: Way, outcomes: Outcome[] }} Course
 *
 * How many may leave in whatever way, and whether it is certain that one more may not.
 * @typedef {{ most: number, isExact: boolean }} Margin
 *
 * What can still happen until the end of the year.
 * @typedef {{ courses: Course[], margin: Margin | undefined, oneMore: Outcome | undefined }} Plan
 *
 * The comparison that the months decide, and whether no other condition hangs on them.
 * @typedef {{ condition: string, value: string, limit: string, isCeiling: boolean, isOnly: boolean }} Measure
 */

/** More than a person would go through. */
const MOST_LEAVING = 2000;
/** Rows after which it is not looked on: some tenths of a second. */
const MOST_ROWS = 60_000;

/** Figures of results have ten decimals. */
const CLOSE = new Big("1e-9");

const ELIGIBLE = 1;
const INELIGIBLE = 2;

/**
 * Whether one of these questions or values hangs on the months.
 * @param {Description} description
 * @param {string[]} ids
 * @param {string[]} [seen]
 * @returns {boolean}
 */
function hangsOnMonths(description, ids, seen = []) {
  const { inputs, values } = description;
  return ids.some((id) => {
    if (inputs.some((input) => input.id === id && input.months)) return true;
    const uses = values.find((value) => value.id === id)?.uses ?? [];
    return !seen.includes(id) && hangsOnMonths(description, uses, [...seen, id]);
  });
}

/**
 * What a policy limits among what the months decide; undefined where it compares nothing of the kind.
 * @param {Description} description
 * @returns {Measure | undefined}
 */
export function measureOf(description) {
  const { conditions, values } = description;
  const decided = conditions.filter(({ uses }) => hangsOnMonths(description, uses));
  for (const { id, comparison } of decided) {
    if (!comparison || values.find((one) => one.id === comparison.value)?.type !== "percentage") continue;
    const { sign, value, limit } = comparison;
    if (sign === "=" || sign === "≠") continue;
    return { condition: id, value, limit, isCeiling: sign === "≤" || sign === "<", isOnly: decided.length === 1 };
  }
  return undefined;
}

/** A year of a policy, with what else was filled in for it. */
export class Planner {
  /**
   * @param {Description} description
   * @param {Year} year
   * @param {Evaluation} evaluation of the year where nobody comes or goes any more
   * @param {Options} options
   */
  constructor(description, year, evaluation, options) {
    this.description = description;
    this.year = year;
    this.evaluation = evaluation;
    this.options = options;
    this.measure = measureOf(description);
    const { staff, figures, now = MONTHS } = year;
    /** Months to come. */
    this.rest = MONTHS - now;
    /** The latest headcount. */
    this.present = Number((staff && figures.get(staff.key)?.[now]) ?? 0);
    /** How many departures are looked at. */
    this.most = Math.min(Math.floor(this.present), MOST_LEAVING);
    /** What follows where nobody comes or goes any more. */
    this.unchanged = this.outcomes([UNCHANGED])[0];
  }

  /** Whether other answers are missing, so that only the condition is looked at that the months decide. */
  get isPartial() {
    const others = this.evaluation.assessment.conditions.filter(({ id }) => id !== this.measure?.condition);
    return others.some(({ met }) => met === null) && others.every(({ met }) => met !== false);
  }

  /** @param {InputDescription["months"]} months */
  #asks(months) {
    return this.description.inputs.find((input) => input.months === months && this.evaluation.asked.includes(input.id));
  }

  /** What the policy calls a figure. @param {string} id */
  labelOf(id) {
    const { values, parameters, conditions } = this.description;
    return [...values, ...parameters, ...conditions].find((one) => one.id === id)?.label ?? "";
  }

  /** Shares that the months decide, as they are where nobody comes or goes any more. */
  get shares() {
    const { description, evaluation } = this;
    const shares = description.values.filter(
      ({ id, type }) => type === "percentage" && hangsOnMonths(description, [id]),
    );
    return shares.flatMap(({ id, label }) => {
      const share = evaluation.assessment.values[id];
      return typeof share === "string" ? [{ label, share }] : [];
    });
  }

  /** What people who leave may count as. */
  get kinds() {
    const { asked } = this.evaluation;
    return this.description.inputs.filter(({ id, months }) => months === "sum" && asked.includes(id));
  }

  /** Whether it matters when somebody leaves. */
  get isByMonth() {
    return this.rest > 1 && this.#asks("average") !== undefined;
  }

  /** @returns {Way[]} */
  get ways() {
    const times = this.isByMonth ? [true, false] : [false];
    return [undefined, ...this.kinds].flatMap((counts) => times.map((atOnce) => ({ counts, atOnce })));
  }

  /** @param {Way} way @param {number} left @returns {Rest} */
  restOf({ counts, atOnce }, left) {
    return { left, lost: left * (atOnce ? this.rest : 1), counted: counts ? { [counts.id]: left } : {} };
  }

  /** @returns {Plan | undefined} undefined where nothing can happen any more, or nobody knows what follows */
  get plan() {
    const now = this.unchanged?.eligible;
    if (this.rest === 0 || typeof now !== "boolean") return undefined;
    return { courses: this.courses, oneMore: this.oneMore, margin: now ? this.margin : undefined };
  }

  /** @returns {Course[]} */
  get courses() {
    return this.ways.map((way) => {
      const rests = Array.from({ length: this.most + 1 }, (_, left) => this.restOf(way, left));
      return { way, outcomes: this.outcomes(rests) };
    });
  }

  /** One more than there are. */
  get oneMore() {
    const [outcome] = this.outcomes([{ left: -1, lost: -this.rest, counted: {} }]);
    return outcome;
  }

  /**
   * What each comes to, in one call.
   * @param {Rest[]} rests
   * @returns {Outcome[]}
   */
  outcomes(rests) {
    const { description, evaluation, year, options, measure } = this;
    const { id, inputs, values: known } = description;
    const answers = rests.map((rest) => answersOf(year, rest));
    /** @type {Record<string, ArrayLike<unknown>>} */
    const columns = {};
    for (const { id: field } of inputs) {
      if (answers[0]?.[field] !== undefined) columns[field] = answers.map((one) => one[field]?.replace(/,/g, ""));
      else if (evaluation.inputs[field] !== undefined) columns[field] = answers.map(() => evaluation.inputs[field]);
    }
    const wanted = measure ? [measure.value, measure.limit] : [];
    const values = wanted.filter((id) => known.some((value) => value.id === id));
    const result = unlessInvalid(() => evaluateColumns(id, columns, { ...options, values }));
    const figure = (/** @type {string | undefined} */ id, /** @type {number} */ row) => {
      const fixed = description.parameters.find((parameter) => parameter.id === id)?.value ?? undefined;
      const figure = id === undefined ? undefined : (result?.values[id]?.[row] ?? fixed);
      return figure === undefined ? undefined : String(figure);
    };
    return rests.map((_, row) => {
      const code = result?.eligibility[row];
      const eligible = code === ELIGIBLE ? true : code === INELIGIBLE ? false : null;
      const outcome = { eligible, value: figure(measure?.value, row), limit: figure(measure?.limit, row) };
      const given = () => Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, column[row]]));
      return eligible === null && this.isPartial ? { ...outcome, eligible: this.#meets(outcome, given) } : outcome;
    });
  }

  /**
   * Whether the condition is met that the months decide. Figures are rounded: those that hardly differ are looked at once more.
   * @param {Outcome} outcome
   * @param {() => Record<string, unknown>} given
   */
  #meets({ value, limit }, given) {
    const { description, measure, options } = this;
    if (!measure?.isOnly || value === undefined || limit === undefined) return null;
    const beyond = new Big(value).minus(limit);
    if (beyond.abs().gt(CLOSE)) return measure.isCeiling === beyond.lt(0);
    const { conditions } = evaluate(description.id, given(), options);
    return conditions.find(({ id }) => id === measure.condition)?.met ?? null;
  }

  /** @returns {Margin | undefined} undefined where the first may not */
  get margin() {
    return this.#marginByRegion() ?? this.#marginByRows();
  }

  /** Where only December's headcount and one sum matter, from all that they may be together. */
  #marginByRegion() {
    const [kind, ...others] = this.kinds;
    const last = this.#asks("last");
    if (!last || !kind || others.length > 0 || this.#asks("average") || this.isPartial) return undefined;
    const { description, evaluation, year, options } = this;
    const answers = answersOf(year);
    const [headcount, counted] = [Number(answers[last.id]), Number(answers[kind.id])];
    const given = { ...evaluation.inputs, ...answers };
    const strips = unlessInvalid(() => eligibleRegion(description.id, given, [last.id, kind.id], options));
    if (!strips) return undefined;
    // Whatever part of those who leave is counted.
    const all = (/** @type {number} */ left) =>
      strips.some(
        ({ from, to, ranges }) =>
          from <= headcount - left &&
          (to === null || headcount - left <= to) &&
          ranges.some(([low, high]) => low <= counted && (high === null || counted + left <= high)),
      );
    let left = 0;
    while (left <= headcount && all(left)) left += 1;
    return { most: left - 1, isExact: true };
  }

  /** Whatever the months in which people leave, and whatever they count as, one by one. */
  #marginByRows() {
    let rows = 0;
    for (let left = 0; left <= this.most; left += 1) {
      const rests = this.waysFor(left);
      rows += rests.length;
      if (rows > MOST_ROWS) return { most: left - 1, isExact: false };
      if (!this.outcomes(rests).every(({ eligible }) => eligible)) return { most: left - 1, isExact: true };
    }
    return { most: this.most, isExact: this.most < MOST_LEAVING };
  }

  /**
   * All ways in which so many can leave that make a difference.
   * @param {number} left
   * @returns {Rest[]}
   */
  waysFor(left) {
    const longest = this.isByMonth ? this.rest : 1;
    const losses = Array.from({ length: left * (longest - 1) + 1 }, (_, more) => left + more);
    return sharesOf(left, this.kinds).flatMap((counted) => losses.map((lost) => ({ left, lost, counted })));
  }
}

/**
 * How so many can be of these kinds or of none.
 * @param {number} left
 * @param {InputDescription[]} kinds
 * @returns {Record<string, number>[]}
 */
function sharesOf(left, [kind, ...others]) {
  if (!kind) return [{}];
  const counts = Array.from({ length: left + 1 }, (_, count) => count);
  return counts.flatMap((count) => sharesOf(left - count, others).map((shares) => ({ ...shares, [kind.id]: count })));
}

/**
 * How many may leave in one way: from so many to so many, in order.
 * @param {Outcome[]} outcomes
 * @returns {[from: number, to: number][]}
 */
export function rangesOf(outcomes) {
  /** @type {[number, number][]} */
  const ranges = [];
  for (const [left, { eligible }] of outcomes.entries()) {
    const last = ranges[ranges.length - 1];
    if (!eligible) continue;
    if (last && last[1] === left - 1) last[1] = left;
    else ranges.push([left, left]);
  }
  return ranges;
}

/**
 * How many have left when the limit becomes another one.
 * @param {Outcome[]} outcomes
 */
export function turnsOf(outcomes) {
  return outcomes.flatMap(({ limit }, left) => {
    const before = outcomes[left - 1]?.limit;
    return left === 0 || limit === undefined || before === undefined || limit === before
      ? []
      : [{ left, before, after: limit }];
  });
}
