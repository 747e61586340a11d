// 苏人社发〔2025〕22号, with the layoff rate of 2024.

import { bySize, capped, isLarge, largeInJiangsu, monthlyAverageRate, refund, twelveMonths } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** The raised rate is what the city says, up to the state's limit. @param {Form} form */
function refundRate(form) {
  if (!form.yes("raisedRate")) return bySize(form, "0.3", "0.6", largeInJiangsu);
  return capped(form, bySize(form, "0.5", "0.9", largeInJiangsu));
}

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: { ...twelveMonths(form) },
    layoffRate: () => monthlyAverageRate(form),
    people: () => form.number("averageInsured"),
    refundRate: () => refundRate(form),
    values: { countsAsSmall: () => !isLarge(form, largeInJiangsu) },
    claimBy: "2025-12-31",
  });
}
