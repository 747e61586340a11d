import { css, html, nothing } from "lit";
import { base } from "../styles/base.js";
import { LocalisedElement } from "./localised.js";
import "./source-reference.js";
import "./used-figures.js";

/** @import { Description, Step } from "wengang" */
/** @import { Evaluation } from "../evaluation.js" */

/** The calculation line by line: what, by which formula, with which numbers, with what result, and on what basis. */
export class CalculationSteps extends LocalisedElement {
  static properties = { description: { attribute: false }, evaluation: { attribute: false } };

  static styles = [
    base,
    css`
      li {
        padding-block: calc(var(--step) * 1.5);
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      li:focus {
        background: var(--accent-ground);
        box-shadow: 0 0 0 calc(var(--step) * 0.75) var(--accent-ground);
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: baseline;
        column-gap: calc(var(--step) * 2);
        font-weight: 600;
      }

      /* English names are written as they stand within formulas. */
      .name {
        display: inline-block;
      }

      .name::first-letter {
        text-transform: uppercase;
      }

      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        column-gap: calc(var(--step) * 1.5);
      }

      dt,
      .formula {
        color: var(--muted);
      }

      dt {
        font-size: var(--small);
        line-height: calc(var(--text) * var(--leading));
      }

      li:last-child .value {
        font-size: var(--large);
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

  /**
   * Takes the reader to one line of the calculation.
   * @param {string} id
   */
  showStep(id) {
    const step = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`#step-${CSS.escape(id)}`));
    step?.focus({ preventScroll: true });
    step?.scrollIntoView({ block: "center" });
  }

  render() {
    const { description, evaluation } = this;
    if (!description || !evaluation) return nothing;
    return html`<ol>${evaluation.assessment.steps.map((step) => this.#step(description, evaluation, step))}</ol>`;
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   * @param {Step} step
   */
  #step(description, evaluation, { id, label, formula, substituted, display, source }) {
    const { result } = this.messages;
    const value = description.values.find((one) => one.id === id);
    const uses = (id === "amount" ? description.amount?.uses : value?.uses) ?? [];
    return html`
      <li id="step-${id}" tabindex="-1">
        <p class="line"><span class="name">${label}</span> <span class="value number">${display}</span></p>
        ${
          substituted === formula || substituted === display
            ? html`<p class="formula">${formula}</p>`
            : html`<dl>
                <dt>${result.formula}</dt>
                <dd class="formula">${formula}</dd>
                <dt>${result.figures}</dt>
                <dd class="number">${substituted}</dd>
              </dl>`
        }
        <wengang-used-figures
          .uses=${uses} .description=${description} .evaluation=${evaluation} .locale=${this.locale}
        ></wengang-used-figures>
        ${source ? html`<wengang-source .source=${source} .locale=${this.locale}></wengang-source>` : nothing}
      </li>
    `;
  }
}

customElements.define("wengang-calculation-steps", CalculationSteps);
