// 天津 2022: 30 % and 90 %.

import { bySize, claimantsRate, refund } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    layoffRate: () => claimantsRate(form),
    people: () => form.number("averageInsured"),
    refundRate: () => bySize(form, "0.3", "0.9", []),
  });
}
