// Figures by month of Shanghai's subsidies.

import { monthOf } from "./days.mjs";
import { exact, sum } from "./fraction.mjs";

/** @import { Form } from "./form.mjs" */
/** @import { Fraction } from "./fraction.mjs" */
/** @import { Rules } from "./index.mjs" */

/** Lower limit of the monthly base, and monthly minimum wage, from a month on. @type {[string, number, number][]} */
const figures = [
  ["2024-07-01", 7384, 2690],
  ["2025-07-01", 7460, 2740],
  ["2026-07-01", 7546, 2740],
];

/** @param {number} month */
const inForce = (month) => figures.filter(([from]) => monthOf(from) <= month).pop() ?? ["", Number.NaN, Number.NaN];

/** @param {number} month */
export const lowerBase = (month) => exact(inForce(month)[1]);

/** @param {number} month */
export const minimumWage = (month) => exact(inForce(month)[2]);

/**
 * @param {string} from a day of the first month
 * @param {number} months
 * @param {(month: number) => Fraction} worth
 */
export const sumOfMonths = (from, months, worth) =>
  sum(Array.from({ length: months }, (_, place) => worth(monthOf(from) + place)));

/**
 * What the subsidies for people in difficulty (沪人社规〔2022〕8号) have in common: months, and that they are not used up.
 * @param {Form} form
 * @param {Required<Rules>["conditions"]} conditions beside those that all have
 */
export function hardship(form, conditions) {
  const { monthsInForce, monthsLeft, months } = monthsAllowed(form);
  return {
    conditions: {
      ...conditions,
      personInDifficulty: () => form.yes("recognised"),
      premiumsPaid: () => form.yes("paidAsRequired"),
      notUsedUp: () => months() > 0,
    },
    values: {
      monthsInForce: () => exact(monthsInForce()),
      monthsLeft: () => exact(monthsLeft()),
      months: () => exact(months()),
    },
    /** @param {(month: number) => Fraction} worth */
    inAll: (worth) => sumOfMonths(form.text("firstMonth"), months(), worth),
  };
}

/**
 * Of the months wanted those until the end of 2026, and until 36 are used up where there is no exception to it.
 * @param {Form} form
 */
function monthsAllowed(form) {
  const monthsInForce = () => Math.max(0, monthOf("2026-12-01") + 1 - monthOf(form.text("firstMonth")));
  const monthsLeft = () =>
    form.yes("untilRetirement") ? form.int("monthsWanted") : Math.max(0, 36 - form.int("monthsBefore"));
  const months = () => Math.min(form.int("monthsWanted"), monthsInForce(), monthsLeft());
  return { monthsInForce, monthsLeft, months };
}
