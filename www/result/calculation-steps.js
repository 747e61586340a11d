import { css, html, nothing } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { worded } from "../shared/worded.js";
import { base } from "../styles/base.js";
import "../shared/source-reference.js";

/** @import { Description, Step } from "wengang" */
/** @import { Evaluation } from "../answers/evaluation.js" */

/** The calculation line by line: what, by which formula, with which numbers, with what result, and on what basis. */
export class CalculationSteps extends LocalisedElement {
  static properties = { description: { attribute: false }, evaluation: { attribute: false } };

  static styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }

      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: baseline;
        column-gap: calc(var(--step) * 2);
        padding-block: calc(var(--step) * 0.75);
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      .name,
      .value {
        font-weight: 600;
      }

      .value {
        text-align: end;
      }

      /* English names are written as they stand within formulas. */
      .name::first-letter {
        text-transform: uppercase;
      }

      .working {
        grid-column: 1 / -1;
        font-size: var(--small);
        line-height: 1.5;
      }

      .formula {
        color: var(--muted);
      }

      .outcome .value {
        font-size: var(--large);
      }

      @container (min-width: 30rem) {
        li {
          grid-template-columns: 8em minmax(0, 1fr) auto;
        }

        .working {
          grid-row: 1;
          grid-column: 2;
        }

        .value {
          grid-column: 3;
          max-width: 12em;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Evaluation | undefined} */
    this.evaluation = undefined;
  }

  render() {
    const { description, evaluation } = this;
    if (!description || !evaluation) return nothing;
    return html`<ol>${evaluation.assessment.steps.map((step) => this.#step(description, step))}</ol>`;
  }

  /**
   * @param {Description} description
   * @param {Step} step
   */
  #step(description, { id, label, formula, substituted, display, source }) {
    const { result } = this.messages;
    const { amount, values } = description;
    const isOutcome = id === (amount ? "amount" : values[values.length - 1]?.id);
    return html`
      <li id="step-${id}" class=${isOutcome ? "outcome" : ""}>
        <p class="name">
          <span>${worded(label, this.locale)}</span>
          ${
            source
              ? html`<wengang-source
                  .description=${description} .source=${source} .locale=${this.locale}
                ></wengang-source>`
              : nothing
          }
        </p>
        <p class="value number">${display}</p>
        <div class="working">
          <p class="formula"><span class="visually-hidden">${result.formula}</span> ${worded(formula, this.locale)}</p>
          ${
            substituted === formula || substituted === display
              ? nothing
              : html`<p class="number"><span class="visually-hidden">${result.figures}</span> ${worded(substituted, this.locale)}</p>`
          }
        </div>
      </li>
    `;
  }
}

customElements.define("wengang-calculation-steps", CalculationSteps);
