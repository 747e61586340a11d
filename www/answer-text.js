import { figureText } from "./figure-text.js";

/** @import { InputDescription } from "wengang" */
/** @import { Messages } from "./messages/zh-cn.js" */

/**
 * An answer as typed, in the words of a reader; empty for one that is not given.
 * @param {InputDescription} input
 * @param {string} answer
 * @param {Messages} messages
 */
export function answerText({ type, unit, choices }, answer, { form }) {
  const text = answer.trim();
  if (text === "") return "";
  if (type === "boolean") return text === "true" ? form.yes : form.no;
  if (type === "choice") return choices?.find(({ id }) => id === text)?.label ?? text;
  if (type === "date" || type === "text") return text;
  const figure = figureText(type, text);
  if (type === "percentage") return `${figure}%`;
  return unit ? `${figure} ${unit}` : figure;
}
