/** @param {string} text */
const plainNumber = (text) => text.normalize("NFKC").replace(/[\s,]/g, "");

/**
 * A percentage as typed ("5.5", "５．５％") as the decimal fraction that the engine takes ("0.055").
 * The point is moved in the text, so no digit is ever changed. Text that is no number is left for the engine to refuse.
 * @param {string} text
 */
export function percentToFraction(text) {
  const plain = plainNumber(text).replace(/%$/, "");
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

const LARGE_UNITS = /** @type {const} */ ([
  [12, "万亿元"],
  [8, "亿元"],
  [4, "万元"],
]);
const MOST_DECIMALS = 4;

/**
 * An amount in yuan as it is read in Chinese: "12300.00" is "1.23 万元". The point is moved in the text; what then has
 * more than four decimals is rounded and says so ("约"). Takes figures as typed, too. Empty where the amount is read as it stands.
 * @param {string} decimal
 */
export function readingInWan(decimal) {
  const parts = /^(-?)0*(\d+)(?:\.(\d*))?$/.exec(plainNumber(decimal));
  if (!parts) return "";
  const [, sign = "", whole = "", decimals = ""] = parts;
  const unit = LARGE_UNITS.find(([places]) => whole.length > places);
  if (!unit) return "";
  const [places, name] = unit;
  const shifted = `${whole.slice(-places)}${decimals}`.replace(/0+$/, "");
  const exact = shifted.length <= MOST_DECIMALS;
  const head = whole.slice(0, -places);
  const { figure, rest } = exact ? { figure: head, rest: shifted } : rounded(head, shifted);
  return `${exact ? "" : "约 "}${sign}${groupThousands(figure)}${rest && `.${rest}`} ${name}`;
}

/**
 * A whole part and its decimals, rounded half up.
 * @param {string} whole
 * @param {string} decimals
 */
function rounded(whole, decimals) {
  const up = (decimals[MOST_DECIMALS] ?? "0") >= "5" ? 1n : 0n;
  const digits = (BigInt(whole + decimals.slice(0, MOST_DECIMALS)) + up).toString();
  return { figure: digits.slice(0, -MOST_DECIMALS), rest: digits.slice(-MOST_DECIMALS).replace(/0+$/, "") };
}

/**
 * A whole number as typed ("１，２３４"); undefined where the text is none.
 * @param {unknown} text
 */
export function wholeNumber(text) {
  const plain = plainNumber(String(text));
  return /^\+?\d{1,15}(\.0*)?$/.test(plain) ? Number(plain) : undefined;
}

/**
 * Fen as yuan with two decimals.
 * @param {bigint} fen
 */
export function fenToYuan(fen) {
  const digits = fen.toString().padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Fen as a bare figure in a larger unit: with four places, 1 230 000 fen are "1.23", in 万元.
 * @param {bigint} fen
 * @param {number} places
 */
export function inUnit(fen, places) {
  const digits = fen.toString().padStart(places + 3, "0");
  const decimals = digits.slice(-places - 2).replace(/0+$/, "");
  return `${groupThousands(digits.slice(0, -places - 2))}${decimals && `.${decimals}`}`;
}
