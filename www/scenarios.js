import Big from "big.js";
import { rowsOf, textOf } from "./answers.js";
import { groupThousands } from "./number-text.js";

/** @import { Description, InputDescription } from "wengang" */
/** @import { Answers, Cells } from "./answers.js" */
/** @import { Evaluation } from "./evaluation.js" */

/**
 * The fields and tables that are asked in either of two scenarios, in the policy's order.
 * @param {Description} description
 * @param {Evaluation[]} evaluations
 */
export function askedInAny({ order }, evaluations) {
  return order.filter((field) => evaluations.some(({ asked }) => asked.includes(field)));
}

/**
 * Whether two scenarios answer a field or a table alike, however the answer was typed.
 * @param {Description} description
 * @param {string} field
 * @param {Answers} one
 * @param {Answers} other
 */
export function sameAnswer({ inputs, tables }, field, one, other) {
  const input = inputs.find(({ id }) => id === field);
  if (input) return plain(input, textOf(one, field)) === plain(input, textOf(other, field));
  const columns = tables.find(({ id }) => id === field)?.columns ?? [];
  return rowsText(columns, one, field) === rowsText(columns, other, field);
}

/**
 * @param {InputDescription[]} columns
 * @param {Answers} answers
 * @param {string} table
 */
function rowsText(columns, answers, table) {
  const written = (/** @type {Cells} */ cells) => columns.map((column) => plain(column, cells[column.id] ?? ""));
  const rows = rowsOf(answers, table)?.map(({ cells }) => written(cells));
  return JSON.stringify(rows?.filter((cells) => cells.some(Boolean)));
}

/**
 * @param {InputDescription} input
 * @param {string} answer
 */
function plain({ type }, answer) {
  const text = answer.normalize("NFKC").trim();
  if (type === "text") return text;
  const figure = text.replace(/[\s,%]/g, "");
  return /^\d+\.\d*$/.test(figure) ? figure.replace(/\.?0*$/, "") : figure;
}

/**
 * Answers with one of them taken from other answers.
 * @param {Answers} answers
 * @param {string} field
 * @param {Answers} source
 * @returns {Answers}
 */
export function withAnswerOf(answers, field, source) {
  const { [field]: _, ...others } = answers;
  const taken = source[field];
  return taken === undefined ? others : { ...others, [field]: taken };
}

/**
 * By how much the second amount exceeds the first, in yuan; undefined while one of them is open.
 * @param {string | null} one
 * @param {string | null} other
 */
export function excess(one, other) {
  return one === null || other === null ? undefined : new Big(other).minus(one);
}

/**
 * Yuan without a sign: "1,234.56".
 * @param {Big} yuan
 */
export function yuanOf(yuan) {
  return groupThousands(yuan.abs().toFixed(2));
}

/**
 * Yuan with their sign, with a real minus.
 * @param {Big} yuan
 */
export function signedYuan(yuan) {
  const sign = yuan.gt(0) ? "+" : yuan.lt(0) ? "−" : "";
  return `${sign}${yuanOf(yuan)}`;
}
