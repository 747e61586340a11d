// 豫人社办〔2025〕35号.

import { zero } from "../fraction.mjs";
import { bySize, refund, twelveMonths } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** As many at the end as at the start: nobody was laid off. @param {Form} form */
function layoffRate(form) {
  if (form.number("insuredAtStart").atMost(form.number("insuredAtEnd"))) return zero;
  return form.number("bureauLayoffRate");
}

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: { ...twelveMonths(form) },
    layoffRate: () => layoffRate(form),
    people: () => form.number("smallUnitHeadcount"),
    refundRate: () => bySize(form, "0.3", "0.6"),
    claimBy: "2025-12-31",
  });
}
