import { readDate, readNumber } from "wengang";
import { choicesOf, chosenIn } from "./choices.js";
import { figureText } from "./figure-text.js";
import { unitOf } from "./number-text.js";

/** @import { InputDescription, TableDescription } from "wengang" */
/** @import { Row } from "./answers.js" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * An answer in the words of a reader, figures as they are read; empty for one that is not given.
 * @param {InputDescription} input
 * @param {string} answer
 * @param {Messages} messages
 */
export function answerText(input, answer, messages) {
  const text = answer.trim();
  const { type } = input;
  const choices = choicesOf(input, messages);
  const chosen = chosenIn(input, text).map((id) => choices.find((choice) => choice.id === id)?.label);
  if (chosen.every(Boolean)) return chosen.join(messages.listSeparator);
  if (text === "" || type === "text" || type === "choices") return text;
  if (type === "date") return readDate(text) ?? text;
  const figure = figureText(type, readNumber(text, input.unit) ?? text);
  if (type === "percentage") return `${figure}%`;
  return messages.result.measure(figure, unitOf(input, messages));
}

/**
 * An answer with its question in front; what asks, in so many words, needs no colon after it.
 * @param {InputDescription} input
 * @param {string} answer
 * @param {Messages} messages
 */
export function labelledAnswer(input, answer, messages) {
  const ending = input.label.endsWith("？") ? "" : input.label.endsWith("?") ? " " : messages.colon;
  return `${input.label}${ending}${answerText(input, answer, messages)}`;
}

/**
 * The rows of a table as typed, a line each.
 * @param {TableDescription} table
 * @param {Row[]} rows
 * @param {Messages} messages
 */
export function rowLines({ columns }, rows, messages) {
  return rows.map(({ cells }, index) => {
    // Each row is one line, whatever was typed: a line that somebody pastes into a spreadsheet must not begin as a formula.
    const texts = columns.map((column) => answerText(column, cells[column.id] ?? "", messages).replace(/\s+/g, " "));
    return `${messages.table.row(index + 1)}：${texts.join(" | ")}`;
  });
}
