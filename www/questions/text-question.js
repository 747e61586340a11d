import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { readingOf, unitOf } from "../answers/number-text.js";
import { Question } from "./question.js";
import { readingText } from "./reading-text.js";
import { width } from "./text-width.js";

/** @import { PropertyValues } from "lit" */
/** @import { InputType } from "wengang" */

/** @type {Partial<Record<InputType, "numeric" | "decimal">>} */
const KEYBOARDS = { count: "numeric", money: "decimal", number: "decimal", percentage: "decimal" };

/** A question answered by typing: a count, an amount, a number, a percentage or text. */
export class TextQuestion extends Question {
  static styles = [
    ...Question.styles,
    css`
      .field {
        max-width: 18rem;
      }

      .field.text {
        max-width: 30rem;
      }

      .field.numeric input {
        padding-inline-end: calc(var(--unit-width, 0ch) + var(--step) * 3);
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

  /** @param {PropertyValues} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has("input")) this.style.setProperty("--unit-width", `${width(this.unit)}ch`);
  }

  get unit() {
    return unitOf(this.input, this.messages);
  }

  /** The figure with its unit, where it says more than what was typed. */
  get #figure() {
    const { type, unit = "" } = this.input;
    if (type === "text" || type === "percentage" || typeof this.read !== "string") return "";
    return readingText(readingOf(this.answer, this.read, unit), unit, this.messages);
  }

  get reading() {
    return this.#figure && this.messages.question.readAs(this.#figure);
  }

  get printedAnswer() {
    const { answer, unit } = this;
    if (this.#figure || answer === "" || answer.endsWith(this.input.unit ?? unit)) return this.#figure || answer;
    return unit === "%" ? `${answer}%` : this.messages.result.measure(answer, unit);
  }

  /**
   * @param {"text" | "numeric" | "decimal"} keyboard
   * @param {string} [placeholder]
   */
  typing(keyboard, placeholder) {
    return html`<input
      id="control"
      type="text"
      inputmode=${keyboard}
      autocomplete="off"
      spellcheck="false"
      placeholder=${placeholder ?? nothing}
      .value=${live(this.answer)}
      aria-describedby=${this.description}
      aria-invalid=${this.invalid}
      @input=${this.#typed}
      @compositionstart=${() => {
        this.#composing = true;
      }}
      @compositionend=${this.#composed}
      @change=${this.leave}
      @blur=${this.leave}
    />`;
  }

  render() {
    const keyboard = KEYBOARDS[this.input.type];
    const { unit } = this;
    return this.around(html`
      <span class="field ${keyboard ? "numeric" : "text"}">
        ${this.typing(keyboard ?? "text")} ${unit ? html`<span class="unit" id="unit">${unit}</span>` : nothing}
      </span>
    `);
  }
}

customElements.define("wengang-text-question", TextQuestion);
