import { html } from "lit";
import { fragmentOf } from "../shared/address.js";

/** @import { Case } from "./shared-questions.js" */
/** @import { Answers } from "../answers/answers.js" */

/**
 * A calculator is asked for, with the answers that it can start from. Whoever takes it over prevents the default, which is
 * to follow the link.
 * @typedef {CustomEvent<{ policy: string, answers: Answers }>} OpenPolicyEvent
 */

/**
 * A link to a policy's calculator that takes the answers along.
 * @param {Case} one
 * @param {unknown} [text]
 */
export function policyLink({ description: { id, title }, answers }, text = title) {
  const open = (/** @type {MouseEvent} */ click) => {
    // A new tab or window is the browser's business.
    if (click.button !== 0 || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
    const detail = { policy: id, answers: { ...answers } };
    const event = new CustomEvent("wengang-open-policy", { detail, bubbles: true, composed: true, cancelable: true });
    if (!click.currentTarget?.dispatchEvent(event)) click.preventDefault();
  };
  return html`<a href=${fragmentOf({ view: "policy", policy: id })} @click=${open}>${text}</a>`;
}
