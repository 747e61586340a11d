import { readDate, readNumber } from "wengang";
import { bareName, cellAnswer } from "./table-text.js";

/** @import { InputDescription, TableDescription } from "wengang" */
/** @import { Cells } from "../answers/answers.js" */
/** @import { CellReader } from "./cell-reader.js" */

/**
 * A table as somebody keeps it: the names of its columns, if it has any, and the rows that are data.
 * @typedef {object} OwnTable
 * @property {number} heading the row of cells with the names; -1 where there is none
 * @property {Heading[]} headings of each of its columns
 * @property {string[][]} rows
 * @property {number} leftOut how many rows are totals, notes or the names once more
 *
 * The name of a column; where it stands in two rows, the lower one is a name, too.
 * @typedef {{ name: string, lower?: string }} Heading
 *
 * To the ids of a policy's columns the columns of one's own; those that nothing is known of are absent.
 * @typedef {Record<string, number>} Columns
 *
 * @typedef {object} Match
 * @property {Columns} columns
 * @property {string[]} unclear ids of columns whose name several of one's own have
 * @property {boolean} certain whether nothing is left to ask
 */

/** The names of columns stand in one of so many rows, below titles. */
const FIRST_ROWS = 15;

/** What a column is by its contents, is seen in so many rows. */
const SAMPLE = 50;

const TOTAL = /^(.{0,4}(合计|小计|总计|共计)|(sub|grand)?total|sum)$/;
const NOTE = /^(制表|填表|填报|编制|审核|复核|经办|负责|单位|日期|备注|说明|注)[^:：]{0,6}[:：]/;

/**
 * Takes cells apart into names and data.
 * @param {TableDescription} table
 * @param {string[][]} cells
 * @param {CellReader} read
 * @param {number} [heading] where its reader has said which row has the names
 * @returns {OwnTable}
 */
export function ownTable(table, cells, read, heading = headingIn(table, cells, read)) {
  const names = (cells[heading] ?? []).map((name) => ({ name: name.trim() }));
  const lower = heading < 0 ? undefined : lowerNames(table, cells, heading, read);
  const below = cells.slice(heading + (lower ? 2 : 1));
  const rows = heading < 0 ? withoutEnd(below) : below.filter((row) => isFilled(row) && !isRemark(row, cells[heading]));
  const width = Math.max(0, ...rows.map(({ length }) => length), names.length);
  const headings = Array.from({ length: width }, (_, index) =>
    lower?.[index] ? { name: groupName(names, index, lower), lower: lower[index] } : (names[index] ?? { name: "" }),
  );
  return { heading, headings, rows, leftOut: below.filter(isFilled).length - rows.filter(isFilled).length };
}

/** @param {string[]} row */
function isFilled(row) {
  return row.some((text) => text.trim());
}

/**
 * Whether a row is no data: a total, who made the table, or its names once more.
 * @param {string[]} row
 * @param {string[] | undefined} names
 */
function isRemark(row, names) {
  const filled = row.map((text) => text.trim()).filter(Boolean);
  return (
    filled.some((text) => TOTAL.test(bareName(text))) ||
    NOTE.test(filled[0] ?? "") ||
    (names !== undefined && row.join("\t") === names.join("\t"))
  );
}

/**
 * Rows without the totals and notes at their end. Those between stay, blank ones too: what is pasted beside rows that are
 * there must not move up.
 * @param {string[][]} rows
 */
function withoutEnd(rows) {
  let end = rows.length;
  while (end > 0 && isRemark(rows[end - 1] ?? [], undefined)) end -= 1;
  return rows.slice(0, end);
}

/**
 * The row that names the columns, also below titles; -1 where none does.
 * @param {TableDescription} table
 * @param {string[][]} cells
 * @param {CellReader} read
 */
