// 人社部发〔2025〕18号; 国办发〔2025〕25号 for those whose rate is raised.

import { bySize, nationalRefund } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const raised = () => form.yes("raisedRate");
  const cap = () => bySize(form, raised() ? "0.5" : "0.3", raised() ? "0.9" : "0.6");
  return nationalRefund(form, cap, "2025-12-31");
}
