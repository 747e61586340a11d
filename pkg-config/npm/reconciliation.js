// How what an authority shows can come about: pages do without.

import * as engine from "wengang-glue";
import { call, form } from "./calls.js";

/** @import { Inputs, Options } from "../../wasm/types.js" */

/**
 * @param {string} policyId
 * @param {Inputs} inputs
 * @param {Inputs} shown
 * @param {Options} [options]
 */
export function reconcile(policyId, inputs, shown, options) {
  const given = form(policyId, inputs, options);
  given.whole(shown);
  return call(engine.reconcile, given);
}
