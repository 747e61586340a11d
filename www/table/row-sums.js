import Big from "big.js";

/** @import { RowResult } from "wengang" */

/** What two amounts differ by at most where each row was rounded by itself: half a fen a row, and as much for the sum. */
const ROUNDING = new Big("0.005");

/**
 * What the amounts of rows as they are shown add up to, where that is not the total because each is rounded by itself and
 * the total only once; undefined where they add up, or where the total has other parts than these rows.
 * @param {RowResult[]} rows
 * @param {string | null} amount
 * @returns {{ sum: string, total: string } | undefined}
 */
export function roundingIn(rows, amount) {
  const amounts = rows.flatMap((row) => row.amount ?? []);
  if (amount === null || amounts.length === 0) return undefined;
  const sum = amounts.reduce((total, one) => total.plus(one), new Big(0));
  const difference = sum.minus(amount).abs();
  if (difference.eq(0) || difference.gt(ROUNDING.times(amounts.length + 1))) return undefined;
  return { sum: sum.toFixed(2), total: amount };
}
