/**
 * The mean of plain decimals, exact but for one rounding at the end, half up.
 * @param {string[]} figures at least one
 * @param {number} decimals
 */
export function meanOf(figures, decimals) {
  const places = Math.max(...figures.map((figure) => figure.split(".")[1]?.length ?? 0));
  const sum = figures.reduce((total, figure) => total + scaled(figure, places), 0n);
  const count = BigInt(figures.length);
  const shift = 10n ** BigInt(Math.max(0, decimals - places));
  const divisor = count * 10n ** BigInt(Math.max(0, places - decimals));
  const dividend = sum * shift;
  const mean = (2n * dividend + divisor) / (2n * divisor);
  return { sum: plain(sum, places), mean: plain(mean, decimals), exact: mean * divisor === dividend };
}

/**
 * @param {string} figure
 * @param {number} places
 */
function scaled(figure, places) {
  const [whole = "", decimals = ""] = figure.split(".");
  return BigInt(whole + decimals.padEnd(places, "0"));
}

/**
 * @param {bigint} scaled
 * @param {number} places
 */
function plain(scaled, places) {
  const digits = scaled.toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const decimals = digits.slice(digits.length - places).replace(/0+$/, "");
  return decimals ? `${whole}.${decimals}` : whole;
}
