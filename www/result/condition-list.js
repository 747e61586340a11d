import { css, html, nothing } from "lit";
import { checkIcon, crossIcon, openIcon } from "../shared/icons.js";
import { LocalisedElement } from "../shared/localised.js";
import { worded } from "../shared/worded.js";
import { base } from "../styles/base.js";
import { gaugeOf } from "./gauge.js";
import "../shared/source-reference.js";
import "./limit-gauge.js";

/** @import { Condition, Description } from "wengang" */
/** @import { Evaluation } from "../answers/evaluation.js" */

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
        align-items: baseline;
        padding-block: calc(var(--step) * 0.75);
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      .icon {
        vertical-align: -0.2em;
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

      p {
        color: var(--muted);
        font-size: var(--small);
      }

      /* What is merely in order goes on in the same line. */
      li:not(.decides) p {
        display: inline-block;
      }

      /* What decides stands out from what is merely in order. */
      .decides p {
        color: var(--ink);
        font-size: var(--text);
      }

      /* English explanations begin with a name as it stands within formulas. */
      p::first-letter {
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
      <li class=${met === false || gauge ? "decides" : ""}>
        <span class=${tone}>${icon}</span>
        <div>
          <span class="name">${worded(label, this.locale)}</span>
          ${
            source
              ? html`<wengang-source
                  .description=${description} .source=${source} .locale=${this.locale}
                ></wengang-source>`
              : nothing
          }
          <p>${worded(explanation, this.locale)}</p>
          ${
            met
              ? nothing
              : html`<wengang-faq-links
                  .description=${description} .list=${"conditions"} .of=${id} .locale=${this.locale}
                ></wengang-faq-links>`
          }
        </div>
        <span class=${tone}>${state}</span>
        ${gauge ? html`<wengang-limit-gauge class="more" .gauge=${gauge} .locale=${this.locale}></wengang-limit-gauge>` : nothing}
      </li>
    `;
  }
}

customElements.define("wengang-condition-list", ConditionList);
