import { css, html, nothing } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { worded } from "../shared/worded.js";
import { base } from "../styles/base.js";

/** @import { PropertyValues } from "lit" */
/** @import { Description } from "wengang" */

/** @typedef {NonNullable<Description["procedure"][number]["materials"]>} Papers */

/** What is handed in with a step: to be ticked off once it is at hand, here or on paper. Nothing of it is kept. */
export class Materials extends LocalisedElement {
  static properties = { materials: { attribute: false }, ticked: { state: true } };

  static styles = [
    base,
    css`
      :host {
        display: block;
        margin-top: var(--step);
      }

      label {
        display: grid;
        grid-template-columns: 1.5rem minmax(0, 1fr) auto;
        column-gap: var(--step);
        align-items: baseline;
        min-height: var(--target);
        padding-block: calc((var(--target) - var(--text) * var(--leading)) / 2);
        cursor: pointer;
      }

      input {
        align-self: start;
        width: 1.25rem;
        height: 1.25rem;
        margin: 0.2em 0 0;
        accent-color: var(--accent);
      }

      .state {
        color: var(--caution);
      }

      :checked ~ .state {
        color: var(--positive);
      }

      @media print {
        .state {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Papers} */
    this.materials = [];
    /** Places of those at hand. @type {Set<number>} */
    this.ticked = new Set();
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    const before = changed.get("materials");
    const names = (/** @type {Papers} */ papers) => papers.map(({ name }) => name).join();
    if (before && names(before) !== names(this.materials)) this.ticked = new Set();
  }

  render() {
    const { messages, materials, locale, ticked } = this;
    const { steps } = messages.answer;
    const needed = materials.filter(({ waived }) => !waived);
    const waived = materials.filter(({ waived }) => waived);
    return html`
      ${
        needed.length > 0
          ? html`<p class="muted small">${steps.materials(needed.length - ticked.size)}</p>
              <ul>
                ${needed.map(
                  ({ name, help }, index) => html`<li>
                    <label>
                      <input
                        type="checkbox"
                        .checked=${ticked.has(index)}
                        @change=${(/** @type {Event} */ event) =>
                          this.#tick(index, /** @type {HTMLInputElement} */ (event.target).checked)}
                      />
                      <span>${worded(name, locale)} ${help ? html`<span class="muted small">${worded(help, locale)}</span>` : nothing}</span>
                      <span class="state small" aria-hidden="true">${steps.state(ticked.has(index))}</span>
                    </label>
                  </li>`,
                )}
              </ul>`
          : nothing
      }
      ${waived.map(
        ({ name, help }) =>
          html`<p>${steps.waived(name)} ${help ? html`<span class="muted small">${worded(help, locale)}</span>` : nothing}</p>`,
      )}
    `;
  }

  /**
   * @param {number} index
   * @param {boolean} ticked
   */
  #tick(index, ticked) {
    const all = new Set(this.ticked);
    if (ticked) all.add(index);
    else all.delete(index);
    this.ticked = all;
  }
}

customElements.define("wengang-materials", Materials);
