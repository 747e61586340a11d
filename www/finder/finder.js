import { css, html, nothing } from "lit";
import { fragmentOf } from "../shared/address.js";
import { Awaiting } from "../shared/awaited.js";
import { describedBySlices, entriesOf, regionsOf } from "../shared/catalogue.js";
import { onArrival } from "../shared/engine.js";
import { EngineElement } from "../shared/engine-element.js";
import { activeFilters, TOPICS, testOf } from "../shared/filters.js";
import { view } from "../styles/view.js";
import { filterText } from "./filter-text.js";
import { counts, readQuery, search } from "./search.js";
import "./place-note.js";
import "./policy-filters.js";
import "./policy-list.js";
import "./topic-tiles.js";

/** @import { PropertyValues } from "lit" */
/** @import { Entry } from "../shared/catalogue.js" */
/** @import { Filters } from "../shared/filters.js" */
/** @import { FiltersEvent } from "./policy-filters.js" */
/** @import { LookElsewhereEvent } from "./place-note.js" */
/** @import { TopicEvent } from "./topic-tiles.js" */

/**
 * Where one starts: what to work out, by topic, or by all policies with filters.
 *
 * Attributes: `locale`, `today` (`YYYY-MM-DD`). Property: `filters`; event `wengang-filters` with `{ filters }` where they change.
 */
export class Finder extends EngineElement {
  static properties = { filters: { attribute: false } };

  static styles = [
    view,
    css`
      .topics {
        margin-top: calc(var(--step) * 2);
      }

      .profile {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--step) calc(var(--step) * 3);
        margin-top: calc(var(--step) * 2);
        padding: calc(var(--step) * 2) calc(var(--step) * 2.5);
        border-inline-start: 6px solid var(--accent);
        border-radius: var(--radius);
        background: var(--accent-ground);
        color: var(--ink);
        text-decoration: none;
      }

      .profile strong {
        font-size: var(--large);
        font-weight: 600;
      }

      .profile .go {
        color: var(--accent);
        font-weight: 600;
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 0.25em;
      }

      .profile:hover .go {
        text-decoration-thickness: 2px;
      }

      .all {
        margin-top: calc(var(--step) * 5);
        padding-top: calc(var(--step) * 3);
        border-top: 1px solid var(--line);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: calc(var(--step) * 2);
        margin-bottom: calc(var(--step) * 1.5);
      }

      #all {
        outline-offset: 4px;
        scroll-margin-top: var(--step);
      }

      .empty {
        margin-top: calc(var(--step) * 4);
        padding: calc(var(--step) * 2) calc(var(--step) * 2.5);
        border-radius: var(--radius);
        background: var(--panel);
      }

      .empty ul {
        margin-top: var(--step);
      }

      .empty .text-button {
        text-align: start;
      }

      @media print {
        .profile {
          display: none;
        }
      }
    `,
  ];

  #awaiting = new Awaiting(this);
  /** @type {Entry[]} */
  #entries = [];

  constructor() {
    super();
    /** @type {Filters} */
    this.filters = {};
  }

  connectedCallback() {
    super.connectedCallback();
    onArrival.add(this.#describeMore);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    onArrival.delete(this.#describeMore);
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if (this.engine !== "ready") return;
    if (!changed.has("engine") && !changed.has("locale") && !changed.has("today")) return;
    this.#entries = entriesOf(this.options);
    this.#describeMore();
  }

  /** What the catalogue does not say of them is only searched. */
  #describeMore = async () => {
    const entries = this.#entries;
    for await (const _ of describedBySlices(entries, this.options)) {
      // Another language or day was asked for meanwhile.
      if (this.#entries !== entries) return;
      if (this.filters.text) this.requestUpdate();
    }
    this.requestUpdate();
  };

  /** @param {Filters} filters */
  #filter(filters) {
    this.filters = filters;
  }

