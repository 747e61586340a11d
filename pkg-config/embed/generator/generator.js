import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { describe } from "wengang";
import { answerText, rowLines } from "../../../www/answers/answer-text.js";
import { isEmpty, rowsOf, sentOf, textOf } from "../../../www/answers/answers.js";
import { evaluateAnswers } from "../../../www/answers/evaluation.js";
import { colourOf, themeOf } from "../../../www/calculator/theme.js";
import { search } from "../../../www/finder/search.js";
import { entriesOf, regionsOf } from "../../../www/shared/catalogue.js";
import { EngineElement } from "../../../www/shared/engine-element.js";
import { stockUp } from "../../../www/shared/stock.js";
import { tokens } from "../../../www/styles/tokens.js";
import { useFilesBeside } from "../beside.js";
import { frameAddress, frameFor } from "../frame-element.js";
import { checkbox, form, radio } from "./form.js";
import { textsIn } from "./texts.js";
import "../../../www/parts/whole-form.js";
import "../../../www/questions/question-list.js";
import "../../../www/finder/china.js";
import "./code.js";

/** @import { PropertyValues } from "lit" */
/** @import { Description, Locale } from "wengang" */
/** @import { Answers } from "../../../www/answers/answers.js" */
/** @import { Entry } from "../../../www/shared/catalogue.js" */
/** @import { Wanted } from "./snippets.js" */

const ADDRESS = /** @type {HTMLScriptElement} */ (document.currentScript).src;
const FOLDER = new URL(".", ADDRESS).href;
/** How long changes pause before the preview follows. */
const PREVIEW_PAUSE_MILLISECONDS = 400;
/** What the fields for a colour show at first. */
const FIRST_COLOR = "#1f5a8c";

/** Writes the lines that put the calculator on a page, as its editor wants it. */
class Generator extends EngineElement {
  static properties = {
    region: { state: true },
    sought: { state: true },
    chosen: { state: true },
    shownLocale: { state: true },
    scheme: { state: true },
    hasColor: { state: true },
    color: { state: true },
    answers: { state: true },
    locked: { state: true },
  };

  static styles = [
    tokens,
    form,
    css`
      :host {
        --code: ui-monospace, SFMono-Regular, Consolas, monospace;
        min-height: 100vh;
        background: var(--paper);
        border-top: 4px solid var(--accent);
      }

      main {
        max-width: 76rem;
        margin-inline: auto;
        padding: calc(var(--step) * 3) clamp(1rem, 4vw, 2.5rem) calc(var(--step) * 6);
      }

      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--step) calc(var(--step) * 2);
      }

      h1 {
        font-size: calc(var(--text) * 1.625);
        font-weight: 700;
        line-height: 1.35;
      }

      .intro {
        max-width: 46em;
        margin-top: var(--step);
        color: var(--muted);
      }

      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(var(--step) * 4) calc(var(--step) * 8);
        margin-top: calc(var(--step) * 3);
      }

      @media (min-width: 60rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
      }

      section {
        padding-top: calc(var(--step) * 2);
        border-top: 1px solid var(--line);
      }

      section + section {
        margin-top: calc(var(--step) * 4);
      }

      .rows {
        display: grid;
        gap: calc(var(--step) * 2);
      }

      .pair {
        display: flex;
        flex-wrap: wrap;
        gap: 0 calc(var(--step) * 4);
      }

      select {
        max-width: 24rem;
      }

      .narrowing {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        gap: calc(var(--step) * 2);
        margin-bottom: calc(var(--step) * 2);
      }

      .list {
        max-height: 26rem;
        padding: calc(var(--step) * 1.5) calc(var(--step) * 2);
        overflow-y: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }

      .list fieldset + fieldset {
        margin-top: calc(var(--step) * 1.5);
      }

      .color {
        display: flex;
        gap: var(--step);
      }

      .color input {
        max-width: 9rem;
        font-variant-numeric: tabular-nums;
      }

      .color input[type="color"] {
        max-width: 4.5rem;
        padding: 4px;
      }

      .field .help {
        margin: calc(var(--step) * 0.5) 0 0;
      }

      .locks {
        margin-top: calc(var(--step) * 3);
      }

      .preview {
        margin-top: calc(var(--step) * 4);
      }

      .frame {
        padding: calc(var(--step) * 2);
        border: 1px dashed var(--control-line);
        border-radius: var(--radius);
      }
    `,
  ];

  /** @type {Entry[]} */
  #entries = [];
  /** Of the one policy chosen. @type {Description | undefined} */
  #description;
  /** @type {HTMLIFrameElement | undefined} */
  #frame;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #previewing;

  constructor() {
    super();
    /** Chinese name of the one whose policies are listed; empty for all. */
    this.region = "";
    /** What is looked for in the list. */
    this.sought = "";
    /** @type {string[]} */
    this.chosen = [];
    /** @type {Locale} */
    this.shownLocale = "zh-CN";
    /** @type {"" | "light" | "dark"} */
    this.scheme = "";
    this.hasColor = false;
    this.color = FIRST_COLOR;
    /** @type {Answers} */
    this.answers = {};
    /** @type {string[]} */
    this.locked = [];
  }

