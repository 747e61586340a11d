import { css, html, nothing } from "lit";
import { figureOf } from "../figures.js";
import { base } from "../styles/base.js";
import { disclosure } from "../styles/disclosure.js";
import { LocalisedElement } from "./localised.js";
import "./source-reference.js";

/** @import { TemplateResult } from "lit" */
/** @import { Description, ParameterDescription } from "wengang" */
/** @import { Evaluation } from "../evaluation.js" */
/** @import { Figure } from "../figures.js" */

/**
 * Asks to be shown where a computed value comes from.
 * @typedef {CustomEvent<{ step: string }>} ShowStepEvent
 */

/** What a formula uses: answers lead to their fields, values to their own formulas, parameters open with their sources. */
export class UsedFigures extends LocalisedElement {
  static properties = {
    uses: { attribute: false },
    description: { attribute: false },
    evaluation: { attribute: false },
  };

  static styles = [
    base,
    disclosure,
    css`
      ul {
        margin-block: calc(var(--step) * 0.5) var(--step);
        padding-inline-start: calc(var(--step) * 1.75);
        font-size: var(--small);
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        flex: 1;
        align-items: center;
        justify-content: space-between;
        column-gap: calc(var(--step) * 2);
      }

      .text-button {
        text-align: start;
      }

      strong {
        font-weight: 600;
        color: var(--ink);
      }

      li .line {
        min-height: var(--target);
      }

      li summary .line {
        min-height: 0;
      }

      li details {
        padding-block: calc(var(--step) * 0.5);
      }

      .parameter {
        padding: calc(var(--step) * 0.5) 0 0 calc(var(--step) * 1.75);
      }
    `,
  ];

  constructor() {
    super();
    /** Ids of the figures. @type {string[]} */
    this.uses = [];
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Evaluation | undefined} */
    this.evaluation = undefined;
  }

  render() {
    const { description, evaluation } = this;
    if (!description || !evaluation) return nothing;
    const figures = this.uses.flatMap((id) => figureOf(id, description, evaluation, this.messages) ?? []);
    if (figures.length === 0) return nothing;
    return html`
      <details class="screen-only">
        <summary>${this.messages.answer.uses(figures.length)}</summary>
        <ul>${figures.map((figure) => html`<li>${this.#figure(figure, evaluation)}</li>`)}</ul>
      </details>
    `;
  }

  /**
   * @param {Figure} figure
   * @param {Evaluation} evaluation
   */
  #figure(figure, { asked, assessment }) {
    const { id, kind, label, parameter } = figure;
    if (parameter) return this.#parameter(figure, parameter);
    const { answer, result } = this.messages;
    if (kind === "value") {
      const known = assessment.steps.some((step) => step.id === id);
      const show = () => this.tell("wengang-show-step", { step: id });
      return this.#line(figure, known ? linkTo(label, answer.showStep(label), show) : label);
    }
    const goTo = () => this.tell("wengang-go-to", { field: id });
    return this.#line(figure, asked.includes(id) ? linkTo(label, result.goTo(label), goTo) : label);
  }

  /**
   * @param {Figure} figure
   * @param {ParameterDescription} parameter
   */
  #parameter(figure, { history, source }) {
    const { rules } = this.messages;
    return html`
      <details>
        <summary>${this.#line(figure, figure.label)}</summary>
        <div class="parameter">
          ${history.map(
            ({ from, display }) => html`<p class="muted">
              ${from === null ? rules.throughout : rules.from(from)} <strong class="number">${display}</strong>
            </p>`,
          )}
          <wengang-source .source=${source} .locale=${this.locale}></wengang-source>
        </div>
      </details>
    `;
  }

  /**
   * @param {Figure} figure
   * @param {TemplateResult | string} name
   */
  #line({ text, kind }, name) {
    const { answer, result } = this.messages;
    const pending = kind === "parameter" ? answer.byDate : result.open;
    return html`<span class="line"><span>${name}</span> <strong class="number">${text || pending}</strong></span>`;
  }
}

/**
 * @param {string} label
 * @param {string} name what a screen reader says
 * @param {() => void} action
 */
const linkTo = (label, name, action) =>
  html`<button type="button" class="text-button" aria-label=${name} @click=${action}>${label}</button>`;

customElements.define("wengang-used-figures", UsedFigures);
