// 沪人社规〔2023〕1号: half of the employer's part on the lowest base, for up to eight people, 36 months from registration.

import { monthOf } from "../days.mjs";
import { exact, smaller } from "../fraction.mjs";
import { lowerBase, sumOfMonths } from "../shanghai.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const passed = () => monthOf(form.text("firstMonth")) - monthOf(form.text("registered"));
  const monthsLeft = () => Math.max(0, 36 - passed());
  const months = () => Math.min(form.int("monthsWanted"), monthsLeft());
  const peopleCounted = () => smaller(form.number("people"), exact(8));
  const employerRate = () => exact("0.255");
  return {
    conditions: {
      afterRegistration: () => passed() >= 0,
      inTime: () => months() > 0,
      somebody: () => form.number("people").numerator > 0n,
    },
    values: { monthsLeft: () => exact(monthsLeft()), months: () => exact(months()), peopleCounted, employerRate },
    amount: () =>
      sumOfMonths(form.text("firstMonth"), months(), (month) =>
        lowerBase(month).times(employerRate()).times(exact("0.5")).times(peopleCounted()),
      ),
  };
}
