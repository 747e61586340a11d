// 粤人社规〔2024〕16号: the rate in percent, rounded half up to two decimals; 20 % and 40 %.

import { exact } from "../fraction.mjs";
import { bySize, claimantsRate, refund, twelveMonths } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: { ...twelveMonths(form), notExcluded: () => !form.yes("excluded") },
    layoffRate: () => exact(claimantsRate(form).toFixed(4)),
    people: () => form.number("averageInsured"),
    refundRate: () => bySize(form, "0.2", "0.4"),
    claimBy: "2024-12-31",
  });
}
