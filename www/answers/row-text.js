import { readDate, readNumber } from "wengang";
import { choicesOf } from "./choices.js";
import { fractionToPercent, groupThousands, unitOf } from "./number-text.js";

/** @import { InputDescription, RowResult, TableDescription, ValueDescription } from "wengang" */
/** @import { Cells } from "./answers.js" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * What an accepted row comes to, in a few words: what it is worth, and its values.
 * @param {TableDescription} table
 * @param {RowResult} result
 * @param {Messages} messages
 */
export function rowFigures(table, result, messages) {
  if (!result.accepted) return [];
  const amount = result.amount ? messages.result.yuan(groupThousands(result.amount)) : "";
  const values = table.values.map((value) => valueText(value, result[value.id], messages));
  return [amount, ...values].filter(Boolean);
}

/**
 * What becomes of a row, in one line: that it counts and what it comes to, or all reasons why not.
 * @param {TableDescription} table
 * @param {RowResult} result
 * @param {Messages} messages
 */
export function rowOutcome(table, result, messages) {
  const { accepted, rejected } = messages.table;
  const reasons = result.reasons.map(({ message }) => message);
  return [result.accepted ? accepted : rejected, ...rowFigures(table, result, messages), ...reasons].join(
    messages.separator,
  );
}

/**
 * @param {ValueDescription} description
 * @param {RowResult[string]} value
 * @param {Messages} messages
 */
export function valueText({ label, type, unit, choices }, value, { form, result, table }) {
  if (typeof value === "boolean") return table.value(label, value ? form.yes : form.no);
  if (typeof value !== "string") return "";
  if (type === "choice") return choices?.find(({ id }) => id === value)?.label ?? value;
  if (type === "date" || type === "text") return table.value(label, value);
  if (type === "percentage") return table.value(label, `${fractionToPercent(value)}%`);
  return table.value(label, result.measure(groupThousands(value), unit));
}

/**
 * The unit of a column, to stand beside its label; nothing where the label says it.
 * @param {InputDescription} column
 */
export function unitBeside({ label, type, unit = "" }) {
  const measure = type === "percentage" ? "%" : unit;
  return label.toLowerCase().includes(measure.toLowerCase()) ? "" : measure;
}

/**
 * What a row says, in a few words: who, what, how much, when. A yes or no says nothing without its question.
 * @param {TableDescription} table
 * @param {Cells} cells
 * @param {Messages} messages
 */
export function rowSummary({ columns }, cells, messages) {
  return columns.map((column) => cellSummary(column, (cells[column.id] ?? "").trim(), messages)).filter(Boolean);
}

/**
 * @param {InputDescription} column
 * @param {string} text
 * @param {Messages} messages
 */
function cellSummary(column, text, messages) {
  const { type, unit } = column;
  if (text === "" || type === "boolean") return "";
  if (type === "choice") return choicesOf(column, messages).find(({ id }) => id === text)?.label ?? text;
  if (type === "date") return readDate(text) ?? text;
  const number = type === "text" ? undefined : readNumber(text, unit);
  return number === undefined ? text : messages.result.measure(groupThousands(number), unitOf(column, messages));
}
