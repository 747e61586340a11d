export { InvalidInputError, InvalidPackError, UnknownPolicyError } from "wengang-errors";
export { currentDate } from "./calls.js";
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
  readDate,
  readNumber,
  situation,
} from "./functions.js";
export { load as default } from "./load.js";
export { addPack } from "./packs.js";
