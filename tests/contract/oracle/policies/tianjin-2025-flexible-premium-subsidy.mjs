// Tianjin: 600 yuan a month with pension premiums, 200 with medical ones, once in a life.

import { flexibleSubsidy } from "../flexible.mjs";
import { exact } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const monthly = () => exact((form.yes("paysPension") ? 600 : 0) + (form.yes("paysMedical") ? 200 : 0));
  return flexibleSubsidy(form, monthly, {
    once: () => !form.yes("claimedBefore"),
    paysOne: () => form.yes("paysPension") || form.yes("paysMedical"),
  });
}
