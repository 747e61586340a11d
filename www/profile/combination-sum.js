import { css, html, nothing } from "lit";
import { groupThousands } from "../answers/number-text.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { figure } from "../styles/figure.js";
import { policyLink } from "./open-policy.js";
import { boundsText } from "./profile-text.js";

/** @import { Findings } from "./findings.js" */

/** What can be had together, as a sum with its parts and what is still open, and what was left out of it and why. */
export class CombinationSum extends LocalisedElement {
  static properties = { findings: { attribute: false } };

  static styles = [
    base,
    figure,
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

      .sum.open {
        border-color: var(--accent);
        background: var(--accent-ground);
      }

      .bound {
        margin-top: calc(var(--step) * 0.5);
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
    const { combination, most, pending } = this.findings;
    const { policies, total, leftOut } = combination;
    const { profile, result } = this.messages;
    if (policies.length === 0) {
      return html`<div class="sum nothing"><p>${profile.nothingYet}</p></div>`;
    }
    const past = policies.some((id) => this.#case(id)?.past);
    const open = pending.length > 0;
    return html`
      <div class="sum ${open ? "open" : ""}">
        <p class="muted">${open ? profile.totalAtLeast : profile.total}</p>
        <p>
          <span class="figure number">${groupThousands(total)}</span>
          <span class="unit">${result.yuanUnit}</span>
        </p>
        ${
          open
            ? html`<p class="bound">
                ${most === null ? profile.mostUnknown : profile.atMost(result.yuan(groupThousands(most)))}${profile.clauseSeparator}${profile.stillOpen(pending.length)}${this.messages.colon}${pending
                  .map(({ one }) => one.description.title)
                  .join(profile.listSeparator)}
              </p>`
            : nothing
        }
        <ul class="parts">${policies.map((id) => html`<li>${this.#line(id)}</li>`)}</ul>
        ${past ? html`<p class="small caution">${profile.expiredIncluded}</p>` : nothing}
      </div>
      ${
        leftOut.length > 0
          ? html`<section class="left-out" aria-labelledby="left-out">
              <h3 id="left-out">${profile.leftOut}</h3>
              <ul>
                ${leftOut.map(({ policy, explanation }) => html`<li>${this.#line(policy)}<p>${explanation}</p></li>`)}
              </ul>
            </section>`
          : nothing
      }
    `;
  }

  /** @param {string} id */
  #case(id) {
    const cases = Object.values(this.findings?.outcomes ?? {}).flat();
    return cases.find(({ description }) => description.id === id);
  }

  /** @param {string} id */
  #line(id) {
    const one = this.#case(id);
    if (!one) return nothing;
    const pending = this.findings?.pending.find((open) => open.one === one);
    const { result } = this.messages;
    const figure = pending
      ? boundsText(pending, this.messages)
      : result.yuan(groupThousands(one.evaluation.assessment.amount ?? ""));
    return html`<p class="line">${policyLink(one)} <span class="number">${figure}</span></p>`;
  }
}

customElements.define("wengang-combination-sum", CombinationSum);
