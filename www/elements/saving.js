import { css, html, nothing } from "lit";
import { base } from "../styles/base.js";
import { LocalisedElement } from "./localised.js";

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

  constructor() {
    super();
    /** @type {string | undefined} */
    this.savedOn = undefined;
    this.failed = false;
  }

  render() {
    const { saving } = this.messages;
    return html`<p>
      <span role="status">${this.failed ? saving.failed : this.savedOn ? saving.saved(this.savedOn) : saving.notSaved}</span>
      ${this.savedOn ? nothing : this.#button(saving.save, "wengang-save")}
      ${this.#button(saving.forget, "wengang-forget")}
    </p>`;
  }

  /**
   * @param {string} label
   * @param {string} event
   */
  #button(label, event) {
    return html`<button type="button" class="text-button" @click=${() => this.tell(event, undefined)}>${label}</button>`;
  }
}

customElements.define("wengang-saving", Saving);
