// The functions of both entries of the package.

import { Arguments } from "wengang-arguments";
import { addColumns } from "wengang-columns";
import * as engine from "wengang-glue";
import { begin, call, currentDate, form, readOption } from "./calls.js";
import { ready } from "./load.js";

/** @import { ColumnOptions, Inputs, Options } from "../../wasm/types.js" */

/**
 * @param {Options} [options]
 */
export function policies(options) {
  return call(engine.policies, begin(options, currentDate()));
}

/**
 * @param {string} policyId
 * @param {Options} [options]
 */
export function describe(policyId, options) {
  const given = begin(options, currentDate());
  given.addShort(policyId);
  return call(engine.describe, given);
}

/**
 * @param {string} policyId
 * @param {Inputs} inputs
 * @param {Options} [options]
 */
export function evaluate(policyId, inputs, options) {
  return call(engine.evaluate, form(policyId, inputs, options));
}

/**
 * @param {string} policyId
 * @param {Inputs} inputs
 * @param {Options} [options]
 */
export function asked(policyId, inputs, options) {
  return call(engine.asked, form(policyId, inputs, options));
}

/**
 * @param {string} policyId
 * @param {Inputs} inputs
 * @param {string} field
 * @param {Options} [options]
 */
export function eligibleRanges(policyId, inputs, field, options) {
  const given = form(policyId, inputs, options);
  given.addShort(field);
  return call(engine.eligibleRanges, given);
}

/**
 * @param {string} policyId
 * @param {Inputs} inputs
 * @param {[first: string, second: string]} fields
 * @param {Options} [options]
 */
export function eligibleRegion(policyId, inputs, fields, options) {
  const given = form(policyId, inputs, options);
  given.whole(fields);
  /** @type {[number, number | null, [number, number | null][]][]} */
  const strips = call(engine.eligibleRegion, given);
  return strips.map(([from, to, ranges]) => ({ from, to, ranges }));
}

/**
 * @param {string} policyId
 * @param {Inputs} answers
 * @param {Options} [options]
 */
export function situation(policyId, answers, options) {
  return call(engine.situation, form(policyId, answers, options));
}

/**
 * @param {string} text
 * @param {string} [unit]
 * @returns {string | undefined}
 */
export function readNumber(text, unit = "") {
  const given = new Arguments();
  given.addShort(text);
  given.addShort(unit);
  return call(engine.readNumber, given);
}

/**
 * @param {string} text
 * @returns {string | undefined}
 */
export function readDate(text) {
  const given = new Arguments();
  given.addShort(text);
  return call(engine.readDate, given);
}

/**
 * @param {string} policyId
 * @param {Inputs} inputs
 * @param {Options} [options]
 */
export function amountRange(policyId, inputs, options) {
  return call(engine.amountRange, form(policyId, inputs, options));
}

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

/**
 * @param {string} policyId
 * @param {Record<string, ArrayLike<unknown>>} columns
 * @param {ColumnOptions} [options]
 */
export function evaluateColumns(policyId, columns, options) {
  const given = begin(options);
  given.addShort(policyId);
  given.within(() => given.value(readOption(options, "values"), 1));
  const arrays = given.within(() => addColumns(given, columns)) ?? [];
  return call((words, text) => engine.evaluateColumns(words, text, arrays), given);
}

/**
 * @param {Inputs} profile
 * @param {Options} [options]
 */
export function assess(profile, options) {
  const given = begin(options);
  given.whole(profile);
  return call(engine.assess, given);
}

/**
 * @param {Record<string, string | number | null>} amounts
 * @param {Options} [options]
 */
export function combine(amounts, options) {
  const given = begin(options);
  given.whole(amounts);
  return call(engine.combine, given);
}

/** @returns {string} */
export function engineVersion() {
  ready();
  return engine.engineVersion();
}
