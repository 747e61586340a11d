import { describe } from "wengang";
import { fromInputs } from "../answers/answers.js";
import { evaluateAnswers } from "../answers/evaluation.js";
import { isQuotable, quotable } from "./quotable.js";

/** @import { Description, Options } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * What the page around has filled in for one policy.
 * @typedef {object} Preset
 * @property {Answers} first what stands in the form until the reader changes it
 * @property {Answers} locked what the reader cannot change
 * @property {Mistake[]} mistakes what was to be filled in and could not; it counts as not given
 *
 * @typedef {{ field?: string, message: string }} Mistake
 */

/** @type {Preset} */
export const NO_PRESET = { first: {}, locked: {}, mistakes: [] };

/**
 * @param {Description} description
 * @param {{ inputs: unknown, locked: string[], policies: string[] }} wanted with all policies that there are to choose from
 * @param {Options} options
 * @param {Messages} messages
 * @returns {Preset}
 */
export function presetFor(description, { inputs, locked, policies }, options, { embedding }) {
  if (!isRecord(inputs)) return { ...NO_PRESET, mistakes: [{ message: embedding.notAnObject }] };
  /** @type {Mistake[]} */
  const mistakes = [];
  const given = Object.keys(inputs);
  const labels = labelsOf(description);
  const elsewhere = (/** @type {string} */ field) =>
    policies.some((policy) => labelsOf(describe(policy, options)).has(field));
  for (const field of new Set([...given, ...locked])) {
    if (!labels.has(field) && !elsewhere(field))
      mistakes.push({ field, message: embedding.unknownField(quotable(field)) });
  }

  /** @type {Record<string, unknown>} */
  const usable = {};
  for (const [field, label] of labels) {
    if (!given.includes(field)) continue;
    const answer = inputs[field];
    const isTable = description.tables.some(({ id }) => id === field);
    const isSeveral = description.inputs.some(({ id, type }) => id === field && type === "choices");
    if (isSeveral && isTexts(answer)) usable[field] = answer;
    else if (isTable && !isRows(answer)) mistakes.push({ field, message: embedding.notRows(label) });
    else if (!(isRows(answer) ? isTable && answer.every(hasAnswers) : isAnswer(answer)))
      mistakes.push({ field, message: embedding.notAnAnswer(label) });
    else usable[field] = answer;
  }
  const answers = fromInputs(description, usable);
  for (const { field, message } of evaluateAnswers(description, answers, options).problems) {
    const label = labels.get(field) ?? quotable(field);
    // The engine quotes what was given.
    const isPlain = isQuotable(JSON.stringify(inputs[field]).replace(/[[\]{}",:]/g, ""));
    mistakes.push({ field, message: isPlain ? embedding.badAnswer(label, message) : embedding.unusable(label) });
    delete usable[field];
  }
  for (const field of locked) {
    const label = labels.get(field);
    if (label && !given.includes(field)) mistakes.push({ field, message: embedding.nothingToLock(label) });
  }

  const entries = Object.entries(answers).filter(([field]) => field in usable);
  return {
    first: Object.fromEntries(entries),
    locked: Object.fromEntries(entries.filter(([field]) => locked.includes(field))),
    mistakes,
  };
}

/** @param {Description} description */
function labelsOf({ inputs, tables }) {
  return new Map([...inputs, ...tables].map(({ id, label }) => [id, label]));
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a form can hold it: what is within something else is no answer. @param {unknown} value */
function isAnswer(value) {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

/** @param {unknown} value */
function isTexts(value) {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}

/** @param {Record<string, unknown>} row */
function hasAnswers(row) {
  return Object.values(row).every(isAnswer);
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>[]}
 */
function isRows(value) {
  return Array.isArray(value) && value.every(isRecord);
}
