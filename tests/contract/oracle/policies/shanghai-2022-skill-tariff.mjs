// Shanghai's tariff of 2021 and 2022: 80 % for those at work and students, 30 % more for scarce trades.

import { addMonths } from "../days.mjs";
import { exact } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** Yuan by level. @type {Record<string, number>} */
const tariff = {
  junior: 1500,
  intermediate: 2000,
  senior: 2500,
  technician: 3000,
  seniorTechnician: 3500,
  noLevel: 1000,
};

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const share = () => exact(form.text("group") === "full" ? 1 : "0.8");
  const claimBy = () => addMonths(form.text("issued"), 12);
  const studentLimits = () => {
    if (form.text("group") === "universityStudent") return !["junior", "noLevel"].includes(form.text("level"));
    if (form.text("group") === "vocationalStudent") return !form.yes("studentPaidBefore");
    return form.text("group") !== "none";
  };
  return {
    conditions: {
      inScope: () => form.text("group") !== "none",
      studentLimits,
      inTime: () => form.text("issued") <= form.text("claimed") && form.text("claimed") <= claimBy(),
    },
    values: { share },
    amount: () => {
      const base = exact(tariff[form.text("level")] ?? Number.NaN).times(share());
      return form.yes("scarce") ? base.times(exact("1.3")) : base;
    },
    deadlines: { claimBy },
  };
}
