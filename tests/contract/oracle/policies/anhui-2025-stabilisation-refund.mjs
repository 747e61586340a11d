// 皖人社秘〔2024〕136号 and 宣城 2025: the laid off by all who were insured in the year.

import { bySize, refund, twelveMonths } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: { ...twelveMonths(form), notSeriouslyDishonest: () => !form.yes("seriouslyDishonest") },
    layoffRate: () => form.number("laidOff").over(form.number("everInsured")),
    people: () => form.number("everInsured"),
    refundRate: () => bySize(form, "0.3", "0.6"),
    claimBy: "2025-12-31",
  });
}
