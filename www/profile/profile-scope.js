import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { locate, placesOfChina } from "../finder/places.js";
import { plain } from "../finder/plain-text.js";
import { LocalisedElement } from "../shared/localised.js";
import { NATIONWIDE } from "../shared/nationwide.js";
import { base } from "../styles/base.js";
import { control } from "../styles/control.js";
import { fields } from "../styles/fields.js";
import { tiles } from "../styles/tiles.js";
import { isPast, scopeOf } from "./findings.js";
import { regionName, regionNamed, regionNames, regionsWithin } from "./regions.js";
import "../finder/place-note.js";

/** @import { PropertyValues } from "lit" */
/** @import { LookElsewhereEvent } from "../finder/place-note.js" */
/** @import { Audience, Entry } from "../shared/catalogue.js" */
/** @import { Profile, Scope } from "./findings.js" */

/**
 * @typedef {Pick<Profile, "audience" | "region" | "year">} Choice
 *
 * What choosing tells: what has changed.
 * @typedef {CustomEvent<Choice>} ScopeEvent
 */

/** @type {Audience[]} */
const AUDIENCES = ["employer", "citizen"];

/** Who asks, where, and for which year, out of what there is. */
export class ProfileScope extends LocalisedElement {
  static properties = {
    entries: { attribute: false },
    audience: { attribute: false },
    scope: { attribute: false },
    day: { attribute: false },
  };

  static styles = [
    base,
    control,
    fields,
    tiles,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        gap: calc(var(--step) * 2) calc(var(--step) * 3);
        padding: calc(var(--step) * 2) calc(var(--step) * 2.5);
        border-radius: var(--radius);
        background: var(--panel);
      }

      .field {
        flex: 1 1 12rem;
        max-width: 22rem;
      }

      legend {
        margin-bottom: calc(var(--step) * 0.5);
        color: var(--muted);
        font-size: var(--small);
      }

