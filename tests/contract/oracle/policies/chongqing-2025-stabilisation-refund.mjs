// 渝人社规〔2025〕10号: who drew benefit by the monthly mean, 10 % and 20 %.

import { bySize, claimantsRate, refund, twelveMonths } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: { ...twelveMonths(form, "premiumMonths"), notExcluded: () => !form.yes("excluded") },
    layoffRate: () => claimantsRate(form),
    people: () => form.number("averageInsured"),
    refundRate: () => bySize(form, "0.1", "0.2", []),
  });
}
