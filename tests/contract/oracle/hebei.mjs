// What Hebei's refunds have in common (冀人社发〔2024〕14号).

import { exact } from "./fraction.mjs";
import { claimantsRate, isLarge, refund, twelveMonths } from "./refunds.mjs";

/** @import { Form } from "./form.mjs" */
/** @import { Rules } from "./index.mjs" */

/** Other than enterprises: large from a mean of 300 people on. @param {Form} form */
function countsAsLarge(form) {
  if (form.text("employerKind") === "enterprise") return isLarge(form);
  return exact(300).atMost(form.number("averageInsured"));
}

/** @param {Form} form @param {string} [claimBy] @returns {Rules} */
export function hebeiRefund(form, claimBy) {
  return refund(form, {
    conditions: { ...twelveMonths(form), notExcluded: () => !form.yes("excluded") },
    layoffRate: () => claimantsRate(form),
    people: () => form.number("averageInsured"),
    refundRate: () => exact(countsAsLarge(form) ? "0.3" : "0.6"),
    values: { countsAsLarge: () => countsAsLarge(form) },
    claimBy,
  });
}
