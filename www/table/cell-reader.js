import { situation } from "wengang";
import { rowsRead } from "../answers/evaluation.js";
import { cellAnswer } from "./table-text.js";

/** @import { TableDescription } from "wengang" */

/**
 * What a text says in a column, as programs send it; undefined where it is no answer to it.
 * @callback CellReader
 * @param {string} column
 * @param {string} text
 * @returns {unknown}
 */

/** What a table is like, is seen in its first rows. */
const LIKELY_ROWS = 100;

/**
 * Reads texts as the cells of a table's columns.
 * @param {string} policy
 * @param {TableDescription} table
 * @param {string[][]} cells those that are likely to be asked about are read together
 * @returns {CellReader}
 */
export function cellReader(policy, { id, columns, maxRows }, cells) {
  /** @type {Map<string, Record<string, unknown>>} */
  const known = new Map();
  const learn = (/** @type {string[]} */ texts) => {
    const rows = texts.map((text) =>
      Object.fromEntries(columns.map((column) => [column.id, cellAnswer(column, text)])),
    );
    const read = rowsRead(situation(policy, { [id]: rows }).inputs[id]);
    texts.forEach((text, index) => {
      known.set(text, read?.[index] ?? {});
    });
  };
  const texts = [...new Set(cells.slice(0, LIKELY_ROWS).flat())];
  for (let from = 0; from < texts.length; from += maxRows) learn(texts.slice(from, from + maxRows));
  return (column, text) => {
    if (!known.has(text)) learn([text]);
    return known.get(text)?.[column];
  };
}
