// 鲁人社字〔2025〕52号: whoever uses the labour gets what is due for it.

import { dispatchRefund } from "../dispatch.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export const rules = (form) => dispatchRefund(form);
