/** @import { Locale } from "wengang" */

const MILLISECONDS_PER_DAY = 86_400_000;

/** @param {string} date `YYYY-MM-DD` */
const toDay = (date) => new Date(`${date}T00:00:00Z`);

/**
 * A date in words, with the day of the week.
 * @param {string} date
 * @param {Locale} locale
 */
export function dateText(date, locale) {
  const format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { dateStyle: "full", timeZone: "UTC" });
  return format.format(toDay(date));
}

/**
 * How many days after the one date the other is.
 * @param {string} from
 * @param {string} to
 */
export function daysBetween(from, to) {
  return (toDay(to).getTime() - toDay(from).getTime()) / MILLISECONDS_PER_DAY;
}

const WITH_SEPARATORS = /^(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * A day as people type or paste it ("20240315", "２０２４年3月15日", "2024/3/15 0:00") as YYYY-MM-DD.
 * undefined where it is no day, or not certain which.
 * @param {string} text
 */
export function readDate(text) {
  const plain = text
    .normalize("NFKC")
    .replace(/[−–—]/g, "-")
    .replace(/。/g, ".")
    .trim()
    // Spreadsheets write a midnight or a weekday after the day.
    .replace(/[\sT]+0{1,2}:00(:00)?(\.0+)?$/, "")
    .replace(/\s*[(]?(星期|周)[一二三四五六日天][)]?$/, "");
  const parts = COMPACT.exec(plain) ?? WITH_SEPARATORS.exec(plain);
  if (!parts) return undefined;
  const [, year = "", month = "", day = ""] = parts;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return exists(date) ? date : undefined;
}

/** @param {string} date */
function exists(date) {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
