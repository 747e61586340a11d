// 湖南 2024: everybody but enterprises counts as large.

import { bySize, refund, toldByAgency, twelveMonths } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

const others = [
  "socialOrganization",
  "foundation",
  "socialServiceAgency",
  "lawFirm",
  "accountingFirm",
  "selfEmployedUnit",
];

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return refund(form, {
    conditions: { ...twelveMonths(form), noArrears: () => !form.yes("premiumArrears") },
    ...toldByAgency(form),
    refundRate: () => bySize(form, "0.3", "0.6", others),
  });
}
