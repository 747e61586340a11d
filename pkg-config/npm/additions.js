// The functions of the package that pages do without: policies that are added at run time.

import { POLICY } from "wengang-arguments";
import * as engine from "wengang-glue";
import { begin, call, currentDate } from "./calls.js";
import { additions } from "./load.js";

/** @import { Options } from "../../wasm/types.js" */

/**
 * @param {object} policy
 * @param {Options} [options]
 */
export function addPolicy(policy, options) {
  const given = begin(options, currentDate(), POLICY);
  given.whole(policy);
  const words = given.words;
  const text = given.text;
  const summary = call(engine.addPolicy, given);
  // Once more in each engine that takes the place of this one.
  additions.set(summary.id, () => engine.addPolicy(words, text));
  return summary;
}

/**
 * @param {string} policyId
 * @param {Options} [options]
 */
export function removePolicy(policyId, options) {
  const given = begin(options, currentDate());
  given.addShort(policyId);
  const summary = call(engine.removePolicy, given);
  additions.delete(policyId);
  return summary;
}
