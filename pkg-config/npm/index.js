export { InvalidPolicyError } from "wengang-errors";
export { addPolicy, removePolicy } from "./additions.js";
export * from "./runtime.js";
export { default } from "./runtime.js";
