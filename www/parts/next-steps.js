import "./rest.js";
import "../next-steps/next-steps.js";
import "../rules/policy-rules.js";
