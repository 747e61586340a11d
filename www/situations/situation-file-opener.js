import { css, html, nothing } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { nameOf } from "./situation-file.js";

/** @import { Situation } from "../app/situations.js" */

/**
 * Where a file of situations is opened: by a button, or dropped there. What is in it goes to nobody but the calculator around it, by calls
 * and not by events, which pages around would hear.
 */
export class SituationFileOpener extends LocalisedElement {
  static properties = {
    policy: { attribute: false },
    situations: { attribute: false },
    replacing: { attribute: false },
    said: { attribute: false },
    over: { attribute: false },
    open: { attribute: false },
    choose: { attribute: false },
    replace: { attribute: false },
  };

  static styles = [
    base,
    css`
      :host {
        margin-bottom: calc(var(--step) * 2);
      }

      .file {
        position: relative;
      }

      .file:focus-within {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }

      .over {
        padding-inline: calc(var(--step) * 2);
        outline: 2px dashed var(--accent);
        background: var(--accent-ground);
      }

      [role="status"]:not(:empty),
      .ask {
        max-width: 46em;
        margin-top: var(--step);
        padding: var(--step) calc(var(--step) * 2);
        border-inline-start: 6px solid var(--accent);
        border-radius: var(--radius);
        background: var(--accent-ground);
      }

      .ask.caution {
        border-color: var(--caution);
        background: var(--caution-ground);
        color: inherit;
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--step) calc(var(--step) * 2);
        margin-top: var(--step);
      }

      .choices li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: calc(var(--step) * 2);
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.policy = "";
    /** Those to choose from; none where there is no choice. @type {Situation[]} */
    this.situations = [];
    /** What takes the place of what is filled in, once the reader agrees: its name. */
    this.replacing = "";
    /** What has become of the file. */
    this.said = "";
    /** Whether a file is held over the calculator. */
    this.over = false;
    this.open = (/** @type {File} */ _file) => {};
    this.choose = (/** @type {Situation} */ _situation) => {};
    this.replace = (/** @type {boolean} */ _agreed) => {};
  }

  /** @param {Event} event */
  #opened({ target }) {
    const field = /** @type {HTMLInputElement} */ (target);
    const [file] = field.files ?? [];
    if (file) this.open(file);
    // The same file again is a change, too.
    field.value = "";
  }

  /** The button that was pressed is gone; the keyboard goes on where it is said what happened. @param {() => unknown} action */
  async #act(action) {
    await action();
    await this.updateComplete;
    const next = this.renderRoot.querySelector(".ask") ?? this.renderRoot.querySelector("[role=status]");
    /** @type {HTMLElement | null} */ (next)?.focus();
  }

  render() {
    const { situationFile: texts } = this.messages;
    const { situations, replacing, over, said } = this;
    return html`
      <label class="text-button file ${over ? "over" : ""}">
        ${over ? texts.drop : texts.open}
        <input class="visually-hidden" type="file" accept=".json,application/json" @change=${this.#opened} />
      </label>
      ${situations.length > 0 ? this.#choices() : nothing}
      ${
        replacing
          ? html`<div class="ask caution" role="group" tabindex="-1" aria-labelledby="what">
              <p id="what">${texts.replaceWhat(replacing)}</p>
              <p class="actions">
                <button type="button" class="button" @click=${() => this.#act(() => this.replace(true))}>${texts.replace}</button>
                <button type="button" class="button" @click=${() => this.#act(() => this.replace(false))}>${texts.keepOwn}</button>
              </p>
            </div>`
          : nothing
      }
      <p role="status" tabindex="-1">${said}</p>
    `;
  }

  #choices() {
    const { situations, policy, messages } = this;
    const { situationFile: texts } = messages;
    return html`<div class="ask" role="group" tabindex="-1" aria-labelledby="which">
      <p id="which">${texts.which(situations.length)}</p>
      <ul class="choices">
        ${situations.map(
          (one) => html`<li>
            <button type="button" class="text-button" @click=${() => this.#act(() => this.choose(one))}>
              ${nameOf(one, messages)}
            </button>
            ${one.answersByPolicy[policy] ? nothing : html`<span class="muted small">${texts.without}</span>`}
          </li>`,
        )}
      </ul>
    </div>`;
  }
}

customElements.define("wengang-situation-file-opener", SituationFileOpener);
