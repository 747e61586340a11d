import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { readNumber } from "wengang";
import { answerText } from "../answers/answer-text.js";
import { textOf } from "../answers/answers.js";
import { meanOf } from "../answers/mean.js";
import { groupThousands } from "../answers/number-text.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { pastedMonths } from "./monthly-figures.js";

/** @import { InputDescription } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */

/** So many decimals a mean is filled in with: as many as results have. */
const MOST_DECIMALS = 10;

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Works out the answer to a question as the mean of twelve months, which are typed or pasted. */
export class MonthlyAverage extends LocalisedElement {
  static properties = { input: { attribute: false }, answers: { attribute: false }, trouble: { state: true } };

  static styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }

      .months {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: calc(var(--step) * 1.25) var(--step);
        margin-top: calc(var(--step) * 1.5);
      }

      @container (min-width: 24rem) {
        .months {
          grid-template-columns: repeat(4, minmax(0, 1fr));
        }
      }

      @container (min-width: 36rem) {
        .months {
          grid-template-columns: repeat(6, minmax(0, 1fr));
        }
      }

      label {
        display: block;
        color: var(--muted);
        font-size: var(--small);
      }

      input {
        width: 100%;
        min-height: var(--target);
        padding: 0 calc(var(--step) * 1.25);
        border: 1px solid var(--control-line);
        border-radius: var(--radius);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
        font-variant-numeric: tabular-nums;
        margin-top: 2px;
        text-align: end;
      }

      [aria-invalid="true"] {
        border-color: var(--negative);
        box-shadow: inset 0 0 0 1px var(--negative);
      }

      .problem {
        color: var(--negative);
      }

      .outcome {
        margin-top: calc(var(--step) * 2);
      }

      .button {
        margin-top: var(--step);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {InputDescription} */
    this.input = { id: "", label: "", type: "number", optional: false };
    /** Figures as typed, by the number of the month. @type {Answers | undefined} */
    this.answers = undefined;
    /** Why what was pasted was not filled in. */
    this.trouble = "";
  }

  /** @param {number} month */
  #text(month) {
    return textOf(this.answers ?? {}, `${month}`);
  }

  /**
   * The figure of a month; undefined where there is none, or none that makes sense.
   * @param {number} month
   */
  #figure(month) {
    return this.#read(this.#text(month));
  }

  /** @param {string} text */
  #read(text) {
    const figure = readNumber(text, this.input.unit);
    return figure?.startsWith("-") ? undefined : figure;
  }

  /** @param {Record<string, string>} figures */
  #work(figures) {
    this.trouble = "";
    this.answers = { ...this.answers, ...figures };
    this.tell("wengang-worked", { answers: this.answers });
  }

  /**
   * @param {number} month
   * @param {ClipboardEvent} event
   */
  #pasted(month, event) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const pasted = pastedMonths(text, month, (cell) => this.#read(cell));
    if (!pasted) return;
    event.preventDefault();
    const { helper } = this.messages;
    if (pasted === "unclear") this.trouble = helper.pasteUnclear;
    else if ("count" in pasted) this.trouble = helper.pasteTooMany(pasted.count, pasted.places);
    else this.#work(Object.fromEntries([...pasted.figures].map(([place, figure]) => [`${place}`, figure])));
  }

  /**
   * @param {number} month
   * @param {KeyboardEvent} event
   */
  #pressed(month, event) {
    if (event.key !== "Enter" || event.isComposing) return;
    const next = /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector(`#month-${month + 1}`));
    next?.focus();
    event.preventDefault();
  }

  render() {
    const { helper } = this.messages;
    return html`
      <p class="small muted" id="help">${helper.monthsHelp}</p>
      <div class="months" role="group" aria-label=${this.input.label} aria-describedby="help">
        ${MONTHS.map((month) => this.#month(month))}
      </div>
      <div class="outcome">${this.#result()}</div>
    `;
  }

  /** @param {number} month */
  #month(month) {
    const text = this.#text(month);
    const bad = text.trim() !== "" && this.#figure(month) === undefined;
    return html`<div>
      <label for="month-${month}">${this.messages.helper.month(month)}</label>
      <input
        id="month-${month}"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-invalid=${bad}
        .value=${live(text)}
        @input=${(/** @type {InputEvent} */ event) => {
          if (!event.isComposing) this.#work({ [month]: /** @type {HTMLInputElement} */ (event.target).value });
        }}
        @compositionend=${(/** @type {Event} */ event) =>
          this.#work({ [month]: /** @type {HTMLInputElement} */ (event.target).value })}
        @paste=${(/** @type {ClipboardEvent} */ event) => this.#pasted(month, event)}
        @keydown=${(/** @type {KeyboardEvent} */ event) => this.#pressed(month, event)}
      />
    </div>`;
  }

  #result() {
    const { helper } = this.messages;
    const bad = MONTHS.filter((month) => this.#text(month).trim() !== "" && this.#figure(month) === undefined);
    const figures = MONTHS.flatMap((month) => this.#figure(month) ?? []);
    if (this.trouble) return html`<p class="problem" role="status">${this.trouble}</p>`;
    if (bad.length > 0) return html`<p class="problem" role="status">${helper.badMonths(bad.map(helper.month))}</p>`;
    if (figures.length < 12) return html`<p class="muted" role="status">${helper.monthsLeft(12 - figures.length)}</p>`;
    const decimals = Math.min(this.input.decimals ?? 2, MOST_DECIMALS);
    const { sum, mean, exact } = meanOf(figures, decimals);
    // A mean that does not come out even goes on as what it is: rounded, it could turn the verdict.
    const kept = !exact && this.input.type === "number";
    const given = kept ? `${groupThousands(sum)}÷${figures.length}` : mean;
    return html`
      <p role="status" class="number">
        ${helper.mean(groupThousands(sum), groupThousands(mean), exact)}
        ${exact ? nothing : html`<span class="muted small">${kept ? helper.unrounded : helper.rounded(decimals)}</span>`}
      </p>
      <button
        type="button"
        class="button main"
        @click=${() => this.tell("wengang-worked", { answers: this.answers ?? {}, given })}
      >
        ${helper.fillIn(answerText(this.input, given, this.messages))}
      </button>
    `;
  }
}

customElements.define("wengang-monthly-average", MonthlyAverage);
