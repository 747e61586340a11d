import { css, html, nothing } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { control } from "../styles/control.js";

/** @import { PolicySummary, Status } from "wengang" */

/** @type {Status[]} */
const STATUSES = ["in-force", "reference", "expired"];

/**
 * What choosing a policy tells.
 * @typedef {CustomEvent<{ policy: string }>} PolicyEvent
 */

/** All policies to choose from, those in force first. */
export class PolicyPicker extends LocalisedElement {
  static properties = { policies: { attribute: false }, chosen: { attribute: false } };

  static styles = [
    base,
    control,
    css`
      label {
        display: block;
        color: var(--muted);
        font-size: var(--small);
      }

      select {
        max-width: 42rem;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {PolicySummary[]} */
    this.policies = [];
    this.chosen = "";
  }

  render() {
    const { choose, group } = this.messages.policy;
    return html`
      <label for="policy">${choose}</label>
      <select
        id="policy"
        @change=${(/** @type {Event} */ event) =>
          this.tell("wengang-policy", { policy: /** @type {HTMLSelectElement} */ (event.target).value })}
      >
        ${STATUSES.map((status) => {
          const policies = this.policies.filter((policy) => policy.status === status);
          return policies.length > 0
            ? html`<optgroup label=${group[status]}>${policies.map((policy) => this.#option(policy))}</optgroup>`
            : nothing;
        })}
      </select>
    `;
  }

  /** @param {PolicySummary} policy */
  #option({ id, region, title }) {
    return html`<option value=${id} .selected=${id === this.chosen}>${region} · ${title}</option>`;
  }
}

customElements.define("wengang-policy-picker", PolicyPicker);
