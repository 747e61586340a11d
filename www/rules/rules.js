import { figureText } from "../answers/figure-text.js";
import { fractionToPercent, unitOf } from "../answers/number-text.js";

/** @import { Description, InputDescription } from "wengang" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * The names under which a rule page has its rules, for links to them. Inputs, tables, parameters and values go by their own id, and
 * the amount by `amount`; these are for everything else, whose ids may be the same as one of those.
 */
export const ruleId = {
  /** @param {string} id */
  condition: (id) => `condition.${id}`,
  /** @param {string} id */
  deadline: (id) => `deadline.${id}`,
  /** @param {string} code */
  warning: (code) => `warning.${code}`,
  /** A column, a row value, or a reason for which a row is turned down. @param {string} table @param {string} id */
  ofTable: (table, id) => `${table}.${id}`,
  /** @param {number} number */
  source: (number) => `source.${number}`,
  /** @param {string} name */
  part: (name) => `part.${name}`,
};

/**
 * Where a rule may be that was asked for by an id of its own.
 * @param {string} rule
 */
export function rulesMeant(rule) {
  return [rule, ruleId.condition(rule), ruleId.deadline(rule), ruleId.warning(rule), ruleId.part(rule)];
}

/**
 * What the ids in formulas are called.
 * @param {Description} description
 * @returns {Map<string, string>}
 */
export function ruleLabels({ inputs, tables, schedules = [], parameters, values }) {
  return new Map([...inputs, ...tables, ...schedules, ...parameters, ...values].map(({ id, label }) => [id, label]));
}

/**
 * What may be filled in, in words: "整数，1至100人".
 * @param {InputDescription} input
 * @param {Messages} messages
 */
export function inputFacts(input, messages) {
  const { separator, listSeparator, form, rulePage } = messages;
  const { type, choices = [], decimals = 0, optional } = input;
  const facts = [
    choices.length > 0
      ? (type === "choices" ? rulePage.severalChoices : rulePage.choices)(
          choices.map(({ label }) => label).join(listSeparator),
        )
      : rulePage.kinds[type === "count" || (type === "number" && input.decimals === 0) ? "count" : type],
    bounds(input, messages),
    type !== "percentage" && decimals > 0 ? rulePage.decimals(decimals) : "",
    optional ? form.optional : "",
  ];
  return facts.filter(Boolean).join(separator);
}

/**
 * @param {InputDescription} input
 * @param {Messages} messages
 */
function bounds(input, messages) {
  const { type, min, max, minExclusive = false, choices } = input;
  const { result, rulePage } = messages;
  if (choices) return "";
  const unit = type === "percentage" ? "" : unitOf(input, messages);
  if (min !== undefined && max !== undefined) {
    const range = minExclusive ? rulePage.above : rulePage.between;
    return result.measure(range(boundText(type, min), boundText(type, max)), unit);
  }
  return unit && rulePage.unit(unit);
}

/**
 * @param {InputDescription["type"]} type
 * @param {string} bound
 */
function boundText(type, bound) {
  if (type === "date") return bound;
  return type === "percentage" ? `${fractionToPercent(bound)}%` : figureText(type, bound);
}
