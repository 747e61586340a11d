// Nationwide: up to two thirds of what is paid, three years for people in difficulty, two for graduates.

import { monthsUntil } from "../flexible.mjs";
import { exact, smaller } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const most = () => (form.text("group") === "graduate" ? 24 : 36);
  const months = () =>
    form.text("group") === "difficulty"
      ? monthsUntil(form)
      : Math.min(form.int("monthsPaid"), Math.max(0, most() - form.int("monthsBefore")));
  const nationalCap = () => form.number("monthlyPremium").times(exact(2)).over(exact(3));
  const monthly = () =>
    form.has("localMonthly") ? smaller(form.number("localMonthly"), nationalCap()) : nationalCap();
  return {
    conditions: {
      inScope: () => form.text("group") !== "none",
      isSelfEmployed: () => form.yes("selfEmployed"),
      notUsedUp: () => months() > 0,
    },
    values: { months: () => exact(months()), nationalCap, monthly },
    amount: () => monthly().times(exact(months())),
  };
}
