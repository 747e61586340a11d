import { css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { fragmentOf } from "../shared/address.js";
import { firstSentence, standingOf } from "../shared/catalogue.js";
import { collation } from "../shared/collation.js";
import { LocalisedElement } from "../shared/localised.js";
import { NATIONWIDE } from "../shared/nationwide.js";
import { successorLink } from "../shared/successor-link.js";
import { worded } from "../shared/worded.js";
import { base } from "../styles/base.js";

/** @import { PropertyValues } from "lit" */
/** @import { Entry, Standing } from "../shared/catalogue.js" */

/** How many of a list are drawn at first, and how many more at a time: drawing a thousand would be felt at every key. */
const AT_A_TIME = 60;

/** @type {Standing[]} */
const GROUPS = ["in-force", "upcoming", "reference", "expired"];

/**
 * Policies by how they stand, the expired ones folded below the others; or, where something was looked for, all of them in the
 * order given, with nothing folded away.
 */
export class PolicyList extends LocalisedElement {
  static properties = {
    entries: { attribute: false },
    today: { attribute: false },
    ordered: { type: Boolean },
    /** How many of a list are drawn. */
    most: { state: true },
  };

  static styles = [
    base,
    css`
      .group {
        margin-top: calc(var(--step) * 4);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: calc(var(--step) * 1.5);
      }

      .remark {
        flex-basis: 100%;
      }

      .list {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr));
        column-gap: calc(var(--step) * 6);
        margin-top: calc(var(--step) * 1.5);
      }

      .list > li {
        display: flex;
        flex-direction: column;
        padding-block: var(--step) calc(var(--step) * 0.5);
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      h4 {
        font-size: calc(var(--text) * 1.0625);
      }

      a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }

      h4 a {
        text-decoration-thickness: 1px;
      }

      a:hover {
        text-decoration-thickness: 2px;
      }

      .facts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 calc(var(--step) * 1.5);
        margin-top: calc(var(--step) * 0.5);
        color: var(--muted);
        font-size: var(--small);
      }

      .in-force {
        color: var(--positive);
      }

      .expired,
      .upcoming {
        color: var(--caution);
      }

      .summary {
        flex: 1;
        margin-top: calc(var(--step) * 0.5);
        max-width: 42em;
      }

      .rules {
        align-self: start;
        font-size: var(--small);
      }

      .more {
        margin-top: calc(var(--step) * 2);
      }

      summary {
        display: flex;
        align-items: baseline;
        gap: calc(var(--step) * 1.25);
        min-height: var(--target);
        cursor: pointer;
        list-style: none;
      }

      summary::-webkit-details-marker {
        display: none;
      }

      summary::before {
        content: "";
        flex: none;
        align-self: start;
        margin-top: 0.6em;
        width: 0.5em;
        height: 0.5em;
        border: solid currentcolor;
        border-width: 0 2px 2px 0;
        transform: rotate(-45deg);
      }

      details[open] summary::before {
        transform: rotate(45deg);
      }

      @media print {
        a {
          min-height: 0;
        }

        .rules,
        .more,
        summary::before {
          display: none;
        }
      }
    `,
  ];

  #compare = collation();

  constructor() {
    super();
    /** @type {Entry[]} */
    this.entries = [];
    /** @type {string} */
    this.today = "";
    this.ordered = false;
    this.most = AT_A_TIME;
  }

  render() {
    if (this.ordered) {
      if (this.entries.length === 0) return nothing;
      return html`<div class="group">
        <h3 class="visually-hidden">${this.messages.finder.results}</h3>
        ${this.#list(this.entries)}
      </div>`;
    }
    /** @type {Map<Standing, Entry[]>} */
    const groups = new Map();
    for (const entry of [...this.entries].sort((one, other) => this.#order(one, other))) {
      const standing = this.#standing(entry);
      groups.set(standing, [...(groups.get(standing) ?? []), entry]);
    }
    return GROUPS.map((standing) => {
      const entries = groups.get(standing);
      if (!entries) return "";
      return standing === "expired" ? this.#folded(entries, !groups.has("in-force")) : this.#group(standing, entries);
    });
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has("locale")) this.#compare = collation(this.locale);
  }

  /** @param {Entry} entry */
  #standing({ policy, excerpt }) {
    return standingOf({ ...policy, effective: excerpt?.effective }, this.today);
  }

  /**
   * By place, what holds everywhere first; of one place the latest first, then by title.
   * @param {Entry} one
   * @param {Entry} other
   */
  #order({ policy: one, area: here }, { policy: other, area: there }) {
    return (
      Number(there === NATIONWIDE) - Number(here === NATIONWIDE) ||
      this.#compare(one.region, other.region) ||
      (other.claimYear ?? 9999) - (one.claimYear ?? 9999) ||
      this.#compare(one.title, other.title)
    );
  }

  /**
   * @param {Exclude<Standing, "expired">} standing
   * @param {Entry[]} entries
   */
  #group(standing, entries) {
    return html`<section class="group" aria-labelledby=${standing}>
      ${this.#head(standing, entries)} ${this.#list(entries)}
    </section>`;
  }

  /**
   * @param {Entry[]} entries
   * @param {boolean} nothingInForce
   */
  #folded(entries, nothingInForce) {
    return html`<details class="group" ?open=${nothingInForce}>
      <summary>${this.#head("expired", entries, this.messages.finder.expiredUse)}</summary>
      ${this.#list(entries)}
    </details>`;
  }

  /**
   * @param {Standing} standing
   * @param {Entry[]} entries
   * @param {string} [remark]
   */
  #head(standing, entries, remark) {
    const { finder } = this.messages;
    return html`<span class="head">
      <h3 id=${standing}>${finder.group[standing]}</h3>
      <span class="muted small">${finder.count(entries.length)}</span>
      ${remark ? html`<span class="remark muted">${remark}</span>` : ""}
    </span>`;
  }

  /** @param {Entry[]} entries */
  #list(entries) {
    const left = entries.length - this.most;
    return html`<ul class="list">
        ${repeat(
          entries.slice(0, this.most),
          ({ policy }) => policy.id,
          (entry) => this.#entry(entry),
        )}
      </ul>
      ${
        left > 0
          ? html`<button type="button" class="button more" @click=${this.#showMore}>
              ${this.messages.finder.more(Math.min(left, AT_A_TIME))}
            </button>`
          : nothing
      }`;
  }

  /** The keyboard goes on with the first that has come. @param {Event} event */
  async #showMore({ currentTarget }) {
    const list = /** @type {HTMLElement} */ (currentTarget).previousElementSibling;
    const next = this.most;
    this.most += AT_A_TIME;
    await this.updateComplete;
    list?.children[next]?.querySelector("a")?.focus();
  }

  /** @param {Entry} entry */
  #entry(entry) {
    const {
      policy: { id, title, region, claimYear, audience },
      excerpt,
    } = entry;
    const { policy, finder } = this.messages;
    const standing = this.#standing(entry);
    return html`<li>
      <h4><a href=${fragmentOf({ view: "policy", policy: id })}>${worded(title, this.locale)}</a></h4>
      <p class="facts">
        <span class="tag ${standing}">${policy.badge[standing]}</span>
        <span>${worded(region, this.locale)}</span>
        ${claimYear === null ? "" : html`<span>${policy.claimYear(claimYear)}</span>`}
        <span>${policy.audience[audience]}</span>
      </p>
      ${standing === "expired" ? html`<p class="successor">${successorLink(id, this)}</p>` : nothing}
      <p class="summary">${excerpt ? worded(firstSentence(excerpt.summary), this.locale) : ""}</p>
      <a class="rules" href=${fragmentOf({ view: "rules", policy: id })} aria-label=${finder.rulesOf(title)}
        >${finder.rules}</a
      >
    </li>`;
  }
}

customElements.define("wengang-policy-list", PolicyList);
