import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { LocalisedElement } from "../shared/localised.js";
import { worded } from "../shared/worded.js";
import { base } from "../styles/base.js";
import { control } from "../styles/control.js";
import { disclosure } from "../styles/disclosure.js";
import { fields } from "../styles/fields.js";

/** @import { Showable } from "./showable.js" */

/**
 * What the authority shows has changed: all of it, exactly as typed.
 * @typedef {CustomEvent<{ shown: Record<string, string> }>} ShownEvent
 */

/** What the authority shows, to be copied as it stands there. What few show comes on request, or where it is filled in. */
export class ShownFields extends LocalisedElement {
  static properties = {
    fields: { attribute: false },
    shown: { attribute: false },
    problems: { attribute: false },
  };

  static styles = [
    base,
    control,
    disclosure,
    fields,
    css`
      .figure {
        display: flex;
        align-items: center;
        column-gap: var(--step);
      }

      .figure input {
        flex: 1;
        min-width: 0;
      }

      [aria-invalid="true"]:is(input, select) {
        border-color: var(--negative);
      }

      .problem {
        margin-top: calc(var(--step) * 0.5);
        color: var(--negative);
        font-size: var(--small);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Showable[]} */
    this.fields = [];
    /** @type {Record<string, string>} */
    this.shown = {};
    /** What is wrong with some of it, by field. @type {Record<string, string>} */
    this.problems = {};
  }

  render() {
    const isOpen = (/** @type {Showable} */ { id, isCommon }) => isCommon || Boolean(this.shown[id]);
    const others = this.fields.filter((field) => !isOpen(field));
    return html`
      <div class="field-grid">${this.fields.filter(isOpen).map((field) => this.#field(field))}</div>
      ${
        others.length === 0
          ? nothing
          : html`<details>
              <summary>${this.messages.reconciliation.moreFigures}</summary>
              <div class="field-grid">${others.map((field) => this.#field(field))}</div>
            </details>`
      }
    `;
  }

  /** @param {Showable} field */
  #field(field) {
    const { id, label } = field;
    const problem = this.problems[id];
    return html`<div class="field">
      <label for=${id}>${worded(label, this.locale)}</label>
      ${this.#control(field, problem)}
      ${problem ? html`<p class="problem" id="problem-${id}">${problem}</p>` : nothing}
    </div>`;
  }

  /** @param {Showable} field @param {string | undefined} problem */
  #control({ id, unit, choices }, problem) {
    const shown = this.shown[id] ?? "";
    const change = (/** @type {Event} */ { target }) => {
      const { value } = /** @type {HTMLInputElement | HTMLSelectElement} */ (target);
      this.tell("wengang-shown-figures", { shown: { ...this.shown, [id]: value } });
    };
    const described = problem ? `problem-${id}` : nothing;
    const invalid = problem ? "true" : nothing;
    if (choices.length > 0) {
      return html`<select id=${id} aria-invalid=${invalid} aria-describedby=${described} @change=${change}>
        <option value="" ?selected=${shown === ""}>${this.messages.reconciliation.notShown}</option>
        ${choices.map((choice) => html`<option value=${choice.id} ?selected=${choice.id === shown}>${choice.label}</option>`)}
      </select>`;
    }
    return html`<span class="figure">
      <input
        id=${id} type="text" inputmode="decimal" autocomplete="off" aria-invalid=${invalid} aria-describedby=${described}
        .value=${live(shown)} @input=${change}
      />
      ${unit ? html`<span class="muted">${unit}</span>` : nothing}
    </span>`;
  }
}

customElements.define("wengang-shown-fields", ShownFields);
