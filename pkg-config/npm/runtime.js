export { InvalidInputError, UnknownPolicyError } from "wengang-errors";
export { asked, assess, combine, describe, eligibleRanges, evaluate, evaluateColumns, policies } from "wengang-glue";
export { load as default } from "./load.js";
