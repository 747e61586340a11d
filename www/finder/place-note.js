import { css, html, nothing } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { NATIONWIDE } from "../shared/nationwide.js";
import { base } from "../styles/base.js";
import { chainOf, isAreaOf, localsOf, nameOf } from "./places.js";

/** @import { Entry } from "../shared/catalogue.js" */
/** @import { Filters } from "../shared/filters.js" */
/** @import { PlaceInChina } from "./places.js" */

/**
 * Something else is to be looked for: the filters that change.
 * @typedef {CustomEvent<Partial<Filters>>} LookElsewhereEvent
 */

/** What is there for a place that was looked for and has no policies of its own, and what to ask its bureau. */
export class PlaceNote extends LocalisedElement {
  static properties = {
    places: { attribute: false },
    entries: { attribute: false },
    found: { attribute: false },
    filters: { attribute: false },
    whenever: { type: Boolean },
  };

  static styles = [
    base,
    css`
      aside {
        margin-top: calc(var(--step) * 3);
        padding: calc(var(--step) * 1.5) calc(var(--step) * 2.5);
        border-inline-start: 6px solid var(--accent);
        border-radius: var(--radius);
        background: var(--accent-ground);
      }

      p {
        max-width: 46em;
      }

      p + p,
      ul {
        margin-top: var(--step);
      }

      .text-button {
        text-align: start;
      }
    `,
  ];

  constructor() {
    super();
    /** The places that the words may mean, the likeliest first. @type {PlaceInChina[]} */
    this.places = [];
    /** @type {Entry[]} */
    this.entries = [];
    /** @type {Entry[]} */
    this.found = [];
    /** @type {Filters} */
    this.filters = {};
    /** Whether what has run out by now is gone by, too: for a year that is over. */
    this.whenever = false;
  }

  /** Whether it can be gone by. @param {Entry} entry */
  #holds = ({ policy }) => this.whenever || policy.status !== "expired";

  /** The policies of a place itself. @param {PlaceInChina} place */
  #ownOf(place) {
    return this.entries.filter(({ area }) => isAreaOf(area, place));
  }

  /** @param {Partial<Filters>} change */
  #look(change) {
    this.tell("wengang-look-elsewhere", change);
  }

  render() {
    const [place, ...namesakes] = this.places;
    if (!place) return this.#unknown();
    const { finder } = this.messages;
    const name = nameOf(place, this.locale);
    const others = namesakes.map((other) => {
      const text = nameOf(other, "zh-CN");
      return html`<p>
        <button type="button" class="text-button" @click=${() => this.#look({ text })}>
          ${finder.namesake(nameOf(other, this.locale))}
        </button>
      </p>`;
    });
    const chain = chainOf(place);
    const own = chain.map((one) => this.#ownOf(one));
    const current = own.map((policies) => policies.filter(this.#holds));
    const questions = this.#questions(place, current.flat());
    const nearest = current.findIndex((policies) => policies.length > 0);
    const past = own.findIndex((policies) => policies.length > 0);
    const known = nearest === 0 ? nothing : html`<p>${this.#known(chain, past, nearest)}</p>`;
    if (known === nothing && questions.length + others.length === 0) return nothing;
    return html`<aside aria-label=${name}>${known} ${questions} ${others}</aside>`;
  }

  /**
   * Which policies are gone by: the nearest that hold, and whether nearer ones have run out.
   * @param {PlaceInChina[]} chain the place, and what it lies in
   * @param {number} past the first of them that has policies
   * @param {number} nearest the first of them that has policies which hold
   */
  #known(chain, past, nearest) {
    const { finder } = this.messages;
    const [name = "", ...wider] = chain.map((place) => nameOf(place, this.locale));
    const expired = past === nearest ? "" : finder.ownExpired([name, ...wider][past] ?? "");
    if (nearest > 0) return html`<strong>${expired}</strong> ${finder.placeWithin(name, wider[nearest - 1] ?? "")}`;
    return html`<strong>${expired || finder.noOwn(name)}</strong> ${this.found.length > 0 ? finder.nationwideApplies : nothing}`;
  }

  /**
   * What the state leaves to places, and nothing that is listed for this one answers.
   * @param {PlaceInChina} place
   * @param {Entry[]} current what holds there
   */
  #questions(place, current) {
    const { finder, listSeparator } = this.messages;
    const answered = new Set(current.map(({ policy }) => policy.scheme));
    /** The latest of each scheme. @type {Map<string, Entry>} */
    const left = new Map();
    for (const entry of this.found) {
      const { scheme, claimYear } = entry.policy;
      const isOpen = entry.area === NATIONWIDE && this.#holds(entry) && entry.excerpt?.leftToPlaces.length;
      const isLatest = (claimYear ?? 0) >= (left.get(scheme)?.policy.claimYear ?? 0);
      if (isOpen && isLatest && !answered.has(scheme)) left.set(scheme, entry);
    }
    return [...left.values()].map(({ policy: { title }, excerpt }) => {
      const [local] = localsOf(excerpt?.locals ?? [], place);
      return html`
        <p>${finder.askThere((excerpt?.leftToPlaces ?? []).join(listSeparator))}</p>
        ${local ? html`<p>${finder.knownThere(local.place, local.year, title)}</p>` : nothing}
      `;
    });
  }

  /** Words that are found nowhere may be a place that nobody has listed. */
  #unknown() {
    const text = this.filters.text?.trim() ?? "";
    if (text === "" || this.found.length > 0) return nothing;
    return html`<aside>
      <p>${this.messages.finder.perhapsPlace}</p>
      <p>
        <button
          type="button"
          class="text-button"
          @click=${() => this.#look({ text: undefined, region: NATIONWIDE, topic: undefined })}
        >
          ${this.messages.finder.seeNationwide}
        </button>
      </p>
    </aside>`;
  }
}

customElements.define("wengang-place-note", PlaceNote);
