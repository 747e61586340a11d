import { rowsOf, textOf } from "./answers.js";

/** @import { Description, InputDescription } from "wengang" */
/** @import { Answers } from "./answers.js" */

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
