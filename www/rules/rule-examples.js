import { css, html, nothing } from "lit";
import { answerText } from "../answers/answer-text.js";
import { fromInputs, rowsOf, textOf } from "../answers/answers.js";
import { evaluateAnswers } from "../answers/evaluation.js";
import { headlineOf } from "../answers/headline.js";
import { RulePart } from "./rule-part.js";

/** @import { Description, InputDescription, TableDescription, WorkedExample } from "wengang" */
/** @import { Answers, Row } from "../answers/answers.js" */

/**
 * What trying out a worked example tells.
 * @typedef {CustomEvent<{ policy: string, inputs: Record<string, unknown> }>} UseExampleEvent
 */

/** Worked examples: what is filled in and what comes out, calculated here and now. */
export class RuleExamples extends RulePart {
  static styles = [
    ...RulePart.styles,
    css`
      details {
        border-top: 1px solid var(--line);
      }

      summary {
        display: grid;
        grid-template-columns: 1rem minmax(0, 1fr) auto;
        align-items: baseline;
        column-gap: var(--step);
        min-height: var(--target);
        padding-block: calc(var(--step) * 1.25);
        cursor: pointer;
        list-style: none;
      }

      summary::-webkit-details-marker {
        display: none;
      }

      summary::before {
        content: "";
        width: 0.4em;
        height: 0.4em;
        border: solid currentcolor;
        border-width: 0 1.5px 1.5px 0;
        transform: translateY(-0.15em) rotate(-45deg);
      }

      details[open] > summary::before {
        transform: translateY(-0.15em) rotate(45deg);
      }

      .name {
        font-weight: 600;
      }

      .outcome {
        text-align: end;
      }

      .positive {
        color: var(--positive);
      }

      .negative {
        color: var(--negative);
      }

      .neutral {
        color: var(--muted);
      }

      .work {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
        gap: calc(var(--step) * 2) calc(var(--step) * 5);
        padding: 0 0 calc(var(--step) * 2) calc(1rem + var(--step));
      }

      .work h5 {
        margin-top: 0;
      }

      .wide {
        grid-column: 1 / -1;
        min-width: 0;
      }

      .pair {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        column-gap: calc(var(--step) * 2);
        padding-block: calc(var(--step) * 0.5);
        border-top: 1px solid var(--line);
        font-size: var(--small);
      }

      .pair dt {
        color: var(--muted);
      }

      .pair dd {
        max-width: 14em;
        text-align: end;
        font-weight: 600;
      }

      @container (max-width: 32rem) {
        summary {
          grid-template-columns: 1rem minmax(0, 1fr);
        }

        .outcome {
          grid-column: 2;
          text-align: start;
        }
      }

      @media print {
        details::details-content {
          content-visibility: visible;
          block-size: auto;
        }

        details {
          break-inside: avoid;
        }

        summary {
          grid-template-columns: minmax(0, 1fr) auto;
        }

        summary::before {
          display: none;
        }

        .work {
          padding-inline-start: 0;
        }
      }
    `,
  ];

  render() {
    const { description } = this;
    return html`${description?.examples.map((example) => this.#example(description, example))}`;
  }

  /**
   * @param {Description} description
   * @param {WorkedExample} example
   */
  #example(description, { name, inputs, source, quote }) {
    const { messages, locale } = this;
    const { result, rulePage, separator } = messages;
    const answers = fromInputs(description, inputs);
    const evaluation = evaluateAnswers(description, answers, { locale, today: this.today });
    const { tone, judgement, outcome } = headlineOf(description, evaluation, true, messages);
    const { eligibility, steps, deadlines, warnings } = evaluation.assessment;
    const judged = eligibility !== "not-assessed";
    return html`<details>
      <summary>
        <h4 class="name">${name}</h4>
        <span class="outcome">
          ${judged ? html`<span class=${tone}>${judgement}</span>` : nothing}
          ${outcome ? html`<strong class="number">${this.messages.result.measure(outcome.figure, outcome.unit)}</strong>` : nothing}
        </span>
      </summary>
      <div class="work">
        <div>
          <h5>${rulePage.filledIn}</h5>
          <dl>${this.#answers(description, answers)}</dl>
        </div>
        <div>
          <h5>${rulePage.comesOut}</h5>
          <dl>
            ${pair(result.heading, judged ? judgement : "")}
            ${steps.map(({ label, display }) => pair(label, display))}
            ${deadlines.map(({ label, date }) => pair(label, date))}
          </dl>
        </div>
        ${description.tables.map((table) => this.#table(name, table, rowsOf(answers, table.id)))}
        ${warnings.map(({ message }) => html`<p class="wide small caution">${result.warnings}${separator}${message}</p>`)}
        ${source ? html`<div class="wide">${this.quoted(quote)}${this.links(source)}</div>` : nothing}
        <p class="wide screen-only">
          <button
            type="button"
            class="button"
            aria-label=${rulePage.useExampleNamed(name)}
            @click=${() => this.tell("wengang-use-example", { policy: description.id, inputs })}
          >
            ${rulePage.useExample}
          </button>
        </p>
      </div>
    </details>`;
  }

  /**
   * @param {Description} description
   * @param {Answers} answers
   */
  #answers({ inputs, tables }, answers) {
    const { table: texts } = this.messages;
    return [
      ...inputs.map((input) => pair(input.label, this.#inWords(input, textOf(answers, input.id)))),
      ...tables.map(({ id, label }) =>
        pair(label, rowsOf(answers, id) ? texts.rows(rowsOf(answers, id)?.length ?? 0) : ""),
      ),
    ];
  }

  /**
   * @param {InputDescription} input
   * @param {string} [answer]
   */
  #inWords(input, answer = "") {
    return answer && answerText(input, answer, this.messages);
  }

  /**
   * @param {string} name the example's, which tells the tables of several apart
   * @param {TableDescription} table
   * @param {Row[]} [rows]
   */
  #table(name, { label, columns }, rows = []) {
    if (rows.length === 0) return nothing;
    return html`<div class="wide scroller" role="region" aria-label=${`${name}${this.messages.separator}${label}`} tabindex="0">
      <table>
        <thead>
          <tr>${columns.map((column) => html`<th scope="col">${column.label}</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ cells }) => html`<tr>
              ${columns.map((column) => html`<td class="number">${this.#inWords(column, cells[column.id])}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

/**
 * @param {string} label
 * @param {string} text
 */
function pair(label, text) {
  return text ? html`<div class="pair"><dt>${label}</dt><dd class="number">${text}</dd></div>` : nothing;
}

customElements.define("wengang-rule-examples", RuleExamples);