function headingIn(table, cells, read) {
  let best = { row: -1, score: 0 };
  cells.slice(0, FIRST_ROWS).forEach((row, index) => {
    const score = likeNames(table, row, cells.slice(index + 1).find(isFilled), read);
    if (score > best.score) best = { row: index, score };
  });
  return best.row - Number(standsUnder(table, cells[best.row - 1], cells[best.row] ?? []));
}

/**
 * Whether a row of names is the lower of two: the upper one names what it leaves open.
 * @param {TableDescription} table
 * @param {string[] | undefined} upper
 * @param {string[]} lower
 */
function standsUnder(table, upper = [], lower) {
  return upper.some(
    (name, index) => !lower[index]?.trim() && table.columns.some((column) => rank(column, { name }) >= LIKE),
  );
}

/**
 * How much a row looks like names of columns; 0 where it does not. A value, such as a date, is no name.
 * @param {TableDescription} table
 * @param {string[]} row
 * @param {string[] | undefined} next the row below
 * @param {CellReader} read
 */
function likeNames(table, row, next, read) {
  const names = row.filter((text) => text.trim());
  const found = new Set();
  let values = 0;
  for (const name of names) {
    const column = table.columns.find((column) => rank(column, { name }) >= SAME);
    if (column) found.add(column);
    else if (isValue(table, name, read)) values += 1;
  }
  if (values > 0) return 0;
  const all = table.columns.filter(isRequired).every((column) => found.has(column));
  if (found.size > 0 && (all || found.size * 2 >= names.length)) return 1 + found.size;
  // Words above figures and dates.
  const plainly = names.length > 1 && next?.some((text) => isValue(table, text, read));
  return plainly ? 0.5 + found.size : 0;
}

/**
 * Names in a second row, below those that stand over several columns.
 * @param {TableDescription} table
 * @param {string[][]} cells
 * @param {number} heading
 * @param {CellReader} read
 */
function lowerNames(table, cells, heading, read) {
  const names = cells[heading] ?? [];
  const lower = cells[heading + 1]?.map((text) => text.trim()) ?? [];
  const data = cells.slice(heading + 2).find(isFilled) ?? [];
  const fills = lower.some((text, index) => text && !names[index]?.trim());
  const worded = lower.every((text) => !text || !isValue(table, text, read));
  return fills && worded && data.some((text) => isValue(table, text, read)) ? lower : undefined;
}

/**
 * A lower name with the one that it stands under.
 * @param {Heading[]} names
 * @param {number} index
 * @param {string[]} lower
 */
function groupName(names, index, lower) {
  let above = index;
  while (above > 0 && !names[above]?.name) above -= 1;
  return `${names[above]?.name ?? ""} ${lower[index]}`.trim();
}

/**
 * Whether a text is no name but a figure, a day, a yes or no, or one of the table's choices.
 * @param {TableDescription} table
 * @param {string} text
 * @param {CellReader} read
 */
function isValue(table, text, read) {
  if (!text.trim()) return false;
  return (
    readNumber(text) !== undefined ||
    readDate(text) !== undefined ||
    table.columns.some(({ id, type }) => (type === "boolean" || type === "choice") && read(id, text) !== undefined)
  );
}

/** @param {InputDescription} column */
function isRequired({ optional, when }) {
  return !optional && !when;
}

/**
 * What a table of one's own has for each of the policy's columns. Where it names its columns, they go by their names,
 * and never by their places.
 * @param {TableDescription} table
 * @param {OwnTable} own
 * @param {CellReader} read
 * @param {string} [from] the column that was pasted into; what is pasted without names goes to the right of it
 * @returns {Match}
 */
