// Guangdong's guide of 2026: 3 000 yuan for students of the last year in hardship, once.

import { exact } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return {
    conditions: {
      isStudent: () => form.yes("student"),
      inHardship: () => form.text("hardship") !== "none",
      once: () => !form.yes("paidBefore"),
    },
    values: {},
    amount: () => exact(3000),
  };
}
