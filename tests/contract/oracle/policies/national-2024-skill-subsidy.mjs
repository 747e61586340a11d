// 人社部发〔2024〕40号: three times a year.

import { nationalCaps, skillSubsidy } from "../skills.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return skillSubsidy(form, () => nationalCaps(form), undefined);
}