      @media print {
        form {
          display: none;
        }
      }
    `,
  ];

  /** What was written to name the region, and the region that it was taken for. @type {{ text: string, region: string | undefined } | undefined} */
  #written;
  #composing = false;
  /** @type {HTMLDataListElement | undefined} */
  #names;
  /** @type {{ year: number, count: number, inForce: number }[]} */
  #years = [];

  constructor() {
    super();
    /** @type {Entry[]} */
    this.entries = [];
    /** @type {Audience | undefined} */
    this.audience = undefined;
    /** @type {Scope | undefined} */
    this.scope = undefined;
    this.day = "";
  }

  /** @param {Choice} choice */
  #choose(choice) {
    this.tell("wengang-scope", choice);
  }

  /** Those for who asks. */
  get #own() {
    return this.entries.filter(({ policy }) => policy.audience === this.audience);
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has("entries") || changed.has("audience")) {
      const names = regionNames(this.#own, placesOfChina(), this.locale);
      this.#names = document.createElement("datalist");
      this.#names.id = "names";
      this.#names.append(...names.map((name) => new Option("", name)));
    }
    const { scope, audience, day } = this;
    if (!scope) return;
    this.#years = scope.years.map((year) => {
      const { subsidies } = scopeOf(this.entries, { audience, region: scope.region, year, answers: {} }, day);
      const inForce = subsidies.filter(({ policy }) => !isPast(policy, year, day)).length;
      return { year, count: subsidies.length, inForce };
    });
  }

  render() {
    const { scope, audience } = this;
    const { policy, profile } = this.messages;
    if (!scope) return nothing;
    const place = scope.region && regionName(this.entries, scope.region, this.locale);
    return html`
      <form @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
        <fieldset>
          <legend>${profile.audience}</legend>
          <div class="tiles">
            ${AUDIENCES.filter((each) => this.entries.some((entry) => entry.policy.audience === each)).map(
              (each) => html`<label class="tile ${each === audience ? "chosen" : ""}">
                <input
                  type="radio"
                  name="audience"
                  .checked=${live(each === audience)}
                  @change=${() => this.#choose({ audience: each })}
                />${policy.audience[each]}</label
              >`,
            )}
          </div>
        </fieldset>
        ${audience ? this.#region(scope) : nothing}
        ${scope.year !== undefined ? this.#year(scope.year) : nothing}
      </form>
      ${audience ? this.#note(scope) : nothing}
      <p class="print-only">
        ${[audience && policy.audience[audience], place, scope.year && policy.claimYear(scope.year)]
          .filter(Boolean)
          .join(this.messages.separator)}
      </p>
    `;
  }

  /** What stands in the field: what was written, as long as that is what is chosen. @param {Scope} scope */
  #text({ region }) {
    if (this.#written && this.#written.region === region) return this.#written.text;
    return region === undefined ? "" : regionName(this.entries, region, this.locale);
  }

  /** @param {Scope} scope */
  #region(scope) {
    const { profile } = this.messages;
    const text = this.#text(scope);
    return html`<div class="field">
      <label for="region">${profile.region}</label>
      <input
        id="region"
        type="text"
        list="names"
        autocomplete="off"
        placeholder=${profile.regionHint}
        aria-describedby="taken"
        .value=${live(text)}
        @input=${this.#typed}
        @compositionstart=${() => {
          this.#composing = true;
        }}
        @compositionend=${(/** @type {Event} */ event) => {
          this.#composing = false;
          this.#typed(event);
        }}
      />
      ${this.#names}
      <p id="taken" class="small muted">${this.#taken(scope, text.trim())}</p>
    </div>`;
  }

  /**
   * What was understood, where that is not what stands in the field, and where there is more.
   * @param {Scope} scope
   * @param {string} text
   */
  #taken({ region }, text) {
    const { messages, locale } = this;
    const { profile } = messages;
    if (region === NATIONWIDE) return profile.nationwideOnly;
    if (region === undefined) {
      if (text !== "") return nothing;
      return html`<button type="button" class="text-button" @click=${() => this.#take(NATIONWIDE, "")}>
        ${profile.elsewhere}
      </button>`;
    }
    const name = regionName(this.entries, region, locale);
    const narrower = regionsWithin(this.#own, region, locale);
    return [
      name === text ? "" : profile.takenFor(name),
      narrower.length > 0 ? profile.narrower(narrower.join(profile.listSeparator)) : "",
    ].join("");
  }

  /** @param {Event} event */
  #typed(event) {
    // While an input method composes, the text is no word yet.
    if (this.#composing) return;
    const text = /** @type {HTMLInputElement} */ (event.target).value;
    this.#take(regionNamed(this.#own, text, placesNamed(text)[0]), text);
  }

  /**
   * @param {string | undefined} region
   * @param {string} text that it was named by
   */
  #take(region, text) {
    this.#written = text === "" && region ? undefined : { text, region };
    this.requestUpdate();
    if (region !== this.scope?.region) this.#choose({ region, year: undefined });
  }

  /** What is there for a place without policies of its own, and what to ask there. @param {Scope} scope */
  #note(scope) {
    const text = this.#text(scope);
    if (scope.region === NATIONWIDE || text.trim() === "") return nothing;
    return html`<wengang-place-note
      class="screen-only"
      .places=${placesNamed(text)}
      .entries=${[...scope.subsidies, ...scope.references]}
      .found=${scope.subsidies}
      .filters=${{ text }}
      whenever
      .locale=${this.locale}
      @wengang-look-elsewhere=${this.#look}
    ></wengang-place-note>`;
  }

  /** @param {LookElsewhereEvent} event */
  #look({ detail: { region, text = "" } }) {
    this.#take(region ?? regionNamed(this.#own, text, placesNamed(text)[0]), text);
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("#region"))?.focus();
  }

  /** @param {number} chosen */
  #year(chosen) {
    const { profile } = this.messages;
    return html`<div class="field">
      <label for="year">${profile.year}</label>
      <select
        id="year"
        @change=${(/** @type {Event} */ event) =>
          this.#choose({ year: Number(/** @type {HTMLSelectElement} */ (event.target).value) })}
      >
        ${this.#years.map(
          ({ year, count, inForce }) => html`<option value=${year} .selected=${live(year === chosen)}>
            ${profile.yearWith(year, count, inForce)}
          </option>`,
        )}
      </select>
    </div>`;
  }
}

/** The places that a text may mean, the likeliest first. @param {string} text */
function placesNamed(text) {
  return locate(plain(text).trim()).places;
}

customElements.define("wengang-profile-scope", ProfileScope);
