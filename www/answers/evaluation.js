import { situation } from "wengang";
import { sentOf } from "./answers.js";

/** @import { Assessment, Description, InputProblem, Options, Situation } from "wengang" */
/** @import { Answers, Row, Sent } from "./answers.js" */

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
 * @property {Record<string, unknown>} inputs what was evaluated: what good answers and good rows were read as
 * @property {Record<string, number[]>} rowKeys keys of the evaluated rows, in the order of `assessment.rows`
 * @property {Map<Row, Record<string, unknown>>} cells what the cells of rows were read as, as far as they could be
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
  const sent = sentOf(description, answers);
  const { assessment, asked, problems, inputs: read } = situation(description.id, sent.form, options);
  /** @type {Record<string, unknown>} */
  const inputs = { ...read };
  /** @type {Evaluation["rowKeys"]} */
  const rowKeys = {};
  /** @type {Evaluation["cells"]} */
  const cells = new Map();
  for (const [table, rows] of Object.entries(sent.rows)) {
    const readRows = rowsRead(read[table]);
    if (!readRows) continue;
    const bad = new Set(problems.filter(({ field }) => field === table).map(({ row }) => row));
    rows.forEach((row, index) => {
      cells.set(row, readRows[index] ?? {});
    });
    const good = rows.filter((_, index) => !bad.has(index));
    rowKeys[table] = good.map(({ key }) => key);
    // A table without one good row is not given, rather than an answer of "none".
    if (good.length > 0 || rows.length === 0) inputs[table] = good.map((row) => cells.get(row));
    else delete inputs[table];
  }
  return {
    assessment,
    asked: asked.filter((field) => !locked.includes(field)),
    locked: asked.filter((field) => locked.includes(field)),
    problems: problems.map((problem) => place(problem, sent)),
    inputs,
    rowKeys,
    cells,
  };
}

/**
 * The rows of a table as they were read.
 * @param {Situation["inputs"][string] | undefined} read
 */
export function rowsRead(read) {
  return Array.isArray(read) ? /** @type {Record<string, string | boolean>[]} */ (read) : undefined;
}

/**
 * How many rows of a table have something wrong.
 * @param {Evaluation["problems"]} problems
 * @param {string} table
 */
export function badRows(problems, table) {
  const keys = problems.flatMap(({ field, rowKey }) => (field === table && rowKey !== undefined ? [rowKey] : []));
  return new Set(keys).size;
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
function place({ row, ...problem }, { rows }) {
  const rowKey = row === undefined ? undefined : rows[problem.field]?.[row]?.key;
  return rowKey === undefined ? problem : { ...problem, rowKey };
}
