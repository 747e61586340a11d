import { choicesOf } from "./choices.js";
import { figureText } from "./figure-text.js";

/** @import { InputDescription } from "wengang" */
/** @import { Messages } from "./messages/zh-cn.js" */

/**
 * An answer as typed, in the words of a reader; empty for one that is not given.
 * @param {InputDescription} input
 * @param {string} answer
 * @param {Messages} messages
 */
export function answerText(input, answer, messages) {
  const text = answer.trim();
  const { type, unit } = input;
  const choice = choicesOf(input, messages).find(({ id }) => id === text);
  if (choice) return choice.label;
  if (text === "" || type === "date" || type === "text") return text;
  const figure = figureText(type, text);
  if (type === "percentage") return `${figure}%`;
  return messages.result.measure(figure, unit);
}
