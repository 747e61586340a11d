// A call of the engine: its arguments, and what comes of it. The clock is read here: the engine has none.

import { Arguments, read } from "wengang-arguments";
import { Refusal } from "wengang-errors";
import { engine, ready, returnMemory } from "./load.js";

/** @import { Inputs, Options } from "../../wasm/types.js" */

/** The current date in China, which has one time, eight hours ahead of UTC. */
export function currentDate() {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * A call's options, which come first: whether they are any, the locale, and the day, which some functions need.
 * @param {Options | null | undefined} options
 * @param {string} [day] of today, where the options do not say
 * @param {typeof import("wengang-arguments").FORM} [bounds]
 */
export function begin(options, day, bounds) {
  const given = new Arguments(bounds);
  const isNone = options === undefined || options === null;
  given.value(isNone || typeof options === "object" || typeof options === "function", 0);
  given.addShort(readOption(options, "locale") ?? undefined);
  given.addShort(readOption(options, "today") ?? day);
  return given;
}

/**
 * @param {object | null | undefined} options
 * @param {string} name
 */
export function readOption(options, name) {
  return options === undefined || options === null ? undefined : read(options, name);
}

/**
 * @param {string} policyId
 * @param {Inputs} inputs
 * @param {Options} [options]
 */
export function form(policyId, inputs, options) {
  const given = begin(options);
  given.addShort(policyId);
  given.whole(inputs);
  return given;
}

/**
 * @template T
 * @param {(words: number[], text: string) => T} answer
 * @param {Arguments} given
 * @returns {T}
 */
export function call(answer, given) {
  ready();
  // Assigned, and nothing called where it fails: whoever has used up the stack can call nothing any more.
  engine.isBusy = true;
  let result;
  let refusal;
  try {
    result = answer(given.words, given.text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refusal = error;
  }
  engine.isBusy = false;
  returnMemory();
  if (refusal) throw refusal;
  return /** @type {T} */ (result);
}
