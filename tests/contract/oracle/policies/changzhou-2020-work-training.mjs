import { exact, larger, zero } from "../fraction.mjs";
import { anyCount, counts, mostlyYes } from "../random.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Random } from "../random.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const netIncrease = () => larger(zero, form.number("insuredAt2020End").minus(form.number("insuredAt2019End")));
  return {
    conditions: { keepsStaff: () => form.yes("keepsStaff") },
    values: { netIncrease },
    amount: () => netIncrease().times(exact(500)),
  };
}

/** @param {Random} random */
export function inputs(random) {
  const insuredAt2019End = anyCount(random);
  const insuredAt2020End = random.chance(0.3)
    ? anyCount(random)
    : random.near([Math.min(insuredAt2019End, 99_999_999)]);
  return { ...counts(random, { insuredAt2019End, insuredAt2020End }), keepsStaff: mostlyYes(random) };
}
