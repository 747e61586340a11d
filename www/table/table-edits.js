import { isBlank, newRow } from "../answers/answers.js";

/** @import { Cells, Row } from "../answers/answers.js" */

const MOST_STEPS = 50;

/**
 * @param {Row[]} rows
 * @param {number} key
 * @param {string} column
 * @param {string} text
 */
export function withCell(rows, key, column, text) {
  return rows.map((row) => (row.key === key ? { ...row, cells: { ...row.cells, [column]: text } } : row));
}

/**
 * Fills cells from a row on, adding rows below where there are not enough.
 * @param {Row[]} rows
 * @param {number} index of the first row to fill
 * @param {Cells[]} filled
 */
export function withCells(rows, index, filled) {
  const changed = filled.map((cells, offset) => {
    const row = rows[index + offset];
    return row ? { ...row, cells: { ...row.cells, ...cells } } : newRow(cells);
  });
  return [...rows.slice(0, index), ...changed, ...rows.slice(index + filled.length)];
}

/**
 * Empties cells.
 * @param {Row[]} rows
 * @param {number[]} keys of the rows
 * @param {string[]} columns
 */
export function withoutCells(rows, keys, columns) {
  const emptied = Object.fromEntries(columns.map((column) => [column, ""]));
  return rows.map((row) => (keys.includes(row.key) ? { ...row, cells: { ...row.cells, ...emptied } } : row));
}

/**
 * The place where more rows go: after the last one that is filled in.
 * @param {Row[]} rows
 */
export function endOf(rows) {
  let end = rows.length;
  while (end > 0 && isBlank(/** @type {Row} */ (rows[end - 1]))) end -= 1;
  return end;
}

/**
 * @param {Row[]} rows
 * @param {number} key
 * @returns {{ rows: Row[], copy: Row } | undefined}
 */
export function withCopy(rows, key) {
  const index = rows.findIndex((row) => row.key === key);
  const row = rows[index];
  if (!row) return undefined;
  const copy = newRow({ ...row.cells });
  return { rows: [...rows.slice(0, index + 1), copy, ...rows.slice(index + 1)], copy };
}

/** What the rows of one table were before and after each edit. Typing in one cell counts as one edit. */
export class EditHistory {
  /** @type {(Row[] | undefined)[]} */
  #past = [];
  /** @type {(Row[] | undefined)[]} */
  #future = [];
  /** @type {string | undefined} */
  #cell;

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /**
   * @param {Row[] | undefined} before
   * @param {string} [cell] the cell that is typed in
   */
  record(before, cell) {
    this.#future = [];
    if (cell !== undefined && cell === this.#cell) return;
    this.#cell = cell;
    this.#past = [...this.#past.slice(1 - MOST_STEPS), before];
  }

  /** @param {Row[] | undefined} now */
  undo(now) {
    this.#cell = undefined;
    this.#future.push(now);
    return this.#past.pop();
  }

  /** @param {Row[] | undefined} now */
  redo(now) {
    this.#cell = undefined;
    this.#past.push(now);
    return this.#future.pop();
  }
}
