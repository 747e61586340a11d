import Big from "big.js";
import { isBlank, rowsOf, textOf } from "../answers/answers.js";
import { groupThousands } from "../answers/number-text.js";

/** @import { Description } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Evaluation } from "../answers/evaluation.js" */

/**
 * The fields and tables that are asked in either of two scenarios, in the policy's order.
 * @param {Description} description
 * @param {Evaluation[]} evaluations
 */
export function askedInAny({ order }, evaluations) {
  return order.filter((field) => evaluations.some(({ asked }) => asked.includes(field)));
}

/**
 * A scenario: what was typed, and what follows from it.
 * @typedef {{ answers: Answers, evaluation: Evaluation }} Scenario
 *
 * Whether two scenarios answer a field or a table alike, however the answer was typed.
 * @param {string} field
 * @param {Scenario} one
 * @param {Scenario} other
 */
export function sameAnswer(field, one, other) {
  return JSON.stringify(meant(field, one)) === JSON.stringify(meant(field, other));
}

/**
 * An answer as it was read or, where it could not be, as it was typed.
 * @param {string} field
 * @param {Scenario} scenario
 */
function meant(field, { answers, evaluation: { inputs, cells } }) {
  const rows = rowsOf(answers, field);
  if (!rows) return plain(inputs[field] ?? textOf(answers, field).trim());
  const filled = rows.filter((row) => !isBlank(row));
  return filled.map((row) => {
    const read = cells.get(row) ?? {};
    const columns = Object.keys(row.cells).sort();
    return columns.map((column) => plain(read[column] ?? row.cells[column]?.trim()));
  });
}

/** @param {unknown} answer */
function plain(answer) {
  return typeof answer === "string" && /^-?\d+\.\d+$/.test(answer) ? new Big(answer).toFixed() : answer;
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