  /**
   * Filters changed from here rather than in their own element.
   * @param {Partial<Filters>} change
   */
  #change(change) {
    this.filters = { ...this.filters, ...change };
    this.tell("wengang-filters", { filters: this.filters });
  }

  render() {
    if (this.engine !== "ready") return super.render();
    const { finder } = this.messages;
    const entries = this.#entries;
    const found = search(entries, this.filters);
    const { places } = readQuery(this.filters.text ?? "");
    const narrowed = activeFilters(this.filters).length > 0;
    return html`
      <div
        lang=${this.locale}
        @wengang-topic=${(/** @type {TopicEvent} */ { detail: { topic } }) => this.#choose(topic)}
        @wengang-look-elsewhere=${(/** @type {LookElsewhereEvent} */ { detail }) => this.#loosen(detail)}
        @wengang-filters=${(/** @type {FiltersEvent} */ { detail: { filters } }) => this.#filter(filters)}
      >
        <h2>${finder.heading}</h2>
        <wengang-topic-tiles
          class="topics" .topics=${this.#topics()} .chosen=${this.filters.topic} .locale=${this.locale}
        ></wengang-topic-tiles>
        <a class="profile" href=${fragmentOf({ view: "profile" })}>
          <span><strong>${finder.profile}</strong><br />${finder.profileHint}</span>
          <span class="go">${finder.profileGo}</span>
        </a>
        <section class="all" aria-labelledby="all">
          <div class="head">
            <h2 id="all" tabindex="-1">${finder.all}</h2>
            <p class="muted" role="status">${finder.found(found.length, entries.length)}</p>
          </div>
          <wengang-policy-filters
            .entries=${[...entries]} .filters=${this.filters} .locale=${this.locale}
          ></wengang-policy-filters>
          ${
            this.filters.text
              ? this.#awaiting.showAtOnce(
                  "china",
                  () => html`<wengang-place-note
                    .places=${places} .entries=${entries} .found=${found} .filters=${this.filters} .locale=${this.locale}
                  ></wengang-place-note>`,
                )
              : nothing
          }
          <wengang-faq-found .text=${this.filters.text} .region=${this.filters.region} .locale=${this.locale}></wengang-faq-found>
          ${found.length > 0 ? nothing : this.#empty()}
          <wengang-policy-list
            .entries=${found} .today=${this.day} ?ordered=${narrowed} .locale=${this.locale}
          ></wengang-policy-list>
        </section>
      </div>
    `;
  }

  /** Who comes with something to look for wants to see what is found. @param {PropertyValues<this>} changed */
  updated(changed) {
    if (changed.get("engine") === undefined || this.engine !== "ready") return;
    if (activeFilters(this.filters).length > 0) requestAnimationFrame(() => this.#heading?.scrollIntoView());
  }

  get #heading() {
    return /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("#all"));
  }

  /**
   * A tile leads to what is found, which on a phone lies below the screen.
   * @param {TopicEvent["detail"]["topic"]} topic
   */
  async #choose(topic) {
    this.#change({ topic });
    if (topic === undefined) return;
    await this.updateComplete;
    this.#heading?.focus({ preventScroll: true });
    this.#heading?.scrollIntoView();
  }

  /**
   * The button that was pressed is gone; the keyboard goes on where the list begins.
   * @param {Partial<Filters>} change
   */
  #loosen(change) {
    this.#change(change);
    this.#heading?.focus();
  }

  /** The topics that there are, with how many policies each has under the other filters. */
  #topics() {
    const count = counts(this.#entries, this.filters, "topic");
    return TOPICS.filter((topic) => this.#entries.some(testOf({ topic }))).map((topic) => ({
      topic,
      count: count(topic),
    }));
  }

  /** What to loosen where nothing is found. */
  #empty() {
    const { finder } = this.messages;
    const regions = regionsOf(this.#entries, this.locale);
    const active = activeFilters(this.filters);
    const ways = active
      .map((filter) => ({ filter, count: search(this.#entries, { ...this.filters, [filter]: undefined }).length }))
      .filter(({ count }) => count > 0);
    const unread = this.filters.text ? this.#entries.filter(({ isDescribed }) => !isDescribed).length : 0;
    return html`<div class="empty">
      ${unread > 0 ? html`<p>${finder.notReadYet(unread)}</p>` : nothing}
      <p>${finder.nothingFound}</p>
      <ul>
        ${ways.map(({ filter, count }) => {
          const text = filterText(filter, this.filters, regions, this.messages);
          return html`<li>
            <button type="button" class="text-button" @click=${() => this.#loosen({ [filter]: undefined })}>
              ${finder.loosen(text, count)}
            </button>
          </li>`;
        })}
        ${
          ways.length === 0
            ? html`<li>
                <button
                  type="button"
                  class="text-button"
                  @click=${() => this.#loosen(Object.fromEntries(active.map((filter) => [filter, undefined])))}
                >
                  ${finder.removeAll}
                </button>
              </li>`
            : nothing
        }
      </ul>
    </div>`;
  }
}

customElements.define("wengang-finder", Finder);
