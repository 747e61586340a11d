export { InvalidInputError, UnknownPolicyError } from "wengang-errors";
export {
  asked,
  assess,
  combine,
  describe,
  eligibleRanges,
  evaluate,
  evaluateColumns,
  policies,
  readNumber,
  situation,
} from "wengang-glue";
export { load as default } from "./load.js";
