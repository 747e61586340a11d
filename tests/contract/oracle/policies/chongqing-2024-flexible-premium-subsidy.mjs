// 关于优化调整社保补贴等部分就业创业扶持政策的通知: two thirds of the lowest pension and medical premiums.

import { flexibleSubsidy } from "../flexible.mjs";
import { exact, zero } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Fraction } from "../fraction.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  /** @param {string} asked @param {() => Fraction} premium */
  const share = (asked, premium) => () => (form.yes(asked) ? premium().times(exact(2)).over(exact(3)) : zero);
  const pension = share("paysPension", () => form.number("lowerBase").times(exact("0.2")));
  const medical = share("paysMedical", () => form.number("lowestMedical"));
  const rules = flexibleSubsidy(form, () => pension().plus(medical()), {
    paysOne: () => form.yes("paysPension") || form.yes("paysMedical"),
  });
  return { ...rules, values: { ...rules.values, pension, medical } };
}
