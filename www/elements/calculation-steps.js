import { css, html, nothing } from "lit";
import { base } from "../styles/base.js";
import { LocalisedElement } from "./localised.js";
import "./source-reference.js";

/** @import { Step } from "wengang" */

/** The calculation line by line: what, by which formula, with which numbers, with what result, and on what basis. */
export class CalculationSteps extends LocalisedElement {
  static properties = { steps: { attribute: false } };

  static styles = [
    base,
    css`
      li {
        padding-block: calc(var(--step) * 1.5);
        border-top: 1px solid var(--line);
        break-inside: avoid;
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
    /** @type {Step[]} */
    this.steps = [];
  }

  render() {
    const { result } = this.messages;
    return html`<ol>
      ${this.steps.map(
        ({ label, formula, substituted, display, source }) => html`
          <li>
            <p class="line"><span class="name">${label}</span> <span class="value number">${display}</span></p>
            ${
              substituted === formula
                ? html`<p class="number">${substituted}</p>`
                : html`<dl>
                    <dt>${result.formula}</dt>
                    <dd class="formula">${formula}</dd>
                    <dt>${result.figures}</dt>
                    <dd class="number">${substituted}</dd>
                  </dl>`
            }
            ${source ? html`<wengang-source .source=${source} .locale=${this.locale}></wengang-source>` : nothing}
          </li>
        `,
      )}
    </ol>`;
  }
}

customElements.define("wengang-calculation-steps", CalculationSteps);
