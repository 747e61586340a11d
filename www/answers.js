import { readDate } from "./date-text.js";
import { fractionToPercent, percentToFraction, readNumber } from "./number-text.js";

/** @import { Description, InputDescription, TableDescription } from "wengang" */

/**
 * What was answered, exactly as typed; an empty text is "not given yet". Yes and no are "true" and "false", a choice is its id.
 * @typedef {Record<string, string>} Cells
 *
 * The key stays with a row while others come and go.
 * @typedef {{ key: number, cells: Cells }} Row
 *
 * How an answer was worked out: what was filled in to that end, and the answer that came of it, as long as it stands.
 * @typedef {{ answers: Answers, given?: string }} Working
 *
 * Answers by the id of the field or table, and beside them how some were worked out, which the engine is not told.
 * @typedef {Record<string, string | Row[]> & { [WORKINGS]?: Record<string, Working> }} Answers
 *
 * What the engine is given, with the keys of the rows sent for each table.
 * @typedef {{ inputs: Record<string, unknown>, rowKeys: Record<string, number[]> }} Sent
 */

/** Where answers keep how they were worked out. No field has this name, and whoever lists the fields does not come across it. */
export const WORKINGS = Symbol("workings");

let lastKey = 0;

/**
 * @param {Cells} [cells]
 * @returns {Row}
 */
export function newRow(cells = {}) {
  lastKey += 1;
  return { key: lastKey, cells };
}

/**
 * @param {Answers} answers
 * @param {string} field
 */
export function textOf(answers, field) {
  const answer = answers[field];
  return typeof answer === "string" ? answer : "";
}

/**
 * The rows of a table; undefined while nothing has been said about it.
 * @param {Answers} answers
 * @param {string} table
 */
export function rowsOf(answers, table) {
  const answer = answers[table];
  return Array.isArray(answer) ? answer : undefined;
}

/**
 * @param {Answers} answers
 * @param {string} field
 */
export function workingOf(answers, field) {
  return answers[WORKINGS]?.[field];
}

/**
 * @param {Answers} answers
 * @param {string} field
 * @param {Working} working
 * @returns {Answers}
 */
export function withWorking(answers, field, working) {
  return { ...answers, [WORKINGS]: { ...answers[WORKINGS], [field]: working } };
}

/**
 * @param {Answers} answers
 * @param {string[]} [besides] fields that do not count
 */
export function isEmpty(answers, besides = []) {
  return Object.entries(answers).every(
    ([field, answer]) =>
      besides.includes(field) || (typeof answer === "string" ? answer.trim() === "" : answer.every(isBlank)),
  );
}

/** @param {Row} row */
export function isBlank(row) {
  return Object.values(row.cells).every((text) => text.trim() === "");
}

/**
 * What is typed in the form that the engine reads. Text that makes no sense is left for the engine to refuse.
 * @param {InputDescription} input
 * @param {string} text
 */
function toInput(input, text) {
  if (text.trim() === "") return undefined;
  switch (input.type) {
    case "boolean":
      return text === "true" || (text === "false" ? false : text);
    case "percentage":
      return percentToFraction(text);
    case "count":
    case "money":
    case "number":
      return readNumber(text, input.unit) ?? text;
    case "date":
      return readDate(text) ?? text;
    default:
      return text;
  }
}

/**
 * @param {InputDescription[]} fields
 * @param {(field: string) => string} textOfField
 */
function toRecord(fields, textOfField) {
  /** @type {Record<string, unknown>} */
  const record = {};
  for (const field of fields) {
    const value = toInput(field, textOfField(field.id));
    if (value !== undefined) record[field.id] = value;
  }
  return record;
}

/**
 * Answers in the form the engine takes. Rows that are still blank are not sent, and a table of nothing but blank rows is not given yet.
 * @param {Description} description
 * @param {Answers} answers
 * @returns {Sent}
 */
export function toInputs(description, answers) {
  const inputs = toRecord(description.inputs, (field) => textOf(answers, field));
  /** @type {Record<string, number[]>} */
  const rowKeys = {};
  for (const table of description.tables) {
    const rows = rowsOf(answers, table.id);
    const filled = rows?.filter((row) => !isBlank(row));
    if (!rows || !filled || (rows.length > 0 && filled.length === 0)) continue;
    inputs[table.id] = filled.map((row) => toRecord(table.columns, (column) => row.cells[column] ?? ""));
    rowKeys[table.id] = filled.map((row) => row.key);
  }
  return { inputs, rowKeys };
}

/**
 * A value of the engine as it would be typed.
 * @param {InputDescription} input
 * @param {unknown} value
 */
export function toText(input, value) {
  if (value === null || value === undefined) return "";
  return input.type === "percentage" ? fractionToPercent(String(value)) : String(value);
}

/**
 * @param {TableDescription} table
 * @param {unknown} rows
 */
function toRows(table, rows) {
  if (!Array.isArray(rows)) return undefined;
  return rows.map((row) => newRow(toCells(table.columns, row)));
}

/**
 * @param {InputDescription[]} fields
 * @param {Record<string, unknown>} values
 */
function toCells(fields, values) {
  /** @type {Cells} */
  const cells = {};
  for (const field of fields) cells[field.id] = toText(field, values[field.id]);
  return cells;
}

/**
 * Inputs of the engine as a form shows them, for worked examples and for pages that fill in the form.
 * @param {Description} description
 * @param {Record<string, unknown>} inputs
 * @returns {Answers}
 */
export function fromInputs(description, inputs) {
  /** @type {Answers} */
  const answers = toCells(description.inputs, inputs);
  for (const table of description.tables) {
    const rows = toRows(table, inputs[table.id]);
    if (rows) answers[table.id] = rows;
  }
  return answers;
}
