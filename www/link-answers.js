import { rowsOf, textOf, toInputs } from "./answers.js";

/** @import { Description, InputDescription } from "wengang" */
/** @import { Answers, Row } from "./answers.js" */

/**
 * Of the answers in a link those that have the form of an answer to their question: whoever made the link does not speak to the reader.
 * @param {Description} description
 * @param {Answers} answers
 * @returns {{ answers: Answers, unread: string[] }} with the labels of the questions whose answers were left out
 */
export function readable(description, answers) {
  const { inputs, rowKeys } = toInputs(description, answers);
  /** @type {Answers} */
  const read = {};
  /** @type {string[]} */
  const unread = [];
  for (const input of description.inputs) {
    const text = textOf(answers, input.id);
    if (text === "") continue;
    if (hasForm(input, inputs[input.id])) read[input.id] = text;
    else unread.push(input.label);
  }
  for (const { id, label, columns } of description.tables) {
    const rows = rowsOf(answers, id);
    if (!rows) continue;
    const sent = /** @type {Record<string, unknown>[]} */ (inputs[id] ?? []);
    const valuesByKey = new Map(sent.map((row, index) => [rowKeys[id]?.[index], row]));
    const readRows = rows.map((row) => readableRow(columns, row, valuesByKey.get(row.key) ?? {}));
    read[id] = readRows.map(({ row }) => row);
    if (readRows.some(({ whole }) => !whole)) unread.push(label);
  }
  return { answers: read, unread };
}

/**
 * @param {InputDescription[]} columns
 * @param {Row} row
 * @param {Record<string, unknown>} values
 */
function readableRow(columns, { key, cells }, values) {
  const given = columns.filter(({ id }) => (cells[id] ?? "").trim() !== "");
  const read = given.filter((column) => hasForm(column, values[column.id]));
  return {
    row: { key, cells: Object.fromEntries(read.map(({ id }) => [id, cells[id] ?? ""])) },
    whole: read.length === given.length,
  };
}

/**
 * Whether the engine is given what it takes for such a question, be it within bounds or not.
 * @param {InputDescription} input
 * @param {unknown} value
 */
function hasForm({ type, choices = [] }, value) {
  switch (type) {
    case "text":
      return true;
    case "boolean":
      return typeof value === "boolean";
    case "choice":
      return choices.some(({ id }) => id === value);
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value));
    default:
      return /^[+-]?\d*\.?\d+$/.test(String(value));
  }
}

/**
 * The labels of the questions and columns that are answered by free text, such as names.
 * @param {Description} description
 * @param {Answers} answers
 */
export function textsIn({ inputs, tables }, answers) {
  const labels = inputs.filter(({ id, type }) => type === "text" && textOf(answers, id).trim() !== "");
  const columns = tables.flatMap((table) => {
    const rows = rowsOf(answers, table.id) ?? [];
    return table.columns.filter(({ id, type }) => type === "text" && rows.some(({ cells }) => cells[id]?.trim()));
  });
  return [...labels, ...columns].map(({ label }) => label);
}

/**
 * A function that puts numbers in the place of free text, the same for the same text: "职工 1". So rows that belong together still do,
 * and the result stays as it is.
 * @param {Description} description
 */
export function standIns({ inputs, tables }) {
  /** @type {Map<string, Map<string, string>>} */
  const known = new Map();
  const standIn = (/** @type {InputDescription} */ { type, label }, /** @type {string} */ text) => {
    const plain = text.trim();
    if (type !== "text" || plain === "") return text;
    const others = known.get(label) ?? new Map();
    known.set(label, others);
    if (!others.has(plain)) others.set(plain, `${label} ${others.size + 1}`);
    return others.get(plain) ?? "";
  };
  return (/** @type {Answers} */ answers) => {
    const changed = { ...answers };
    for (const input of inputs)
      if (textOf(answers, input.id)) changed[input.id] = standIn(input, textOf(answers, input.id));
    for (const { id, columns } of tables) {
      const rows = rowsOf(answers, id);
      if (!rows) continue;
      changed[id] = rows.map(({ key, cells }) => ({
        key,
        cells: Object.fromEntries(columns.map((column) => [column.id, standIn(column, cells[column.id] ?? "")])),
      }));
    }
    return changed;
  };
}
