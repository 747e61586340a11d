// 甬人社发〔2023〕22号, as 海曙 tells it for 2025.

import { addMonths } from "../days.mjs";
import { exact } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const isSenior = () => form.text("level") === "seniorTechnician";
  return {
    conditions: {
      inScope: () => form.yes("atWork"),
      scarce: () => form.yes("onTheList"),
      contractLongEnough: () => exact(3).atMost(form.number("contractYears")),
      premiumsPaid: () => exact(12).atMost(form.number("monthsPaid")),
      heldLongEnough: () => addMonths(form.text("issued"), isSenior() ? 12 : 36) <= form.text("claimed"),
      once: () => !form.yes("paidBefore"),
    },
    values: {},
    amount: () => exact(isSenior() ? 20000 : 10000),
  };
}
