// What one-off subsidies for people hired have in common: so much for each who counts, to whoever is no government body.

import { exact } from "./fraction.mjs";
import { judgedPeople } from "./rows.mjs";

/** @import { Form } from "./form.mjs" */
/** @import { Fraction } from "./fraction.mjs" */
/** @import { Rules } from "./index.mjs" */

/**
 * @param {Form} form
 * @param {(row: Form) => [string, boolean][]} reasons not to count somebody
 * @param {() => Fraction} rate
 * @returns {Rules}
 */
export function hiringSubsidy(form, reasons, rate) {
  const hires = () => judgedPeople(form.rows("hires"), "hired", reasons);
  const people = () => exact(hires().filter(({ accepted }) => accepted).length);
  return {
    conditions: {
      inScope: () => form.text("employerKind") !== "government",
      somebody: () => people().numerator > 0n,
    },
    values: { people },
    amount: () => people().times(rate()),
    rows: { hires },
  };
}
