import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { Question } from "./question.js";

/** @import { InputType } from "wengang" */

/** @type {Partial<Record<InputType, "numeric" | "decimal">>} */
const KEYBOARDS = { count: "numeric", money: "decimal", number: "decimal", percentage: "decimal" };

/** A question answered by typing: a count, an amount, a number, a percentage or text. */
export class TextQuestion extends Question {
  static styles = [
    ...Question.styles,
    css`
      .field {
        position: relative;
        display: block;
        max-width: 18rem;
      }

      .field.text {
        max-width: 30rem;
      }

      .field.numeric input {
        padding-inline-end: 4rem;
        font-variant-numeric: tabular-nums;
      }

      .unit {
        position: absolute;
        inset-block: 0;
        inset-inline-end: calc(var(--step) * 1.5);
        display: flex;
        align-items: center;
        color: var(--muted);
        pointer-events: none;
      }

      @container (max-width: 26rem) {
        .field {
          max-width: none;
        }
      }
    `,
  ];

  /** While an input method composes, the text is the input method's alone. */
  #composing = false;

  /** @param {InputEvent} event */
  #typed(event) {
    if (!this.#composing) this.give(/** @type {HTMLInputElement} */ (event.target).value);
  }

  /** @param {CompositionEvent} event */
  #composed(event) {
    this.#composing = false;
    this.give(/** @type {HTMLInputElement} */ (event.target).value);
  }

  shouldUpdate() {
    return !this.#composing;
  }

  get unit() {
    return this.input.type === "percentage" ? "%" : this.input.unit;
  }

  get printedAnswer() {
    return this.answer && `${this.answer} ${this.unit ?? ""}`;
  }

  render() {
    const keyboard = KEYBOARDS[this.input.type];
    return this.around(html`
      <span class="field ${keyboard ? "numeric" : "text"}">
        <input
          id="control"
          type="text"
          inputmode=${keyboard ?? "text"}
          autocomplete="off"
          spellcheck="false"
          .value=${live(this.answer)}
          aria-describedby=${this.description}
          aria-invalid=${this.invalid}
          @input=${this.#typed}
          @compositionstart=${() => {
            this.#composing = true;
          }}
          @compositionend=${this.#composed}
          @change=${this.settle}
          @blur=${this.settle}
        />
        ${this.unit ? html`<span class="unit" id="unit">${this.unit}</span>` : nothing}
      </span>
    `);
  }
}

customElements.define("wengang-text-question", TextQuestion);
