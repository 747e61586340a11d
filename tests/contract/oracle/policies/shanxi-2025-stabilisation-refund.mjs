// 晋人社厅发〔2025〕13号.

import { bySize, refund, toldByAgency, twelveMonths } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: { ...twelveMonths(form), withinIndustrialPolicy: () => form.yes("meetsIndustrialPolicy") },
    ...toldByAgency(form),
    refundRate: () => bySize(form, "0.3", "0.6"),
    claimBy: "2025-12-31",
  });
}
