// 闽人社办〔2024〕164号: for the dispatched the size class of each user firm counts, which has to qualify itself.

import { dispatchRefund, publicBody } from "../dispatch.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  /** @param {string} size */
  const rate = (size) => form.number(size === "large" ? "localLargeRate" : "localSmallRate");
  return dispatchRefund(form, {
    conditions: { notExcluded: () => !form.yes("excluded") },
    refundRate: () => rate(form.text("enterpriseSize")),
    rateOf: (user) => rate(user.text("userSize")),
    reasons: (user) => [publicBody(user), ["not-qualified", !user.yes("publicBody") && !user.yes("userQualifies")]],
  });
}
