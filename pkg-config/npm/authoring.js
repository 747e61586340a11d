// Policy files for editors: an engine of its own, which knows no policy.

import * as engine from "wengang-glue";
import { begin, call } from "./calls.js";
import { load } from "./load.js";

/** @import { EngineSource, Instantiate, Options } from "../../wasm/types.js" */

/**
 * A policy file in an editor, and the files that belong to it.
 * @typedef {Options & { english?: string, shared?: string }} FileOptions
 */

/**
 * @param {string} text
 * @param {FileOptions} [options]
 */
export function checkPolicy(text, options) {
  const [source, english, shared] = filesOf(text, options);
  return call((words, given) => engine.checkPolicy(words, given, source, english, shared), begin(options));
}

/**
 * @param {string} text
 * @param {FileOptions} [options]
 */
export function runExamples(text, options) {
  const [source, english, shared] = filesOf(text, options);
  return call((words, given) => engine.runExamples(words, given, source, english, shared), begin(options));
}

/**
 * @param {string} text
 * @param {{ line: number, column: number }} position
 */
export function completions(text, position) {
  const source = textOf(text);
  const { line, column } = position;
  return call(() => engine.completions(source, line, column), begin(undefined));
}

/**
 * @param {EngineSource | Promise<EngineSource>} [source]
 * @param {string | URL | Instantiate} [fallback]
 */
export default function init(source, fallback) {
  return load(source, fallback);
}

/**
 * @param {unknown} text
 * @param {FileOptions} [options]
 * @returns {[string, string | undefined, string | undefined]}
 */
function filesOf(text, { english, shared } = {}) {
  return [
    textOf(text),
    english === undefined ? undefined : textOf(english),
    shared === undefined ? undefined : textOf(shared),
  ];
}

/** @param {unknown} text */
function textOf(text) {
  if (typeof text !== "string") throw new TypeError("A policy file is given as text.");
  return text;
}
