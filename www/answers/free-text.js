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

/** The signs of a credit code, each with its place as its worth. */
const SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** @param {string} body */
function withCheckOfCitizen(body) {
  const sum = [...body].reduce((known, digit, place) => known + Number(digit) * (2 ** (17 - place) % 11), 0);
  return `${body}${"10X98765432"[sum % 11]}`;
}

/** @param {string} body */
function withCheckOfOrganisation(body) {
  const sum = [...body].reduce((known, sign, place) => known + SIGNS.indexOf(sign) * (3 ** place % 31), 0);
  return `${body}${SIGNS[(31 - (sum % 31)) % 31]}`;
}

/**
 * What stands in for the text that came as the `count`th of a question: of the form that the question wants, and nobody's. Of a
 * citizen it keeps the day of birth, on which a result may hang.
 * @param {InputDescription} input
 * @param {string} text
 * @param {number} count
 */
function standInOf({ format, pattern, label }, text, count) {
  const digits = (/** @type {number} */ length) => String(count).padStart(length, "0");
  const [, born] = /^\d{6}(\d{8})\d{3}[\dX]$/.exec(text) ?? [];
  if (format === "identity-number" && born !== undefined)
    return withCheckOfCitizen(`${digits(9).slice(0, 6)}${born}${digits(9).slice(6)}`);
  if (format === "credit-code") return withCheckOfOrganisation(digits(17));
  if (pattern === undefined) return `${label} ${count}`;
  let rest = count;
  const filled = [...pattern].reverse().map((sign) => {
    const signs = { "#": "0123456789", "@": "ABCDEFGHIJKLMNOPQRSTUVWXYZ" }[sign];
    if (signs === undefined) return sign;
    const own = signs[rest % signs.length];
    rest = Math.floor(rest / signs.length);
    return own;
  });
  return filled.reverse().join("");
}

/**
 * A function that puts numbers in the place of free text, the same for the same text: "职工 1". So rows that belong together still do,
 * and the result stays as it is.
 * @param {Description} description
 */
export function standIns({ inputs, tables }) {
  /** @type {Map<string, Map<string, string>>} */
  const known = new Map();
  const standIn = (/** @type {InputDescription} */ input, /** @type {string} */ text) => {
    const { type, format, label } = input;
    const plain = format ? text.normalize("NFKC").replace(/\s/g, "").toUpperCase() : text.trim();
    if (type !== "text" || plain === "") return text;
    const others = known.get(label) ?? new Map();
    known.set(label, others);
    if (!others.has(plain)) others.set(plain, standInOf(input, plain, others.size + 1));
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
