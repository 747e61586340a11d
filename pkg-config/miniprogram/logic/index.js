// Everything that the mini-program computes, in one CommonJS module. Of WeChat it knows only WXWebAssembly.

export {
  asked,
  assess,
  combine,
  describe,
  eligibleRanges,
  evaluate,
  evaluateColumns,
  InvalidInputError,
  policies,
  UnknownPolicyError,
} from "wengang";
export { readResult, resultAddress } from "../../../www/keeping/mini-program.js";
export { Desk } from "./desk.js";
export { startEngine } from "./engine.js";
export { Form } from "./form.js";
export { workedOut } from "./kept.js";
export { Listing } from "./listing.js";
export { answersTo, overviewOf, summariesOf } from "./overview.js";
export { sentencesIn, wordsIn } from "./words.js";
