import Big from "big.js";

/**
 * The mean of plain decimals, exact but for one rounding at the end, half up.
 * @param {string[]} figures at least one
 * @param {number} decimals
 * @param {number | string} [count] by how many their sum is divided, if not by as many as they are
 */
export function meanOf(figures, decimals, count = figures.length) {
  const sum = figures.reduce((total, figure) => total.plus(figure), new Big(0));
  const Rounded = Big();
  Rounded.DP = decimals;
  const mean = new Rounded(sum).div(count);
  return { sum: sum.toFixed(), mean: mean.toFixed(), exact: mean.times(count).eq(sum) };
}
