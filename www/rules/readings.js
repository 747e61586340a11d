/** @import { ReadingDescription } from "wengang" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * What is other by another reading of the notice.
 * @param {ReadingDescription} reading
 * @param {Messages} messages
 */
export function readingText({ values, parameters, definitions }, { table, separator }) {
  const other = [
    ...values.map(({ label, formula }) => table.value(label, formula)),
    ...parameters.map(({ label, display }) => table.value(label, display)),
    ...definitions.map(({ label, text }) => table.value(label, text)),
  ];
  return other.join(separator);
}
