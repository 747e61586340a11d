// 浙人社发〔2025〕32号: either rate suffices, nothing is set aside, 30 people at the end of the year.

import { one } from "../fraction.mjs";
import { bySize, layoffLimit, twelveMonths } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const baseHeadcount = () => form.number(form.yes("insuredSinceJanuary") ? "insuredFirstMonth" : "insuredAtStart");
  const rateByHeadcount = () => one.minus(form.number("insuredAtEnd").over(baseHeadcount()));
  const rateByClaimants = () => form.number("claimants").over(baseHeadcount());
  const layoffRateLimit = () => layoffLimit(form.number("insuredAtEnd"));
  const refundRate = () => bySize(form, "0.3", "0.6", []);
  return {
    conditions: {
      ...twelveMonths(form),
      notSeriouslyDishonest: () => !form.yes("seriouslyDishonest"),
      eitherWithinLimit: () =>
        rateByHeadcount().atMost(layoffRateLimit()) || rateByClaimants().atMost(layoffRateLimit()),
    },
    values: { baseHeadcount, rateByHeadcount, rateByClaimants, layoffRateLimit, refundRate },
    amount: () => form.number("premiumsPaid").times(refundRate()),
    deadlines: { claimBy: () => "2025-12-31" },
  };
}
