// 皖人社秘〔2024〕136号 and 宣城 2025: the laid off by all who were insured in the year.

import { count, headcount, money, mostlyYes, size } from "../random.mjs";
import { bySize, refund, twelveMonths } from "../refunds.mjs";

/** @import { Random } from "../random.mjs" */
/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: { ...twelveMonths(form), notSeriouslyDishonest: () => !form.yes("seriouslyDishonest") },
    layoffRate: () => form.number("laidOff").over(form.number("everInsured")),
    people: () => form.number("everInsured"),
    refundRate: () => bySize(form, "0.3", "0.6"),
    claimBy: "2025-12-31",
  });
}

/** Nobody has more people at the end of the year than in all of it. @param {Random} random */
export function inputs(random) {
  const everInsured = random.chance(0.5) ? random.near([30, 31, 200]) : headcount(random);
  const share = Math.round(everInsured * random.pick([0, 0.055, 0.2]));
  return {
    enterpriseSize: size(random),
    cumulativePremiumMonths: count(random, random.pick([11, 12, 13, random.int(0, 60)])),
    seriouslyDishonest: !mostlyYes(random),
    laidOff: count(random, random.near([share])),
    everInsured: count(random, Math.max(1, everInsured)),
    insuredAtEnd: count(random, random.int(0, Math.max(1, everInsured))),
    premiumsPaid: money(random),
  };
}
