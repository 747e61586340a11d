import { css, html, nothing } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { LARGE_SIZES } from "./text-size.js";

/** @import { Locale } from "wengang" */

/** @typedef {CustomEvent<{ large: number, locale: Locale }>} SettingsEvent */

/** How the page is read: in which language, and how large. */
export class Settings extends LocalisedElement {
  static properties = { large: { attribute: false } };

  static styles = [
    base,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        gap: var(--step);
      }

      .button {
        padding-inline: calc(var(--step) * 1.5);
      }
    `,
  ];

  constructor() {
    super();
    /** Index of the size of text; -1 for the ordinary one. */
    this.large = -1;
  }

  /** @param {Partial<SettingsEvent["detail"]>} changed */
  #set(changed) {
    this.tell("wengang-settings", { large: this.large, locale: this.locale, ...changed });
  }

  render() {
    const { page, nav } = this.messages;
    const { large } = this;
    const isLarge = large >= 0;
    /** @type {Locale} */
    const otherLocale = this.locale === "en" ? "zh-CN" : "en";
    return html`<div>
      ${
        isLarge
          ? html`
              <button
                type="button" class="button" aria-label=${nav.smaller} aria-disabled=${large === 0}
                @click=${() => this.#set({ large: Math.max(large - 1, 0) })}
              >A−</button>
              <button
                type="button" class="button" aria-label=${nav.larger} aria-disabled=${large === LARGE_SIZES.length - 1}
                @click=${() => this.#set({ large: Math.min(large + 1, LARGE_SIZES.length - 1) })}
              >A+</button>`
          : nothing
      }
      <button type="button" class="button" @click=${() => this.#set({ large: isLarge ? -1 : 0 })}>
        ${isLarge ? nav.ordinary : nav.large}
      </button>
      <button type="button" class="button" lang=${otherLocale} @click=${() => this.#set({ locale: otherLocale })}>
        ${page.otherLanguage}
      </button>
    </div>`;
  }
}

customElements.define("wengang-settings", Settings);
