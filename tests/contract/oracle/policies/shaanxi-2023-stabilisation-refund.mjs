// 陕人社函〔2023〕365号, with the formula of 西安 2021: not down by more than half at the application.

import { exact, one } from "../fraction.mjs";
import { bySize, claimantsRate, refund, twelveMonths } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form */
const fallAtApplication = (form) => one.minus(form.number("insuredAtApplication").over(form.number("averageInsured")));

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: {
      ...twelveMonths(form),
      insuredAtPresent: () => form.yes("insuredNow"),
      halfStillInsured: () => fallAtApplication(form).atMost(exact("0.5")),
    },
    layoffRate: () => claimantsRate(form),
    people: () => form.number("averageInsured"),
    refundRate: () => bySize(form, "0.3", "0.6"),
    values: { fallAtApplication: () => fallAtApplication(form) },
  });
}
