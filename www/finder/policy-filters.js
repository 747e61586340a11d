import { css, html } from "lit";
import { live } from "lit/directives/live.js";
import { regionsOf, yearsOf } from "../shared/catalogue.js";
import { activeFilters } from "../shared/filters.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { control } from "../styles/control.js";
import { fields } from "../styles/fields.js";
import { filterText } from "./filter-text.js";
import { counts } from "./search.js";

/** @import { Audience, Entry } from "../shared/catalogue.js" */
/** @import { Filters } from "../shared/filters.js" */

/**
 * What changing a filter tells: all of them.
 * @typedef {CustomEvent<{ filters: Filters }>} FiltersEvent
 */

/** @type {Audience[]} */
const AUDIENCES = ["employer", "citizen"];

/** Narrows the list by words, region, year and audience, and shows what it is narrowed by. */
export class PolicyFilters extends LocalisedElement {
  static properties = { entries: { attribute: false }, filters: { attribute: false } };

  static styles = [
    base,
    control,
    fields,
    css`
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr));
        gap: calc(var(--step) * 1.5) calc(var(--step) * 2);
      }

      .chosen {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--step) calc(var(--step) * 1.5);
        margin-top: calc(var(--step) * 1.5);
      }

      .chosen .button {
        border-color: var(--accent);
        background: var(--accent-ground);
        color: var(--ink);
        text-align: start;
        overflow-wrap: anywhere;
      }

      .chosen .text-button {
        margin: 0;
      }

      .cross {
        flex: none;
        color: var(--accent);
      }

      /* Two fields a row spare a phone a screenful. */
      @container (max-width: 32rem) {
        .fields {
          grid-template-columns: 1fr 1fr;
        }

        .words,
        .audience {
          grid-column: 1 / -1;
        }
      }

      @container (max-width: 16rem) {
        .fields {
          grid-template-columns: 1fr;
        }
      }

      @media print {
        .fields {
          display: none;
        }
      }
    `,
  ];

  #composing = false;

  constructor() {
    super();
    /** @type {Entry[]} */
    this.entries = [];
    /** @type {Filters} */
    this.filters = {};
  }

  /** @param {Partial<Filters>} change */
  #change(change) {
    this.filters = { ...this.filters, ...change };
    this.tell("wengang-filters", { filters: this.filters });
  }

  /**
   * A removed filter takes its button with it, so the keyboard goes to the words.
   * @param {Partial<Filters>} change
   */
  async #remove(change) {
    this.#change(change);
    await this.updateComplete;
    const next = this.renderRoot.querySelector(".chosen button") ?? this.renderRoot.querySelector("input");
    /** @type {HTMLElement | null} */ (next)?.focus();
  }

  /** @param {Event} event */
  #typed(event) {
    // While an input method composes, the text is no word yet.
    if (!this.#composing) this.#change({ text: /** @type {HTMLInputElement} */ (event.target).value });
  }

  render() {
    const { finder, policy } = this.messages;
    const { entries, filters } = this;
    const regions = regionsOf(entries, this.locale);
    return html`
      <form class="fields" role="search" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
        <div class="field words">
          <label for="text">${finder.filter.text}</label>
          <input
            id="text"
            type="search"
            autocomplete="off"
            placeholder=${finder.textHint}
            .value=${live(filters.text ?? "")}
            @input=${this.#typed}
            @compositionstart=${() => {
              this.#composing = true;
            }}
            @compositionend=${(/** @type {Event} */ event) => {
              this.#composing = false;
              this.#typed(event);
            }}
          />
        </div>
        ${this.#choice("region", regions, (region) => region || undefined)}
        ${this.#choice(
          "year",
          yearsOf(entries).map((year) => [year, policy.claimYear(year)]),
          (year) => (year ? Number(year) : undefined),
        )}
        ${this.#choice(
          "audience",
          AUDIENCES.map((audience) => [audience, policy.audience[audience]]),
          (audience) => /** @type {Audience} */ (audience) || undefined,
        )}
      </form>
      ${this.#chosen(regions)}
    `;
  }

  /**
   * A choice that says how many policies each of its options would leave.
   * @template {"region" | "year" | "audience"} F
   * @param {F} filter
   * @param {[NonNullable<Filters[F]>, string][]} choices
   * @param {(value: string) => Filters[F]} read
   */
  #choice(filter, choices, read) {
    const { finder } = this.messages;
    const chosen = this.filters[filter];
    const count = counts(this.entries, this.filters, filter);
    return html`<div class="field ${filter}">
      <label for=${filter}>${finder.filter[filter]}</label>
      <select
        id=${filter}
        @change=${(/** @type {Event} */ event) =>
          this.#change({ [filter]: read(/** @type {HTMLSelectElement} */ (event.target).value) })}
      >
        <option value="" .selected=${live(chosen === undefined)}>${finder.any}</option>
        ${choices.map(
          ([id, label]) => html`<option value=${id} .selected=${live(id === chosen)}>
            ${finder.withCount(label, count(id))}
          </option>`,
        )}
      </select>
    </div>`;
  }

  /** @param {[string, string][]} regions */
  #chosen(regions) {
    const { finder } = this.messages;
    const active = activeFilters(this.filters);
    if (active.length === 0) return "";
    return html`<ul class="chosen" aria-label=${finder.chosen}>
      ${active.map((filter) => {
        const text = filterText(filter, this.filters, regions, this.messages);
        return html`<li>
          <button
            type="button"
            class="button"
            aria-label=${finder.remove(text)}
            @click=${() => this.#remove({ [filter]: undefined })}
          >
            ${text} <span class="cross" aria-hidden="true">✕</span>
          </button>
        </li>`;
      })}
      ${
        active.length > 1
          ? html`<li>
              <button
                type="button"
                class="text-button"
                @click=${() => this.#remove(Object.fromEntries(active.map((filter) => [filter, undefined])))}
              >
                ${finder.removeAll}
              </button>
            </li>`
          : ""
      }
    </ul>`;
  }
}

customElements.define("wengang-policy-filters", PolicyFilters);
