import { css, html, nothing } from "lit";
import { downIcon } from "../shared/icons.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";

/** @import { Headline } from "../answers/headline.js" */

/** The verdict in one line at the foot of a small screen; leads to the whole result. */
export class ResultBar extends LocalisedElement {
  static properties = { headline: { attribute: false } };

  static styles = [
    base,
    css`
      button {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: calc(var(--step) * 2);
        flex-wrap: wrap;
        width: 100%;
        min-height: max(3.5rem, var(--target));
        padding: var(--step) calc(var(--step) * 2);
        border: 1px solid var(--line);
        border-top: 3px solid var(--tone);
        border-radius: var(--radius) var(--radius) 0 0;
        background: var(--paper);
        box-shadow: 0 -2px 12px rgb(0 0 0 / 12%);
        text-align: start;
        cursor: pointer;
      }

      .positive {
        --tone: var(--positive);
      }

      .negative {
        --tone: var(--negative);
      }

      .neutral {
        --tone: var(--control-line);
      }

      .judgement {
        font-weight: 600;
      }

      .positive .judgement,
      .negative .judgement {
        color: var(--tone);
      }

      .figure {
        font-size: var(--large);
        font-weight: 600;
      }

      .amount {
        white-space: nowrap;
      }

      .more {
        display: flex;
        flex: none;
        align-items: center;
        gap: calc(var(--step) * 0.5);
        color: var(--accent);
        font-size: var(--small);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Headline | undefined} */
    this.headline = undefined;
  }

  render() {
    if (!this.headline) return nothing;
    const { tone, judgement, outcome, remark } = this.headline;
    return html`
      <button type="button" class=${tone} @click=${() => this.tell("wengang-show-result", undefined)}>
        <span>
          <span class="judgement">${judgement}</span>
          ${
            outcome
              ? html`<span class="amount"><span class="figure number">${outcome.figure}</span>&nbsp;${outcome.unit}</span>`
              : nothing
          }
          ${remark ? html`<span class="muted small">${remark}</span>` : nothing}
        </span>
        <span class="more">${this.messages.result.show}${downIcon}</span>
      </button>
    `;
  }
}

customElements.define("wengang-result-bar", ResultBar);
