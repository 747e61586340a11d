export { InvalidInputError, UnknownPolicyError } from "wengang-errors";
export {
  amountRange,
  asked,
  assess,
  combine,
  describe,
  eligibleRanges,
  evaluate,
  evaluateColumns,
  policies,
} from "wengang-glue";
export { load as default } from "./load.js";
