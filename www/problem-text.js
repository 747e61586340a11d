import { choicesOf } from "./choices.js";

/** @import { InputDescription } from "wengang" */
/** @import { PlacedProblem } from "./evaluation.js" */
/** @import { Messages } from "./messages/zh-cn.js" */

/**
 * What is wrong with an answer, for whoever gave it: the engine names choices by their ids, a reader knows their labels.
 * @param {PlacedProblem} problem
 * @param {InputDescription} input
 * @param {string} answer
 * @param {Messages} messages
 */
export function messageOf(problem, input, answer, messages) {
  const choices = choicesOf(input, messages);
  if (problem.code === "required" || choices.length === 0) return problem.message;
  return messages.question.notAChoice(
    choices.map(({ label }) => label),
    answer,
  );
}
