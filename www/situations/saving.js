import { css, html, nothing } from "lit";
import { isBlank, LONGEST_NAME } from "../app/situations.js";
import { canDownload } from "../shared/download.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { downloadSituations } from "./exchange.js";
import { nameOf } from "./situation-file.js";

/** @import { PropertyValues } from "lit" */
/** @import { Situation } from "../app/situations.js" */

/**
 * Saving what is filled in, under a name: on the device, only on request, or as a file.
 *
 * Properties: `situation`; `day`; `failed`, whether the device refused; `isPublic`. Event: `wengang-save` with `{ name }`, for the first
 * time and for another name.
 */
export class Saving extends LocalisedElement {
  static properties = {
    situation: { attribute: false },
    day: { attribute: false },
    failed: { attribute: false },
    isPublic: { attribute: false },
    renaming: { state: true },
  };

  static styles = [
    base,
    css`
      section {
        margin-top: calc(var(--step) * 2);
      }

      h3 {
        margin-bottom: var(--step);
      }

      form {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        gap: var(--step) calc(var(--step) * 1.5);
      }

      label {
        flex: 1 1 12em;
        max-width: 24em;
        color: var(--muted);
        font-size: var(--small);
      }

      input {
        display: block;
        width: 100%;
        min-height: var(--target);
        padding: 0 calc(var(--step) * 1.25);
        border: 1px solid var(--control-line);
        border-radius: var(--radius);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
        font-size: var(--text);
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        column-gap: calc(var(--step) * 3);
      }
    `,
  ];

  #saving = false;

  constructor() {
    super();
    /** @type {Situation | undefined} */
    this.situation = undefined;
    this.day = "";
    this.failed = false;
    this.isPublic = false;
    this.renaming = false;
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has("situation") && changed.get("situation")?.id !== this.situation?.id) this.renaming = false;
  }

  /** The button that was pressed is gone; the keyboard goes on where it is said what happened. */
  updated() {
    if (!this.#saving || (!this.situation?.savedOn && !this.failed)) return;
    this.#saving = false;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("[role=status]"))?.focus();
  }

  /** @param {Event} event */
  #save(event) {
    event.preventDefault();
    this.#saving = true;
    this.renaming = false;
    const { value } = /** @type {HTMLInputElement} */ (this.renderRoot.querySelector("input"));
    // The day is no name that somebody has given it.
    this.tell("wengang-save", { name: value === this.messages.saving.defaultName(this.day) ? "" : value });
  }

  async #rename() {
    this.renaming = true;
    await this.updateComplete;
    this.renderRoot.querySelector("input")?.select();
  }

  render() {
    const { situation, isPublic, messages } = this;
    if (!situation || (isBlank(situation) && !situation.savedOn)) return nothing;
    const { saving } = messages;
    const name = nameOf(situation, messages);
    return html`<section aria-labelledby="heading">
      <h3 id="heading">${saving.heading}</h3>
      <p role="status" tabindex="-1">${this.#said(situation, name)}</p>
      ${isPublic || (situation.savedOn && !this.renaming) ? nothing : this.#form(situation)}
      <p class="actions">
        ${situation.savedOn && !this.renaming ? textButton(saving.rename, () => this.#rename()) : nothing}
        ${canDownload() ? textButton(saving.toFile, () => downloadSituations([situation], name)) : nothing}
      </p>
    </section>`;
  }

  /** @param {Situation} situation @param {string} name */
  #said({ savedOn }, name) {
    const { saving } = this.messages;
    if (this.isPublic) return saving.isPublic;
    if (savedOn) return saving.saved(name, savedOn);
    return this.failed ? saving.failed : "";
  }

  /** @param {Situation} situation */
  #form({ name, savedOn }) {
    const { saving } = this.messages;
    return html`<form autocomplete="off" @submit=${this.#save}>
      <label>
        ${saving.name}
        <input
          type="text" autocomplete="off" maxlength=${LONGEST_NAME} placeholder=${saving.nameHint}
          .value=${name || saving.defaultName(this.day)}
        />
      </label>
      <button type="submit" class="button">${savedOn ? saving.renameDone : saving.save}</button>
      ${
        savedOn
          ? textButton(saving.cancel, () => {
              this.renaming = false;
            })
          : nothing
      }
    </form>`;
  }
}

/**
 * @param {string} label
 * @param {() => void} action
 */
function textButton(label, action) {
  return html`<button type="button" class="text-button" @click=${action}>${label}</button>`;
}

customElements.define("wengang-saving", Saving);