export function matchColumns(table, own, read, from) {
  const start = table.columns.findIndex(({ id }) => id === from);
  const contents = contentsOf(own);
  if (own.heading < 0) {
    const columns = byPlace(table.columns.slice(Math.max(0, start)), contents, read);
    if (columns) return { columns, unclear: [], certain: start >= 0 };
    return { columns: byContents(table.columns, own, contents, {}, read, true), unclear: [], certain: false };
  }
  const { columns, unclear } = byName(table, own, contents, read);
  const open = table.columns.filter(({ id }) => columns[id] === undefined && !unclear.includes(id));
  const alike = byLikeness(open, own, contents, columns, read);
  const guessed = byContents(open, own, contents, alike, read);
  const isGuessed = Object.keys(guessed).length > Object.keys(columns).length;
  const isFree = contents.some(({ length }, index) => length > 0 && !isTaken(columns, index));
  const certain = unclear.length === 0 && !isGuessed && !(isFree && open.some(isRequired));
  return { columns: guessed, unclear, certain };
}

/**
 * What stands in each column, in the first rows.
 * @param {OwnTable} own
 */
function contentsOf({ headings, rows }) {
  const sample = rows.slice(0, SAMPLE);
  return headings.map((_, index) => sample.map((row) => row[index]?.trim() ?? "").filter(Boolean));
}

/**
 * @param {Columns} columns
 * @param {number} index
 */
function isTaken(columns, index) {
  return Object.values(columns).includes(index);
}

/** How well a name names a column: by the same word, by the same word but for what adds nothing, or by something like it. */
const BY_LABEL = 4;
const BY_OTHER_NAME = 3;
const SAME = 2;
const LIKE = 0.5;

/**
 * @param {InputDescription} column
 * @param {Heading} heading
 */
function rank(column, heading) {
  const { id, label, also = [], type } = column;
  const { name, lower = name } = heading;
  if (unitIn(column, heading) === undefined) return 0;
  const tried = [name, lower].map(bareName).filter(Boolean);
  if (tried.length === 0) return 0;
  const is = (/** @type {string[]} */ names, /** @type {(name: string) => string} */ form) =>
    names.some((known) => tried.some((name) => form(name) === form(bareName(known))));
  if (is([id, label], (name) => name)) return BY_LABEL;
  if (is(also, (name) => name)) return BY_OTHER_NAME;
  const stem = (/** @type {string} */ name) => stemOf(name, type);
  if (is([label, ...also], stem)) return SAME;
  const likenesses = [label, ...also].flatMap((known) =>
    tried.map((name) => likeness(stem(bareName(known)), stem(name))),
  );
  return Math.max(...likenesses);
}

/** What stands behind a name: in brackets, or behind a stroke. */
const ADDITION = /(?:[([【〔]([^)\]】〕]*)[)\]】〕]|\/([^/\d]{1,3}))\s*$/;

/** Additions that are no unit. */
const REMARK = /^(必填|选填|可不填|可选|required|optional|如有)?$/;

/**
 * The unit that a heading gives to bare figures, where it is not the column's own (金额（万元）); undefined where what stands
 * behind the name is not understood, so that the figures may mean anything.
 * @param {InputDescription} column
 * @param {Heading | undefined} heading
 */
function unitIn({ id, label, also = [], type, unit }, { name, lower = name } = { name: "" }) {
  if (!["count", "money", "number", "percentage"].includes(type)) return "";
  const plain = (/** @type {string} */ text) => text.normalize("NFKC").replace(/[\s*]/g, "").toLowerCase();
  const given = plain(lower);
  if ([id, label, ...also].some((known) => plain(known) === given)) return "";
  const [, bracketed, behindStroke] = ADDITION.exec(given) ?? [];
  const addition = (bracketed ?? behindStroke ?? "").replace(/^(单位|unit):?/, "");
  if (REMARK.test(addition)) return "";
  if (type === "percentage") return addition === "%" ? "" : undefined;
  if (/\d/.test(addition)) return undefined;
  const one = readNumber(`1${addition}`, unit);
  return one === "1" ? "" : one && addition;
}

/**
 * A name without what goes without saying for a column of its type.
 * @param {string} name
 * @param {InputDescription["type"]} type
 */
