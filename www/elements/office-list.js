import { css, html, nothing } from "lit";
import { base } from "../styles/base.js";
import { LocalisedElement } from "./localised.js";

/** @import { Description } from "wengang" */

/** Every office to ask or to apply at, compactly. */
export class OfficeList extends LocalisedElement {
  static properties = { contacts: { attribute: false } };

  static styles = [
    base,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr));
        column-gap: calc(var(--step) * 4);
      }

      li {
        padding-block: var(--step);
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      .name {
        font-weight: 600;
      }

      a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }

      @media print {
        ul {
          grid-template-columns: repeat(3, minmax(0, 1fr));
          column-gap: 6mm;
          font-size: 9.5pt;
        }

        a {
          min-height: 0;
          text-decoration: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description["contacts"]} */
    this.contacts = [];
  }

  render() {
    return html`<ul>
      ${this.contacts.map(
        ({ name, office, channel, phone }) => html`<li>
          <p class="name">${name}</p>
          <p>${office}</p>
          ${channel ? html`<p class="muted small">${channel}</p>` : nothing}
          ${phone ? html`<a class="number" href="tel:${phone.replace(/[^\d+]/g, "")}">${phone}</a>` : nothing}
        </li>`,
      )}
    </ul>`;
  }
}

customElements.define("wengang-office-list", OfficeList);
