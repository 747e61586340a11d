// 沪人社规〔2022〕8号 三: half of 20 % and 10 % on the lowest base.

import { exact } from "../fraction.mjs";
import { lowerBase, monthsAllowed, sumOfMonths } from "../shanghai.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const { monthsInForce, monthsLeft, months } = monthsAllowed(form);
  return {
    conditions: {
      personInDifficulty: () => form.yes("recognised"),
      isSelfEmployed: () => form.yes("selfEmployed"),
      premiumsPaid: () => form.yes("paidAsRequired"),
      notUsedUp: () => months() > 0,
    },
    values: {
      monthsInForce: () => exact(monthsInForce()),
      monthsLeft: () => exact(monthsLeft()),
      months: () => exact(months()),
    },
    amount: () =>
      sumOfMonths(form.text("firstMonth"), months(), (month) =>
        lowerBase(month).times(exact("0.3")).times(exact("0.5")),
      ),
  };
}
