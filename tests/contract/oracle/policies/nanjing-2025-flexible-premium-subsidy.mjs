// 宁人社〔2016〕78号, as 鼓楼 tells it: two thirds of the premium on the lowest base, half of what is paid beyond.

import { exact, larger, smaller, zero } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const leastPremium = () => form.number("lowerBase").times(exact("0.28"));
  const monthly = () => {
    const beyond = larger(zero, form.number("monthlyPremium").minus(leastPremium()));
    return smaller(leastPremium(), form.number("monthlyPremium"))
      .times(exact(2))
      .over(exact(3))
      .plus(beyond.over(exact(2)));
  };
  return {
    conditions: {
      personInDifficulty: () => form.yes("recognised"),
      isSelfEmployed: () => form.yes("selfEmployed"),
      premiumsPaid: () => form.yes("paidAsRequired"),
    },
    values: { leastPremium, monthly },
    amount: () => monthly().times(form.number("months")),
  };
}
