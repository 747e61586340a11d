import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { choicesOf, chosenIn, toggled } from "../answers/choices.js";
import { worded } from "../shared/worded.js";
import { tiles } from "../styles/tiles.js";
import { Question } from "./question.js";
import { width } from "./text-width.js";

/** @import { Choice } from "wengang" */

const MOST_TILES = 4;
const WIDEST_TILE = 24;
/** What a list shows of a choice on a phone. */
const WIDEST_IN_LIST = 34;

/**
 * A question answered with yes or no, or with one of several choices: tiles where these are few and short, else a list. Where
 * several may hold, boxes to tick.
 */
export class ChoiceQuestion extends Question {
  static styles = [
    ...Question.styles,
    tiles,
    css`
      .state .text-button {
        min-width: var(--target);
        justify-content: flex-end;
        margin-block: calc((1.6em - var(--target)) / 2);
        color: inherit;
        font-size: inherit;
      }

      .tile {
        min-width: 6rem;
      }

      .stacked {
        flex-direction: column;
        align-items: stretch;
        max-width: 30rem;
      }

      select {
        max-width: 30rem;
      }

      .whole {
        flex-basis: 100%;
        color: var(--muted);
        font-size: var(--small);
      }

      @container (max-width: 26rem) {
        .tiles:has(:nth-child(4)) {
          display: grid;
          grid-template-columns: 1fr 1fr;
        }
      }
    `,
  ];

  get choices() {
    return choicesOf(this.input, this.messages);
  }

  /** The ids of what the answer names, however it does; any other answer as it is. */
  get #chosen() {
    return chosenIn(this.input, this.answer, this.read);
  }

  /** Whether more than one may hold. */
  get #several() {
    return this.input.type === "choices";
  }

  get hint() {
    const { input, messages } = this;
    if (!this.#several) return super.hint;
    return Number(input.max) < (input.choices?.length ?? 0)
      ? messages.form.chooseUpTo(input.max)
      : messages.form.chooseAll;
  }

  get printedAnswer() {
    const labels = this.choices.filter(({ id }) => this.#chosen.includes(id)).map(({ label }) => label);
    return labels.join(this.messages.listSeparator) || this.answer;
  }

  render() {
    const { choices } = this;
    const few = choices.length <= MOST_TILES && choices.every(({ label }) => width(label) <= WIDEST_TILE);
    if (this.#several) return this.#tiles(choices, few ? "" : "stacked");
    return few ? this.#tiles(choices, "") : this.#list(choices);
  }

  /**
   * @param {Choice[]} choices
   * @param {string} arrangement
   */
  #tiles(choices, arrangement) {
    const several = this.#several;
    const chosen = this.#chosen;
    return html`
      <fieldset
        role=${several ? "group" : "radiogroup"}
        aria-labelledby="label"
        aria-describedby=${this.description}
        aria-invalid=${several ? nothing : this.invalid}
      >
        <div class="head">
          <span class="label" id="label">${this.labelText()}</span>
          ${this.#state()}
        </div>
        ${this.help()} ${several ? this.hintText() : nothing}
        <div class="control tiles ${arrangement}">
          ${repeat(
            choices,
            ({ id }) => id,
            ({ id, label }) => html`
              <label class="tile ${chosen.includes(id) ? "chosen" : ""}">
                <input
                  type=${several ? "checkbox" : "radio"}
                  name="control"
                  aria-invalid=${several ? this.invalid : nothing}
                  .value=${id}
                  .checked=${live(chosen.includes(id))}
                  @change=${() => this.give(several ? toggled(this.input, chosen, id) : id)}
                  @blur=${this.leave}
                />${worded(label, this.locale)}</label>
            `,
          )}
        </div>
        ${this.printed()} ${this.problemText()}
      </fieldset>
    `;
  }

  /** No answer is an answer of its own, so it is named and can be gone back to. */
  #state() {
    const { unanswered, clearAnswer, clearAnswerTo } = this.messages.form;
    if (this.answer === "")
      return html`<span class="state screen-only ${this.open ? "open" : ""}">${unanswered}</span>`;
    return html`<span class="state screen-only"
      ><button type="button" class="text-button" aria-label=${clearAnswerTo(this.input.label)} @click=${this.#clear}>
        ${clearAnswer}
      </button></span
    >`;
  }

  #clear() {
    this.give("");
    // The button that was pressed is gone; keep the keyboard where the reader is.
    this.focus();
  }

  /** @param {Choice[]} choices */
  #list(choices) {
    return this.around(html`
      <select
        id="control"
        aria-describedby=${this.description}
        aria-invalid=${this.invalid}
        @change=${(/** @type {Event} */ event) => this.give(/** @type {HTMLSelectElement} */ (event.target).value)}
        @blur=${this.leave}
      >
        <option value="" .selected=${this.answer === ""}>${this.messages.form.chooseOne}</option>
        ${
          this.answer !== "" && choices.every(({ id }) => !this.#chosen.includes(id))
            ? html`<option value=${this.answer} selected>${this.answer}</option>`
            : nothing
        }
        ${repeat(
          choices,
          ({ id }) => id,
          ({ id, label }) => html`<option value=${id} .selected=${this.#chosen.includes(id)}>${label}</option>`,
        )}
      </select>
      ${
        // The list cuts it off for the eye alone.
        width(this.printedAnswer) > WIDEST_IN_LIST
          ? html`<p class="whole screen-only" aria-hidden="true">${worded(this.printedAnswer, this.locale)}</p>`
          : nothing
      }
    `);
  }
}

customElements.define("wengang-choice-question", ChoiceQuestion);
