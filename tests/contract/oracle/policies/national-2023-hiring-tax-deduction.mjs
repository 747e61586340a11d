// 公告2023年第15号: up to 30 % above 6 000 yuan a head and year.

import { hiringDeduction } from "../taxes.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return hiringDeduction(form, 7800);
}
