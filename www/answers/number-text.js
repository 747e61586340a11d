import { quotient, rounded, shifted } from "./decimal-text.js";

/** @import { InputDescription } from "wengang" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * A decimal fraction ("0.055") as a percentage without its sign ("5.5"). The point is moved in the text, so no digit is
 * ever changed.
 * @param {string} fraction
 */
export function fractionToPercent(fraction) {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(fraction);
  if (!parts) return fraction;
  const [, sign = "", whole = "", decimals = ""] = parts;
  return sign + shifted(`${whole}.${decimals}`, 2);
}

/**
 * A plain decimal with thousands separators: "7380.00" becomes "7,380.00".
 * @param {string} decimal
 */
export function groupThousands(decimal) {
  const [whole = "", head = "", digits = ""] = /^(\D*)(\d*)/.exec(decimal) ?? [];
  const first = digits.length % 3 || 3;
  const grouped = digits.slice(0, first) + digits.slice(first).replace(/\d{3}/g, ",$&");
  return `${head}${grouped}${decimal.slice(whole.length)}`;
}

const LARGE_UNITS = /** @type {const} */ ([
  [12, "万亿元"],
  [8, "亿元"],
  [4, "万元"],
]);
const MOST_DECIMALS = 4;

/**
 * An amount in yuan as it is read in Chinese: "12300.00" is "1.23万元". The point is moved in the text; what then has
 * more than four decimals is rounded and says so ("约"). Empty where the amount is read as it stands.
 * @param {string} decimal
 */
export function readingInWan(decimal) {
  const parts = /^(-?)(\d+)(?:\.(\d*))?$/.exec(decimal);
  if (!parts) return "";
  const [, sign = "", padded = "", decimals = ""] = parts;
  const whole = padded.replace(/^0+/, "");
  const unit = LARGE_UNITS.find(([places]) => whole.length > places);
  if (!unit) return "";
  const [places, name] = unit;
  const below = `${whole.slice(-places)}${decimals}`.replace(/0+$/, "");
  const figure = rounded(`${whole.slice(0, -places)}.${below}`, MOST_DECIMALS);
  return `${below.length <= MOST_DECIMALS ? "" : "约"}${sign}${groupThousands(figure)}${name}`;
}

/**
 * A mean as the engine keeps it ("38453÷12"), with two decimals; undefined for any other figure.
 * @param {string} figure
 */
function aboutMean(figure) {
  const [sum = "", count] = figure.split("÷");
  return count === undefined ? undefined : quotient(sum, Number(count), 2);
}

/**
 * Whether a number names a year of the calendar, rather than counting years or anything else.
 * @param {Pick<InputDescription, "unit" | "min">} input
 */
export function namesYear({ unit = "", min }) {
  return /^(年|year)/.test(unit) && Number(min) > 1900;
}

/**
 * What stands behind a figure.
 * @param {Pick<InputDescription, "type" | "label" | "unit" | "min">} input
 * @param {Messages} messages
 */
export function unitOf(input, { question }) {
  const { type, label, unit = "" } = input;
  if (type === "percentage") return "%";
  if (namesYear(input)) return question.yearUnit;
  if (!/^(月|months)$/.test(unit)) return unit;
  return /(月份|^month)$/i.test(label) ? question.monthUnit : question.monthsUnit;
}

/**
 * How a typed figure was read, where that is worth saying: it was converted, comes out uneven, or has so many digits that one
 * counts them.
 * @param {string} text
 * @param {string} figure as the engine read it, a plain decimal or a quotient
 * @param {string} [unit] the field's own: 元, 万元, 元/人/月, people …
 * @returns {{ figure: string, inWan?: string | undefined, about?: boolean } | undefined}
 */
export function readingOf(text, figure, unit = "") {
  const mean = aboutMean(figure);
  if (mean !== undefined) return { figure: groupThousands(mean), about: true };
  if (figure.startsWith("-")) return undefined;
  const [, scale, base = ""] = /^(万|10,000 )?([^/]*)/.exec(unit) ?? [];
  const [whole = ""] = figure.split(".");
  // Years are written without separators.
  const isYear = /^(年|year)/.test(base);
  const long = whole.length >= 5 && !isYear;
  const yuan = scale ? shifted(figure, 4) : figure;
  const inWan = long && /^(元|yuan)/.test(base) ? readingInWan(yuan) : undefined;
  const shown = isYear ? figure : groupThousands(figure);
  const sameDigits = text.replace(/[^\d.]/g, "").replace(/^0+|\.$/g, "") === figure.replace(/^0+/, "");
  if (sameDigits && !inWan && (!long || text.includes(shown))) return undefined;
  return { figure: shown, inWan };
}
