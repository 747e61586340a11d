import { choicesOf, chosenIn } from "../../../www/answers/choices.js";
import { readingOf } from "../../../www/answers/number-text.js";
import { boundsHint } from "../../../www/questions/bounds.js";
import { readingText } from "../../../www/questions/reading-text.js";

/** @import { InputDescription } from "wengang" */
/** @import { PlacedProblem } from "../../../www/answers/evaluation.js" */
/** @import { Messages } from "../../../www/messages/zh-cn.js" */

/** More choices than this are rolled through instead of listed. */
const MOST_LISTED = 4;

/** Keyboards of WeChat; that for `digit` has a point. @type {Partial<Record<InputDescription["type"], string>>} */
const KEYBOARDS = { count: "number", money: "digit", number: "digit", percentage: "digit" };

/**
 * A question as a template draws it.
 * @param {string} key tells it from all others in the form
 * @param {InputDescription} input
 * @param {string} text the answer as typed
 * @param {unknown} read what it was read as; undefined where it could not be
 * @param {PlacedProblem | undefined} problem shown with it
 * @param {Messages} messages
 */
export function questionView(key, input, text, read, problem, messages) {
  const { label, help = "", type, unit = "", optional } = input;
  const choices = choicesOf(input, messages);
  const chosen = chosenIn(input, text, read);
  const position = choices.findIndex(({ id }) => chosen.includes(id));
  const labels = choices.map((choice) => choice.label);
  return {
    key,
    label,
    help,
    unit: type === "percentage" ? "%" : unit,
    optional,
    text,
    control: controlFor(type, choices.length),
    keyboard: KEYBOARDS[type] ?? "text",
    choices: choices.map((choice) => ({ ...choice, chosen: chosen.includes(choice.id) })),
    labels,
    /** Rollers begin with the first. */
    position: Math.max(0, position),
    chosen: labels[position] ?? "",
    from: type === "date" ? (input.min ?? "") : "",
    to: type === "date" ? (input.max ?? "") : "",
    hint: text === "" ? boundsHint(input, messages) : reading(input, text, read, messages),
    problem: problem?.message ?? "",
  };
}

/**
 * @param {InputDescription["type"]} type
 * @param {number} choices
 */
function controlFor(type, choices) {
  if (type === "date") return "date";
  if (type === "choices") return "boxes";
  if (choices === 0) return "text";
  return choices > MOST_LISTED ? "roller" : "list";
}

/**
 * How a figure is read, where that is worth saying.
 * @param {InputDescription} input
 * @param {string} text
 * @param {unknown} read
 * @param {Messages} messages
 */
function reading({ type, unit = "" }, text, read, messages) {
  if (!KEYBOARDS[type] || type === "percentage" || typeof read !== "string") return "";
  const words = readingText(readingOf(text, read, unit), unit, messages);
  return words && messages.question.readAs(words);
}
