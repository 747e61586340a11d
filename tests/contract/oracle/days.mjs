// Only the data, which are days off and days worked at a weekend: the functions of the package are a day off west of UTC.
import chineseDays from "chinese-days/dist/chinese-days.json" with { type: "json" };

/** @param {number} time */
const isoDate = (time) => new Date(time).toISOString().slice(0, 10);

/**
 * @param {string} date
 * @param {number} days
 */
export const addDays = (date, days) => isoDate(Date.parse(date) + days * 86_400_000);

/**
 * @param {string} date
 * @param {number} months
 */
export function addMonths(date, months) {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoDate(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

/** Months since the year 0, to count with. @param {string} date */
export function monthOf(date) {
  const [year = 0, month = 0] = date.split("-").map(Number);
  return 12 * year + month - 1;
}

/** The first day of such a month. @param {number} month */
export const firstOf = (month) => isoDate(Date.UTC(Math.floor(month / 12), month % 12, 1));

/** @param {string} date */
function isWeekend(date) {
  return [0, 6].includes(new Date(date).getUTCDay());
}

/** @param {string} date */
export function isWorkday(date) {
  return date in chineseDays.workdays || (!isWeekend(date) && !(date in chineseDays.holidays));
}

/**
 * The day that is so many working days after a date.
 * @param {string} date
 * @param {number} count
 * @returns {string}
 */
export function workdayAfter(date, count) {
  if (count === 0) return date;
  const next = addDays(date, 1);
  return workdayAfter(next, isWorkday(next) ? count - 1 : count);
}

const lunarCalendar = new Intl.DateTimeFormat("en-u-ca-chinese", {
  timeZone: "UTC",
  month: "numeric",
  day: "numeric",
});

/** Month and day of the lunar calendar, "8-15". @param {string} date */
function lunarDay(date) {
  const parts = lunarCalendar.formatToParts(Date.parse(date));
  return ["month", "day"].map((type) => parts.find((part) => part.type === type)?.value).join("-");
}

/** 清明 of 2020 … 2026. */
const tombSweepingDays = "2020-04-04 2021-04-04 2022-04-05 2023-04-05 2024-04-04 2025-04-04 2026-04-05".split(" ");

/** The days paid at 300 %: 11 a year, and 13 from 2025. @param {string} date */
export function isStatutoryHoliday(date) {
  const year = date.slice(0, 4);
  const fixed = ["01-01", "05-01", "10-01", "10-02", "10-03", ...(year >= "2025" ? ["05-02"] : [])];
  if (fixed.includes(date.slice(5)) || tombSweepingDays.includes(date)) return true;
  if (["1-1", "1-2", "1-3", "5-5", "8-15"].includes(lunarDay(date))) return true;
  if (date === "2020-10-04") return true; // the Mid-Autumn Festival fell on 1 October
  return year >= "2025" && lunarDay(addDays(date, 1)) === "1-1";
}
