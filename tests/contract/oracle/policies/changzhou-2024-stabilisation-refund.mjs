// 常州 2024: from January to December by the monthly mean.

import { bySize, largeInJiangsu, monthlyAverageRate, refund, twelveMonths } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: {
      ...twelveMonths(form, "premiumMonths"),
      noArrears: () => !form.yes("premiumArrears"),
      insuredAtPresent: () => form.yes("insuredNow"),
    },
    layoffRate: () => monthlyAverageRate(form),
    people: () => form.number("averageInsured"),
    refundRate: () => bySize(form, "0.3", "0.6", largeInJiangsu),
  });
}
