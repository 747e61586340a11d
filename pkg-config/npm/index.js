export { InvalidPolicyError } from "wengang-errors";
export { addPolicy, removePolicy } from "./additions.js";
export { reconcile } from "./reconciliation.js";
export * from "./runtime.js";
export { default } from "./runtime.js";
