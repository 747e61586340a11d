import { css, html, nothing } from "lit";
import { figureOf } from "../answers/figures.js";
import { LocalisedElement } from "../shared/localised.js";
import { worded } from "../shared/worded.js";
import { base } from "../styles/base.js";

/** @import { PropertyValues } from "lit" */
/** @import { Description } from "wengang" */
/** @import { Evaluation } from "../answers/evaluation.js" */

/** What to check before confirming with the authority, to be ticked off here or on paper. Nothing of it is kept. */
export class Checklist extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    evaluation: { attribute: false },
    ticked: { state: true },
  };

  static styles = [
    base,
    css`
      li {
        border-top: 1px solid var(--line);
        break-inside: avoid;
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

      .figure {
        font-weight: 600;
        text-align: end;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Evaluation | undefined} */
    this.evaluation = undefined;
    /** Places of the items ticked off. @type {Set<number>} */
    this.ticked = new Set();
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    const before = changed.get("description");
    if (before && before.id !== this.description?.id) this.ticked = new Set();
  }

  render() {
    const { description, evaluation } = this;
    if (!description || !evaluation) return nothing;
    return html`<ul>
      ${description.checklist.map(({ text, shows }, index) => {
        const figure = shows ? figureOf(shows, description, evaluation, this.messages)?.text : "";
        return html`<li>
          <label>
            <input
              type="checkbox"
              .checked=${this.ticked.has(index)}
              @change=${(/** @type {Event} */ event) =>
                this.#tick(index, /** @type {HTMLInputElement} */ (event.target).checked)}
            />
            <span>${worded(text, this.locale)}</span>
            ${figure ? html`<span class="figure number">${figure}</span>` : nothing}
          </label>
        </li>`;
      })}
    </ul>`;
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

customElements.define("wengang-checklist", Checklist);
