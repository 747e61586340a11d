// 萧山 2024: half of what was paid, from February 2023 on.

import { exact } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return {
    conditions: {
      personInDifficulty: () => form.yes("recognised"),
      isSelfEmployed: () => form.yes("selfEmployed"),
      newRate: () => form.text("firstMonth") >= "2023-02-01",
    },
    values: {},
    amount: () => form.number("pension").plus(form.number("medical")).times(exact("0.5")),
  };
}
