// The package without addPolicy, and at two thirds of its weight: for pages that show the policies it comes with.
export type * from "../index.js";
export {
  asked,
  assess,
  combine,
  default,
  describe,
  eligibleRanges,
  evaluate,
  evaluateColumns,
  InvalidInputError,
  policies,
  readNumber,
  situation,
  UnknownPolicyError,
} from "../index.js";
