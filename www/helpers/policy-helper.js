import { css, html, nothing } from "lit";
import { answerText } from "../answers/answer-text.js";
import { fromInputs, toText } from "../answers/answers.js";
import { choicesOf } from "../answers/choices.js";
import { badPlaces, emptyFields, evaluateAnswers } from "../answers/evaluation.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";

/** @import { Description, InputDescription } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Evaluation } from "../answers/evaluation.js" */
/** @import { AnswersEvent } from "../questions/question-list.js" */

/** Works out the answer to a question by another policy: that policy's own questions, and what comes of them. */
export class PolicyHelper extends LocalisedElement {
  static properties = {
    input: { attribute: false },
    description: { attribute: false },
    answers: { attribute: false },
  };

  static styles = [
    base,
    css`
      h4 {
        margin-bottom: calc(var(--step) * 2);
      }

      .outcome {
        margin-top: calc(var(--step) * 3);
        padding-top: calc(var(--step) * 2);
        border-top: 1px solid var(--line);
      }

      .answer {
        font-size: var(--large);
        font-weight: 600;
      }

      .outcome .button {
        margin-top: var(--step);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {InputDescription} */
    this.input = { id: "", label: "", type: "text", optional: false };
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Answers | undefined} */
    this.answers = undefined;
  }

  /** @returns {{ value: string, inputs: Record<string, unknown> }} */
  get #helper() {
    const { helper } = this.input;
    return helper?.kind === "policy" ? helper : { value: "", inputs: {} };
  }

  /**
   * The answer as it would be typed; empty while it is not known, or is none that the question allows.
   * @param {Evaluation} evaluation
   */
  #outcome({ assessment }) {
    const { value } = this.#helper;
    const answer = toText(this.input, value === "amount" ? assessment.amount : assessment.values[value]);
    const choices = choicesOf(this.input, this.messages);
    return choices.length === 0 || choices.some(({ id }) => id === answer) ? answer : "";
  }

  render() {
    const { description } = this;
    if (!description) return nothing;
    const answers = this.answers ?? fromInputs(description, this.#helper.inputs);
    const evaluation = evaluateAnswers(description, answers, { locale: this.locale });
    return html`
      <h4>${description.title}</h4>
      <wengang-question-list
        compact
        .description=${description}
        .answers=${answers}
        .evaluation=${evaluation}
        .locale=${this.locale}
        @wengang-answers=${(/** @type {AnswersEvent} */ event) => {
          event.stopPropagation();
          this.tell("wengang-worked", { answers: event.detail.answers });
        }}
      ></wengang-question-list>
      <div class="outcome">${this.#result(evaluation, answers)}</div>
    `;
  }

  /**
   * @param {Evaluation} evaluation
   * @param {Answers} answers
   */
  #result(evaluation, answers) {
    const { helper, result, separator } = this.messages;
    const outcome = this.#outcome(evaluation);
    const empty = emptyFields(evaluation).length;
    const bad = badPlaces(evaluation).length;
    const remarks = [empty > 0 ? result.stillMissing(empty) : "", bad > 0 ? result.badEntries(bad) : ""].filter(
      Boolean,
    );
    if (outcome === "") return html`<p class="muted" role="status">${remarks.join(separator) || helper.unknown}</p>`;
    const text = answerText(this.input, outcome, this.messages);
    const step = evaluation.assessment.steps.find(({ id }) => id === this.#helper.value);
    return html`
      <p role="status"><span class="answer">${text}</span> <span class="muted small">${remarks.join(separator)}</span></p>
      ${step ? html`<p class="muted small">${step.substituted}</p>` : nothing}
      ${evaluation.assessment.warnings.map(({ message }) => html`<p class="caution small">${message}</p>`)}
      <button type="button" class="button main" @click=${() => this.tell("wengang-worked", { answers, given: outcome })}>
        ${helper.fillIn(text)}
      </button>
    `;
  }
}

customElements.define("wengang-policy-helper", PolicyHelper);
