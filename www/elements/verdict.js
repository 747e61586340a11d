import { css, html, nothing } from "lit";
import { base } from "../styles/base.js";
import { figure } from "../styles/figure.js";
import { checkIcon, crossIcon, openIcon } from "./icons.js";
import { LocalisedElement } from "./localised.js";

/** @import { Headline } from "../headline.js" */

const ICONS = { positive: checkIcon, negative: crossIcon, neutral: openIcon };

/** The judgement and the amount, large. */
export class Verdict extends LocalisedElement {
  static properties = { headline: { attribute: false } };

  static styles = [
    base,
    figure,
    css`
      .verdict {
        padding: calc(var(--step) * 2.5) calc(var(--step) * 3);
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

      .outcome {
        margin-top: var(--step);
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
        <p class="judgement">${ICONS[tone]}${judgement}</p>
        ${
          outcome
            ? html`<p class="outcome">
                <span class="muted small">${outcome.label}</span><br />
                <span class="figure number">${outcome.figure}</span> <span class="unit">${outcome.unit}</span>
                ${outcome.reading ? html`<br /><span class="reading muted number">${outcome.reading}</span>` : nothing}
              </p>`
            : nothing
        }
        ${remark ? html`<p class="muted">${remark}</p>` : nothing}
      </div>
    `;
  }
}

customElements.define("wengang-verdict", Verdict);
