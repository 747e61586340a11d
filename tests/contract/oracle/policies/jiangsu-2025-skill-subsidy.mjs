// 苏人社发〔2025〕22号 with the tariff of the directory of 2023: 30 % more for scarce trades.

import { exact } from "../fraction.mjs";
import { skillSubsidy } from "../skills.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** Yuan by class of the trade and level. @type {Record<string, Record<string, number>>} */
const tariff = {
  a: { junior: 1000, intermediate: 1500, senior: 2000 },
  b: { junior: 800, intermediate: 1200, senior: 1800 },
  c: { junior: 500, intermediate: 1000, senior: 1500 },
};

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const amount = () => {
    const base = exact(tariff[form.text("class")]?.[form.text("level")] ?? Number.NaN);
    return form.yes("scarce") ? base.times(exact("1.3")) : base;
  };
  return skillSubsidy(form, amount, () => form.yes("scarce"));
}
