// Shanghai 2025, from a copy of a district's page.

import { expansionSubsidy } from "../expansion.mjs";
import { exact } from "../fraction.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return expansionSubsidy(form, { from: "2025-01-01", to: "2025-12-31", rate: () => exact(1500) });
}
