// 关于实施本市重点群体一次性吸纳就业补贴的通知 (2024): 2 000 yuan a head.

import { exact } from "../fraction.mjs";
import { hiringSubsidy } from "../hiring.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  /** @param {Form} row @returns {[string, boolean][]} */
  const reasons = (row) => [
    ["not-hired-in-time", !row.text("hired").startsWith("2024-")],
    ["not-in-scope", row.text("group") === "other"],
    ["contract-too-short", !exact(1).atMost(row.number("contractYears"))],
    ["premiums-not-paid", !row.yes("paidAsRequired")],
    ["paid-before", row.yes("paidBefore")],
  ];
  return hiringSubsidy(form, reasons, () => exact(2000));
}
