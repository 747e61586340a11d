/** Round steps for the axes of a drawing. */

import Big from "big.js";
import { groupThousands } from "../answers/number-text.js";

/**
 * Amounts in yuan from nothing to at least the largest, two or three steps apart, each at least a fen.
 * @param {Big} largest
 */
export function amountTicks(largest) {
  for (let power = new Big("0.01"); ; power = power.times(10)) {
    for (const factor of [1, 2, 5]) {
      const step = power.times(factor);
      if (step.times(3).gte(largest)) {
        const steps = step.times(2).gte(largest) ? 2 : 3;
        return Array.from({ length: steps + 1 }, (_, index) => step.times(index));
      }
    }
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

/**
 * Yuan as a bare figure in a larger unit: with four places, 12300 yuan are "1.23", in 万元.
 * @param {Big} yuan
 * @param {number} places
 */
export function inUnit(yuan, places) {
  return groupThousands(yuan.div(new Big(10).pow(places)).toFixed());
}
