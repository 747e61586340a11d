// 吉人社联〔2025〕33号 as 辽源 has it: 30 people at the start of the year, deaths and retirements aside.

import { bySize, netHeadcountRate, refund, twelveMonths } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: {
      ...twelveMonths(form),
      noArrears: () => !form.yes("premiumArrears"),
      withinIndustrialPolicy: () => form.yes("meetsIndustrialPolicy"),
      notSeriouslyDishonest: () => !form.yes("seriouslyDishonest"),
    },
    layoffRate: () => netHeadcountRate(form),
    people: () => form.number("insuredAtStart"),
    refundRate: () => bySize(form, "0.3", "0.6", []),
  });
}
