import { css, html, nothing } from "lit";
import { groupThousands } from "../number-text.js";
import { base } from "../styles/base.js";
import { LocalisedElement } from "./localised.js";
import { policyLink } from "./open-policy.js";

/** @import { Claim, LeftOut } from "../combination.js" */
/** @import { Findings } from "../profile.js" */

/** What can be had together, as a sum with its parts, and what was left out of it and why. */
export class CombinationSum extends LocalisedElement {
  static properties = { findings: { attribute: false } };

  static styles = [
    base,
    css`
      .sum {
        padding: calc(var(--step) * 2.5) calc(var(--step) * 3);
        border-inline-start: 6px solid var(--positive);
        border-radius: var(--radius);
        background: var(--positive-ground);
      }

      .sum.nothing {
        border-color: var(--control-line);
        background: var(--panel);
      }

      .figure {
        font-size: calc(var(--text) * 2.25);
        font-weight: 600;
        line-height: 1.2;
        letter-spacing: -0.01em;
      }

      .unit {
        font-size: var(--large);
      }

      .parts {
        margin-top: var(--step);
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        column-gap: calc(var(--step) * 2);
      }

      .line .number {
        margin-inline-start: auto;
      }

      .parts li + li {
        border-top: 1px solid var(--line);
      }

      a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }

      .left-out {
        margin-top: calc(var(--step) * 3);
      }

      .left-out li {
        padding-block: calc(var(--step) * 0.5) var(--step);
        border-top: 1px solid var(--line);
      }

      .left-out h3 {
        padding-bottom: var(--step);
      }

      .small {
        margin-top: var(--step);
      }

      @media print {
        .sum {
          border: 1px solid var(--line);
          border-inline-start: 6px solid var(--positive);
          break-inside: avoid;
        }

        a {
          min-height: 0;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Findings | undefined} */
    this.findings = undefined;
  }

  render() {
    if (!this.findings) return nothing;
    const { chosen, total, leftOut } = this.findings.combination;
    const { profile, result } = this.messages;
    if (total.eq(0)) {
      return html`<div class="sum nothing"><p>${profile.nothingYet}</p></div>`;
    }
    const expired = chosen.map((claim) => this.#case(claim)).some((one) => one?.description.status === "expired");
    return html`
      <div class="sum">
        <p class="muted">${profile.total}</p>
        <p>
          <span class="figure number">${groupThousands(total.toFixed(2))}</span>
          <span class="unit">${result.yuanUnit}</span>
        </p>
        <ul class="parts">${chosen.map((claim) => html`<li>${this.#line(claim)}</li>`)}</ul>
        ${expired ? html`<p class="small caution">${profile.expiredIncluded}</p>` : nothing}
      </div>
      ${
        leftOut.length > 0
          ? html`<section class="left-out" aria-labelledby="left-out">
              <h3 id="left-out">${profile.leftOut}</h3>
              <ul>
                ${leftOut.map((left) => this.#left(left))}
              </ul>
            </section>`
          : nothing
      }
    `;
  }

  /** @param {Claim} claim */
  #case({ description }) {
    return this.findings?.outcomes.eligible.find((one) => one.description.id === description.id);
  }

  /** @param {Claim} claim */
  #line(claim) {
    const one = this.#case(claim);
    return html`<p class="line">
      ${one ? policyLink(one) : nothing}
      <span class="number">${this.messages.result.yuan(groupThousands(claim.yuan.toFixed(2)))}</span>
    </p>`;
  }

  /** @param {LeftOut} left */
  #left({ claim, excludedBy, reason, less }) {
    const { profile, result } = this.messages;
    const titles = excludedBy.map((other) => this.#case(other)?.description.title ?? "");
    const consequence = less.gt(0) ? profile.less(result.yuan(groupThousands(less.toFixed(2)))) : profile.sameTotal;
    return html`<li>
      ${this.#line(claim)}
      <p>${profile.excluded(titles, (reason ?? profile.sameScheme).replace(/[。.]$/, ""), consequence)}</p>
    </li>`;
  }
}

customElements.define("wengang-combination-sum", CombinationSum);
