import { css, html, nothing } from "lit";
import { fragmentOf, readAddress } from "../../www/address.js";
import "../../www/elements/calculator.js";
import { EngineElement } from "../../www/elements/engine-element.js";
import "../../www/elements/settings.js";
import { base } from "../../www/styles/base.js";
import { large } from "../../www/styles/large.js";
import { tokens } from "../../www/styles/tokens.js";
import { setTextSize } from "../../www/text-size.js";
import { onPaper, showPaper } from "./paper.js";
import { textsIn } from "./texts.js";

/** @import { PropertyValues } from "lit" */
/** @import { SettingsEvent } from "../../www/elements/settings.js" */

/** The handout of one policy: its calculator, and behind a button its rules and form as they are on paper. */
export class Handout extends EngineElement {
  static properties = {
    policy: { type: String },
    large: { state: true },
    /** Whether the paper is shown. */
    paper: { state: true },
  };

  static styles = [
    tokens,
    base,
    large,
    css`
      :host {
        /* Across the columns in which the paper is laid out. */
        grid-column: 1 / -1;
        background: var(--paper);
      }

      :host(:not([paper])) {
        min-height: 100vh;
        border-top: 4px solid var(--accent);
      }

      .width {
        max-width: 76rem;
        margin: 0 auto;
        padding: 0 1rem;
      }

      header {
        border-bottom: 1px solid var(--line);
      }

      header .width {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        padding-top: var(--step);
        padding-bottom: var(--step);
      }

      h1 {
        font-size: calc(var(--text) * 1.25);
      }

      .button {
        text-decoration: none;
      }

      :host([paper]) {
        margin-bottom: calc(var(--step) * 4);
      }

      :host([paper]) .width {
        padding: 0 0 var(--step);
      }

      .settings {
        display: flex;
        flex-wrap: wrap;
        margin: 0 calc(var(--step) * -0.5);
      }

      .settings > * {
        margin: calc(var(--step) * 0.5);
      }

      main {
        padding: calc(var(--step) * 3) 0 calc(var(--step) * 6);
      }

      footer {
        padding: calc(var(--step) * 3) 0;
        border-top: 1px solid var(--line);
        color: var(--muted);
        font-size: var(--small);
      }

      @media print {
        :host {
          min-height: 0 !important;
          border-top: 0 !important;
        }

        :host([paper]) {
          display: none;
        }

        .width {
          max-width: none;
          padding: 0;
        }
      }
    `,
  ];

  #followAddress = () => this.#readAddress();

  constructor() {
    super();
    this.policy = "";
    this.large = -1;
    this.paper = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#readAddress();
    addEventListener("hashchange", this.#followAddress);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#followAddress);
  }

  /** The rules that the calculator links to stand on paper; links there, which begin otherwise, stay on it. */
  async #readAddress() {
    if (!location.hash.startsWith("#/")) return;
    const { place } = readAddress(location.hash);
    this.paper = place.view === "rules";
    await this.updateComplete;
    const rule = "rule" in place && place.rule ? onPaper(place.rule) : null;
    if (rule) rule.scrollIntoView();
    else scrollTo(0, 0);
  }

  /** @param {PropertyValues<this>} changed */
  updated(changed) {
    if (changed.has("locale")) document.documentElement.lang = this.locale;
    if (changed.has("large")) setTextSize(this, this.large);
    // Until the calculator can be used, there is the paper.
    if (changed.has("paper") || changed.has("engine")) {
      this.toggleAttribute("paper", this.paper);
      this.hidden = this.engine !== "ready";
      showPaper(this.paper || this.hidden, this);
    }
  }

  render() {
    if (this.engine !== "ready") return super.render();
    const { page } = this.messages;
    const texts = textsIn(this.locale);
    return html`<div lang=${this.locale}>
      <header>
        <div class="width">
          <h1>${page.title}</h1>
          <div class="settings screen-only">
            <a class="button" href=${fragmentOf({ view: this.paper ? "policy" : "rules", policy: this.policy })}>
              ${this.paper ? texts.calculator : texts.paper}
            </a>
            ${this.paper ? html`<button type="button" class="button" @click=${() => print()}>${texts.print}</button>` : nothing}
            <wengang-settings
              .large=${this.large} .locale=${this.locale}
              @wengang-settings=${(/** @type {SettingsEvent} */ { detail }) => {
                this.large = detail.large;
                this.locale = detail.locale;
              }}
            ></wengang-settings>
          </div>
        </div>
      </header>
      <div class="width" ?hidden=${this.paper}>
        <main>
          <wengang-calculator fixed .alone=${false} .policy=${this.policy} .today=${this.today} .locale=${this.locale}></wengang-calculator>
        </main>
        <footer>
          <p>${page.disclaimer}</p>
          <p class="screen-only">${page.privacy}</p>
        </footer>
      </div>
    </div>`;
  }
}

customElements.define("wengang-handout", Handout);
