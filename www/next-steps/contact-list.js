import { css, html, nothing } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { worded } from "../shared/worded.js";
import { base } from "../styles/base.js";
import { control } from "../styles/control.js";
import { disclosure } from "../styles/disclosure.js";

/** @import { Description } from "wengang" */

/** @typedef {Description["contacts"][number]} Contact */

/** As many as are taken in at a glance; of more, the reader chooses one. */
const MOST_AT_A_GLANCE = 3;

/** Where to go or call. */
export class ContactList extends LocalisedElement {
  static properties = { contacts: { attribute: false }, all: { type: Boolean }, chosen: { state: true } };

  static styles = [
    base,
    control,
    disclosure,
    css`
      label {
        display: block;
        color: var(--muted);
        font-size: var(--small);
      }

      select {
        max-width: 24rem;
        margin-block: calc(var(--step) * 0.5) calc(var(--step) * 1.5);
      }

      li {
        padding-block: var(--step);
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      h4 {
        font-size: var(--text);
      }

      a {
        display: inline-flex;
        align-items: center;
        min-width: var(--target);
        min-height: var(--target);
      }

      .many ul,
      .all {
        columns: 15rem;
        column-gap: calc(var(--step) * 4);
      }

      @media print {
        a {
          min-height: 0;
          color: inherit;
          text-decoration: none;
        }

        .all {
          columns: 3;
          font-size: var(--small);
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Contact[]} */
    this.contacts = [];
    /** Whether all are listed, however many. */
    this.all = false;
    /** Name of the one chosen; policies of one city share their contacts, and the choice stays. */
    this.chosen = "";
  }

  render() {
    const { contacts } = this;
    if (contacts.length <= MOST_AT_A_GLANCE) return this.#list(contacts);
    if (this.all) return html`<div class="all">${this.#list(contacts)}</div>`;
    const { answer, form } = this.messages;
    const contact = contacts.find(({ name }) => name === this.chosen);
    return html`
      <div class="screen-only">
        <label for="contact">${answer.chooseContact}</label>
        <select
          id="contact"
          @change=${(/** @type {Event} */ event) => {
            this.chosen = /** @type {HTMLSelectElement} */ (event.target).value;
          }}
        >
          <option value="" .selected=${!contact}>${form.chooseOne}</option>
          ${contacts.map(({ name }) => html`<option value=${name} .selected=${name === this.chosen}>${name}</option>`)}
        </select>
      </div>
      ${contact ? this.#list([contact]) : html`<div class="print-only all">${this.#list(contacts)}</div>`}
      <details class="screen-only many">
        <summary>${answer.allContacts(contacts.length)}</summary>
        ${this.#list(contacts)}
      </details>
    `;
  }

  /** @param {Contact[]} contacts */
  #list(contacts) {
    return html`<ul>
      ${contacts.map(
        ({ name, office, channel, phone }) => html`<li>
          <h4>${worded(name, this.locale)}</h4>
          <p>${worded(office, this.locale)}</p>
          ${channel ? html`<p class="muted">${worded(channel, this.locale)}</p>` : nothing}
          ${phone ? html`<a class="number" href="tel:${phone.replace(/[^\d+]/g, "")}">${phone}</a>` : nothing}
        </li>`,
      )}
    </ul>`;
  }
}

customElements.define("wengang-contact-list", ContactList);
