export { InvalidInputError, PolicyNotLoadedError, PolicyPackError, UnknownPolicyError } from "wengang-errors";
export { currentDate } from "./calls.js";
export {
  amountRange,
  asked,
  assess,
  combine,
  describe,
  eligibleRanges,
  eligibleRegion,
  engineVersion,
  evaluate,
  evaluateColumns,
  policies,
  readDate,
  readNumber,
  reconcile,
  situation,
} from "./functions.js";
export { init as default } from "./init.js";
export { complete } from "./load.js";
export { addEarlier, addPack, catalogue, load, loadCatalogue, loadEarlier, loaded } from "./packs.js";
