// 沪人社规〔2022〕8号 二: half the minimum wage, and half of the employer's part on the lowest base.

import { exact } from "../fraction.mjs";
import { lowerBase, minimumWage, monthsAllowed, sumOfMonths } from "../shanghai.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const { monthsInForce, monthsLeft, months } = monthsAllowed(form);
  const employerRate = () => exact("0.255");
  const jobSubsidyInAll = () =>
    sumOfMonths(form.text("firstMonth"), months(), (month) => minimumWage(month).times(exact("0.5")));
  const premiumsInAll = () =>
    sumOfMonths(form.text("firstMonth"), months(), (month) =>
      lowerBase(month).times(employerRate()).times(exact("0.5")),
    );
  return {
    conditions: {
      inScope: () => form.text("employerKind") !== "dispatchAgency",
      personInDifficulty: () => form.yes("recognised"),
      contractLongEnough: () => exact(1).atMost(form.number("contractYears")),
      premiumsPaid: () => form.yes("paidAsRequired"),
      notUsedUp: () => months() > 0,
    },
    values: {
      monthsInForce: () => exact(monthsInForce()),
      monthsLeft: () => exact(monthsLeft()),
      months: () => exact(months()),
      employerRate,
      jobSubsidyInAll,
    },
    amount: () => (form.yes("agreedInsurance") ? jobSubsidyInAll() : jobSubsidyInAll().plus(premiumsInAll())),
  };
}
