// Guangdong's guide of 2026: what small and micro enterprises pay for graduates of two years, for two years.

import { addMonths } from "../days.mjs";
import { exact, smaller } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const months = () => smaller(form.number("monthsPaid"), exact(24));
  const graduatesInTime = () => form.text("graduated").slice(0, 4) <= form.text("contractSigned").slice(0, 4);
  const claimBy = () => addMonths(form.text("contractSigned"), 24);
  return {
    conditions: {
      smallOrMicro: () => ["small", "micro"].includes(form.text("enterpriseSize")),
      recentGraduate: () => graduatesInTime() && form.text("contractSigned") <= addMonths(form.text("graduated"), 24),
      contractLongEnough: () => exact(1).atMost(form.number("contractYears")),
      paid: () => form.number("monthsPaid").numerator > 0n,
      inTime: () => form.text("contractSigned") <= form.text("claimed") && form.text("claimed") <= claimBy(),
    },
    values: { months, graduatesInTime },
    amount: () => form.number("employerPremium").times(months()),
    deadlines: { claimBy },
  };
}
