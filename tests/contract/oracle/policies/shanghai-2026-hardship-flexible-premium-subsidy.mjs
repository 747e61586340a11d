// 沪人社规〔2022〕8号 三: half of 20 % and 10 % on the lowest base.

import { exact } from "../fraction.mjs";
import { hardship, lowerBase } from "../shanghai.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const { conditions, values, inAll } = hardship(form, { isSelfEmployed: () => form.yes("selfEmployed") });
  return {
    conditions,
    values,
    amount: () => inAll((month) => lowerBase(month).times(exact("0.3")).times(exact("0.5"))),
  };
}
