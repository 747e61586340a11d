import { messagesIn } from "../../../www/messages/all.js";
import { sinceThen } from "../../../www/situations/link-text.js";
import { Form } from "./form.js";

/** @import { KeptResult } from "../../../www/keeping/mini-program.js" */

/**
 * A result that was handed over, worked out again. It is as it was, or says what has changed.
 * @param {KeptResult} kept
 */
export function workedOut(kept) {
  const form = new Form(kept.policy, kept.locale === "en" ? "en" : "zh-CN", kept.inputs);
  const { description, evaluation } = form;
  const since = sinceThen(kept, description, evaluation.assessment, messagesIn(form.locale));
  const { title, region, result } = form.view;
  return { title, region, result, text: form.text, changed: since.same ? [] : since.sentences };
}