function stemOf(name, type) {
  if (type === "date") return name.replace(/(.)(日期|时间|日)$/, "$1");
  if (type === "boolean") return name.replace(/^(是否)?(已经?)?为?(?=.)/, "").replace(/(.)(情况)$/, "$1");
  return name.replace(/(.)(数量|[数量])$/, "$1");
}

/**
 * How like two words are, from 0 to 1: the one is part of the other, or they share pairs of letters.
 * @param {string} one
 * @param {string} other
 */
function likeness(one, other) {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 2) return 0;
  if (long.includes(short)) return 0.6 + (0.4 * short.length) / long.length;
  const pairs = (/** @type {string} */ word) =>
    Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
  const shared = pairs(short).filter((pair) => long.includes(pair)).length;
  return (1.8 * shared) / (short.length + long.length - 2);
}

/**
 * Columns that have the very name, each one's best. Of several with the same right to it, whoever keeps them says which it is.
 * @param {TableDescription} table
 * @param {OwnTable} own
 * @param {string[][]} contents
 * @param {CellReader} read
 */
function byName(table, { headings }, contents, read) {
  /** @type {Columns} */
  const columns = {};
  /** @type {string[]} */
  const unclear = [];
  const ranks = table.columns.map((column) =>
    headings.map((heading, index) => {
      const name = rank(column, heading);
      return name === SAME && !suits(column, contents[index] ?? [], read) ? 0 : name;
    }),
  );
  table.columns.forEach((column, place) => {
    const own = ranks[place] ?? [];
    const best = Math.max(SAME, ...own);
    const named = own.flatMap((rank, index) =>
      rank === best && ranks.every((others) => (others[index] ?? 0) <= rank) ? [{ index }] : [],
    );
    const filled = named.filter(({ index }) => contents[index]?.length);
    const [first, second] = filled.length > 0 ? filled : named;
    if (first && second && !isSame(contents[first.index], contents[second.index])) unclear.push(column.id);
    else if (first && !isTaken(columns, first.index)) columns[column.id] = first.index;
  });
  return { columns, unclear };
}

/**
 * @param {string[] | undefined} one
 * @param {string[] | undefined} other
 */
function isSame(one, other) {
  return one?.join("\n") === other?.join("\n");
}

/**
 * And columns that have a name like it, the likest first, where the contents suit.
 * @param {InputDescription[]} open
 * @param {OwnTable} own
 * @param {string[][]} contents
 * @param {Columns} known
 * @param {CellReader} read
 */
function byLikeness(open, { headings }, contents, known, read) {
  const columns = { ...known };
  const pairs = open.flatMap((column, place) =>
    headings.map((heading, index) => ({ column, index, place, rank: rank(column, heading) })),
  );
  pairs.sort((one, other) => other.rank - one.rank || one.place - other.place || one.index - other.index);
  for (const { column, index, rank } of pairs) {
    if (rank < LIKE || rank >= SAME || columns[column.id] !== undefined || isTaken(columns, index)) continue;
    if (suits(column, contents[index] ?? [], read)) columns[column.id] = index;
  }
  return columns;
}

/**
 * Columns without a name by what stands in them: those of one kind in order, where there are as many as are missing.
 * @param {InputDescription[]} open
 * @param {OwnTable} own
 * @param {string[][]} contents
 * @param {Columns} known
 * @param {CellReader} read
 * @param {boolean} [nameless] whether none has a name; otherwise texts and more columns than are missing may be anything
 */
