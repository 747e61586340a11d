import { css, html, nothing } from "lit";
import { worded } from "../shared/worded.js";
import { TickList } from "./tick-list.js";

/** @import { PropertyValues } from "lit" */
/** @import { Description } from "wengang" */

/** @typedef {NonNullable<Description["procedure"][number]["materials"]>} Papers */

/** What is handed in with a step: to be ticked off once it is at hand, here or on paper. Nothing of it is kept. */
export class Materials extends TickList {
  static properties = { ...TickList.properties, materials: { attribute: false } };

  static styles = [
    ...TickList.styles,
    css`
      :host {
        display: block;
        margin-top: var(--step);
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
                      ${this.box(index)}
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
}

customElements.define("wengang-materials", Materials);
