// 公告2023年第14号 and 第15号: up to 20 % above 20 000 yuan a household and year.

import { exact, smaller } from "../fraction.mjs";
import { deductedInTurn, monthsOfYear } from "../taxes.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const months = () => monthsOfYear(form.text("registered"), form.int("year"));
  const yearLimit = () => smaller(form.number("localLimit"), exact(24000));
  const limit = () => yearLimit().times(exact(months())).over(exact(12));
  const { parts, amount } = deductedInTurn(form, "personalIncomeTax", limit);
  return {
    conditions: { inScope: () => form.text("group") !== "other", someMonth: () => months() > 0 },
    values: { monthsOfYear: () => exact(months()), yearLimit, limit },
    amount,
    parts,
  };
}
