// Jiangsu 2025: manufacturing and services to households.

import { personalPremium } from "../premiums.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return personalPremium(form, () => form.text("industry") !== "otherIndustry");
}
