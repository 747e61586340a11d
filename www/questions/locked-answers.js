import { css, html, nothing } from "lit";
import { answerText, rowLines } from "../answers/answer-text.js";
import { rowsOf, textOf } from "../answers/answers.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";

/** @import { Description } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Evaluation } from "../answers/evaluation.js" */

/** What the page around has filled in for good: read, not asked. */
export class LockedAnswers extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    answers: { attribute: false },
    evaluation: { attribute: false },
  };

  static styles = [
    base,
    css`
      dl {
        padding: calc(var(--step) * 1.5) calc(var(--step) * 2);
        border-radius: var(--radius);
        background: var(--panel);
      }

      div {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: calc(var(--step) * 2);
      }

      dt {
        color: var(--muted);
      }

      dd {
        font-weight: 600;
      }

      dd .muted {
        margin-inline-start: var(--step);
        font-weight: 400;
      }

      .problem {
        flex-basis: 100%;
        color: var(--negative);
        font-size: var(--small);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Answers} */
    this.answers = {};
    /** @type {Evaluation | undefined} */
    this.evaluation = undefined;
  }

  render() {
    const { description, evaluation } = this;
    if (!description || !evaluation) return nothing;
    return html`<dl>${evaluation.locked.map((field) => this.#line(description, evaluation, field))}</dl>`;
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   * @param {string} field
   */
  #line({ inputs, tables }, { problems }, field) {
    const { answers, messages } = this;
    const input = inputs.find(({ id }) => id === field);
    const table = tables.find(({ id }) => id === field);
    const problem = problems.find((problem) => problem.field === field);
    const lines = table
      ? rowLines(table, rowsOf(answers, field) ?? [], messages)
      : input
        ? [answerText(input, textOf(answers, field), messages)]
        : [];
    return html`<div>
      <dt>${input?.label ?? table?.label}</dt>
      <dd>
        ${lines.length > 0 ? lines.map((line) => html`<span class="number">${line}</span><br />`) : messages.table.empty}
        <span class="muted small">${messages.embedding.locked}</span>
      </dd>
      ${problem ? html`<dd class="problem">${problem.message}</dd>` : nothing}
    </div>`;
  }
}

customElements.define("wengang-locked-answers", LockedAnswers);