  get #texts() {
    return textsIn(this.locale);
  }

  get needs() {
    return this.chosen;
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if (this.engine !== "ready") return;
    if (changed.has("engine")) stockUp();
    if (changed.has("engine") || changed.has("locale")) this.#entries = entriesOf(this.options);
    const [only, ...others] = this.chosen;
    this.#description = only !== undefined && others.length === 0 ? describe(only, this.options) : undefined;
  }

  /** The chosen things by the names of the element's attributes. @returns {Wanted} */
  get #wanted() {
    const { region, chosen, shownLocale, scheme, hasColor, color } = this;
    /** @type {Wanted} */
    const wanted = new Map();
    if (chosen.length === 1) wanted.set("policy", chosen[0] ?? "");
    else if (chosen.length === 0 && region) wanted.set("region", region);
    else wanted.set("policies", chosen.join(" "));
    if (shownLocale !== "zh-CN") wanted.set("locale", shownLocale);
    if (scheme) wanted.set("scheme", scheme);
    if (hasColor && this.#colour) wanted.set("theme-color", color);
    if (!this.#description) return wanted;
    const { inputs } = evaluateAnswers(this.#description, this.answers, this.options);
    const locked = this.locked.filter((field) => field in inputs);
    if (Object.keys(inputs).length > 0) wanted.set("preset", JSON.stringify(inputs));
    if (locked.length > 0) wanted.set("locked", locked.join(" "));
    return wanted;
  }

  /** @param {PropertyValues<this>} changed */
  updated(changed) {
    if (changed.has("locale")) {
      document.documentElement.lang = this.locale;
      document.title = this.#texts.title;
    }
    if (this.engine !== "ready") return;
    clearTimeout(this.#previewing);
    this.#previewing = setTimeout(() => this.#preview(), this.#frame ? PREVIEW_PAUSE_MILLISECONDS : 0);
  }

  #preview() {
    const address = new URL("frame.html", FOLDER);
    const shown = frameAddress(address, this.#wanted);
    if (!this.#frame) {
      this.#frame = frameFor(address, this.#wanted);
      this.renderRoot.querySelector(".frame")?.append(this.#frame);
    } else if (this.#frame.src !== shown) {
      this.#frame.src = shown;
    }
  }

  /** @param {string[]} chosen */
  #choose(chosen) {
    this.chosen = chosen;
    this.answers = {};
    this.locked = [];
  }

  render() {
    const texts = this.#texts;
    /** @type {Locale} */
    const otherLocale = this.locale === "en" ? "zh-CN" : "en";
    return html`
      <main lang=${this.locale}>
        <header>
          <h1>${texts.title}</h1>
          <button
            type="button" class="button" lang=${otherLocale}
            @click=${() => {
              this.locale = otherLocale;
            }}
          >${texts.otherLanguage}</button>
        </header>
        <p class="intro">${texts.intro}</p>
        ${
          this.engine === "ready"
            ? html`
                <div class="columns">
                  <div>${this.#choosing()} ${this.#looks()}</div>
                  <div>
                    ${this.#presets()}
                    <section>
                      <wengang-code
                        .wanted=${this.#wanted} .folder=${FOLDER} .locale=${this.locale}
                      ></wengang-code>
                    </section>
                  </div>
                </div>
                <section class="preview" aria-labelledby="preview">
                  <h2 id="preview">${texts.preview}</h2>
                  <div class="frame"></div>
                </section>
              `
            : super.render()
        }
      </main>
    `;
  }

  #choosing() {
    const texts = this.#texts;
    const regions = regionsOf(this.#entries, this.locale);
    const [, name] = regions.find(([area]) => area === this.region) ?? [];
    const listed = search(this.#entries, { ...(this.region && { region: this.region }), text: this.sought });
    const ids = listed.map(({ policy: { id } }) => id);
    // What is chosen stays in sight, whatever is looked for.
    const shown = this.#entries.filter(({ policy: { id } }) => ids.includes(id) || this.chosen.includes(id));
    return html`<section aria-labelledby="policies">
      <h2 id="policies">${texts.policies}</h2>
      <p class="help" id="policies-help">${texts.policiesHelp(name)}</p>
      <div class="narrowing">
        <div class="field">
          <label for="region">${texts.region}</label>
          <select
            id="region"
            @change=${(/** @type {Event} */ event) => {
              this.region = /** @type {HTMLSelectElement} */ (event.target).value;
              this.#choose([]);
            }}
          >
            <option value="" .selected=${!this.region}>${texts.everyRegion}</option>
            ${regions.map(([area, region]) => html`<option value=${area} .selected=${area === this.region}>${region}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="sought">${texts.find}</label>
          <input
            id="sought" type="search" autocomplete="off" .value=${live(this.sought)}
            @input=${(/** @type {Event} */ event) => {
              this.sought = /** @type {HTMLInputElement} */ (event.target).value;
            }}
          />
        </div>
      </div>
      <div class="list" role="group" aria-labelledby="policies" aria-describedby="policies-help">
        ${regions.map(([area, region]) =>
          this.#group(
            region,
            shown.filter((entry) => entry.area === area),
          ),
        )}
      </div>
      <p class="help" aria-live="polite">${ids.length === 0 ? texts.notFound : nothing}</p>
    </section>`;
  }

  /**
   * @param {string} region
   * @param {Entry[]} entries
   */
  #group(region, entries) {
    if (entries.length === 0) return nothing;
    return html`<fieldset>
      <legend>${region}</legend>
      ${entries.map(({ policy: { id, title } }) =>
        checkbox(title, this.chosen.includes(id), () => this.#choose(toggled(this.chosen, id))),
      )}
    </fieldset>`;
  }

  #looks() {
    const texts = this.#texts;
    const locales = /** @type {Locale[]} */ (["zh-CN", "en"]);
    return html`<section aria-labelledby="appearance">
      <h2 id="appearance">${texts.appearance}</h2>
      <div class="rows">
        <fieldset>
          <legend>${texts.language}</legend>
          <div class="pair">
            ${locales.map((locale) =>
              radio("language", texts.languages[locale], this.shownLocale === locale, () => {
                this.shownLocale = locale;
              }),
            )}
          </div>
        </fieldset>
        <div class="field">
          <label for="scheme">${texts.scheme}</label>
          <select
            id="scheme"
            @change=${(/** @type {Event} */ event) => {
              this.scheme = /** @type {Generator["scheme"]} */ (/** @type {HTMLSelectElement} */ (event.target).value);
            }}
          >
            ${Object.entries(texts.schemes).map(
              ([id, label]) => html`<option value=${id} .selected=${id === this.scheme}>${label}</option>`,
            )}
          </select>
        </div>
        <div class="field">
          ${checkbox(texts.ownColor, this.hasColor, () => {
            this.hasColor = !this.hasColor;
          })}
          ${this.hasColor ? this.#colorFields() : nothing}
        </div>
      </div>
    </section>`;
  }

  #colorFields() {
    const texts = this.#texts;
    const { color, scheme } = this;
    const colour = this.#colour;
    const used = colour && scheme !== "dark" ? themeOf(colour, "light").accent : color;
    const remark = colour ? used !== color.toLowerCase() && texts.darkened(used) : texts.badColor;
    return html`<label for="color">${texts.colorCode}</label>
      <div class="color">
        <input
          id="color" type="text" autocomplete="off" spellcheck="false" .value=${live(color)}
          aria-invalid=${!colour} aria-describedby=${remark ? "color-remark" : nothing} @input=${this.#pickColor}
        />
        <input
          type="color" aria-label=${texts.color} .value=${live(colour ? color : FIRST_COLOR)} @input=${this.#pickColor}
        />
      </div>
      <p class="help ${colour ? "" : "problem"}" id="color-remark">${remark || nothing}</p>`;
  }

  /** In six digits, the only way that browsers' own palettes take it. */
  get #colour() {
    return this.color.length === 7 ? colourOf(this.color) : undefined;
  }

  /** @param {Event} event */
  #pickColor({ target }) {
    this.color = /** @type {HTMLInputElement} */ (target).value.trim();
  }

  #presets() {
    const texts = this.#texts;
    const description = this.#description;
    return html`<section aria-labelledby="preset">
      <h2 id="preset">${texts.preset}</h2>
      ${
        description
          ? html`<p class="help">${texts.presetHelp}</p>
              <wengang-question-list
                compact .description=${description} .answers=${this.answers}
                .evaluation=${evaluateAnswers(description, this.answers, this.options)} .locale=${this.locale}
                @wengang-answers=${(/** @type {CustomEvent} */ { detail }) => {
                  this.answers = detail.answers;
                }}
              ></wengang-question-list>
              ${this.#locks(description)}`
          : html`<p class="help">${texts.presetNeedsOne}</p>`
      }
    </section>`;
  }

  /** @param {Description} description */
  #locks(description) {
    if (isEmpty(this.answers)) return nothing;
    const given = Object.keys(sentOf(description, this.answers).form);
    return html`<fieldset class="locks">
      <legend>${this.#texts.locks}</legend>
      ${given.map((field) =>
        checkbox(this.#answer(description, field), this.locked.includes(field), () => {
          this.locked = toggled(this.locked, field);
        }),
      )}
    </fieldset>`;
  }

  /**
   * @param {Description} description
   * @param {string} field
   */
  #answer({ inputs, tables }, field) {
    const input = inputs.find(({ id }) => id === field);
    if (input) return html`${input.label} <b>${answerText(input, textOf(this.answers, field), this.messages)}</b>`;
    const table = tables.find(({ id }) => id === field);
    if (!table) return field;
    return html`${table.label} ${rowLines(table, rowsOf(this.answers, field) ?? [], this.messages).map(
      (line) => html`<b>${line}</b> `,
    )}`;
  }
}

/**
 * @param {string[]} names
 * @param {string} name
 */
function toggled(names, name) {
  return names.includes(name) ? names.filter((each) => each !== name) : [...names, name];
}

useFilesBeside(ADDRESS);
customElements.define("wengang-generator", Generator);
