// 浙人社发〔2025〕32号: nothing for those sent to public bodies.

import { dispatchRefund, publicBody } from "../dispatch.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export const rules = (form) => dispatchRefund(form, { reasons: (user) => [publicBody(user)] });
