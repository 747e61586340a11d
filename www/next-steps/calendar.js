import { download } from "../shared/download.js";
import { calendarFile } from "./calendar-file.js";

/** @import { Assessment, Description } from "wengang" */
/** @import { CalendarDay } from "./calendar-file.js" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * The days of a policy's deadlines.
 * @param {Description} description
 * @param {Assessment["deadlines"]} deadlines
 * @param {Messages} messages
 * @returns {CalendarDay[]}
 */
export function calendarDays({ id: policy, region, title, deadlines: rules }, deadlines, { answer }) {
  return deadlines.map(({ id, label, date }) => {
    const rule = rules.find((one) => one.id === id);
    return {
      id: `${policy}-${id}-${date}`,
      date,
      title: `${label} · ${title}`,
      text: `${region} ${title}\n${answer.rule(rule?.formula ?? "")}`,
      url: rule?.source?.url,
    };
  });
}

/**
 * Gives the reader a calendar file.
 * @param {string} name
 * @param {CalendarDay[]} days
 */
export function downloadCalendar(name, days) {
  download(`${name}.ics`, "text/calendar;charset=utf-8", calendarFile(days, new Date()));
}
