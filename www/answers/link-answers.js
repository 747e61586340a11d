import { situation } from "wengang";
import { rowsOf, sentOf, textOf } from "./answers.js";

/** @import { Description, InputDescription, InputProblem } from "wengang" */
/** @import { Answers, Row } from "./answers.js" */

/** What is wrong with answers that have the form of one. */
const OF_GOOD_FORM = ["out-of-range", "too-many-decimals", "not-an-integer"];

/**
 * Of the answers in a link those that have the form of an answer to their question, be they within bounds or not: whoever
 * made the link does not speak to the reader.
 * @param {Description} description
 * @param {Answers} answers
 * @returns {{ answers: Answers, unread: string[] }} with the labels of the questions whose answers were left out
 */
export function readable(description, answers) {
  const sent = sentOf(description, answers);
  const { inputs, problems } = situation(description.id, sent.form);
  const hasForm = (/** @type {unknown} */ value, /** @type {(problem: InputProblem) => boolean} */ isAbout) =>
    value !== undefined || problems.some((problem) => isAbout(problem) && OF_GOOD_FORM.includes(problem.code));
  /** @type {Answers} */
  const read = {};
  /** @type {string[]} */
  const unread = [];
  for (const { id, label } of description.inputs) {
    const text = textOf(answers, id);
    if (text === "") continue;
    if (hasForm(inputs[id], ({ field }) => field === id)) read[id] = text;
    else unread.push(label);
  }
  for (const { id, label } of description.tables) {
    const rows = rowsOf(answers, id);
    if (!rows) continue;
    const readRows = /** @type {Record<string, unknown>[]} */ (inputs[id] ?? []);
    let whole = true;
    read[id] = rows.map((row) => {
      const place = sent.rows[id]?.indexOf(row) ?? -1;
      const values = readRows[place] ?? {};
      const given = Object.entries(row.cells).filter(([, text]) => text.trim() !== "");
      const kept = given.filter(([cell]) =>
        hasForm(values[cell], (problem) => problem.field === id && problem.row === place && problem.column === cell),
      );
      whole &&= kept.length === given.length;
      return { key: row.key, cells: Object.fromEntries(kept) };
    });
    if (!whole) unread.push(label);
  }
  return { answers: read, unread };
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
