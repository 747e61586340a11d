/**
 * A column in a form that crosses into WebAssembly in one step: numbers as they are, anything else as a list of
 * distinct answers and each row's place in it. null for what is no column.
 * @param {unknown} column
 * @returns {{ numbers: Float64Array } | { answers: unknown[], rows: Uint32Array } | null}
 */
export function encodeColumn(column) {
  if (column instanceof Float64Array) return { numbers: column };
  const typed = ArrayBuffer.isView(column) && !(column instanceof DataView);
  if (!typed && !Array.isArray(column)) return null;
  const list = /** @type {ArrayLike<unknown>} */ (column);
  const numbers = new Float64Array(list.length);
  let row = 0;
  for (; row < list.length; row += 1) {
    const value = list[row];
    if (typeof value === "number") numbers[row] = value;
    else if (typeof value === "bigint" && typed) numbers[row] = Number(value);
    else break;
  }
  if (row === list.length) return { numbers };
  /** @type {Map<unknown, number>} */
  const places = new Map();
  const rows = new Uint32Array(list.length);
  for (row = 0; row < list.length; row += 1) {
    const value = list[row];
    let place = places.get(value);
    if (place === undefined) {
      place = places.size;
      places.set(value, place);
    }
    rows[row] = place;
  }
  return { answers: Array.from(places.keys()), rows };
}
