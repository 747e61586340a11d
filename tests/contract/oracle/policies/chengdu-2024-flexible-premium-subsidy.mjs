// Chengdu: 70 % of the medical premium, and of the pension premium up to the grade of 100 %.

import { exact, smaller } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const pension = () => smaller(form.number("pensionPremium"), form.number("fullGrade"));
  const monthly = () => pension().plus(form.number("medicalPremium")).times(exact("0.7"));
  return {
    conditions: {
      personInDifficulty: () => form.yes("recognised"),
      isSelfEmployed: () => form.yes("selfEmployed"),
    },
    values: { monthly },
    amount: () => monthly().times(form.number("months")),
  };
}
