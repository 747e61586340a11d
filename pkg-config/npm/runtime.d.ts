// The package without addPolicy and removePolicy, and at two thirds of its weight: for pages.
export type * from "../index.js";
export {
  addPack,
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
  InvalidPackError,
  policies,
  readDate,
  readNumber,
  situation,
  UnknownPolicyError,
} from "../index.js";
