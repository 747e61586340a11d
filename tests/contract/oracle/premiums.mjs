// A quarter of the person's own premiums, for up to twelve months (人社厅函〔2025〕129号).

import { exact, smaller } from "./fraction.mjs";

/** @import { Form } from "./form.mjs" */
/** @import { Rules } from "./index.mjs" */

/**
 * @param {Form} form
 * @param {() => boolean} keyIndustry
 * @returns {Rules}
 */
export function personalPremium(form, keyIndustry) {
  const months = () => smaller(form.number("monthsPaid"), exact(12));
  return {
    conditions: {
      notLarge: () => form.text("enterpriseSize") !== "large",
      keyIndustry,
      keyGroup: () => form.text("group") !== "other",
      contractLongEnough: () => exact(1).atMost(form.number("contractYears")),
      inTime: () => form.text("claimed") <= "2025-12-31",
      paid: () => form.number("monthsPaid").numerator > 0n,
    },
    values: { months },
    amount: () => form.number("personalPremium").times(months()).times(exact("0.25")),
    deadlines: { claimBy: () => "2025-12-31" },
  };
}
