/** Round steps for the axes of a drawing. */

/**
 * Amounts in fen from nothing to at least the largest, two or three steps apart.
 * @param {bigint} largest
 */
export function amountTicks(largest) {
  let power = 1n;
  for (;;) {
    for (const factor of [1n, 2n, 5n]) {
      const step = factor * power;
      if (step * 3n >= largest) {
        const steps = step * 2n >= largest ? 2 : 3;
        return Array.from({ length: steps + 1 }, (_, index) => step * BigInt(index));
      }
    }
    power *= 10n;
  }
}

/**
 * Whole numbers within a window, at most so many.
 * @param {number} from
 * @param {number} to
 * @param {number} most
 */
export function countTicks(from, to, most) {
  let power = 1;
  for (;;) {
    for (const factor of [1, 2, 5]) {
      const step = factor * power;
      const first = Math.ceil(from / step) * step;
      const ticks = Math.floor((to - first) / step) + 1;
      if (ticks <= most) return Array.from({ length: Math.max(0, ticks) }, (_, index) => first + index * step);
    }
    power *= 10;
  }
}
