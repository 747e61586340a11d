import Big from "big.js";

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
 * An amount in yuan as it is read in Chinese: "12300.00" is "1.23万元". The point is moved in the text; what then has
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
  return `${exact ? "" : "约"}${sign}${groupThousands(figure)}${rest && `.${rest}`}${name}`;
}

/**
 * A whole part and its decimals, rounded half up.
 * @param {string} whole
 * @param {string} decimals
 */
function rounded(whole, decimals) {
  const [figure = "", rest = ""] = new Big(`${whole}.${decimals}`).toFixed(MOST_DECIMALS).split(".");
  return { figure, rest: rest.replace(/0+$/, "") };
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
 * Yuan as a bare figure in a larger unit: with four places, 12300 yuan are "1.23", in 万元.
 * @param {Big} yuan
 * @param {number} places
 */
export function inUnit(yuan, places) {
  return groupThousands(yuan.div(new Big(10).pow(places)).toFixed());
}

/** Words for the units that the engine knows, as people write them after a figure, in either language. */
const UNIT_WORDS = [
  ["元", "圆", "元整", "圆整", "块", "块钱", "yuan", "rmb", "cny"],
  ["人", "名", "位", "个", "个人", "people", "person", "persons"],
  ["月", "个月", "月份", "months", "month"],
  ["年", "年度", "years", "year"],
  ["天", "日", "days", "day"],
  ["小时", "个小时", "时", "hours", "hour", "h"],
  ["课时", "个课时", "学时", "class hours", "class hour"],
  ["次", "人次", "times", "time"],
  ["项", "items", "item"],
  ["份", "copies", "copy"],
  ["家", "firms", "firm"],
];

/** @type {Record<string, number>} */
const POWERS_OF_TEN = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };

const FIGURE = /^([+-]?)(\d{1,3}(?:[, ]\d{3})+|\d*)(?:[.。](\d*))?\s*(万亿|千万|百万|亿|万|千)?\s*(\D*)$/;

/**
 * A figure as people type or paste it ("￥１２，３００．００", "1.23 万元", "97人") as a plain decimal in the field's unit ("12300.00").
 * The point is moved in the text, so no digit is ever changed. undefined where it is not certain what is meant.
 * @param {string} text
 * @param {string} [unit] the field's own: 元, 万元, 元/人/月, people …
 */
export function readNumber(text, unit = "") {
  const plain = text
    .normalize("NFKC")
    .replace(/[−–—]/g, "-")
    .replace(/^\s*(?:人民币|rmb|cny)?\s*¥?\s*/i, "")
    .trim();
  const parts = FIGURE.exec(plain);
  if (!parts) return undefined;
  const [, sign = "", whole = "", decimals = "", multiple = "", word = ""] = parts;
  if (!/\d/.test(whole + decimals)) return undefined;
  const own = scaleOf(unit);
  if (word && !means(word, own.base) && word !== unit) return undefined;
  // A bare figure is in the field's own unit, which may be ten thousand yuan; one that names a unit is in that.
  const named = multiple || (word && word !== unit);
  const shift = named ? (POWERS_OF_TEN[multiple] ?? 0) - own.power : 0;
  return `${sign === "-" ? "-" : ""}${movePoint(whole.replace(/\D/g, ""), decimals, shift)}`;
}

/**
 * The power of ten in a unit's name, and the unit that is left.
 * @param {string} unit
 */
function scaleOf(unit) {
  const [, inTenThousands, base = ""] = /^(万|10,000 )?([^/]*)/.exec(unit) ?? [];
  return { power: inTenThousands ? 4 : 0, base };
}

/**
 * @param {string} word
 * @param {string} base
 */
function means(word, base) {
  const written = word.trim().toLowerCase().split("/")[0] ?? "";
  return written === base || UNIT_WORDS.some((words) => words.includes(base) && words.includes(written));
}

/**
 * @param {string} whole
 * @param {string} decimals
 * @param {number} shift how many places to the right
 */
function movePoint(whole, decimals, shift) {
  const digits = `${"0".repeat(Math.max(0, 1 - shift - whole.length))}${whole}${decimals.padEnd(Math.max(0, shift), "0")}`;
  const point = digits.length - Math.max(0, decimals.length - shift);
  const before = digits.slice(0, point).replace(/^0+(?=\d)/, "") || "0";
  // Zeros that only the moving has brought behind the point say nothing.
  const after = shift < 0 ? digits.slice(point).replace(/0+$/, "") : digits.slice(point);
  return after ? `${before}.${after}` : before;
}

/**
 * How a typed figure is read, where that is worth saying: it was converted, or has so many digits that one counts them.
 * @param {string} text
 * @param {string | undefined} unit
 * @returns {{ figure: string, inWan: string | undefined } | undefined}
 */
export function readingOf(text, unit = "") {
  const number = readNumber(text, unit);
  if (number === undefined || number.startsWith("-")) return undefined;
  const { power, base } = scaleOf(unit);
  const [whole = "", decimals = ""] = number.split(".");
  // Years are written without separators.
  const isYear = means("年", base);
  const long = whole.length >= 5 && !isYear;
  const inWan = long && means("元", base) ? readingInWan(movePoint(whole, decimals, power)) : undefined;
  const figure = isYear ? number : groupThousands(number);
  const sameDigits = text.replace(/[^\d.]/g, "").replace(/^0+|\.$/g, "") === number.replace(/^0+/, "");
  if (sameDigits && !inWan && (!long || text.includes(figure))) return undefined;
  return { figure, inWan };
}
