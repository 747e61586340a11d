// 沪人社规〔2022〕8号 二: half the minimum wage, and half of the employer's part on the lowest base.

import { exact } from "../fraction.mjs";
import { hardship, lowerBase, minimumWage } from "../shanghai.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const { conditions, values, inAll } = hardship(form, {
    inScope: () => form.text("employerKind") !== "dispatchAgency",
    contractLongEnough: () => exact(1).atMost(form.number("contractYears")),
  });
  const employerRate = () => exact("0.255");
  const jobSubsidyInAll = () => inAll((month) => minimumWage(month).times(exact("0.5")));
  const premiumsInAll = () => inAll((month) => lowerBase(month).times(employerRate()).times(exact("0.5")));
  return {
    conditions,
    values: { ...values, employerRate, jobSubsidyInAll },
    amount: () => (form.yes("agreedInsurance") ? jobSubsidyInAll() : jobSubsidyInAll().plus(premiumsInAll())),
  };
}
