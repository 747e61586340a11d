import { css, html, nothing } from "lit";
import { gaugeOf } from "../gauge.js";
import { base } from "../styles/base.js";
import { checkIcon, crossIcon, openIcon } from "./icons.js";
import "./limit-gauge.js";
import { LocalisedElement } from "./localised.js";
import "./source-reference.js";
import "./used-figures.js";

/** @import { Condition, Description } from "wengang" */
/** @import { Evaluation } from "../evaluation.js" */

/** Each condition: whether it is met, with its numbers, how far from its limit, and where it stands. */
export class ConditionList extends LocalisedElement {
  static properties = { description: { attribute: false }, evaluation: { attribute: false } };

  static styles = [
    base,
    css`
      li {
        display: grid;
        grid-template-columns: 1.5rem minmax(0, 1fr) auto;
        column-gap: var(--step);
        padding-block: calc(var(--step) * 1.5);
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      .icon {
        margin-top: 0.15em;
      }

      .name {
        font-weight: 600;
      }

      .met {
        color: var(--positive);
      }

      .unmet {
        color: var(--negative);
      }

      .open {
        color: var(--muted);
      }

      .more {
        grid-column: 2 / -1;
      }

      /* English explanations begin with a name as it stands within formulas. */
      p.more::first-letter {
        text-transform: uppercase;
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
    return html`<ul>
      ${evaluation.assessment.conditions.map((condition) => this.#condition(description, evaluation, condition))}
    </ul>`;
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   * @param {Condition} condition
   */
  #condition(description, evaluation, { id, label, met, explanation, source }) {
    const { result } = this.messages;
    const gauge = gaugeOf(id, description, evaluation, this.messages);
    const [tone, state, icon] =
      met === null
        ? ["open", result.open, openIcon]
        : met
          ? ["met", result.met, checkIcon]
          : ["unmet", result.unmet, crossIcon];
    return html`
      <li>
        <span class=${tone}>${icon}</span>
        <span class="name">${label}</span>
        <span class=${tone}>${state}</span>
        <p class="more">${explanation}</p>
        ${gauge ? html`<wengang-limit-gauge class="more" .gauge=${gauge} .locale=${this.locale}></wengang-limit-gauge>` : nothing}
        ${this.#uses(description, evaluation, id)}
        ${source ? html`<wengang-source class="more" .source=${source} .locale=${this.locale}></wengang-source>` : nothing}
      </li>
    `;
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   * @param {string} id
   */
  #uses(description, evaluation, id) {
    const uses = description.conditions.find((condition) => condition.id === id)?.uses ?? [];
    // A single answer stands in the explanation already.
    if (uses.length < 2) return nothing;
    return html`<wengang-used-figures
      class="more" .uses=${uses} .description=${description} .evaluation=${evaluation} .locale=${this.locale}
    ></wengang-used-figures>`;
  }
}

customElements.define("wengang-condition-list", ConditionList);
