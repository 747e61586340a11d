/** @import { Choice, InputDescription } from "wengang" */
/** @import { Messages } from "../messages/zh-cn.js" */

/** Says of choices several of which may hold that none does; no choice has this id. */
const NONE = "none";

/**
 * What can be chosen as an answer; yes and no are choices too, and so is none of several.
 * @param {Pick<InputDescription, "type" | "choices" | "min">} input
 * @param {Messages} messages
 * @returns {Choice[]}
 */
export function choicesOf({ type, choices = [], min }, { form }) {
  if (type === "choices" && Number(min) === 0) return [...choices, { id: NONE, label: form.noneOfThese }];
  if (type !== "boolean") return choices;
  return [
    { id: "true", label: form.yes },
    { id: "false", label: form.no },
  ];
}

/**
 * The ids of what an answer names, however it does: of one choice, or of several. What names nothing stands as it is.
 * @param {InputDescription} input
 * @param {string} answer
 * @param {unknown} [read] what it was read as; undefined where it could not be
 */
export function chosenIn({ type }, answer, read) {
  if (type !== "choices") return [read === undefined ? answer : String(read)];
  return (Array.isArray(read) ? chosenText(read) : answer).split(",").map((id) => id.trim());
}

/**
 * Several choices as an answer is kept.
 * @param {unknown[]} ids
 */
export function chosenText(ids) {
  return ids.join(",") || NONE;
}

/**
 * An answer once one of several choices has been taken, or taken back. None excludes all others.
 * @param {InputDescription} input
 * @param {string[]} chosen
 * @param {string} id
 */
export function toggled({ choices = [] }, chosen, id) {
  const isTaken = !chosen.includes(id);
  if (id === NONE) return isTaken ? NONE : "";
  const isChosen = (/** @type {string} */ one) => (one === id ? isTaken : chosen.includes(one));
  return choices
    .map((choice) => choice.id)
    .filter(isChosen)
    .join(",");
}
