import { css, html } from "lit";
import { base } from "../styles/base.js";
import { copyText } from "./clipboard.js";
import { LocalisedElement } from "./localised.js";

/** @import { Messages } from "../messages/zh-cn.js" */

/** @typedef {CustomEvent<{ link: string }>} CopyLinkEvent */

/**
 * Copies a link.
 * @param {string} link empty where there is too much for one
 * @param {Messages} messages
 * @returns {Promise<{ said: string, byHand: string }>} what is to be said, and the link where the reader has to copy it
 */
export async function copyLink(link, { keep }) {
  if (link === "") return { said: keep.tooMuchForLink, byHand: "" };
  return (await copyText(link)) ? { said: keep.linkCopied, byHand: "" } : { said: "", byHand: link };
}

/**
 * A button that has a link copied. Where the link would carry free text, such as names, it says so first, and offers a link without.
 *
 * Properties: `link`, which makes the link, with or without the text, and an empty one where there is too much for a link; `texts`, the
 * labels of what was answered by free text. Event: `wengang-copy-link` with `{ link }`.
 */
export class CopyLink extends LocalisedElement {
  static properties = {
    link: { attribute: false },
    texts: { attribute: false },
    asking: { type: Boolean, reflect: true },
  };

  static styles = [
    base,
    css`
      :host([asking]) {
        flex-basis: 100%;
      }

      .ask {
        padding: calc(var(--step) * 1.5) calc(var(--step) * 2);
        border-inline-start: 6px solid var(--caution);
        border-radius: var(--radius);
        background: var(--caution-ground);
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--step) calc(var(--step) * 1.5);
        margin-top: var(--step);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {(withTexts: boolean) => string} */
    this.link = () => "";
    /** @type {string[]} */
    this.texts = [];
    this.asking = false;
  }

  /** @param {boolean} asking @param {string} next what the keyboard goes on with */
  async #ask(asking, next) {
    this.asking = asking;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(next))?.focus();
  }

  /** @param {boolean} withTexts */
  #copy(withTexts) {
    this.tell("wengang-copy-link", { link: this.link(withTexts) });
    if (this.asking) this.#ask(false, ".button");
  }

  render() {
    const { keep } = this.messages;
    if (!this.asking || this.texts.length === 0) {
      const copy = () => (this.texts.length > 0 ? this.#ask(true, ".main") : this.#copy(true));
      return html`<button type="button" class="button" @click=${copy}>${keep.copyLink}</button>`;
    }
    return html`<div class="ask" role="group" aria-labelledby="what">
      <p id="what">${keep.names(this.texts)}</p>
      <p class="actions">
        <button type="button" class="button main" @click=${() => this.#copy(false)}>${keep.withoutNames}</button>
        <button type="button" class="button" @click=${() => this.#copy(true)}>${keep.withNames}</button>
        <button type="button" class="text-button" @click=${() => this.#ask(false, ".button")}>${keep.cancel}</button>
      </p>
    </div>`;
  }
}

customElements.define("wengang-copy-link", CopyLink);