function byContents(open, { headings }, contents, known, read, nameless = false) {
  const columns = { ...known };
  /** @type {Map<string, InputDescription[]>} */
  const kinds = new Map();
  for (const column of open) {
    if (columns[column.id] !== undefined) continue;
    const kind = KINDS.find((types) => types.includes(column.type)) ?? [];
    const name = column.type === "choice" ? column.id : kind.join();
    kinds.set(name, [...(kinds.get(name) ?? []), column]);
  }
  const order = (/** @type {InputDescription[]} */ [first]) =>
    KINDS.findIndex((types) => types.includes(first?.type ?? "text"));
  for (const alike of [...kinds.values()].sort((one, other) => order(one) - order(other))) {
    const [first] = alike;
    if (!first || (first.type === "text" && !nameless)) continue;
    const fitting = contents.flatMap((texts, index) =>
      texts.length > 0 &&
      !isTaken(columns, index) &&
      unitIn(first, headings[index]) !== undefined &&
      isPlainly(first, texts, read)
        ? [index]
        : [],
    );
    if (fitting.length !== alike.length && !nameless) continue;
    alike.forEach(({ id }, place) => {
      const index = fitting[place];
      if (index !== undefined) columns[id] = index;
    });
  }
  return columns;
}

/** Kinds of contents, those first that are told most easily. @type {InputDescription["type"][][]} */
const KINDS = [["choice"], ["date"], ["boolean"], ["count", "money", "number", "percentage"], ["text"]];

/**
 * Columns one after another, where what stands in most of them suits.
 * @param {InputDescription[]} columns
 * @param {string[][]} contents
 * @param {CellReader} read
 * @returns {Columns | undefined}
 */
function byPlace(columns, contents, read) {
  const placed = columns.slice(0, contents.length);
  const typed = placed.map((column, index) => ({ column, texts: contents[index] ?? [] })).filter(isTold);
  const unfit = typed.filter(({ column, texts }) => !suits(column, texts, read));
  if (contents.length > 1 && unfit.length * 2 > typed.length) return undefined;
  return Object.fromEntries(placed.map(({ id }, index) => [id, index]));
}

/** @param {{ column: InputDescription, texts: string[] }} placed */
function isTold({ column, texts }) {
  return column.type !== "text" && texts.length > 0;
}

/**
 * Whether texts can be answers to a column, as far as they can be read; nothing speaks against what is empty.
 * @param {InputDescription} column
 * @param {string[]} texts
 * @param {CellReader} read
 */
function suits(column, texts, read) {
  return texts.filter((text) => read(column.id, text) !== undefined).length * 2 >= texts.length;
}

/**
 * Whether texts are plainly answers to a column and nothing else, even without a name: no row numbers, no numbers of persons.
 * @param {InputDescription} column
 * @param {string[]} texts
 * @param {CellReader} read
 */
function isPlainly(column, texts, read) {
  const share = texts.filter((text) => read(column.id, text) !== undefined).length / texts.length;
  if (share < 0.8) return false;
  if (column.type === "boolean") return texts.some((text) => !/^\d+$/.test(text));
  if (column.type === "text")
    return texts.some((text) => readNumber(text) === undefined && readDate(text) === undefined);
  if (["date", "choice"].includes(column.type)) return true;
  const counted = texts.length > 1 && texts.every((text, index) => Number(text) === index + 1);
  return !counted && texts.every((text) => !/^0\d|\d{9}/.test(text));
}

/**
 * The rows of one's own as the policy's table has them.
 * @param {TableDescription} table
 * @param {OwnTable} own
 * @param {Columns} columns
 * @returns {Cells[]}
 */
export function placeRows(table, { headings, rows }, columns) {
  const placed = table.columns.flatMap((column) => {
    const index = columns[column.id];
    if (index === undefined) return [];
    const unit = unitIn(column, headings[index]) ?? "";
    return [{ column, index, unit }];
  });
  return rows.map((row) => {
    /** @type {Cells} */
    const cells = {};
    for (const { column, index, unit } of placed) {
      const text = cellAnswer(column, row[index] ?? "");
      // A bare figure is in the unit that stands above it.
      cells[column.id] = unit && readNumber(text) !== undefined ? `${text}${unit}` : text;
    }
    return cells;
  });
}
