import { textOf } from "../answers/answers.js";
import { keysOf } from "./shared-questions.js";

/** @import { Description } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */

/**
 * One fact is the same wherever it is filled in: what was changed in the form of a policy, the profile says too.
 * @param {Description} chinese
 * @param {Answers} before
 * @param {Answers} after
 * @param {Record<string, string>} profile
 */
export function intoProfile(chinese, before, after, profile) {
  const answers = { ...profile };
  for (const [field, key] of Object.entries(keysOf(chinese))) {
    const text = textOf(after, field);
    if (text !== textOf(before, field)) answers[key] = text;
  }
  return answers;
}

/**
 * The other way round: what was changed in the profile, of that which the form of a policy says already.
 * @param {Description} chinese
 * @param {Record<string, string>} before
 * @param {Record<string, string>} after
 * @param {Answers} own
 */
export function fromProfile(chinese, before, after, own) {
  const answers = { ...own };
  for (const [field, key] of Object.entries(keysOf(chinese))) {
    const text = after[key] ?? "";
    if (text !== (before[key] ?? "") && textOf(own, field) !== "") answers[field] = text;
  }
  return answers;
}
