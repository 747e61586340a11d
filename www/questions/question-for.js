import { html } from "lit";
import { live } from "lit/directives/live.js";
import "./choice-question.js";
import "./date-question.js";
import "./text-question.js";

/** @import { InputDescription, Locale } from "wengang" */
/** @import { PlacedProblem } from "../answers/evaluation.js" */

/**
 * The element that asks for one input, by the input's type.
 * @param {object} question
 * @param {InputDescription} question.input
 * @param {string} question.answer
 * @param {unknown} question.read what the answer was read as; undefined where it could not be
 * @param {PlacedProblem | undefined} question.problem
 * @param {boolean} [question.open] whether the answer is still needed
 * @param {string} [question.doubt] why the answer may be worth another look
 * @param {Locale} question.locale
 */
export function questionFor({ input, answer, read, problem, open = false, doubt = "", locale }) {
  switch (input.type) {
    case "boolean":
    case "choice":
    case "choices":
      return html`<wengang-choice-question
        data-field=${input.id} .input=${input} .answer=${answer} .read=${live(read)} .problem=${problem} .open=${open} .doubt=${doubt}
        .locale=${locale}
      ></wengang-choice-question>`;
    case "date":
      return html`<wengang-date-question
        data-field=${input.id} .input=${input} .answer=${answer} .read=${live(read)} .problem=${problem} .open=${open} .doubt=${doubt}
        .locale=${locale}
      ></wengang-date-question>`;
    default:
      return html`<wengang-text-question
        data-field=${input.id} .input=${input} .answer=${answer} .read=${live(read)} .problem=${problem} .open=${open} .doubt=${doubt}
        .locale=${locale}
      ></wengang-text-question>`;
  }
}
