// 江西 2024: what is due for the dispatched goes to the user firms in full.

import { dispatchRefund } from "../dispatch.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export const rules = (form) => dispatchRefund(form);
