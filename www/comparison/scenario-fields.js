import { css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { answerText, rowLines } from "../answers/answer-text.js";
import { rowsOf, textOf } from "../answers/answers.js";
import { questionFor } from "../questions/question-for.js";
import { Awaiting } from "../shared/awaited.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { disclosure } from "../styles/disclosure.js";
import { scenarioStyles } from "./scenario-styles.js";
import { askedInAny, sameAnswer, withAnswerOf } from "./scenarios.js";

/** @import { Description, TableDescription } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Evaluation } from "../answers/evaluation.js" */
/** @import { AnswerEvent, Question } from "../questions/question.js" */
/** @import { RowsEvent } from "../table/table-question.js" */

/**
 * What an edited second scenario tells.
 * @typedef {CustomEvent<{ answers: Answers }>} OtherEvent
 */

/** Two scenarios field by field: the first in words, the second to be filled in. */
export class ScenarioFields extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    answers: { attribute: false },
    other: { attribute: false },
    evaluation: { attribute: false },
    otherEvaluation: { attribute: false },
  };

  static styles = [
    base,
    disclosure,
    scenarioStyles,
    css`
      .pair {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        column-gap: calc(var(--step) * 5);
        padding-block: calc(var(--step) * 2);
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      .pair > * {
        min-width: 0;
      }

      .label {
        color: var(--muted);
      }

      .answer {
        font-weight: 600;
      }

      .open {
        color: var(--muted);
        font-weight: 400;
      }

      .second {
        padding-inline-start: calc(var(--step) * 1.5);
        border-inline-start: 3px solid transparent;
        container-type: inline-size;
      }

      .different .second {
        border-color: var(--accent);
      }

      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: calc(var(--step) * 2);
      }

      .wide {
        grid-template-columns: minmax(0, 1fr);
        row-gap: var(--step);
      }

      .wide .first {
        display: flex;
        align-items: baseline;
        column-gap: var(--step);
      }

      .wide .letter {
        display: inline-block;
      }

      @container (max-width: 40rem) {
        .pair {
          grid-template-columns: minmax(0, 1fr);
          row-gap: calc(var(--step) * 0.5);
        }

        /* Below the question, which says its own name: what the first scenario answers. */
        .first {
          order: 2;
          display: flex;
          flex-wrap: wrap;
          align-items: baseline;
          column-gap: var(--step);
          padding-inline-start: calc(var(--step) * 1.5 + 3px);
        }

        .first .label {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }

        .letter {
          display: inline-block;
        }
      }

      @media print {
        .pair {
          padding-block: 1.2mm;
        }

        .label {
          color: inherit;
          font-weight: 600;
        }

        .answer {
          font-weight: 400;
        }
      }
    `,
  ];

  #awaiting = new Awaiting(this);

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Answers} */
    this.answers = {};
    /** @type {Answers} */
    this.other = {};
    /** @type {Evaluation | undefined} */
    this.evaluation = undefined;
    /** @type {Evaluation | undefined} */
    this.otherEvaluation = undefined;
  }

  /** @param {Answers} answers */
  #change(answers) {
    this.other = answers;
    this.tell("wengang-other", { answers });
  }

  /** @param {AnswerEvent} event */
  #answer(event) {
    event.stopPropagation();
    const { field, answer } = event.detail;
    this.#change({ ...this.other, [field]: answer });
  }

  /** @param {RowsEvent} event */
  #rows(event) {
    event.stopPropagation();
    const { table, rows } = event.detail;
    this.#change(withAnswerOf(this.other, table, rows ? { [table]: rows } : {}));
  }

  /** @param {string} field */
  async #makeSame(field) {
    this.#change(withAnswerOf(this.other, field, this.answers));
    await this.updateComplete;
    // The button that was pressed is gone; keep the keyboard where the reader is.
    const question = this.renderRoot.querySelector(`[data-field="${CSS.escape(field)}"]`);
    /** @type {Question | null} */ (question)?.focus();
  }

  render() {
    const { description, evaluation, otherEvaluation } = this;
    if (!description || !evaluation || !otherEvaluation) return nothing;
    return html`<div @wengang-answer=${this.#answer} @wengang-rows=${this.#rows}>
      ${repeat(
        askedInAny(description, [evaluation, otherEvaluation]),
        (field) => `${description.id} ${field}`,
        (field) => this.#pair(description, evaluation, otherEvaluation, field),
      )}
    </div>`;
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   * @param {Evaluation} otherEvaluation
   * @param {string} field
   */
  #pair(description, evaluation, otherEvaluation, field) {
    const { comparison } = this.messages;
    const table = description.tables.find(({ id }) => id === field);
    const label = (table ?? description.inputs.find((input) => input.id === field))?.label ?? field;
    const asked = otherEvaluation.asked.includes(field);
    const different =
      asked !== evaluation.asked.includes(field) ||
      !sameAnswer(field, { answers: this.answers, evaluation }, { answers: this.other, evaluation: otherEvaluation });
    return html`<div class="pair ${different ? "different" : ""} ${table ? "wide" : ""}">
      <div class="first" role="group" aria-label=${comparison.first}>
        <p class="label">${label}</p>
        <span class="letter" aria-hidden="true">A</span>
        ${this.#inWords(description, evaluation, field)}
      </div>
      <div class="second" role="group" aria-label=${comparison.second}>
        ${
          asked
            ? this.#question(description, otherEvaluation, field, table)
            : html`<p class="label">${label}</p><p class="open">${comparison.notAsked}</p>`
        }
        ${
          different
            ? html`<p class="foot">
                <span class="tag different-tag">${comparison.different}</span>
                ${
                  asked
                    ? html`<button
                        type="button"
                        class="text-button small"
                        aria-label=${comparison.makeSameNamed(label)}
                        @click=${() => this.#makeSame(field)}
                      >
                        ${comparison.makeSame}
                      </button>`
                    : nothing
                }
              </p>`
            : nothing
        }
      </div>
    </div>`;
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   * @param {string} field
   */
  #inWords({ inputs, tables }, evaluation, field) {
    const { comparison, table } = this.messages;
    if (!evaluation.asked.includes(field)) return html`<p class="open">${comparison.notAsked}</p>`;
    const input = inputs.find((input) => input.id === field);
    const text = input && answerText(input, textOf(this.answers, field), this.messages);
    if (text) return html`<p class="answer number">${text}</p>`;
    const asked = tables.find(({ id }) => id === field);
    const rows = rowsOf(this.answers, field);
    if (!asked || !rows) return html`<p class="open">${comparison.open}</p>`;
    return html`<details>
      <summary>${table.rows(rows.length)}</summary>
      ${rowLines(asked, rows, this.messages).map((line) => html`<p class="small number">${line}</p>`)}
    </details>`;
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   * @param {string} field
   * @param {TableDescription | undefined} table
   */
  #question({ id, inputs }, { problems, assessment, inputs: read, rowKeys, cells }, field, table) {
    const own = problems.filter((problem) => problem.field === field);
    const input = inputs.find((input) => input.id === field);
    if (input) {
      const answer = textOf(this.other, field);
      return questionFor({ input, answer, read: read[field], problem: own[0], locale: this.locale });
    }
    const results = assessment.rows?.[field] ?? [];
    return this.#awaiting.showAtOnce(
      "table",
      () => html`<wengang-table-question
        data-field=${field}
        .policy=${id}
        .table=${table}
        .rows=${rowsOf(this.other, field)}
        .problems=${own}
        .cells=${cells}
        .open=${assessment.missing.includes(field)}
        .results=${new Map(results.map((result, index) => [rowKeys[field]?.[index] ?? 0, result]))}
        .locale=${this.locale}
      ></wengang-table-question>`,
    );
  }
}

customElements.define("wengang-scenario-fields", ScenarioFields);
