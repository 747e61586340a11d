import { readDate } from "wengang";

/** @import { InputDescription } from "wengang" */

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

/**
 * What stands between the cells of a text: said by its first line that has several, for a title may stand above.
 * @param {string} text
 */
export function separatorOf(text) {
  const [first = ""] = /^.*[\t,;].*$/m.exec(text) ?? [];
  if (first.includes("\t")) return "\t";
  return first.split(";").length > first.split(",").length ? ";" : ",";
}

/**
 * The same of pasted text, which has tabs unless it comes from a text file; a comma may also stand in a figure.
 * @param {string} text
 */
export function pastedSeparator(text) {
  const isFile = !text.includes("\t") && /[,;]/.test(text.replace(/\d,(?=\d{3}(\D|$))/g, ""));
  return isFile ? separatorOf(text) : "\t";
}

/**
 * Whether a file is a workbook and no text: those are ZIP archives or, in their old form, OLE files; both say so at the start.
 * @param {ArrayBuffer} bytes
 */
export function isWorkbook(bytes) {
  const [first, second] = new Uint8Array(bytes);
  return (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
}

/**
 * A name without what people add to it: brackets with a unit, asterisks, spaces.
 * @param {string} name
 */
export function bareName(name) {
  return name
    .normalize("NFKC")
    .replace(/[([【〔][^)\]】〕]*[)\]】〕]|[\s*:;,.、。·_"'“”?#-]/g, "")
    .replace(/\/.{1,3}$/, "")
    .toLowerCase();
}

/** A text that a spreadsheet would take for a formula, and behind an apostrophe does not. */
const FORMULA = /^[=+\-@＝＋－＠\t\r]/;

/**
 * A cell for a spreadsheet, which must never run as a formula what somebody typed. Negative figures are none.
 * @param {string} text
 */
export function guarded(text) {
  return FORMULA.test(text) && !/^-[\d.,]*$/.test(text) ? `'${text}` : text;
}

/** @param {string} text */
function unguarded(text) {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

/**
 * Cells as text, as spreadsheets copy and save them.
 * @param {string[][]} cells
 * @param {string} separator
 */
export function writeCells(cells, separator) {
  const special = new RegExp(`["\r\n${separator}]`);
  const written = (/** @type {string} */ text) => {
    const safe = guarded(text);
    return special.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  };
  return cells.map((row) => `${row.map(written).join(separator)}\r\n`).join("");
}

const WITHOUT_YEAR = /^(?:(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{2})(\d{2}))$/;

/**
 * A day without its year as the day that it must be, where all days that a column takes lie in one year.
 * @param {InputDescription} column
 * @param {string} text
 */
export function withYear({ min = "", max = "" }, text) {
  const [, month = "", day = "", mm = month, dd = day] = WITHOUT_YEAR.exec(text.normalize("NFKC").trim()) ?? [];
  const year = min.slice(0, 4);
  if (!mm || !year || year !== max.slice(0, 4)) return text;
  return readDate(`${year}-${mm}-${dd}`) ?? text;
}

/**
 * A cell's text as the engine is to read it: without the apostrophe that guards it, and a day with its year.
 * @param {InputDescription} column
 * @param {string} text
 */
export function cellAnswer(column, text) {
  const own = unguarded(text.trim());
  return column.type === "date" ? withYear(column, own) : own;
}
