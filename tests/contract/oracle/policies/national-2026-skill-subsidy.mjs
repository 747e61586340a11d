// 人社部发〔2026〕39号: scarce, matching, digital or green; once a year, three times with scarce trades.

import { nationalCaps, skillSubsidy } from "../skills.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const scarce = () => form.text("kindOfCertificate") === "scarce";
  const { conditions, values, ...rules } = skillSubsidy(form, () => nationalCaps(form), scarce);
  return {
    ...rules,
    conditions: { ...conditions, kindCovered: () => form.text("kindOfCertificate") !== "none" },
    values: { ...values, scarce },
  };
}
