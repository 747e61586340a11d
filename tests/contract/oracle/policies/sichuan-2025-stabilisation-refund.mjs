// 四川 2025 (三台): twelve months within the year; who newly drew benefit by the mean.

import { bySize, claimantsRate, refund, twelveMonths } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: { ...twelveMonths(form, "premiumMonths") },
    layoffRate: () => claimantsRate(form),
    people: () => form.number("averageInsured"),
    refundRate: () => bySize(form, "0.3", "0.6", []),
    claimBy: "2025-12-31",
  });
}
