/** @import { Choice, InputDescription } from "wengang" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * What can be chosen as an answer; yes and no are choices too.
 * @param {InputDescription} input
 * @param {Messages} messages
 * @returns {Choice[]}
 */
export function choicesOf(input, { form }) {
  if (input.type !== "boolean") return input.choices ?? [];
  return [
    { id: "true", label: form.yes },
    { id: "false", label: form.no },
  ];
}
