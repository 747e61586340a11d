// Jiangsu: 45 %, 50 % or 55 % of the mean base, between one and a half times the minimum allowance and the minimum wage.

import { exact, larger, smaller } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const share = () => {
    const paid = form.int("monthsPaid");
    if (paid < 120) return exact("0.45");
    return exact(paid < 240 ? "0.5" : "0.55");
  };
  const byBase = () => form.number("averageBase").times(share());
  const monthly = () =>
    smaller(larger(byBase(), form.number("allowance").times(exact("1.5"))), form.number("minimumWage"));
  return {
    values: { byBase, monthly },
    amount: () => monthly().times(form.number("months")),
  };
}
