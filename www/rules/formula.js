import { css, html } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { formulaLines } from "./formula-lines.js";

/** A formula set to be read: one line for each case. */
export class Formula extends LocalisedElement {
  static properties = { formula: { attribute: false } };

  static styles = [
    base,
    css`
      :host {
        max-width: 46em;
      }

      div {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        column-gap: calc(var(--step) * 2);
      }

      div p {
        display: contents;
      }

      .words {
        color: var(--muted);
        white-space: nowrap;
      }

      .inner {
        padding-inline-start: 2em;
      }
    `,
  ];

  constructor() {
    super();
    this.formula = "";
  }

  render() {
    const lines = formulaLines(this.formula, this.locale);
    if (lines.length <= 1) return html`<p class="number">${this.formula}</p>`;
    return html`<div>
      ${lines.map(
        ({ words, text, depth }) => html`<p>
          <span class="words ${depth > 0 ? "inner" : ""}">${words} </span><span class="number">${text}</span>
        </p>`,
      )}
    </div>`;
  }
}

customElements.define("wengang-formula", Formula);
