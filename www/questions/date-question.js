import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { dateText } from "../answers/date-text.js";
import { calendarIcon } from "../shared/icons.js";
import { TextQuestion } from "./text-question.js";

/** A question answered with a day: typed in any usual form, or taken from the browser's calendar. */
export class DateQuestion extends TextQuestion {
  static styles = [
    ...TextQuestion.styles,
    css`
      #control {
        padding-inline-end: calc(var(--target) + var(--step));
        font-variant-numeric: tabular-nums;
      }

      #control::placeholder {
        color: var(--muted);
        opacity: 1;
      }

      .calendar {
        position: absolute;
        inset-block: 0;
        inset-inline-end: 0;
        width: var(--target);
        padding: 0;
        border: 0;
        border-radius: var(--radius);
        background: none;
        color: var(--muted);
        cursor: pointer;
      }

      .calendar:hover {
        color: var(--accent);
      }

      .calendar .icon {
        vertical-align: middle;
      }

      /* The calendar opens at this field, which is there for nothing else. */
      #picker {
        position: absolute;
        inset-block-end: 0;
        inset-inline-end: 0;
        width: var(--target);
        min-height: 0;
        height: 1px;
        padding: 0;
        border: 0;
        opacity: 0;
        pointer-events: none;
      }
    `,
  ];

  /** The day as `YYYY-MM-DD`; empty while there is none. */
  get #day() {
    return typeof this.read === "string" ? this.read : "";
  }

  get reading() {
    return this.#day && dateText(this.#day, this.locale);
  }

  get printedAnswer() {
    return this.#day || this.answer;
  }

  #openCalendar() {
    const picker = /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector("#picker"));
    picker?.showPicker();
  }

  /** @param {Event} event */
  #picked(event) {
    this.give(/** @type {HTMLInputElement} */ (event.target).value);
    this.settle();
  }

  render() {
    const { min = "2000-01-01", max = "2100-12-31" } = this.input;
    return this.around(html`
      <span class="field">
        ${this.typing("numeric", this.messages.question.datePlaceholder)}
        ${
          "showPicker" in HTMLInputElement.prototype
            ? html`
                <input
                  id="picker"
                  type="date"
                  tabindex="-1"
                  aria-hidden="true"
                  min=${min}
                  max=${max}
                  .value=${live(this.#day)}
                  @change=${this.#picked}
                />
                <button
                  type="button"
                  class="calendar"
                  aria-label=${this.messages.question.openCalendar}
                  aria-describedby="label"
                  @click=${this.#openCalendar}
                >
                  ${calendarIcon}
                </button>
              `
            : nothing
        }
      </span>
    `);
  }
}

customElements.define("wengang-date-question", DateQuestion);
