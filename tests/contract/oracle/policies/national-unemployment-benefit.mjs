// 社会保险法 第四十五条、第四十六条: up to 12, 18 or 24 months.

import { exact, zero } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const most = () => {
    const paid = form.int("monthsPaid");
    if (paid < 60) return 12;
    return paid < 120 ? 18 : 24;
  };
  const months = () => (form.has("localMonths") ? Math.min(form.int("localMonths"), most()) : most());
  const firstPart = () => form.number("firstRate").times(exact(Math.min(months(), 12)));
  const laterPart = () => (months() > 12 ? form.number("laterRate").times(exact(months() - 12)) : zero);
  return {
    conditions: {
      premiumsForAYear: () => exact(12).atMost(form.number("monthsPaid")),
      againstTheirWill: () => form.yes("involuntary"),
      isRegistered: () => form.yes("registered"),
    },
    values: { months: () => exact(months()), firstPart, laterPart },
    amount: () => firstPart().plus(laterPart()),
  };
}
