import { exact } from "../fraction.mjs";
import { count, mostlyYes } from "../random.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Random } from "../random.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @type {Record<string, number>} */
const certificateAmounts = { junior: 1000, intermediate: 1500, senior: 2000 };

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return {
    conditions: {
      insuredInCity: () => form.yes("insuredInCity"),
      premiumMonthsEnough: () => exact(12).atMost(form.number("premiumMonths")),
      certified: () => form.yes("certified"),
    },
    values: {},
    amount: () => exact(certificateAmounts[form.text("certificateLevel")] ?? Number.NaN),
  };
}

/** @param {Random} random */
export function inputs(random) {
  return {
    insuredInCity: mostlyYes(random),
    premiumMonths: count(random, random.pick([0, 11, 12, 13, random.int(0, 400)])),
    certificateLevel: random.pick(["junior", "intermediate", "senior"]),
    certified: mostlyYes(random),
  };
}
