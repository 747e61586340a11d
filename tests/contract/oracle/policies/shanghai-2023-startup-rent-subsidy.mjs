// 沪人社规〔2023〕1号: 3 000 yuan a year for each person employed, at most the rent, 36 months from registration.

import { addMonths } from "../days.mjs";
import { exact, smaller } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return {
    conditions: {
      inTime: () =>
        form.text("registered") < form.text("endOfYear") &&
        form.text("endOfYear") <= addMonths(form.text("registered"), 36),
      somebody: () => form.number("people").numerator > 0n,
    },
    values: {},
    amount: () => smaller(form.number("people").times(exact(3000)), form.number("rent")),
  };
}
