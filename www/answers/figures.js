import { choicesOf, chosenIn } from "./choices.js";
import { fractionToPercent, groupThousands } from "./number-text.js";

/** @import { Description, InputDescription, ParameterDescription } from "wengang" */
/** @import { Evaluation } from "./evaluation.js" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * One figure behind the result: a computed value, an answer, a parameter, a table of answers, or the amount itself.
 * @typedef {object} Figure
 * @property {"value" | "input" | "parameter" | "table" | "amount"} kind
 * @property {string} id
 * @property {string} label
 * @property {string} text as the reader wants it; empty while unknown
 * @property {string} decimal for placing it in a drawing; empty where it is no number
 * @property {boolean} isPercentage
 * @property {ParameterDescription} [parameter]
 */

/**
 * The figure with this id as it stands at present; undefined where the policy has none by that name.
 * @param {string} id
 * @param {Description} description
 * @param {Evaluation} evaluation
 * @param {Messages} messages
 * @returns {Figure | undefined}
 */
export function figureOf(id, description, { assessment, inputs }, messages) {
  const value = description.values.find((one) => one.id === id);
  if (value) {
    const text = assessment.steps.find((step) => step.id === id)?.display ?? "";
    const isPercentage = value.type === "percentage";
    return { kind: "value", id, label: value.label, text, decimal: String(assessment.values[id] ?? ""), isPercentage };
  }
  const input = description.inputs.find((one) => one.id === id);
  if (input) {
    const answer = inputs[id];
    const isPercentage = input.type === "percentage";
    const text = answerText(input, answer, messages);
    return { kind: "input", id, label: input.label, text, decimal: String(answer ?? ""), isPercentage };
  }
  const parameter = description.parameters.find((one) => one.id === id);
  if (parameter) {
    const { label, display, value: decimal } = parameter;
    const isPercentage = display?.endsWith("%") ?? false;
    return { kind: "parameter", id, label, text: display ?? "", decimal: decimal ?? "", isPercentage, parameter };
  }
  const table = description.tables.find((one) => one.id === id);
  if (table) {
    const rows = inputs[id];
    const text = Array.isArray(rows) ? messages.answer.rows(rows.length) : "";
    return { kind: "table", id, label: table.label, text, decimal: "", isPercentage: false };
  }
  if (id !== "amount" || !description.amount) return undefined;
  const { amount } = assessment;
  const text = amount === null ? "" : messages.result.yuan(groupThousands(amount));
  return { kind: "amount", id, label: description.amount.label, text, decimal: amount ?? "", isPercentage: false };
}

/**
 * An answer as a reader wants it.
 * @param {InputDescription} input
 * @param {unknown} answer as the engine read it
 * @param {Messages} messages
 */
function answerText(input, answer, messages) {
  const { type, unit, choices } = input;
  const { form, answer: texts } = messages;
  if (answer === undefined || answer === null || answer === "") return "";
  const text = String(answer);
  switch (type) {
    case "boolean":
      return answer ? form.yes : form.no;
    case "choice":
      return choices?.find(({ id }) => id === text)?.label ?? text;
    case "choices": {
      const chosen = chosenIn(input, "", answer);
      const labels = choicesOf(input, messages)
        .filter(({ id }) => chosen.includes(id))
        .map(({ label }) => label);
      return labels.join(messages.listSeparator);
    }
    case "percentage":
      return `${fractionToPercent(text)}%`;
    case "count":
      return texts.quantity(Number(text), unit);
    case "money":
    case "number":
      return [text.split("÷").map(groupThousands).join("÷"), unit].filter(Boolean).join(" ");
    default:
      return text;
  }
}
