// 大连, assessed on 2022.

import { one } from "../fraction.mjs";
import { bySize, refund } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form */
const baseHeadcount = (form) => form.number(form.yes("foundedInYear") ? "insuredFirstMonth" : "insuredAtStart");

/** Ended contracts, resignations and the like are no layoffs. @param {Form} form */
function layoffRate(form) {
  const stayed = form.number("insuredAtEnd").plus(form.number("normalReductions"));
  return one.minus(stayed.over(baseHeadcount(form)));
}

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: {
      paidInFull: () => form.yes("paidAsRequired"),
      notOnNegativeList: () => !form.yes("seriouslyDishonest"),
    },
    layoffRate: () => layoffRate(form),
    people: () => baseHeadcount(form),
    refundRate: () => bySize(form, "0.3", "0.6", []),
    values: { baseHeadcount: () => baseHeadcount(form) },
    claimBy: "2023-12-31",
  });
}
