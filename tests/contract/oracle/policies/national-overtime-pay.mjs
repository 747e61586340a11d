import { addDays, isStatutoryHoliday, isWorkday } from "../days.mjs";
import { exact, sum } from "../fraction.mjs";
import { cents, maxFen } from "../random.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Random } from "../random.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const rows = () => form.rows("overtime");
  /** @param {string} kind */
  const ofClass = (kind) => rows().filter((row) => dayClass(row.text("date")) === kind);
  const workdayHours = () => hoursOf(ofClass("workday"));
  const restDayHours = () => hoursOf(ofClass("restDay").filter((row) => !row.yes("timeOffGiven")));
  const statutoryHolidayHours = () => hoursOf(ofClass("statutoryHoliday"));
  const hourlyWage = () => form.number("monthlyWage").over(exact("21.75")).over(exact(8));
  const weightedHours = () =>
    workdayHours()
      .times(exact("1.5"))
      .plus(restDayHours().times(exact(2)))
      .plus(statutoryHolidayHours().times(exact(3)));
  return {
    values: { hourlyWage, workdayHours, restDayHours, statutoryHolidayHours },
    amount: () => weightedHours().times(hourlyWage()),
    rows: { overtime: () => rows().map((row) => ({ class: dayClass(row.text("date")) })) },
    warnings: {
      "over-daily-limit": () => anyAbove(ofClass("workday"), 10, 3),
      "over-monthly-limit": () => anyAbove([...ofClass("workday"), ...ofClass("restDay")], 7, 36),
      "over-24-hours": () => anyAbove(rows(), 10, 24),
      "repeated-row": () =>
        rows().some((row, place) =>
          rows()
            .slice(0, place)
            .some((other) => isSame(row, other)),
        ),
    },
  };
}

/** @type {Map<string, string>} */
const dayClasses = new Map();

/** @param {string} date */
function dayClass(date) {
  const found = dayClasses.get(date) ?? classify(date);
  dayClasses.set(date, found);
  return found;
}

/** @param {string} date */
function classify(date) {
  if (isStatutoryHoliday(date)) return "statutoryHoliday";
  return isWorkday(date) ? "workday" : "restDay";
}

/** @param {Form[]} rows */
const hoursOf = (rows) => sum(rows.map((row) => row.number("hours")));

/**
 * Whether the hours of any one day (10 characters of the date) or month (7) are above a limit.
 * @param {Form[]} rows
 * @param {7 | 10} length
 * @param {number} limit
 */
function anyAbove(rows, length, limit) {
  const periods = rows.map((row) => row.text("date").slice(0, length));
  return periods.some((period) => {
    const hours = hoursOf(rows.filter((row) => row.text("date").startsWith(period)));
    return !hours.atMost(exact(limit));
  });
}

/** Time off is asked on rest days only. @param {Form} one @param {Form} other */
function isSame(one, other) {
  const isRestDay = dayClass(one.text("date")) === "restDay";
  const [hours, otherHours] = [one.number("hours"), other.number("hours")];
  return (
    one.text("date") === other.text("date") &&
    hours.atMost(otherHours) &&
    otherHours.atMost(hours) &&
    (!isRestDay || one.yes("timeOffGiven") === other.yes("timeOffGiven"))
  );
}

/** @param {Random} random */
export function inputs(random) {
  return {
    monthlyWage: cents(random, random.pick([1, 274_000, 2 * random.int(1, 2_000_000), 1 + random.scaled(maxFen - 1)])),
    overtime: random.pick([() => scatteredOvertime(random), () => busyMonth(random)])(),
  };
}

const calendar = Array.from({ length: 2557 }, (_, day) => addDays("2020-01-01", day));

/** Statutory days, other days off on a weekday, days worked at a weekend, and the days next to them. */
const specialDays = calendar.filter((date) => {
  const isWeekend = [0, 6].includes(new Date(date).getUTCDay());
  return isStatutoryHoliday(date) || isWorkday(date) === isWeekend;
});

/** @param {Random} random */
function scatteredOvertime(random) {
  const days = random.pick([specialDays, calendar, calendar.slice(0, 3), calendar.slice(-3)]);
  return random.rows(8, () => {
    const date = random.chance(0.5) ? random.pick(days) : random.dayNear(days);
    const hundredths = random.pick([300, 301, 299, 150, 151, 1, 2400, random.int(1, 2400)]);
    return overtimeRow(random, isInCalendar(date) ? date : random.pick(days), hundredths);
  });
}

/** @param {string} date */
const isInCalendar = (date) => date >= "2020-01-01" && date <= "2026-12-31";

/** About 36 hours in one month, now and then with one day of the next. @param {Random} random */
function busyMonth(random) {
  const month = random.pick(calendar).slice(0, 7);
  const days = calendar.filter((date) => date.startsWith(month));
  const from = random.int(0, days.length - 13);
  const last = random.pick([300, 300, 301, 299]);
  const rows = days
    .slice(from, from + 12)
    .map((date, place) => overtimeRow(random, date, place === 11 ? last : 300, random.chance(0.2)));
  const after = addDays(days[days.length - 1] ?? "", 1);
  return isInCalendar(after) && random.chance(0.5) ? [...rows, overtimeRow(random, after, 1)] : rows;
}

/**
 * @param {Random} random
 * @param {string} date
 * @param {number} hundredths
 */
function overtimeRow(random, date, hundredths, timeOffGiven = random.chance(0.4)) {
  return { date, hours: cents(random, hundredths), timeOffGiven };
}
