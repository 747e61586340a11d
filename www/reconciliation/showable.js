import { choicesOf } from "../answers/choices.js";
import { unitOf } from "../answers/number-text.js";

/** @import { Choice, Description, InputDescription, ValueDescription } from "wengang" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * Something that an authority may show of a policy: a figure, as text, or one of some choices. `isCommon` says that most do.
 * @typedef {{ id: string, label: string, unit: string, choices: Choice[], isCommon: boolean }} Showable
 */

const CHOSEN = ["choice", "boolean"];

/**
 * What an authority may show of a policy: verdict, amount, what is worked out, and the choices among the answers.
 * @param {Description} description
 * @param {string[]} asked
 * @param {Messages} messages
 * @returns {Showable[]}
 */
export function showable({ values, amount, conditions, inputs }, asked, messages) {
  const { reconciliation, result } = messages;
  const compared = conditions.map(({ comparison }) => comparison?.value);
  const limits = conditions.map(({ comparison }) => comparison?.limit);
  const verdicts = [
    { id: "eligible", label: result.eligible },
    { id: "ineligible", label: result.ineligible },
  ];
  const own = (/** @type {ValueDescription | InputDescription} */ one, /** @type {boolean} */ isCommon) => {
    const { id, label, type } = one;
    const choices = CHOSEN.includes(type) ? choicesOf(one, messages) : [];
    return { id, label, unit: unitOf(one, messages), choices, isCommon };
  };
  return [
    ...(conditions.length > 0
      ? [{ id: "eligibility", label: reconciliation.verdict, unit: "", choices: verdicts, isCommon: true }]
      : []),
    ...(amount ? [{ id: "amount", label: amount.label, unit: result.yuanUnit, choices: [], isCommon: true }] : []),
    ...values.flatMap((value) => (compared.includes(value.id) ? [own(value, true)] : [])),
    ...values
      .filter(({ id, type }) => !compared.includes(id) && type !== "choices")
      .map((value) => own(value, value.type === "percentage" && !limits.includes(value.id))),
    ...inputs.filter(({ id, type }) => type === "choice" && asked.includes(id)).map((input) => own(input, false)),
  ];
}

/**
 * What is shown as the engine takes it: a figure that stands beside a sign of per cent has it.
 * @param {Showable[]} all
 * @param {Record<string, string>} texts as typed
 */
export function displayed(all, texts) {
  /** @type {Record<string, string>} */
  const shown = {};
  for (const { id, unit } of all) {
    const text = (texts[id] ?? "").trim();
    if (text !== "") shown[id] = unit === "%" && /\d$/.test(text) ? `${text}%` : text;
  }
  return shown;
}
