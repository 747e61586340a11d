/**
 * A whole day in a calendar.
 * @typedef {object} CalendarDay
 * @property {string} id stays the same for the same day, so that a calendar does not list it twice
 * @property {string} date `YYYY-MM-DD`
 * @property {string} title
 * @property {string} text
 * @property {string | undefined} [url] where the rule stands
 */

/** Nine o'clock in the morning, three days before. */
const REMINDER = "-P2DT15H";

/**
 * A calendar file (RFC 5545) with days, and a reminder three days before each.
 * @param {CalendarDay[]} days
 * @param {Date} written
 */
export function calendarFile(days, written) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//wengang//wengang calculator//ZH",
    "CALSCALE:GREGORIAN",
    ...days.flatMap((day) => eventLines(day, written)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * @param {CalendarDay} day
 * @param {Date} written
 */
function eventLines({ id, date, title, text, url }, written) {
  return [
    "BEGIN:VEVENT",
    `UID:${id}@wengang`,
    `DTSTAMP:${written.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(date))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    ...(url ? [`URL:${url}`] : []),
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:${REMINDER}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** @param {string} date */
const compact = (date) => date.replace(/-/g, "");

/** @param {string} date */
function dayAfter(date) {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");

const LONGEST_LINE_OCTETS = 75;

/**
 * A long line goes on after a line break and a space; no character is torn apart.
 * @param {string} line
 */
function folded(line) {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > LONGEST_LINE_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}
