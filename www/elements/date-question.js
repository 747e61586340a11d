import { css, html } from "lit";
import { live } from "lit/directives/live.js";
import { Question } from "./question.js";

/** A question answered with a day, by the browser's own date picker. */
export class DateQuestion extends Question {
  static styles = [
    ...Question.styles,
    css`
      input {
        max-width: 14rem;
      }
    `,
  ];

  render() {
    return this.around(html`
      <input
        id="control"
        type="date"
        min=${this.input.min ?? "2000-01-01"}
        max=${this.input.max ?? "2100-12-31"}
        .value=${live(this.answer)}
        aria-describedby=${this.description}
        aria-invalid=${this.invalid}
        @input=${(/** @type {InputEvent} */ event) => this.give(/** @type {HTMLInputElement} */ (event.target).value)}
        @change=${this.settle}
        @blur=${this.settle}
      />
    `);
  }
}

customElements.define("wengang-date-question", DateQuestion);
