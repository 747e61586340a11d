import { exact } from "../fraction.mjs";
import { anyCount, counts, mostlyYes } from "../random.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Random } from "../random.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return {
    conditions: { fromLowRiskArea: () => form.yes("fromLowRiskArea") },
    values: {},
    amount: () =>
      form
        .number("workersByFebruary")
        .times(exact(300))
        .plus(form.number("workersByMarch").times(exact(200))),
  };
}

/** @param {Random} random */
export function inputs(random) {
  return {
    fromLowRiskArea: mostlyYes(random),
    ...counts(random, { workersByFebruary: anyCount(random), workersByMarch: anyCount(random) }),
  };
}
