// 沪人社规〔2023〕1号: 8 000 yuan for a first business after a year; claimed within 18 months of registration.

import { addMonths } from "../days.mjs";
import { exact } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const claimBy = () => addMonths(form.text("registered"), 18);
  const isRecentGraduate = () =>
    form.text("graduated") <= form.text("registered") &&
    form.text("registered") <= addMonths(form.text("graduated"), 24);
  return {
    conditions: {
      inScope: () => (form.text("group") === "graduate" ? isRecentGraduate() : form.text("group") === "difficulty"),
      firstBusiness: () => form.yes("firstAndHead"),
      kindCovered: () => form.text("kind") !== "otherKind",
      ranForAYear: () => addMonths(form.text("registered"), 12) <= form.text("claimed"),
      premiumsPaid: () => exact(6).atMost(form.number("monthsPaid")),
      inTime: () => form.text("claimed") <= claimBy(),
    },
    values: {},
    amount: () => exact(8000),
    deadlines: { claimBy },
  };
}
