/** @import { InputDescription, TableDescription } from "wengang" */
/** @import { Cells } from "./answers.js" */

/**
 * Cells as they lie in a table.
 * @typedef {object} PlacedCells
 * @property {Cells[]} rows
 * @property {boolean} byName whether the first row named the columns
 * @property {string[]} left what found no column
 */

/**
 * Text as spreadsheets copy it, and as they save it with commas, in rows of cells. A cell in quotation marks may go over
 * several lines; a quotation mark that is never closed is part of the text.
 * @param {string} text
 * @param {string} [separator]
 */
export function readCells(text, separator = "\t") {
  const plain = `${text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/\n+$/, "")}\n`;
  const quoted = new RegExp(`"([^"]*(?:""[^"]*)*)"([${separator}\n])`, "y");
  const bare = new RegExp(`([^${separator}\n]*)([${separator}\n])`, "y");
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  let row = [];
  for (let at = 0; at < plain.length; ) {
    quoted.lastIndex = at;
    bare.lastIndex = at;
    const inQuotes = quoted.exec(plain);
    const cell = inQuotes ?? bare.exec(plain);
    if (!cell) break;
    const [all, content = "", end] = cell;
    row.push(inQuotes ? content.replace(/""/g, '"') : content);
    at += all.length;
    if (end === "\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

/** @param {string} text */
export function separatorOf(text) {
  return text.slice(0, text.search(/[\r\n]|$/)).includes("\t") ? "\t" : ",";
}

/**
 * The text of a file that a spreadsheet saved: UTF-8, UTF-16 or, as in China, GB 18030.
 * @param {ArrayBuffer} bytes
 */
export function decodeText(bytes) {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/**
 * Cells in the columns of a table: by the names in the first row, or else one after another from a column on.
 * @param {TableDescription} table
 * @param {string[][]} cells
 * @param {string} from id of a column
 * @returns {PlacedCells}
 */
export function placeCells(table, cells, from) {
  const [first = [], ...others] = cells;
  const named = namedColumns(table, first);
  const start = Math.max(0, columnIndex(table, from));
  const width = Math.max(0, ...cells.map((row) => row.length));
  const columns = named ?? Array.from({ length: width }, (_, index) => table.columns[start + index]);
  const rows = (named ? others : cells).map((row) => {
    /** @type {Cells} */
    const placed = {};
    row.forEach((text, index) => {
      const column = columns[index];
      if (column) placed[column.id] = text.trim();
    });
    return placed;
  });
  return { rows, byName: named !== undefined, left: left(columns, cells, named !== undefined) };
}

/**
 * @param {TableDescription} table
 * @param {string} id
 */
function columnIndex(table, id) {
  return table.columns.findIndex((column) => column.id === id);
}

/**
 * The columns that a row names; undefined where it is no row of names.
 * @param {TableDescription} table
 * @param {string[]} names
 */
function namedColumns(table, names) {
  const free = new Set(table.columns);
  const columns = names.map((name) => {
    const column = [...free].find(({ id, label }) => [id, label].some((known) => sameName(known, name)));
    if (column) free.delete(column);
    return column;
  });
  const found = columns.filter(Boolean).length;
  return found > 0 && found * 2 >= names.filter((name) => name.trim()).length ? columns : undefined;
}

/**
 * @param {string} known
 * @param {string} name
 */
function sameName(known, name) {
  return bareName(known) === bareName(name) && bareName(name) !== "";
}

/**
 * A name without what people add to it: brackets with a unit, asterisks, spaces.
 * @param {string} name
 */
function bareName(name) {
  return name
    .normalize("NFKC")
    .replace(/\([^)]*\)|[\s*:]/g, "")
    .toLowerCase();
}

/**
 * @param {(InputDescription | undefined)[]} columns
 * @param {string[][]} cells
 * @param {boolean} byName
 */
function left(columns, cells, byName) {
  return columns.flatMap((column, index) => {
    const filled = cells.map((row) => row[index]?.trim() ?? "").find(Boolean);
    return column || !filled ? [] : [byName ? (cells[0]?.[index]?.trim() ?? "") : filled];
  });
}
