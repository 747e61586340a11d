// Shenzhen: two thirds of what is paid, up to 600 yuan a month.

import { flexibleSubsidy } from "../flexible.mjs";
import { exact, smaller } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const twoThirds = () => form.number("monthlyPremium").times(exact(2)).over(exact(3));
  const rules = flexibleSubsidy(form, () => smaller(twoThirds(), exact(600)));
  return { ...rules, values: { ...rules.values, twoThirds } };
}
