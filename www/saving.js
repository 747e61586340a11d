import { newRow } from "./answers.js";

/** @import { Answers } from "./answers.js" */

/**
 * What is kept on the device, and only because the reader asked for it.
 * @typedef {{ savedOn: string, answersByPolicy: Record<string, Answers> }} Saved
 */

const KEY = "wengang";

/** @returns {Saved | undefined} */
export function readSaved() {
  try {
    const text = localStorage.getItem(KEY);
    const saved = text === null ? undefined : JSON.parse(text);
    return saved && { savedOn: String(saved.savedOn), answersByPolicy: reviveAnswers(saved.answersByPolicy) };
  } catch {
    return undefined;
  }
}

/**
 * @param {Saved} saved
 * @returns {boolean} whether the device let it be kept
 */
export function save(saved) {
  try {
    localStorage.setItem(KEY, JSON.stringify(saved));
    return true;
  } catch {
    return false;
  }
}

/** Leaves nothing behind. */
export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where storage is forbidden, nothing was kept.
  }
}

/**
 * Answers that come from outside this run of the page: their rows get keys of this run.
 * @param {Record<string, Answers>} answersByPolicy
 * @returns {Record<string, Answers>}
 */
export function reviveAnswers(answersByPolicy) {
  const revive = (/** @type {Answers} */ answers) =>
    Object.fromEntries(
      Object.entries(answers ?? {}).map(([field, answer]) => [
        field,
        Array.isArray(answer) ? answer.map((row) => newRow(texts(row?.cells))) : String(answer ?? ""),
      ]),
    );
  return Object.fromEntries(
    Object.entries(answersByPolicy ?? {}).map(([policy, answers]) => [policy, revive(answers)]),
  );
}

/**
 * Whatever was kept as the cells of a row, as texts.
 * @param {Record<string, unknown> | null | undefined} cells
 */
function texts(cells) {
  return Object.fromEntries(Object.entries(cells ?? {}).map(([column, text]) => [column, String(text ?? "")]));
}
