// 人社厅函〔2025〕129号; industries as the city lists them.

import { personalPremium } from "../premiums.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return personalPremium(form, () => form.yes("keyIndustry"));
}
