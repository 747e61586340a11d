import Big from "big.js";

/**
 * The mean of plain decimals, exact but for one rounding at the end, half up.
 * @param {string[]} figures at least one
 * @param {number} decimals
 */
export function meanOf(figures, decimals) {
  const sum = figures.reduce((total, figure) => total.plus(figure), new Big(0));
  const mean = dividedBy(sum, figures.length, decimals);
  return { sum: sum.toFixed(), mean: mean.toFixed(), exact: mean.times(figures.length).eq(sum) };
}

/**
 * @param {Big} sum
 * @param {number} count
 * @param {number} decimals
 */
function dividedBy(sum, count, decimals) {
  const Rounded = Big();
  Rounded.DP = decimals;
  return new Rounded(sum).div(count);
}
