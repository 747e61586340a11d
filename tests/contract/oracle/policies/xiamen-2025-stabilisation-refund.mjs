// 厦门 2025, with the formula of 福建 2023: from January to December by January, nothing set aside.

import { one } from "../fraction.mjs";
import { bySize, capped, refund, twelveMonths } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** The raised rate is what the city says, up to the state's limit. @param {Form} form */
function refundRate(form) {
  if (!form.yes("raisedRate")) return bySize(form, "0.3", "0.6");
  return capped(form, bySize(form, "0.5", "0.9"));
}

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: { ...twelveMonths(form) },
    layoffRate: () => one.minus(form.number("insuredAtEnd").over(form.number("insuredAtStart"))),
    people: () => form.number("insuredAtStart"),
    refundRate: () => refundRate(form),
    claimBy: "2025-12-31",
  });
}
