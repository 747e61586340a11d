import { css, html, nothing } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { NATIONWIDE } from "../shared/nationwide.js";
import { base } from "../styles/base.js";
import { isAreaOf, nameOf } from "./places.js";

/** @import { Locale, LocalRules } from "wengang" */
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
  }

  /** Whether there are policies of a place itself. @param {PlaceInChina} place */
  #hasOwn(place) {
    return this.entries.some(({ area }) => isAreaOf(area, place));
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
    const others = namesakes.map(
      (other) => html`<p>
        <button type="button" class="text-button" @click=${() => this.#look({ text: other.name })}>
          ${finder.namesake(nameOf(other, this.locale))}
        </button>
      </p>`,
    );
    if (this.#hasOwn(place)) return others.length > 0 ? html`<aside>${others}</aside>` : nothing;
    const around = place.within && this.#hasOwn(place.within) ? place.within : undefined;
    return html`<aside aria-label=${name}>
      ${around ? html`<p>${finder.placeWithin(name, nameOf(around, this.locale))}</p>` : this.#nationwide(place, name)}
      ${others}
    </aside>`;
  }

  /**
   * @param {PlaceInChina} place
   * @param {string} name
   */
  #nationwide(place, name) {
    const { finder } = this.messages;
    const left = this.found.filter(
      ({ area, excerpt }) => area === NATIONWIDE && excerpt && excerpt.leftToPlaces.length > 0,
    );
    return html`
      <p><strong>${finder.noOwn(name)}</strong> ${this.found.length > 0 ? finder.nationwideApplies : nothing}</p>
      ${left.map(({ policy: { title }, excerpt }) => {
        const [local] = localRulesFor(excerpt?.locals ?? [], place, this.locale);
        return html`
          <p>${finder.askThere((excerpt?.leftToPlaces ?? []).join(this.messages.listSeparator))}</p>
          ${local ? html`<p>${finder.knownThere(local.place, local.year, title)}</p>` : nothing}
        `;
      })}
    `;
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

/**
 * What a policy knows of a place, or of what that lies in, nearest first: of a district its city's rules, of a city its province's.
 * @param {LocalRules[]} locals
 * @param {PlaceInChina} place
 * @param {Locale} locale
 * @returns {LocalRules[]}
 */
function localRulesFor(locals, place, locale) {
  for (let around = /** @type {PlaceInChina | undefined} */ (place); around; around = around.within) {
    const wanted = plainName(nameOf(around, locale));
    const own = locals.filter((local) => plainName(local.place) === wanted);
    if (own.length > 0) return own;
  }
  return [];
}

/** 江苏省常州市 and 江苏常州 are the same place, and so are Xi’an and Xian. @param {string} name */
function plainName(name) {
  return name.replace(/[省市’' ]/g, "").toLowerCase();
}

customElements.define("wengang-place-note", PlaceNote);
