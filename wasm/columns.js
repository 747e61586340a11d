import { kindOf, listLength, ownKeys, read } from "./arguments.js";

/** @import { Arguments } from "./arguments.js" */

/** What is within a minute of computing, and within the memory that WebAssembly can have. */
const MOST_ROWS = 10_000_000;
const MOST_CELLS = 50_000_000;

/**
 * The columns: how many there are and, for each, its id and true, if it has numbers, or its distinct answers.
 * @param {Arguments} given
 * @param {unknown} columns
 * @returns {(Float64Array | Uint32Array | null)[]} what crosses as it is: numbers, or each row's place among the answers
 */
export function addColumns(given, columns) {
  const ids = typeof columns === "object" && columns !== null ? ownKeys(columns) : undefined;
  const names = ids?.filter((id) => typeof id === "string");
  given.value(names?.length, 0);
  let cells = 0;
  return (names ?? []).map((name) => {
    given.addName(name);
    const column = read(columns, name);
    const isView = ArrayBuffer.isView(column);
    const rows = isView ? viewLength(column) : listLength(column);
    cells += rows ?? 0;
    if (rows !== undefined && rows <= MOST_ROWS && cells <= MOST_CELLS) {
      return isView ? addView(given, column, rows) : addList(given, column, rows);
    }
    if (rows === undefined) given.value(false, 0);
    else given.addLongList(rows);
    return null;
  });
}

/**
 * How many numbers a view has; undefined for one that has none.
 * @param {ArrayBufferView} view
 * @returns {number | undefined}
 */
function viewLength(view) {
  try {
    // That of all typed arrays: the view may have another one of its own.
    return Reflect.get(Object.getPrototypeOf(Uint8Array.prototype), "length", view);
  } catch {
    return undefined;
  }
}

/**
 * @param {Arguments} given
 * @param {any} view
 * @param {number} length
 */
function addView(given, view, length) {
  let numbers = null;
  try {
    numbers = kindOf(view).startsWith("[object Big")
      ? new Float64Array(length).map((_, row) => Number(view[row]))
      : new Float64Array(view);
  } catch {
    // Its memory has gone elsewhere.
  }
  given.value(numbers !== null, 0);
  return numbers;
}

/**
 * @param {Arguments} given
 * @param {unknown} list
 * @param {number} length
 */
function addList(given, list, length) {
  const numbers = new Float64Array(length);
  for (let row = 0; row < length; row += 1) {
    const value = read(list, row);
    if (typeof value !== "number") return addDistinct(given, list, length);
    numbers[row] = value;
  }
  given.value(true, 0);
  return numbers;
}

/** So many answers are found faster by looking at each than by a map. */
const FEW = 12;

/**
 * @param {Arguments} given
 * @param {unknown} list
 * @param {number} length
 */
function addDistinct(given, list, length) {
  /** @type {unknown[]} */
  const answers = [];
  /** @type {Map<unknown, number>} */
  const places = new Map();
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row += 1) {
    const value = read(list, row);
    let place = answers.length > FEW ? (places.get(value) ?? -1) : placeOf(value, answers);
    if (place < 0) {
      place = answers.push(value) - 1;
      places.set(value, place);
    }
    rows[row] = place;
  }
  given.list(answers, answers.length, 1);
  return rows;
}

/**
 * As indexOf does, which is slower on short lists.
 * @param {unknown} value
 * @param {unknown[]} list
 */
function placeOf(value, list) {
  for (let place = 0; place < list.length; place += 1) if (list[place] === value) return place;
  return -1;
}
