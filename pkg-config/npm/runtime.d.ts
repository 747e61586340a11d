// The package without addPolicy, and less than half its weight: for pages that show the policies it comes with.
export type * from "../index.js";
export {
  asked,
  assess,
  default,
  describe,
  eligibleRanges,
  evaluate,
  evaluateColumns,
  InvalidInputError,
  policies,
  UnknownPolicyError,
} from "../index.js";
