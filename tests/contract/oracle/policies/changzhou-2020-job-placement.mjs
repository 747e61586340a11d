import { exact } from "../fraction.mjs";
import { anyCount, counts } from "../random.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Random } from "../random.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  return {
    conditions: { qualifiedAgency: () => form.text("agencyKind") !== "other" },
    values: {},
    amount: () => form.number("placedWorkers").minus(form.number("alsoClaimedWorkTraining")).times(exact(1000)),
  };
}

/** @param {Random} random */
export function inputs(random) {
  const placedWorkers = anyCount(random);
  const alsoClaimed = random.pick([0, placedWorkers, Math.max(0, placedWorkers - 1), random.int(0, placedWorkers)]);
  return {
    agencyKind: random.pick(["provincialIntegrity", "provincialPark", "provincialPark", "other"]),
    ...counts(random, { placedWorkers, alsoClaimedWorkTraining: alsoClaimed }),
  };
}
