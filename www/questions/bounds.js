import { fractionToPercent, groupThousands } from "../answers/number-text.js";

/** @import { InputDescription, InputType } from "wengang" */
/** @import { Messages } from "../messages/zh-cn.js" */

/** Bounds that every field of a type has and that nobody needs to be told. @type {Partial<Record<InputType, string[]>>} */
const USUAL = {
  count: ["0", "100000000"],
  number: ["0", "100000000"],
  money: ["0", "1000000000000"],
  date: ["2000-01-01", "2100-12-31"],
  percentage: ["0"],
};

/**
 * What may be filled in, where that is not obvious and the help does not say it already.
 * @param {InputDescription} input
 * @param {Messages} messages
 */
export function boundsHint(input, { question }) {
  const { type, min, max, minExclusive, pattern, help = "" } = input;
  if (pattern) return question.form(pattern);
  const usual = USUAL[type] ?? [];
  const lower = min !== undefined && !usual.includes(min) ? readable(input, min) : "";
  const upper = max !== undefined && !usual.includes(max) ? readable(input, max) : "";
  if ((lower || upper) && help.includes(lower) && help.includes(upper)) return "";
  if (lower && upper) return question.between(lower, upper);
  if (type === "date" && (lower || upper)) return lower ? question.notBefore(lower) : question.notAfter(upper);
  if (upper) return question.atMost(upper);
  if (lower) return minExclusive ? question.moreThan(lower) : question.atLeast(lower);
  return "";
}

/**
 * @param {InputDescription} input
 * @param {string} bound
 */
function readable({ type, unit = "" }, bound) {
  if (type === "date") return bound;
  if (type === "percentage") return `${fractionToPercent(bound)}%`;
  // A year is written without separators.
  return /^(年|year)/.test(unit) ? bound : groupThousands(bound);
}
