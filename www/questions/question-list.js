import { css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { fromInputs, isEmpty, rowsOf, textOf, WORKINGS, withWorking, workingOf } from "../answers/answers.js";
import { refilled } from "../answers/local-rules.js";
import { Awaiting } from "../shared/awaited.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { questionFor } from "./question-for.js";

/** @import { Description } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { WorkingEvent } from "../helpers/answer-helper.js" */
/** @import { Evaluation, Place } from "../answers/evaluation.js" */
/** @import { FillEvent } from "./local-rules.js" */
/** @import { AnswerEvent, Question } from "./question.js" */
/** @import { RowsEvent, TableQuestion } from "../table/table-question.js" */

/**
 * What a change in the form tells: everything answered for the policy.
 * @typedef {CustomEvent<{ answers: Answers }>} AnswersEvent
 */

/** The questions that are asked in the present situation, in the policy's order. */
export class QuestionList extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    answers: { attribute: false },
    evaluation: { attribute: false },
    compact: { type: Boolean, reflect: true },
    locked: { attribute: false },
    visited: { state: true },
  };

  static styles = [
    base,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        column-gap: calc(var(--step) * 2);
        min-height: var(--target);
      }

      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr));
        gap: calc(var(--step) * 3.5) calc(var(--step) * 6);
        margin-top: var(--step);
      }

      wengang-table-question,
      .local,
      .locked {
        grid-column: 1 / -1;
      }

      :host([compact]) form {
        gap: calc(var(--step) * 2.5);
        margin-top: 0;
      }
    `,
  ];

  #awaiting = new Awaiting(this);
  /** Answers before the form was cleared, by policy. @type {Map<string, Answers>} */
  #cleared = new Map();

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Answers} */
    this.answers = {};
    /** @type {Evaluation | undefined} */
    this.evaluation = undefined;
    /** Whether only the questions are shown, as part of something else. */
    this.compact = false;
    /** Fields whose answers the page around has set for good. @type {string[]} */
    this.locked = [];
    /** Fields that somebody has been at: only below these stands what many ask, so that nothing moves that is being read. @type {string[]} */
    this.visited = [];
  }

  /** @param {Answers} answers */
  #change(answers) {
    this.answers = answers;
    this.tell("wengang-answers", { answers });
  }

  /** @param {string} field */
  #visit(field) {
    if (!this.visited.includes(field)) this.visited = [...this.visited, field];
  }

  /** @param {AnswerEvent} event */
  #answer(event) {
    // Lists of questions may lie in one another; each answers for its own.
    event.stopPropagation();
    const { field, answer } = event.detail;
    const { answers: working } = workingOf(this.answers, field) ?? {};
    const answers = working ? withWorking(this.answers, field, { answers: working }) : this.answers;
    this.#change(this.#refilled({ ...answers, [field]: answer }, field));
  }

  /** @param {Answers} answers @param {string} [touched] */
  #refilled(answers, touched) {
    return this.description ? refilled(this.description, this.answers, answers, touched) : answers;
  }

  /** @param {FillEvent} event */
  #fill(event) {
    event.stopPropagation();
    this.#change(this.#refilled({ ...this.answers, ...event.detail.answers }));
  }

  /** @param {WorkingEvent} event */
  #working(event) {
    event.stopPropagation();
    const { field, working } = event.detail;
    const answers = withWorking(this.answers, field, working);
    this.#change(working.given === undefined ? answers : { ...answers, [field]: working.given });
  }

  /** @param {RowsEvent} event */
  #rows(event) {
    event.stopPropagation();
    const { table, rows } = event.detail;
    const { [table]: _, ...others } = this.answers;
    this.#change(rows ? { ...others, [table]: rows } : others);
  }

  get #locked() {
    return /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".locked"));
  }

  /**
   * Puts the keyboard at a place in the form.
   * @param {Place} place
   */
  goTo({ field, rowKey, column }) {
    const question = /** @type {Question | TableQuestion | null} */ (
      this.renderRoot.querySelector(`[data-field="${CSS.escape(field)}"]`)
    );
    if (question && "focusRow" in question && rowKey !== undefined) question.focusRow(rowKey, column);
    else if (question) question.focus();
    else this.#locked?.focus();
  }

  render() {
    const { description, evaluation } = this;
    if (!description || !evaluation) return nothing;
    return html`
      ${
        this.compact
          ? nothing
          : html`<div class="head">
              <h3 id="heading">${this.messages.form.heading}</h3>
              ${this.#action(description)}
            </div>
            <slot></slot>`
      }
      <form
        aria-label=${this.compact ? description.title : this.messages.form.heading}
        novalidate
        @submit=${(/** @type {Event} */ event) => event.preventDefault()}
        @wengang-answer=${this.#answer}
        @wengang-rows=${this.#rows}
        @wengang-working=${this.#working}
        @wengang-fill=${this.#fill}
      >
        ${
          evaluation.locked.length > 0
            ? html`<wengang-locked-answers
                class="locked" tabindex="-1" .description=${description} .answers=${this.answers} .evaluation=${evaluation}
                .locale=${this.locale}
              ></wengang-locked-answers>`
            : nothing
        }
        ${
          description.locals.length > 0 && !this.compact
            ? this.#awaiting.showAtOnce(
                "localRules",
                () => html`<wengang-local-rules
                  class="local" .description=${description} .answers=${this.answers} .evaluation=${evaluation} .locale=${this.locale}
                ></wengang-local-rules>`,
              )
            : nothing
        }
        ${repeat(
          evaluation.asked,
          (field) => `${description.id} ${field}`,
          (field) => this.#question(description, evaluation, field),
        )}
      </form>
    `;
  }

  /**
   * One thing at a time: an example for an empty form, clearing for a filled one, and a way back from that.
   * @param {Description} description
   */
  #action(description) {
    const { form } = this.messages;
    const cleared = this.#cleared.get(description.id);
    const [example] = description.examples;
    if (!isEmpty(this.answers, this.locked)) {
      return actionButton(form.clear, () => {
        this.#cleared.set(description.id, this.answers);
        this.#change({});
      });
    }
    if (cleared) return actionButton(form.undoClear, () => this.#change(cleared));
    if (!example) return nothing;
    return actionButton(form.fillExample, () => {
      const workings = this.answers[WORKINGS];
      this.#change({ ...fromInputs(description, example.inputs), ...(workings && { [WORKINGS]: workings }) });
    });
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   * @param {string} field
   */
  #question(description, evaluation, field) {
    const { problems, assessment, inputs, rowKeys, cells } = evaluation;
    const input = description.inputs.find(({ id }) => id === field);
    const own = problems.filter((problem) => problem.field === field);
    if (input) {
      const answer = textOf(this.answers, field);
      const open = answer === "" && assessment.missing.includes(field);
      const doubt = doubtAbout(field, evaluation);
      const read = inputs[field];
      const question = questionFor({ input, answer, read, problem: own[0], open, doubt, locale: this.locale });
      return html`<div @focusin=${() => this.#visit(field)}>
        ${question}
        ${
          input.helper
            ? this.#awaiting.show(
                "helpers",
                () => html`<wengang-answer-helper
                  .input=${input} .answer=${answer} .working=${workingOf(this.answers, field)} .locale=${this.locale}
                ></wengang-answer-helper>`,
              )
            : nothing
        }
        ${
          this.visited.includes(field)
            ? html`<wengang-faq-links .description=${description} .of=${field} .locale=${this.locale}></wengang-faq-links>`
            : nothing
        }
      </div>`;
    }
    const results = assessment.rows?.[field] ?? [];
    return this.#awaiting.showAtOnce(
      "table",
      () => html`<wengang-table-question
        data-field=${field}
        .policy=${description.id}
        .table=${description.tables.find(({ id }) => id === field)}
        .rows=${rowsOf(this.answers, field)}
        .problems=${own}
        .cells=${cells}
        .open=${assessment.missing.includes(field)}
        .results=${new Map(results.map((result, index) => [rowKeys[field]?.[index] ?? 0, result]))}
        .locale=${this.locale}
      ></wengang-table-question>`,
    );
  }
}

/**
 * Why an answer may be worth another look; said at the first question that it is about, of those that are asked.
 * @param {string} field
 * @param {Evaluation} evaluation
 */
function doubtAbout(field, { asked, assessment: { hints = [] } }) {
  const own = hints.filter(({ fields }) => fields.find((one) => asked.includes(one)) === field);
  return own.map(({ message }) => message).join("");
}

/**
 * @param {string} label
 * @param {() => void} action
 */
function actionButton(label, action) {
  return html`<button type="button" class="text-button" @click=${action}>${label}</button>`;
}

customElements.define("wengang-question-list", QuestionList);
