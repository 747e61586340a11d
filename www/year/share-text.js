import Big from "big.js";
import { fractionToPercent } from "../answers/number-text.js";

const PLACES = 2;
const MOST_PLACES = 10;

/**
 * A share in per cent, cut short where nothing hangs on it: beside another one that it is not, it never looks the same.
 * @param {string} share
 * @param {string} [beside]
 */
export function percentText(share, beside) {
  const exact = new Big(share);
  for (let places = PLACES; places < MOST_PLACES; places += 1) {
    const rounded = exact.times(100).round(places, 1);
    if (beside === undefined || exact.eq(beside) || !rounded.eq(new Big(beside).times(100)))
      return `${rounded.toFixed()}%`;
  }
  return `${fractionToPercent(share)}%`;
}
