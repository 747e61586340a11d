// 京人社评发〔2024〕13号: two thirds of the lowest premium of each insurance, each to the fen (843.47, 42.17 and 369.04 yuan).

import { flexibleSubsidy } from "../flexible.mjs";
import { exact, sum, zero } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Fraction } from "../fraction.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  /** @param {string} asked @param {() => Fraction} premium */
  const share = (asked, premium) => () =>
    form.yes(asked) ? exact(premium().times(exact(2)).over(exact(3)).toFixed(2)) : zero;
  const pension = share("paysPension", () => form.number("lowerBase").times(exact("0.2")));
  const unemployment = share("paysUnemployment", () => form.number("lowerBase").times(exact("0.01")));
  const medical = share("paysMedical", () => form.number("medicalPremium"));
  const monthly = () => sum([pension(), unemployment(), medical()]);
  const rules = flexibleSubsidy(form, monthly, {
    registeredLongEnough: () => exact(30).atMost(form.number("daysRegistered")),
    earnsFromWork: () => form.yes("earns"),
    paysOne: () => form.yes("paysPension") || form.yes("paysUnemployment") || form.yes("paysMedical"),
  });
  return { ...rules, values: { ...rules.values, pension, unemployment, medical } };
}
