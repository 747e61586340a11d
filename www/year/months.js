import Big from "big.js";
import { readNumber } from "wengang";
import { textOf } from "../answers/answers.js";
import { groupThousands } from "../answers/number-text.js";

/** @import { Description, InputDescription } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */

/**
 * Figures of the months of one year: of headcounts and the like, from December of the year before on, which several questions may ask
 * for; or of what the months add up to, which one question asks for.
 * @typedef {object} Series
 * @property {string} key
 * @property {InputDescription[]} inputs
 * @property {boolean} isSum
 * @property {boolean} isWhole
 * @property {number[]} months 0 is December of the year before
 *
 * As typed: by the key of the series and the number of the month.
 * @typedef {Record<string, Record<string, string>>} MonthTexts
 *
 * What was read of it.
 * @typedef {object} Year
 * @property {Series[]} series
 * @property {Series | undefined} staff the series of headcounts
 * @property {Map<string, (Big | undefined)[]>} figures
 * @property {{ series: Series, month: number }[]} bad
 * @property {number | undefined} now the last month whose headcount is known
 */

export const MONTHS = 12;
const ALL = Array.from({ length: MONTHS }, (_, index) => index + 1);

/**
 * What a policy asks of the months of a year; none where it asks for nothing of the kind.
 * @param {Description} description
 * @returns {Series[]}
 */
export function seriesOf({ inputs }) {
  const asked = inputs.filter(({ months }) => months);
  /** @type {InputDescription[][]} */
  const groups = [];
  for (const input of asked) {
    const others = groups.find(
      ([first]) => input.months !== "sum" && first?.months !== "sum" && first?.unit === input.unit,
    );
    if (others) others.push(input);
    else groups.push([input]);
  }
  return groups.map((inputs) => {
    const [{ id } = { id: "" }] = inputs;
    const isSum = inputs.some(({ months }) => months === "sum");
    const hasBefore = inputs.some(({ months }) => months === "before");
    const isWhole = inputs.some(({ type }) => type === "count") || inputs.every(({ months }) => months === "average");
    // No field has a name that begins like this.
    return { key: isSum ? id : `_${id}`, inputs, isSum, isWhole, months: hasBefore ? [0, ...ALL] : ALL };
  });
}

/**
 * A figure of one month; undefined for what is none.
 * @param {Series} series
 * @param {string} text
 */
export function readFigure({ inputs, isWhole }, text) {
  const plain = readNumber(text, inputs[0]?.unit);
  if (plain === undefined) return undefined;
  const figure = new Big(plain);
  return figure.lt(0) || (isWhole && !figure.eq(figure.round(0, 0))) ? undefined : figure;
}

/**
 * @param {Series[]} series
 * @param {MonthTexts} texts
 * @returns {Year}
 */
export function readYear(series, texts) {
  /** @type {Year["figures"]} */
  const figures = new Map();
  /** @type {Year["bad"]} */
  const bad = [];
  for (const one of series) {
    const read = Array.from({ length: MONTHS + 1 }, (_, month) => {
      const text = texts[one.key]?.[month] ?? "";
      if (text.trim() === "" || !one.months.includes(month)) return undefined;
      const figure = readFigure(one, text);
      if (figure === undefined) bad.push({ series: one, month });
      return figure;
    });
    figures.set(one.key, read);
  }
  const staff = series.find(({ isSum }) => !isSum);
  const known = (staff && figures.get(staff.key)) ?? [];
  const now = known.reduce(
    (last, figure, month) => (figure ? month : last),
    /** @type {number | undefined} */ (undefined),
  );
  return { series, staff, figures, bad, now };
}

/**
 * Months without a headcount that the questions at hand need, besides those to come. What was filled in for the policy itself does for
 * the beginning of the year.
 * @param {Year} year
 * @param {string[]} asked
 * @param {Answers} given
 */
export function gapsIn({ staff, figures, now }, asked, given) {
  if (!staff) return [];
  const known = figures.get(staff.key) ?? [];
  const needs = (/** @type {InputDescription["months"]} */ months) =>
    staff.inputs.some(
      (input) =>
        input.months === months &&
        asked.includes(input.id) &&
        (months === "average" || textOf(given, input.id).trim() === ""),
    );
  const needed = new Set([
    ...(needs("before") ? [0] : []),
    ...(needs("first") ? [1] : []),
    ...(needs("average") ? ALL.slice(0, now) : []),
    ...(now === undefined ? [staff.months[0] ?? 1] : []),
  ]);
  return [...needed].filter((month) => !known[month]).sort((one, other) => one - other);
}

/**
 * How the rest of the year goes: how many leave, by how much that lowers the sum of the twelve months (one who leaves in December by 1,
 * one who leaves in November by 2), and how many of them count as what.
 * @typedef {{ left: number, lost: number, counted: Record<string, number> }} Rest
 */

/** Nobody comes or goes. @type {Rest} */
export const UNCHANGED = { left: 0, lost: 0, counted: {} };

/**
 * What the questions about months come to, where nobody comes any more and the rest of the year goes like this.
 * @param {Year} year
 * @param {Rest} [rest]
 * @returns {Record<string, string>}
 */
export function answersOf({ series, figures, now }, rest = UNCHANGED) {
  /** @type {Record<string, string>} */
  const answers = {};
  for (const { key, inputs, isSum } of series) {
    const known = figures.get(key) ?? [];
    if (isSum) {
      answers[key] = sumOf(known)
        .plus(rest.counted[key] ?? 0)
        .toFixed();
      continue;
    }
    const last = now === undefined ? undefined : known[now];
    if (now === undefined || last === undefined) continue;
    for (const { id, months, type } of inputs) {
      if (months === "before" || months === "first") {
        const figure = known[months === "before" ? 0 : 1];
        if (figure) answers[id] = figure.toFixed();
      } else if (months === "last") answers[id] = last.minus(rest.left).toFixed();
      else {
        const soFar = known.slice(1, now + 1);
        if (soFar.includes(undefined)) continue;
        const toCome = last.times(MONTHS - now).minus(rest.lost);
        answers[id] = meanText(sumOf(soFar).plus(toCome), type);
      }
    }
  }
  return answers;
}

/** @param {(Big | undefined)[]} figures */
export function sumOf(figures) {
  return figures.reduce((/** @type {Big} */ total, figure) => total.plus(figure ?? 0), new Big(0));
}

/** A mean as what it is: rounded, it could turn the verdict. @param {Big} sum @param {InputDescription["type"]} type */
function meanText(sum, type) {
  const mean = sum.div(MONTHS);
  const isEven = mean.times(MONTHS).eq(sum);
  return isEven || type !== "number" ? mean.toFixed() : `${groupThousands(sum.toFixed())}÷${MONTHS}`;
}
