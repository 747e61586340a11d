import { css, html, nothing } from "lit";
import { base } from "../styles/base.js";
import { LocalisedElement } from "./localised.js";

/** @import { PropertyValues } from "lit" */

/** Keeping what was filled in on this device: only on request, and with a way to forget everything. */
export class Saving extends LocalisedElement {
  static properties = { savedOn: { attribute: false }, failed: { attribute: false } };

  static styles = [
    base,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: calc(var(--step) * 2);
      }
    `,
  ];

  #saving = false;

  constructor() {
    super();
    /** @type {string | undefined} */
    this.savedOn = undefined;
    this.failed = false;
  }

  /**
   * The button that was pressed is gone; the keyboard goes on where it is said what happened, short of the other button.
   * @param {PropertyValues<this>} changed
   */
  updated(changed) {
    if (!changed.has("savedOn") || !this.#saving) return;
    this.#saving = false;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("[role=status]"))?.focus();
  }

  #save() {
    this.#saving = true;
    this.tell("wengang-save", undefined);
  }

  render() {
    const { saving } = this.messages;
    return html`<p>
      <span role="status" tabindex="-1">${this.failed ? saving.failed : this.savedOn ? saving.saved(this.savedOn) : saving.notSaved}</span>
      ${this.savedOn ? nothing : this.#button(saving.save, () => this.#save())}
      ${this.#button(saving.forget, () => this.tell("wengang-forget", undefined))}
    </p>`;
  }

  /**
   * @param {string} label
   * @param {() => void} action
   */
  #button(label, action) {
    return html`<button type="button" class="text-button" @click=${action}>${label}</button>`;
  }
}

customElements.define("wengang-saving", Saving);
