import { choicesOf } from "./choices.js";
import { groupThousands } from "./number-text.js";

/** @import { InputDescription } from "wengang" */
/** @import { Messages } from "./messages/zh-cn.js" */

/**
 * An answer as a reader wants it: "小型", "12,300.00 元".
 * @param {InputDescription} input
 * @param {string} answer
 * @param {Messages} messages
 */
export function answerText(input, answer, messages) {
  const choice = choicesOf(input, messages).find(({ id }) => id === answer);
  if (choice) return choice.label;
  if (input.type === "percentage") return `${answer}%`;
  if (input.type === "text" || input.type === "date") return answer;
  return `${groupThousands(answer)} ${input.unit ?? ""}`.trim();
}
