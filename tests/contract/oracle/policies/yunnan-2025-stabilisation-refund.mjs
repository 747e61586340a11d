// 云人社发〔2025〕9号, with the formula of 楚雄 2023.

import { bySize, claimantsRate, refund, twelveMonths } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: {
      ...twelveMonths(form),
      insuredAtPresent: () => form.yes("insuredNow"),
      notExcluded: () => !form.yes("excluded"),
    },
    layoffRate: () => claimantsRate(form),
    people: () => form.number("averageInsured"),
    refundRate: () => bySize(form, "0.3", "0.6", []),
    claimBy: "2025-12-31",
  });
}
