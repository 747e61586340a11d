import { readDate } from "wengang";
import { choicesOf } from "../answers/choices.js";
import { unitBeside } from "../answers/row-text.js";
import { writeCells } from "./table-text.js";

/** @import { InputDescription, RowResult, TableDescription, ValueDescription } from "wengang" */
/** @import { Row } from "../answers/answers.js" */
/** @import { PlacedProblem } from "../answers/evaluation.js" */
/** @import { Messages } from "../messages/zh-cn.js" */

/** Without it, Excel takes a file in UTF-8 for one in the language of the system. */
const BYTE_ORDER_MARK = "\ufeff";

/**
 * Cells as a file that spreadsheets open.
 * @param {string[][]} cells
 */
export function toFile(cells) {
  return `${BYTE_ORDER_MARK}${writeCells(cells, ",")}`;
}

/**
 * The names of the columns, with units, as they are also read.
 * @param {TableDescription} table
 */
export function headings({ columns }) {
  return columns.map((column) => {
    const unit = unitBeside(column);
    return unit ? `${column.label} (${unit})` : column.label;
  });
}

/**
 * A cell as its reader sees it: what was typed, or the name of what was chosen.
 * @param {InputDescription} column
 * @param {Row} row
 * @param {Messages} messages
 */
export function cellText(column, { cells }, messages) {
  const text = cells[column.id] ?? "";
  if (column.type === "date") return readDate(text) ?? text;
  return choicesOf(column, messages).find(({ id }) => id === text)?.label ?? text;
}

/**
 * All rows with what became of each: whether it counts, why not or what is wrong with it, what it is worth.
 * @param {TableDescription} table
 * @param {Row[]} rows
 * @param {Map<number | undefined, PlacedProblem[]>} problems
 * @param {Map<number, RowResult>} results
 * @param {Messages} messages
 */
export function withResults(table, rows, problems, results, messages) {
  const { verdict, reasons, amount } = messages.table;
  const judged = results.size > 0 || problems.size > 0;
  const hasAmounts = [...results.values()].some((result) => result.amount);
  const names = judged
    ? [verdict, reasons, ...(hasAmounts ? [amount] : []), ...table.values.map(({ label }) => label)]
    : [];
  const lines = rows.map((row) => {
    const cells = table.columns.map((column) => cellText(column, row, messages));
    if (!judged) return cells;
    const result = results.get(row.key);
    const wrong = problems.get(row.key) ?? [];
    return [
      ...cells,
      stateOf(result, wrong, messages),
      [...wrong.map(({ message }) => message), ...(result?.reasons ?? []).map(({ message }) => message)].join(
        messages.separator,
      ),
      ...(hasAmounts ? [result?.amount ?? ""] : []),
      ...table.values.map((value) => valueText(value, result?.[value.id], messages)),
    ];
  });
  return [[...headings(table), ...names], ...lines];
}

/**
 * @param {RowResult | undefined} result
 * @param {PlacedProblem[]} wrong
 * @param {Messages} messages
 */
function stateOf(result, wrong, { table }) {
  if (wrong.length > 0) return table.invalid;
  if (!result) return "";
  return result.accepted ? table.accepted : table.rejected;
}

/**
 * @param {ValueDescription} description
 * @param {RowResult[string] | undefined} value
 * @param {Messages} messages
 */
function valueText({ choices }, value, { form }) {
  if (typeof value === "boolean") return value ? form.yes : form.no;
  if (typeof value !== "string") return "";
  return choices?.find(({ id }) => id === value)?.label ?? value;
}
