export { InvalidPolicyError } from "wengang-errors";
export { addPolicy } from "wengang-glue";
export * from "./runtime.js";
export { default } from "./runtime.js";
