import { readCells } from "../table/table-text.js";

/**
 * Figures by the number of their month, as they were written; or why nothing is taken from the text.
 * @typedef {{ figures: Map<number, string> } | { count: number, places: number } | "unclear"} PastedMonths
 *
 * @typedef {(text: string) => string | undefined} ReadNumber
 */

const MONTHS = 12;

/** What stands beside the sum or the mean of the figures above. */
const TOTAL = /^(合计|总计|小计|累计|平均|月均|年平均|total|sum|average|mean)/i;

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
const ENGLISH = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Names that can be nothing but a month: 1月, 2023年1月, 2023-01, 2023/1/31. */
const NAMED = [
  /^(?:\d{2,4}年)?(\d{1,2})月(?:份|\d{1,2}日)?$/,
  /^\d{4}[-/](\d{1,2})(?:[-/]\d{1,2})?$/,
  /^\d{4}\.(\d{1,2})\.\d{1,2}$/,
];

/** A month and its figure on one line. */
const LABELLED = [/^(.*?月份?)[:：,，\s]*(\S.*)$/, /^([a-z]+\.?|\d{4}[-/]?\d{2})[:：,，\s]+(\S.*)$/i];

/**
 * What a month is called: its number, and whether that may be a figure as well.
 * @param {string} text
 * @returns {{ month: number, certain: boolean } | undefined}
 */
function monthOf(text) {
  const plain = text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  const number = NUMERALS.indexOf(plain.replace(/月份?$/, "")) + 1;
  if (number > 0 && plain.includes("月")) return { month: number, certain: true };
  const english = /^([a-z]{3})[a-z]*\.?-?(?:\d{2}|\d{4})?$/.exec(plain)?.[1] ?? "";
  if (ENGLISH.includes(english)) return { month: ENGLISH.indexOf(english) + 1, certain: true };
  const named = NAMED.map((form) => form.exec(plain)?.[1]).find(Boolean);
  const bare = /^(?:(?:19|20)\d{2}\.?)?(\d{1,2})$/.exec(plain)?.[1];
  const month = Number(named ?? bare);
  return month >= 1 && month <= MONTHS ? { month, certain: named !== undefined } : undefined;
}

/**
 * The months that a column names, one a row; undefined where it may be anything else.
 * @param {string[]} column
 */
function monthsOf(column) {
  const found = column.map(monthOf);
  const months = found.flatMap((one) => one?.month ?? []);
  if (months.length < column.length || new Set(months).size < months.length) return undefined;
  if (found.every((one) => one?.certain)) return months;
  // Bare numbers name months only as the beginning of a year, or in the long form 202301, one after another.
  const follows = months.every((month, index) => index === 0 || month === ((months[index - 1] ?? 0) % MONTHS) + 1);
  const begins = months[0] === 1 || column.every((text) => text.trim().length >= 5);
  return follows && begins && months.length > 1 ? months : undefined;
}

/**
 * Whether a column has the numbers of all months, in whatever order.
 * @param {string[]} column
 */
function isEveryMonth(column) {
  return new Set(column.map((text) => monthOf(text)?.month ?? 0)).size === MONTHS && column.every(monthOf);
}

/** @param {string} text */
const isBlank = (text) => text.trim() === "";

/**
 * @param {string[][]} rows
 * @returns {string[][]}
 */
function transposed(rows) {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, index) => rows.map((row) => row[index] ?? ""));
}

/**
 * Rows of cells, however their columns are set apart: by tabs or, after the name of a month, by a space, a comma or a colon.
 * @param {string} text
 * @param {ReadNumber} read
 */
function cellsOf(text, read) {
  const cells = readCells(text);
  if (cells.some((row) => row.length > 1)) return cells;
  const lines = cells.map(([line = ""]) => line.trim());
  const [line = ""] = lines;
  // One line of twelve figures; those that may be parts of one figure, as in 12 300, are not taken apart.
  const words = line.split(/[\s,，、;；]+/).filter(Boolean);
  const certain = !words.some(
    (word, index) => index > 0 && /^\d{3}\D*$/.test(word) && /^\d{1,2}$/.test(words[index - 1] ?? ""),
  );
  if (lines.length === 1) return words.length === MONTHS && certain && words.every(read) ? [words] : cells;
  const pairs = lines.map((one) => {
    const [, name = "", figure = ""] = LABELLED.map((form) => form.exec(one)).find(Boolean) ?? [];
    return monthOf(name) && read(figure) !== undefined ? [name, figure] : undefined;
  });
  const named = pairs.filter(Boolean).length;
  const labelled = lines.every((one, index) => pairs[index] || isBlank(one) || !/\d/.test(one) || TOTAL.test(one));
  return named > 0 && labelled ? lines.map((one, index) => pairs[index] ?? [one]) : cells;
}

