// Arithmetic on decimals as they are written, without a sign: what a first result takes of it. No digit goes through a number.

/**
 * The point that many places further right.
 * @param {string} decimal
 * @param {number} places
 */
export function shifted(decimal, places) {
  const [whole = "", decimals = ""] = decimal.split(".");
  const digits = decimals.padEnd(places, "0");
  return tidy(`${whole}${digits.slice(0, places)}`, digits.slice(places));
}

/**
 * Rounded half up.
 * @param {string} decimal
 * @param {number} places
 */
export function rounded(decimal, places) {
  const [whole = "", decimals = ""] = decimal.split(".");
  const kept = `${whole}${decimals.slice(0, places).padEnd(places, "0")}`;
  const digits = decimals.charAt(places) >= "5" ? next(kept) : kept;
  const at = digits.length - places;
  return tidy(digits.slice(0, at), digits.slice(at));
}

/**
 * A division by hand, rounded half up.
 * @param {string} decimal
 * @param {number} divisor a whole number
 * @param {number} places
 */
export function quotient(decimal, divisor, places) {
  const [whole = "", decimals = ""] = decimal.split(".");
  let [digits, rest] = ["", 0];
  for (const digit of `${whole}${decimals.padEnd(places + 1, "0")}`) {
    const part = rest * 10 + Number(digit);
    digits += Math.floor(part / divisor);
    rest = part % divisor;
  }
  return rounded(`${digits.slice(0, whole.length)}.${digits.slice(whole.length)}`, places);
}

/** The next whole number. @param {string} digits */
function next(digits) {
  return digits.replace(/([0-8]?)(9*)$/, (_, digit, nines) => `${Number(digit) + 1}${nines.replace(/9/g, "0")}`);
}

/**
 * @param {string} whole
 * @param {string} decimals
 */
function tidy(whole, decimals) {
  const rest = decimals.replace(/0+$/, "");
  return `${whole.replace(/^0+(?=\d)/, "") || "0"}${rest && `.${rest}`}`;
}
