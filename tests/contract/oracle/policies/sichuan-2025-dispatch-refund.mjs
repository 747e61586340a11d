// 四川 2025 (三台): passed on within thirty working days.

import { workdayAfter } from "../days.mjs";
import { dispatchRefund } from "../dispatch.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export const rules = (form) =>
  dispatchRefund(form, { deadlines: { passOnBy: () => workdayAfter(form.text("received"), 30) } });
