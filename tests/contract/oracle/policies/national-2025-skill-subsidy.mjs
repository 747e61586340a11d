// 人社部发〔2025〕18号: once a year, and twice more for scarce trades.

import { nationalCaps, skillSubsidy } from "../skills.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return skillSubsidy(
    form,
    () => nationalCaps(form),
    () => form.yes("scarce"),
  );
}
