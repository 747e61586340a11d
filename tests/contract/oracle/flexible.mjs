// Subsidies of premiums of the self-employed, and of those for people in difficulty, for some months.

import { exact } from "./fraction.mjs";

/** @import { Form } from "./form.mjs" */
/** @import { Fraction } from "./fraction.mjs" */
/** @import { Rules } from "./index.mjs" */

/**
 * The months paid that are left of three years, unless it goes on until retirement.
 * @param {Form} form
 */
export function monthsUntil(form) {
  const left = form.yes("untilRetirement") ? form.int("monthsPaid") : Math.max(0, 36 - form.int("monthsBefore"));
  return Math.min(form.int("monthsPaid"), left);
}

/**
 * A sum a month for people in difficulty who are self-employed, for up to three years.
 * @param {Form} form
 * @param {() => Fraction} monthly
 * @param {Record<string, () => boolean>} [conditions] beside those that all have
 * @returns {Rules}
 */
export function flexibleSubsidy(form, monthly, conditions) {
  const months = () => exact(monthsUntil(form));
  return {
    conditions: {
      personInDifficulty: () => form.yes("recognised"),
      isSelfEmployed: () => form.yes("selfEmployed"),
      notUsedUp: () => months().numerator > 0n,
      ...conditions,
    },
    values: { monthly, months },
    amount: () => monthly().times(months()),
  };
}
