// 广西 2024 (人民日报 2024-06-05): 30 % and 60 %, to the end of the national policy.

import { bySize, refund, toldByAgency, twelveMonths } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: { ...twelveMonths(form) },
    ...toldByAgency(form),
    refundRate: () => bySize(form, "0.3", "0.6"),
    claimBy: "2024-12-31",
  });
}
