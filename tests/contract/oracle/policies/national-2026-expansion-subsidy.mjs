// 人社部发〔2026〕39号: cities pay up to 1 500 yuan.

import { expansionSubsidy } from "../expansion.mjs";
import { exact, smaller } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const rate = () => smaller(form.number("localRate"), exact(1500));
  const rules = expansionSubsidy(form, { from: "2026-01-01", to: "2026-12-31", rate });
  return { ...rules, values: { ...rules.values, rate } };
}
