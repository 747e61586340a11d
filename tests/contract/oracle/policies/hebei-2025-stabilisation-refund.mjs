// The rates of 2025, the formula of 冀人社发〔2024〕14号.

import { hebeiRefund } from "../hebei.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export const rules = (form) => hebeiRefund(form, "2025-12-31");
