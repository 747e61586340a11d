/**
 * A column in a form that crosses into WebAssembly in one step: numbers as they are, anything else as a list of
 * distinct answers and each row's place in it. null for what is no column.
 * @param {unknown} column
 * @returns {{ numbers: Float64Array } | { answers: unknown[], rows: Uint32Array } | null}
 */
export function encodeColumn(column) {
  if (ArrayBuffer.isView(column) && !(column instanceof DataView)) {
    const isBig = typeof (/** @type {ArrayLike<unknown>} */ (/** @type {unknown} */ (column))[0]) === "bigint";
    return {
      numbers: isBig
        ? Float64Array.from(/** @type {never} */ (column), Number)
        : new Float64Array(/** @type {never} */ (column)),
    };
  }
  if (!Array.isArray(column)) return null;
  const numbers = new Float64Array(column.length);
  let row = 0;
  for (; row < column.length; row += 1) {
    const value = column[row];
    if (typeof value !== "number") return distinct(column);
    numbers[row] = value;
  }
  return { numbers };
}

/** So many answers are found faster by looking at each than by a map. */
const FEW = 12;

/** @param {unknown[]} column */
function distinct(column) {
  /** @type {unknown[]} */
  const answers = [];
  /** @type {Map<unknown, number>} */
  const places = new Map();
  const rows = new Uint32Array(column.length);
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row];
    let place = answers.length > FEW ? (places.get(value) ?? -1) : placeOf(value, answers);
    if (place < 0) {
      place = answers.push(value) - 1;
      places.set(value, place);
    }
    rows[row] = place;
  }
  return { answers, rows };
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

/**
 * Integers of 64 bits. Engines of before 2020 may have no BigInt: there they are numbers, NaN for what is beyond them.
 * @param {Uint32Array} halves each integer's lower half, then its upper one
 */
export function integerColumn(halves) {
  if (typeof BigInt64Array === "function") return new BigInt64Array(halves.slice().buffer);
  return Float64Array.from({ length: halves.length / 2 }, (_, row) => {
    const integer = (halves[2 * row + 1] | 0) * 2 ** 32 + halves[2 * row];
    return Number.isSafeInteger(integer) ? integer : Number.NaN;
  });
}
