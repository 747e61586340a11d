import { chosenText } from "./choices.js";
import { fractionToPercent } from "./number-text.js";

/** @import { Description, InputDescription, TableDescription } from "wengang" */

/**
 * What was answered, exactly as typed or pasted; an empty text is "not given yet".
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
 * What the engine is given, with the rows sent for each table.
 * @typedef {{ form: Record<string, string | Cells[]>, rows: Record<string, Row[]> }} Sent
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
 * @param {InputDescription[]} fields
 * @param {(field: string) => string} textOfField
 */
function filledIn(fields, textOfField) {
  /** @type {Cells} */
  const cells = {};
  for (const { id } of fields) {
    const text = textOfField(id);
    if (text.trim() !== "") cells[id] = text;
  }
  return cells;
}

/**
 * Answers as a form hands them to the engine. Rows that are still blank are not sent, and a table of nothing but blank rows is
 * not given yet.
 * @param {Description} description
 * @param {Answers} answers
 * @returns {Sent}
 */
export function sentOf(description, answers) {
  /** @type {Sent["form"]} */
  const form = filledIn(description.inputs, (field) => textOf(answers, field));
  /** @type {Sent["rows"]} */
  const rows = {};
  for (const { id, columns } of description.tables) {
    const given = rowsOf(answers, id);
    const filled = given?.filter((row) => !isBlank(row));
    if (!given || !filled || (given.length > 0 && filled.length === 0)) continue;
    form[id] = filled.map((row) => filledIn(columns, (column) => row.cells[column] ?? ""));
    rows[id] = filled;
  }
  return { form, rows };
}

/**
 * A value of the engine as it would be typed.
 * @param {InputDescription} input
 * @param {unknown} value
 */
export function toText(input, value) {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return input.type === "choices" ? chosenText(value) : "";
  if (input.type === "percentage") return fractionToPercent(String(value));
  // A mean of programs may have a slash, which people read as part of a date.
  return input.type === "number" ? String(value).replace("/", "÷") : String(value);
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
