// 人社部发〔2024〕44号 for enterprises, 人社部发〔2025〕20号 for social organisations: cities pay up to 1 500 yuan.

import { expansionSubsidy } from "../expansion.mjs";
import { exact, smaller } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const rate = () => smaller(form.number("localRate"), exact(1500));
  const rules = expansionSubsidy(form, {
    from: "2024-01-01",
    to: "2025-12-31",
    rate,
    socialOrganizationsFrom: "2025-01-01",
  });
  return { ...rules, values: { ...rules.values, rate } };
}
