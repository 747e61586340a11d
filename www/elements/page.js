import { css, html } from "lit";
import { base } from "../styles/base.js";
import { tokens } from "../styles/tokens.js";
import "./calculator.js";
import "./comparison.js";
import { LocalisedElement } from "./localised.js";
import "./rule-page.js";

/** @import { PropertyValues } from "lit" */
/** @import { Locale } from "wengang" */

/** The web page around the calculator: its name, the switch of language, what to know about the result. */
export class Page extends LocalisedElement {
  static styles = [
    tokens,
    base,
    css`
      :host {
        min-height: 100vh;
        background: var(--paper);
        border-top: 4px solid var(--accent);
      }

      .width {
        max-width: 76rem;
        margin-inline: auto;
        padding-inline: clamp(1rem, 4vw, 2.5rem);
      }

      header {
        border-bottom: 1px solid var(--line);
      }

      header .width {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: calc(var(--step) * 2);
        min-height: 4rem;
      }

      header .button {
        flex: none;
      }

      .name {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: calc(var(--step) * 2);
        padding-block: var(--step);
      }

      h1 {
        font-size: calc(var(--text) * 1.25);
        font-weight: 700;
        line-height: 1.35;
      }

      main {
        padding-block: calc(var(--step) * 3) calc(var(--step) * 6);
      }

      footer {
        border-top: 1px solid var(--line);
        color: var(--muted);
        font-size: var(--small);
      }

      footer .width {
        padding-block: calc(var(--step) * 3);
      }

      @media print {
        :host {
          min-height: 0;
          border-top: 0;
        }

        .width {
          max-width: none;
          padding-inline: 0;
        }

        header .width {
          min-height: 0;
        }

        main {
          padding-block: 4mm;
        }
      }
    `,
  ];

  /** @param {PropertyValues<this>} changed */
  updated(changed) {
    if (!changed.has("locale")) return;
    document.documentElement.lang = this.locale;
    document.title = this.messages.page.title;
  }

  /** @returns {Locale} */
  get #otherLocale() {
    return this.locale === "en" ? "zh-CN" : "en";
  }

  #switchLanguage() {
    this.locale = this.#otherLocale;
  }

  render() {
    const { page } = this.messages;
    return html`
      <div lang=${this.locale}>
        <header>
          <div class="width">
            <div class="name">
              <h1>${page.title}</h1>
              <p class="muted small">${page.tagline}</p>
            </div>
            <button type="button" class="button" lang=${this.#otherLocale} @click=${this.#switchLanguage}>
              ${page.otherLanguage}
            </button>
          </div>
        </header>
        <main class="width">
          <wengang-calculator .locale=${this.locale}></wengang-calculator>
        </main>
        <footer>
          <div class="width">
            <p>${page.disclaimer}</p>
            <p class="screen-only">${page.privacy}</p>
          </div>
        </footer>
      </div>
    `;
  }
}

customElements.define("wengang-page", Page);
