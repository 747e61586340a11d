/**
 * A percentage as typed ("5.5", "５．５％") as the decimal fraction that the engine takes ("0.055").
 * The point is moved in the text, so no digit is ever changed. Text that is no number is left for the engine to refuse.
 * @param {string} text
 */
export function percentToFraction(text) {
  const plain = text.normalize("NFKC").replace(/[\s,]/g, "").replace(/%$/, "");
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(plain);
  if (!parts || !/\d/.test(plain)) return text;
  const [, sign = "", whole = "", decimals = ""] = parts;
  const digits = whole.padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}${decimals}`;
}

/**
 * The other way round: a decimal fraction ("0.055") as a percentage without its sign ("5.5").
 * @param {string} fraction
 */
export function fractionToPercent(fraction) {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(fraction);
  if (!parts) return fraction;
  const [, sign = "", whole = "", decimals = ""] = parts;
  const shifted = decimals.padEnd(2, "0");
  const percent = `${whole}${shifted.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const rest = shifted.slice(2).replace(/0+$/, "");
  return `${sign}${percent}${rest && `.${rest}`}`;
}

/**
 * A plain decimal with thousands separators: "7380.00" becomes "7,380.00".
 * @param {string} decimal
 */
export function groupThousands(decimal) {
  const [whole = "", decimals] = decimal.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
