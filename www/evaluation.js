import { asked, evaluate, InvalidInputError } from "wengang";
import { toInputs } from "./answers.js";

/** @import { Assessment, Description, InputProblem, Options } from "wengang" */
/** @import { Answers, Sent } from "./answers.js" */

/**
 * A problem with the place where the page shows it: the row's key instead of its index.
 * @typedef {Omit<InputProblem, "row"> & { rowKey?: number }} PlacedProblem
 *
 * A place in the form: a field, or a row of a table and perhaps one of its columns.
 * @typedef {{ field: string, rowKey?: number, column?: string }} Place
 *
 * @typedef {object} Evaluation
 * @property {Assessment} assessment what follows from the answers that are valid
 * @property {string[]} asked fields and tables to show, in order
 * @property {string[]} locked those that would be asked too, but whose answers are not the reader's to give
 * @property {PlacedProblem[]} problems what is wrong with the others
 * @property {Record<string, unknown>} inputs what was evaluated
 * @property {Record<string, number[]>} rowKeys keys of the evaluated rows, in the order of `assessment.rows`
 */

/**
 * Evaluates whatever is valid. A bad answer counts as not given and a bad row as absent; both are reported.
 * @param {Description} description
 * @param {Answers} answers
 * @param {Options} options
 * @param {string[]} [locked] fields and tables that are not asked
 * @returns {Evaluation}
 */
export function evaluateAnswers(description, answers, options, locked = []) {
  const sent = toInputs(description, answers);
  /** @type {PlacedProblem[]} */
  const problems = [];
  for (;;) {
    try {
      const assessment = evaluate(description.id, sent.inputs, options);
      const fields = asked(description.id, sent.inputs, options);
      return {
        assessment,
        asked: fields.filter((field) => !locked.includes(field)),
        locked: fields.filter((field) => locked.includes(field)),
        problems,
        ...sent,
      };
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      problems.push(...error.problems.map((problem) => place(problem, sent)));
      // Leaving out one answer may bring another into play, hence the loop; it ends because each round leaves out some.
      if (!leaveOut(error.problems, sent)) throw error;
    }
  }
}

/**
 * The places with something wrong, each field or row once, at the first of its problems.
 * @param {Evaluation} evaluation
 * @returns {Place[]}
 */
export function badPlaces({ problems }) {
  /** @type {Map<string, Place>} */
  const places = new Map();
  for (const { field, rowKey, column } of problems) {
    const name = `${field} ${rowKey}`;
    if (!places.has(name)) places.set(name, { field, rowKey, column });
  }
  return [...places.values()];
}

/**
 * The fields that are still to be filled in, without those that are but not well.
 * @param {Evaluation} evaluation
 */
export function emptyFields({ assessment, problems }) {
  return assessment.missing.filter((field) => !problems.some((problem) => problem.field === field));
}

/**
 * @param {InputProblem} problem
 * @param {Sent} sent
 * @returns {PlacedProblem}
 */
function place({ row, ...problem }, { rowKeys }) {
  const rowKey = row === undefined ? undefined : rowKeys[problem.field]?.[row];
  return rowKey === undefined ? problem : { ...problem, rowKey };
}

/**
 * Removes the bad answers and rows from what is sent.
 * @param {InputProblem[]} problems
 * @param {Sent} sent
 * @returns {boolean} whether there was anything to remove
 */
function leaveOut(problems, { inputs, rowKeys }) {
  let removed = false;
  for (const field of new Set(problems.map((problem) => problem.field))) {
    const rows = inputs[field];
    const bad = new Set(problems.filter((problem) => problem.field === field).map((problem) => problem.row));
    removed ||= rows !== undefined;
    // A table without one good row is not given, rather than an answer of "none".
    if (Array.isArray(rows) && !bad.has(undefined) && bad.size < rows.length) {
      inputs[field] = rows.filter((_, index) => !bad.has(index));
      rowKeys[field] = rowKeys[field]?.filter((_, index) => !bad.has(index)) ?? [];
    } else {
      delete inputs[field];
      delete rowKeys[field];
    }
  }
  return removed;
}
