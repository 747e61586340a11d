import { situation } from "wengang";
import { rowsOf, sentOf, textOf } from "./answers.js";

/** @import { Description, InputProblem } from "wengang" */
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

/** Figures and dates as they are typed. */
const FIGURE = /^[\p{N}\s.,，．/／￥¥元人万亿个年月日号天%％+-]{1,40}$/u;

/** The id of a choice. */
const CHOICE = /^[\w-]{1,60}$/;

/**
 * The same of what is filled in besides answers: figures, and choices.
 * @param {Record<string, string>} texts
 */
export function readableFigures(texts) {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => FIGURE.test(text) || CHOICE.test(text)));
}

/**
 * The same of answers to the profile, of which the keys tell what each question takes. An answer in words fills in nothing but a question
 * that takes words.
 * @param {Answers} answers
 * @returns {Record<string, string>}
 */
export function readableByKeys(answers) {
  const texts = Object.entries(answers).flatMap(([key, text]) => (typeof text === "string" ? [[key, text]] : []));
  return Object.fromEntries(texts.filter(([key = "", text = ""]) => fits(key, text)));
}

/**
 * @param {string} key of a question: how it reads, then its type, its unit, and its choices
 * @param {string} text
 */
function fits(key, text) {
  const [, type, , ...choices] = key.split("|");
  switch (type) {
    case "boolean":
      return text === "true" || text === "false";
    case "choice":
      return choices.includes(text);
    case "text":
      return true;
    default:
      return FIGURE.test(text);
  }
}
