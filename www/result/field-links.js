import { css, html } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { worded } from "../shared/worded.js";
import { base } from "../styles/base.js";

/** @import { Place } from "../answers/evaluation.js" */

/**
 * @typedef {{ place: Place, label: string }} FieldLink
 *
 * @typedef {CustomEvent<Place>} GoToEvent
 */

/** A list of places in the form; choosing one takes the reader there. */
export class FieldLinks extends LocalisedElement {
  static properties = { links: { attribute: false } };

  static styles = [
    base,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        column-gap: calc(var(--step) * 2.5);
      }

      .text-button {
        text-align: start;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {FieldLink[]} */
    this.links = [];
  }

  render() {
    return html`
      <ul>
        ${this.links.map(
          ({ place, label }) => html`<li>
            <button
              type="button"
              class="text-button"
              aria-label=${this.messages.result.goTo(label)}
              @click=${() => this.tell("wengang-go-to", place)}
            >
              ${worded(label, this.locale)}
            </button>
          </li>`,
        )}
      </ul>
    `;
  }
}

customElements.define("wengang-field-links", FieldLinks);
