// Nationwide: what employers pay for people in difficulty, for three years or until retirement.

import { monthsUntil } from "../flexible.mjs";
import { exact } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const months = () => exact(monthsUntil(form));
  return {
    conditions: {
      personInDifficulty: () => form.yes("recognised"),
      notUsedUp: () => months().numerator > 0n,
    },
    values: { months },
    amount: () => form.number("employerPremium").times(months()),
  };
}
