// The skill-upgrade subsidies from unemployment insurance.

import { addMonths } from "./days.mjs";
import { exact, smaller } from "./fraction.mjs";
import { normalized } from "./rows.mjs";

/** @import { Form } from "./form.mjs" */
/** @import { Fraction } from "./fraction.mjs" */
/** @import { Rules } from "./index.mjs" */

const levels = ["junior", "intermediate", "senior"];

/** Yuan by level, nationwide at most (人社部发〔2024〕40号). @param {Form} form */
export function nationalCaps(form) {
  const cap = exact([1000, 1500, 2000][levels.indexOf(form.text("level"))] ?? Number.NaN);
  return form.has("localRate") ? smaller(form.number("localRate"), cap) : cap;
}

/**
 * @param {Form} form
 * @param {() => Fraction} amount
 * @param {(() => boolean) | undefined} isScarce where the year's times depend on it: one, and three with scarce trades
 * @returns {Rules}
 */
export function skillSubsidy(form, amount, isScarce) {
  const claimBy = () => addMonths(form.text("issued"), 12);
  const paidThisYear = () =>
    form.rows("paid").filter((row) => row.text("paidOn").slice(0, 4) === form.text("claimed").slice(0, 4));
  const timesThisYear = () => exact(paidThisYear().length);
  const ordinaryTimesThisYear = () => exact(paidThisYear().filter((row) => !row.yes("paidScarce")).length);
  const hasTimesLeft = () => timesThisYear().atMost(exact(2));
  return {
    conditions: {
      inScope: () => form.text("status") !== "other",
      premiumsForAYear: () => exact(12).atMost(form.number("monthsPaid")),
      inTime: () => form.text("issued") <= form.text("claimed") && form.text("claimed") <= claimBy(),
      notTooOften: () => hasTimesLeft() && (!isScarce || isScarce() || ordinaryTimesThisYear().numerator === 0n),
      higherThanPaid: () => !form.rows("paid").some((row) => isAsHigh(row, form)),
    },
    values: { timesThisYear, ...(isScarce ? { ordinaryTimesThisYear } : {}) },
    amount,
    deadlines: { claimBy },
  };
}

/** Paid in the same trade, for the same level or a higher one. @param {Form} row @param {Form} form */
function isAsHigh(row, form) {
  const isSameTrade = normalized(row.text("paidTrade")) === normalized(form.text("trade"));
  return isSameTrade && levels.indexOf(row.text("paidLevel")) >= levels.indexOf(form.text("level"));
}
