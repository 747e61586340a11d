// Nationwide: what small and micro enterprises pay for graduates, for a year.

import { exact, smaller } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const months = () => smaller(form.number("monthsPaid"), exact(12));
  return {
    conditions: {
      smallOrMicro: () => ["small", "micro"].includes(form.text("enterpriseSize")),
      graduateHired: () => form.yes("graduate"),
      contractLongEnough: () => exact(1).atMost(form.number("contractYears")),
      paid: () => form.number("monthsPaid").numerator > 0n,
    },
    values: { months },
    amount: () => form.number("employerPremium").times(months()),
  };
}
