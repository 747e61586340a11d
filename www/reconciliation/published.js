import { bareName } from "../table/table-text.js";

/** @import { Showable } from "./showable.js" */

/**
 * A list that an authority has published: the names of its columns, and a row for each firm.
 * @typedef {{ headings: string[], rows: string[][] }} Published
 */

/** The names of columns stand in one of so many rows, below titles. */
const FIRST_ROWS = 15;
const NAMES_FIRM = /单位|企业|公司|名称|name|company/i;
const NAMES_AMOUNT = /金额|amount/i;

/**
 * @param {string[][]} cells
 * @returns {Published | undefined} undefined where no row names the columns
 */
export function publishedList(cells) {
  const heading = cells
    .slice(0, FIRST_ROWS)
    .findIndex((row) => row.filter((cell) => cell.trim()).length > 1 && row.some((cell) => NAMES_FIRM.test(cell)));
  if (heading < 0) return undefined;
  const headings = (cells[heading] ?? []).map((cell) => cell.trim());
  return { headings, rows: cells.slice(heading + 1).filter((row) => row.some((cell) => cell.trim())) };
}

/** The rows of a firm, by any part of its name. @param {Published} list @param {string} name */
export function rowsOfFirm({ rows }, name) {
  const wanted = folded(name);
  return wanted === "" ? [] : rows.filter((row) => row.some((cell) => folded(cell).includes(wanted)));
}

/**
 * What a row shows of a policy, as it would be typed.
 * @param {Showable[]} fields
 * @param {string[]} headings
 * @param {string[]} row
 * @returns {Record<string, string>}
 */
export function shownInRow(fields, headings, row) {
  /** @type {Record<string, string>} */
  const shown = {};
  for (const field of fields) {
    const columns = headings.flatMap((heading, index) => (isAbout(field, heading) ? [index] : []));
    const [column, ...others] = columns;
    // Two columns that might both be meant: neither is taken.
    if (column === undefined || others.length > 0) continue;
    const text = typed(field, headings[column] ?? "", (row[column] ?? "").trim());
    if (text !== "") shown[field.id] = text;
  }
  return shown;
}

/** @param {Showable} field @param {string} heading */
function isAbout({ id, label }, heading) {
  const name = folded(bareName(heading));
  if (name === "") return false;
  if (id === "amount" && NAMES_AMOUNT.test(name)) return true;
  // What stands in brackets is the other name of the same.
  return label.split(/[（）()]/).some((part) => part !== "" && folded(part) === name);
}

/** With the unit that stands in the heading; a choice by its id. @param {Showable} field @param {string} heading @param {string} text */
function typed({ choices }, heading, text) {
  if (choices.length > 0) return choices.find(({ label }) => folded(text).includes(folded(label)))?.id ?? "";
  const [, unit = ""] = /[（(]\s*(万元|%|％)\s*[）)]/.exec(heading) ?? [];
  return /\d$/.test(text) ? `${text}${unit}` : text;
}

/** @param {string} text */
function folded(text) {
  return text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
}
