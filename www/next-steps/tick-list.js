import { css, html } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";

/** @import { PropertyDeclarations } from "lit" */

/** Things to be ticked off, here or on paper. Nothing of it is kept. */
export class TickList extends LocalisedElement {
  /** @type {PropertyDeclarations} */
  static properties = { ticked: { state: true } };

  static styles = [
    base,
    css`
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
    `,
  ];

  constructor() {
    super();
    /** Places of the items ticked off. @type {Set<number>} */
    this.ticked = new Set();
  }

  /**
   * The box of an item.
   * @param {number} index
   */
  box(index) {
    return html`<input
      type="checkbox"
      .checked=${this.ticked.has(index)}
      @change=${(/** @type {Event} */ event) =>
        this.#tick(index, /** @type {HTMLInputElement} */ (event.target).checked)}
    />`;
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
