/** @import { readingOf } from "../answers/number-text.js" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * How a figure was read, in words; empty where that is not worth saying.
 * @param {ReturnType<typeof readingOf>} reading
 * @param {string} unit
 * @param {Messages} messages
 */
export function readingText(reading, unit, { question, result }) {
  if (!reading) return "";
  const figure = result.measure(reading.figure, unit);
  return reading.about ? question.about(figure) : question.figure(figure, reading.inWan);
}
