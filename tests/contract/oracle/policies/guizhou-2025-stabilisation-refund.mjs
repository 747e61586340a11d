// 黔人社发〔2025〕11号: 60 %, raised to 90 % for those listed; that of large enterprises was not read.

import { exact } from "../fraction.mjs";
import { capped, isLarge, refund, toldByAgency, twelveMonths } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: { ...twelveMonths(form) },
    ...toldByAgency(form),
    refundRate: () =>
      isLarge(form)
        ? capped(form, exact(form.yes("raisedRate") ? "0.5" : "0.3"))
        : exact(form.yes("raisedRate") ? "0.9" : "0.6"),
    claimBy: "2025-12-31",
  });
}