/**
 * The figures of months, where the rows leave no doubt which column has them.
 * @param {string[][]} given
 * @param {number} first the month of the field that they are pasted into
 * @param {ReadNumber} read
 * @returns {PastedMonths}
 */
function taken(given, first, read) {
  const [head = []] = given;
  const headed =
    given.length > 1 &&
    head.some((cell) => !isBlank(cell)) &&
    head.every((cell) => isBlank(cell) || (read(cell) === undefined && !monthOf(cell)));
  const below = headed ? given.slice(1) : given;
  const rows = below.filter((row) => !TOTAL.test(row.find((cell) => !isBlank(cell))?.trim() ?? ""));
  const single = transposed(rows).filter((column) => !column.every(isBlank)).length <= 1;
  // In a table, what has no month has no figure; in a column, a month without a figure keeps its place.
  const columns = transposed(single ? rows : rows.filter((row) => !row.every(isBlank))).filter(
    (column) => !column.every(isBlank),
  );
  const named = columns.filter((column) => monthsOf(column));
  const certain = named.filter((column) => column.every((cell) => monthOf(cell)?.certain));
  const [names] = certain.length > 0 ? certain : named;
  const others = columns.filter((column) => column !== names && !(certain.length > 0 && monthsOf(column)));
  // A heading over a column of fewer could as well be a month's figure that cannot be read.
  if (single) return headed && rows.length !== MONTHS ? "unclear" : inTurn(columns[0] ?? [], first, read);
  const [figures = []] = others;
  const months = names && monthsOf(names);
  if (!months || others.length !== 1 || (certain.length === 0 && named.length > 1)) return "unclear";
  // Bare numbers beside bare numbers, each a month: either could be the months.
  if (certain.length === 0 && isEveryMonth(figures)) return "unclear";
  if (!figures.every((cell) => isBlank(cell) || read(cell) !== undefined)) return "unclear";
  return { figures: new Map(months.map((month, index) => [month, (figures[index] ?? "").trim()])) };
}

/**
 * Figures of one month after another.
 * @param {string[]} column
 * @param {number} first
 * @param {ReadNumber} read
 * @returns {PastedMonths}
 */
function inTurn(column, first, read) {
  const figures = column.map((cell) => cell.trim());
  const places = MONTHS + 1 - first;
  if (!figures.every((cell) => isBlank(cell) || read(cell) !== undefined)) return "unclear";
  // 1,100 below 2,101 and so on are months and figures as well.
  const parts = figures.map((cell) => Number(/^(\d{1,2})[,，\s]\s*\d{3}$/.exec(cell)?.[1]));
  const follow = parts.every((part, index) => part === (parts[0] ?? 0) + index);
  if ((figures.length > 2 && follow) || monthsOf(figures)) return "unclear";
  if (figures.length > places) return { count: figures.filter((cell) => !isBlank(cell)).length, places };
  return { figures: new Map(figures.map((figure, index) => [first + index, figure])) };
}

/**
 * The figures of months in pasted text: a column or a row of them, perhaps beside or below their months. Each keeps its month;
 * what is not certain is not taken. undefined for a single figure.
 * @param {string} text
 * @param {number} first the month of the field that it is pasted into
 * @param {ReadNumber} read reads a figure
 * @returns {PastedMonths | undefined}
 */
export function pastedMonths(text, first, read) {
  const cells = cellsOf(text, read);
  if (cells.length <= 1 && (cells[0]?.length ?? 0) <= 1) {
    // Several figures on a line may be read as one: 100 101 102.
    const words = text.trim().split(/\s+/);
    return words.length > 2 && words.every(read) ? "unclear" : undefined;
  }
  const upright = taken(cells, first, read);
  if (upright !== "unclear") return upright;
  // A row of two may be a month with its figure.
  const [row = []] = cells;
  if (cells.length === 1 && row.length === 2 && monthOf(row[0] ?? "")) return "unclear";
  return taken(transposed(cells), first, read);
}
