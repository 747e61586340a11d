import { css, html, nothing } from "lit";
import { frame } from "../../www/app/frame-styles.js";
import { setTextSize } from "../../www/app/text-size.js";
import { FilingCalculator } from "../../www/calculator/filing-calculator.js";
import { fragmentOf, readAddress } from "../../www/shared/address.js";
import { EngineElement } from "../../www/shared/engine-element.js";
import { Printing } from "../../www/shared/printing.js";
import { canPrint } from "../../www/shared/surroundings.js";
import { base } from "../../www/styles/base.js";
import { large } from "../../www/styles/large.js";
import { tokens } from "../../www/styles/tokens.js";
import { onPaper, paperLanguage, showPaper } from "./paper.js";
import { textsIn } from "./texts.js";
import "../../www/app/settings.js";
import "../../www/parts/whole-calculator.js";

/** @import { PropertyValues } from "lit" */
/** @import { Calculator } from "../../www/calculator/calculator.js" */
/** @import { SettingsEvent } from "../../www/app/settings.js" */

/** What each policy is called, for files that are about others than this one. @param {"zh" | "en"} language */
const titlesIn = (language) => Object.fromEntries(Object.entries(TITLES).map(([id, title]) => [id, title[language]]));
const titles = { "zh-CN": titlesIn("zh"), en: titlesIn("en") };

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
    frame,
    css`
      :host {
        /* Across the columns in which the paper is laid out. */
        grid-column: 1 / -1;
      }

      .button {
        text-decoration: none;
      }

      .settings {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        gap: var(--step);
      }

      :host([paper]) {
        min-height: 0;
        margin-bottom: calc(var(--step) * 4);
        border-top: 0;
      }

      :host([paper]) .width {
        padding: 0 0 var(--step);
      }

      @media print {
        :host([paper]) {
          display: none;
        }
      }
    `,
  ];

  #followAddress = () => this.#readAddress();
  #printing = new Printing(this);

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
    if (changed.has("locale") || changed.has("paper"))
      document.documentElement.lang = this.paper ? paperLanguage : this.locale;
    if (changed.has("large")) setTextSize(this, this.large);
    if (this.engine === "loading") return;
    const shown = this.paper || this.#printsPaper;
    this.toggleAttribute("paper", shown);
    this.hidden = this.engine !== "ready";
    showPaper(shown || this.hidden, this);
  }

  /** A calculator in which nothing is filled in has nothing to print; its paper has. */
  get #printsPaper() {
    const calculator = /** @type {Calculator | null} */ (this.renderRoot.querySelector("wengang-calculator"));
    return this.#printing.now && !calculator?.started;
  }

  render() {
    // What stands in for it stays until then.
    if (this.engine !== "ready") return html`<slot></slot>`;
    const { page } = this.messages;
    const texts = textsIn(this.locale, paperLanguage);
    return html`<div lang=${this.locale}>
      <header class=${this.paper ? "" : "screen-only"}>
        <div class="width">
          <h1>${page.title}</h1>
          <div class="settings screen-only">
            <a class="button" href=${fragmentOf({ view: this.paper ? "policy" : "rules", policy: this.policy })}>
              ${this.paper ? texts.calculator : texts.paper}
            </a>
            ${
              this.paper && canPrint
                ? html`<button type="button" class="button" @click=${() => print()}>${texts.print}</button>`
                : nothing
            }
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
          <wengang-calculator
            .alone=${false} .policy=${this.policy} .titles=${titles[this.locale]} .today=${this.today} .locale=${this.locale}
          ></wengang-calculator>
        </main>
      </div>
      <footer class="screen-only" ?hidden=${this.paper}>
        <div class="width">
          <p>${page.disclaimer}</p>
          <p>${page.privacy}</p>
        </div>
      </footer>
    </div>`;
  }
}

customElements.define("wengang-calculator", FilingCalculator);
customElements.define("wengang-handout", Handout);
