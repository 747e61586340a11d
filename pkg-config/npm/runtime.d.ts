// The package without addPolicy and removePolicy, and at two thirds of its weight: for pages that show the policies it comes with.
export type * from "../index.js";
export {
  amountRange,
  asked,
  assess,
  combine,
  currentDate,
  default,
  describe,
  eligibleRanges,
  evaluate,
  evaluateColumns,
  InvalidInputError,
  policies,
  readDate,
  readNumber,
  situation,
  UnknownPolicyError,
} from "../index.js";
