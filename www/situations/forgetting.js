import { css, html, nothing } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";

/**
 * What becomes of what is filled in, and the ways to have nothing of it left: forgetting everything, once that is confirmed, and the mode
 * for public computers.
 *
 * Properties: `filled`, whether there is anything that is not saved; `saved`, how many situations are saved on the device; `isKept`; `isPublic`.
 * Events: `wengang-forget`; `wengang-public` with `{ isPublic }`.
 */
export class Forgetting extends LocalisedElement {
  static properties = {
    filled: { attribute: false },
    saved: { attribute: false },
    isKept: { attribute: false },
    isPublic: { attribute: false },
    asking: { state: true },
    forgotten: { state: true },
  };

  static styles = [
    base,
    css`
      :host {
        color: inherit;
        font-size: inherit;
      }

      p {
        max-width: 46rem;
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: calc(var(--step) * 3);
      }

      .ask {
        margin-block: var(--step);
        padding: calc(var(--step) * 1.5) calc(var(--step) * 2);
        border-inline-start: 6px solid var(--caution);
        border-radius: var(--radius);
        background: var(--caution-ground);
        color: var(--ink);
      }

      .ask .actions {
        margin-top: var(--step);
      }
    `,
  ];

  constructor() {
    super();
    this.filled = false;
    this.saved = 0;
    this.isKept = true;
    this.isPublic = false;
    this.asking = false;
    this.forgotten = false;
  }

  /** @param {boolean} asking @param {string} next what the keyboard goes on with */
  async #ask(asking, next) {
    this.asking = asking;
    this.forgotten = false;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(next))?.focus();
  }

  async #forget() {
    this.tell("wengang-forget", undefined);
    this.asking = false;
    this.forgotten = true;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("[role=status]"))?.focus();
  }

  render() {
    const { saving } = this.messages;
    const { filled, saved, isKept, isPublic } = this;
    if (filled && this.forgotten) this.forgotten = false;
    const what = isPublic ? saving.inPage : isKept ? saving.inTab : saving.notKept;
    return html`
      ${filled || isPublic ? html`<p>${what}</p>` : nothing}
      ${saved > 0 && !isPublic ? html`<p>${saving.onDevice(saved)}</p>` : nothing}
      <p role="status" tabindex="-1">${this.forgotten ? saving.forgotten : ""}</p>
      ${
        this.asking && (filled || saved > 0)
          ? html`<div class="ask" role="group" aria-labelledby="what">
              <p id="what">${saving.forgetWhat(saved)}</p>
              <p class="actions">
                <button type="button" class="button main" id="forget" @click=${this.#forget}>${saving.forgetDone}</button>
                <button type="button" class="text-button" @click=${() => this.#ask(false, "#ask")}>${saving.cancel}</button>
              </p>
            </div>`
          : nothing
      }
      <p class="actions">
        ${
          (filled || saved > 0) && !this.asking
            ? html`<button type="button" class="text-button" id="ask" @click=${() => this.#ask(true, "#forget")}>
                ${saving.forget}
              </button>`
            : nothing
        }
        <button
          type="button" class="text-button" @click=${() => this.tell("wengang-public", { isPublic: !isPublic })}
        >${isPublic ? saving.leavePublic : saving.usePublic}</button>
      </p>
    `;
  }
}

customElements.define("wengang-forgetting", Forgetting);
