// 内蒙古 2025, with the formula of 呼和浩特 2022: the monthly mean rounded to a whole number.

import { bySize, refund, twelveMonths } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form */
const wholeMean = (form) => form.number("averageInsured").rounded();

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: { ...twelveMonths(form), notExcluded: () => !form.yes("excluded") },
    layoffRate: () => form.number("claimants").over(wholeMean(form)),
    people: () => wholeMean(form),
    refundRate: () => bySize(form, "0.3", "0.6", []),
    claimBy: "2025-12-31",
  });
}
