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
