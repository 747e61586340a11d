import { css, html, nothing } from "lit";
import { base } from "../styles/base.js";
import { LocalisedElement } from "./localised.js";
import { successorLink } from "./successor-link.js";
import { isOnlyChinese, worded } from "./worded.js";

/** @import { Description } from "wengang" */

/** What the policy is called, where and when it applies, and what it is about. */
export class PolicyHeading extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    today: { attribute: false },
    /** Whether other policies are to be had on the page around it. */
    linked: { type: Boolean },
  };

  static styles = [
    base,
    css`
      h2 {
        font-size: calc(var(--text) * 1.625);
      }

      @container (max-width: 26rem) {
        h2 {
          font-size: calc(var(--text) * 1.375);
        }
      }

      .facts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: calc(var(--step) * 0.5) calc(var(--step) * 1.5);
        margin-top: calc(var(--step) * 0.75);
        color: var(--muted);
      }

      .in-force {
        color: var(--positive);
      }

      .summary {
        margin-top: var(--step);
        max-width: 46em;
      }

      .notice {
        margin-top: calc(var(--step) * 1.5);
        padding: var(--step) calc(var(--step) * 2);
        border-inline-start: 4px solid var(--caution);
        border-radius: var(--radius);
        background: var(--caution-ground);
        max-width: 46em;
      }

      .notice a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {string} */
    this.today = "";
    this.linked = false;
  }

  render() {
    if (!this.description) return nothing;
    const { title, region, claimYear, audience, summary, status, effective, checkedOn } = this.description;
    const { policy, source } = this.messages;
    const upcoming = status === "expired" && effective.from !== null && effective.from > this.today;
    const badge = upcoming ? "upcoming" : status;
    return html`
      <h2>${worded(title, this.locale)}</h2>
      <p class="facts">
        <span>${worded(region, this.locale)}</span>
        ${claimYear === null ? nothing : html`<span>${policy.claimYear(claimYear)}</span>`}
        <span>${policy.audience[audience]}</span>
        ${isOnlyChinese(title, this.locale) ? html`<span class="in-chinese">${policy.inChinese}</span>` : nothing}
        <span class="tag ${status === "expired" ? "caution" : status}">${policy.badge[badge]}</span>
        ${
          effective.from || effective.to
            ? html`<span class="number">${policy.validity(effective.from, effective.to)}</span>`
            : nothing
        }
        ${checkedOn ? html`<span class="number">${source.checked(checkedOn)}</span>` : nothing}
      </p>
      <p class="summary">${worded(summary, this.locale)}</p>
      ${
        status === "expired"
          ? html`<p class="notice">
              ${upcoming ? policy.upcoming(effective.from) : policy.expired(effective.to)}
              ${this.linked ? successorLink(this.description.id, this) : nothing}
            </p>`
          : nothing
      }
    `;
  }
}

customElements.define("wengang-policy-heading", PolicyHeading);
