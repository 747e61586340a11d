import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { regionsOf } from "../shared/catalogue.js";
import { LocalisedElement } from "../shared/localised.js";
import { NATIONWIDE } from "../shared/nationwide.js";
import { base } from "../styles/base.js";
import { control } from "../styles/control.js";
import { fields } from "../styles/fields.js";
import { tiles } from "../styles/tiles.js";
import { isPast, scopeOf } from "./findings.js";

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
    profile: { attribute: false },
    scope: { attribute: false },
    places: { attribute: false },
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
        align-items: end;
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

  constructor() {
    super();
    /** @type {Entry[]} */
    this.entries = [];
    /** @type {Profile} */
    this.profile = { answers: {} };
    /** @type {Scope | undefined} */
    this.scope = undefined;
    /** Places of which only the rules are known. @type {[string, string][]} */
    this.places = [];
    this.day = "";
  }

  /** @param {Choice} choice */
  #choose(choice) {
    this.tell("wengang-scope", choice);
  }

  render() {
    const { scope } = this;
    const { policy, profile } = this.messages;
    if (!scope) return nothing;
    const entries = this.entries.filter((entry) => entry.policy.audience === this.profile.audience);
    const regions = this.#withPlaces(regionsOf(entries, this.locale));
    const nameOf = new Map(regions);
    return html`
      <form @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
        <fieldset>
          <legend>${profile.audience}</legend>
          <div class="tiles">
            ${AUDIENCES.filter((audience) => this.entries.some((entry) => entry.policy.audience === audience)).map(
              (audience) => html`<label class="tile ${audience === this.profile.audience ? "chosen" : ""}">
                <input
                  type="radio"
                  name="audience"
                  .checked=${live(audience === this.profile.audience)}
                  @change=${() => this.#choose({ audience })}
                />${policy.audience[audience]}</label
              >`,
            )}
          </div>
        </fieldset>
        ${regions.length > 0 ? this.#regions(regions, scope) : nothing}
        ${scope.year !== undefined ? this.#years(scope) : nothing}
      </form>
      <p class="print-only">
        ${[
          this.profile.audience && policy.audience[this.profile.audience],
          scope.region && nameOf.get(scope.region),
          scope.year && policy.claimYear(scope.year),
        ]
          .filter(Boolean)
          .join(this.messages.separator)}
      </p>
    `;
  }

  /** Places of which only the rules are known come before what is left. @param {[string, string][]} regions */
  #withPlaces(regions) {
    if (this.profile.audience !== "employer") return regions;
    const own = regions.filter(([area]) => area !== NATIONWIDE);
    const known = this.places.filter(([name]) => own.every(([area]) => area !== name));
    return [...own, ...known, ...regions.filter(([area]) => area === NATIONWIDE)];
  }

  /**
   * @param {[string, string][]} regions
   * @param {Scope} scope
   */
  #regions(regions, scope) {
    const { form, profile } = this.messages;
    return html`<div class="field">
      <label for="region">${profile.region}</label>
      <select
        id="region"
        @change=${(/** @type {Event} */ event) =>
          this.#choose({ region: /** @type {HTMLSelectElement} */ (event.target).value, year: undefined })}
      >
        ${scope.region === undefined ? html`<option value="" .selected=${live(true)}>${form.chooseOne}</option>` : nothing}
        ${regions.map(
          ([area, name]) => html`<option value=${area} .selected=${live(area === scope.region)}>
            ${area === NATIONWIDE ? (regions.length > 1 ? profile.elsewhere : name) : name}
          </option>`,
        )}
      </select>
    </div>`;
  }

  /** @param {Scope} scope */
  #years({ region, year: chosen, years }) {
    const { profile } = this.messages;
    return html`<div class="field">
      <label for="year">${profile.year}</label>
      <select
        id="year"
        @change=${(/** @type {Event} */ event) =>
          this.#choose({ year: Number(/** @type {HTMLSelectElement} */ (event.target).value) })}
      >
        ${years.map((year) => {
          const places = this.places.map(([name]) => name);
          const { subsidies } = scopeOf(this.entries, { ...this.profile, region, year }, this.day, places);
          const inForce = subsidies.filter(({ policy }) => !isPast(policy, year, this.day)).length;
          return html`<option value=${year} .selected=${live(year === chosen)}>
            ${profile.yearWith(year, subsidies.length, inForce)}
          </option>`;
        })}
      </select>
    </div>`;
  }
}

customElements.define("wengang-profile-scope", ProfileScope);
