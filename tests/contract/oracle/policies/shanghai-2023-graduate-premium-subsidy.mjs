// 沪人社规〔2023〕22号: half of the employer's part on the lowest base, for up to twelve months.

import { addMonths } from "../days.mjs";
import { exact } from "../fraction.mjs";
import { lowerBase, sumOfMonths } from "../shanghai.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/**
 * In the year of graduation, before it too, or in the two years after.
 * @param {string} graduated
 * @param {string} hired
 */
const isWithinTwoYears = (graduated, hired) =>
  graduated.slice(0, 4) <= hired.slice(0, 4) && hired <= addMonths(graduated, 24);

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const months = () => Math.min(12, form.int("monthsPaid"));
  const employerRate = () => exact("0.255").plus(form.number("injuryRate"));
  const isSmall = () => ["small", "micro"].includes(form.text("enterpriseSize"));
  return {
    conditions: {
      inScope: () =>
        form.text("employerKind") === "enterprise" ? isSmall() : form.text("employerKind") === "socialOrganization",
      graduateCovered: () =>
        form.yes("outOfWork") && isWithinTwoYears(form.text("graduated"), form.text("insuredFrom")),
      paid: () => months() > 0,
    },
    values: { months: () => exact(months()), employerRate },
    amount: () =>
      sumOfMonths(form.text("insuredFrom"), months(), (month) =>
        lowerBase(month).times(employerRate()).times(exact("0.5")),
      ),
    deadlines: { claimBy: () => addMonths(form.text("insuredFrom"), 6) },
  };
}
