// Deductions from taxes for three years (公告2023年第14号, 公告2023年第15号).

import { monthOf } from "./days.mjs";
import { exact, larger, smaller, sum, zero } from "./fraction.mjs";
import { judgedPeople } from "./rows.mjs";

/** @import { Form } from "./form.mjs" */
/** @import { Fraction } from "./fraction.mjs" */
/** @import { Rules } from "./index.mjs" */

/**
 * How many months of a year are among the 36 from a day's month on.
 * @param {string} from
 * @param {number} year
 * @param {string} [left] in whose month it ends before
 */
export function monthsOfYear(from, year, left) {
  const first = Math.max(monthOf(from), 12 * year);
  const ends = [monthOf(from) + 36, 12 * (year + 1), ...(left ? [monthOf(left) + 1] : [])];
  return Math.max(0, Math.min(...ends) - first);
}

/**
 * A limit deducted from one tax after another; what is left of it lapses.
 * @param {Form} form
 * @param {string} income the last one
 * @param {() => Fraction} limit
 */
export function deductedInTurn(form, income, limit) {
  const taxes = ["valueAddedTax", "cityTax", "educationSurcharge", "localEducationSurcharge", income];
  /** @param {number} place */
  const left = (place) => larger(zero, limit().minus(sum(taxes.slice(0, place).map((tax) => form.number(tax)))));
  const entries = taxes.map((tax, place) => [
    `from${tax[0]?.toUpperCase()}${tax.slice(1)}`,
    () => smaller(form.number(tax), left(place)),
  ]);
  return {
    /** @type {Record<string, () => Fraction>} */
    parts: Object.fromEntries(entries),
    amount: () => limit().minus(left(taxes.length)),
    lapsed: () => left(taxes.length),
  };
}

/**
 * A sum a head and year for everybody hired, by months.
 * @param {Form} form
 * @param {number} highest what a province may set it to
 * @returns {Rules}
 */
export function hiringDeduction(form, highest) {
  /** @param {Form} row */
  const monthsOf = (row) =>
    monthsOfYear(row.text("from"), form.int("year"), row.has("left") ? row.text("left") : undefined);
  /** @param {Form} row @returns {[string, boolean][]} */
  const reasons = (row) => [
    ["other-group", row.text("group") === "other"],
    ["contract-too-short", !exact(1).atMost(row.number("contractYears"))],
    ["no-months", monthsOf(row) === 0],
  ];
  const people = () => judgedPeople(form.rows("people"), "from", reasons);
  const rate = () => smaller(form.number("localRate"), exact(highest));
  const monthsInAll = () => {
    const judgements = people();
    return sum(form.rows("people").map((row, place) => exact(judgements[place]?.accepted ? monthsOf(row) : 0)));
  };
  const limit = () => monthsInAll().times(rate()).over(exact(12));
  const { parts, amount, lapsed } = deductedInTurn(form, "incomeTax", limit);
  return {
    conditions: { somebody: () => people().some(({ accepted }) => accepted) },
    values: { rate, monthsInAll, limit, lapsed },
    amount,
    parts,
    rows: { people },
  };
}
