import { css, html, nothing } from "lit";
import { checkIcon, crossIcon, openIcon } from "../shared/icons.js";
import { LocalisedElement } from "../shared/localised.js";
import { worded } from "../shared/worded.js";
import { base } from "../styles/base.js";
import { figure } from "../styles/figure.js";

/** @import { Headline } from "../answers/headline.js" */

const ICONS = { positive: checkIcon, negative: crossIcon, neutral: openIcon };

/** The judgement and the amount, large. */
export class Verdict extends LocalisedElement {
  static properties = { headline: { attribute: false } };

  static styles = [
    base,
    figure,
    css`
      .verdict {
        padding: calc(var(--step) * 1.5) calc(var(--step) * 2.5);
        border-radius: var(--radius);
        border-inline-start: 6px solid var(--tone);
        background: var(--ground);
      }

      .positive {
        --tone: var(--positive);
        --ground: var(--positive-ground);
      }

      .negative {
        --tone: var(--negative);
        --ground: var(--negative-ground);
      }

      .neutral {
        --tone: var(--control-line);
        --ground: var(--panel);
      }

      .judgement {
        display: flex;
        align-items: center;
        gap: var(--step);
        font-size: var(--large);
        font-weight: 600;
        line-height: 1.35;
      }

      .positive .judgement,
      .negative .judgement {
        color: var(--tone);
      }

      .icon {
        flex: none;
      }

      .remark {
        font-size: var(--small);
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: calc(var(--step) * 0.5) calc(var(--step) * 3);
      }

      /* A figure goes with its unit, unless it is longer than the line. */
      .amount {
        display: inline-block;
        max-width: 100%;
      }

      @media print {
        .verdict {
          border: 1px solid var(--line);
          border-inline-start: 6px solid var(--tone);
          break-inside: avoid;
        }
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
      <div class="verdict ${tone}">
        <div class="line">
          <div>
            <p class="judgement">${ICONS[tone]}${judgement}</p>
            ${remark ? html`<p class="remark muted">${remark}</p>` : nothing}
          </div>
          ${
            outcome
              ? html`<p class="outcome">
                  <span class="muted small">${worded(outcome.label, this.locale)}</span>
                  <span class="amount"
                    ><span class="figure number">${outcome.figure}</span>&nbsp;<span class="unit">${outcome.unit}</span></span
                  >
                  ${outcome.reading ? html`<br /><span class="reading muted number">${outcome.reading}</span>` : nothing}
                </p>`
              : nothing
          }
        </div>
      </div>
    `;
  }
}

customElements.define("wengang-verdict", Verdict);
