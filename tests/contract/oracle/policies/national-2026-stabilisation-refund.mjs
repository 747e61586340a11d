// 人社部发〔2026〕39号.

import { bySize, nationalRefund } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return nationalRefund(form, () => bySize(form, "0.3", "0.6"), "2026-12-31");
}
