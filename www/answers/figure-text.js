import { groupThousands } from "./number-text.js";

/** @import { InputDescription } from "wengang" */

/**
 * A plain number with thousands separators, except for four digits that may be a year.
 * @param {InputDescription["type"]} type
 * @param {string} text
 */
export function figureText(type, text) {
  return (type === "money" ? /^\d+(\.\d+)?$/ : /^\d{5,}(\.\d+)?$/).test(text) ? groupThousands(text) : text;
}
