import { css, html, nothing } from "lit";
import { fragmentOf } from "../shared/address.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { nameOf } from "./situation-file.js";

/** @import { Situation } from "../app/situations.js" */

/** So many others are named; the rest is on the start page. */
const NAMED = 3;

/**
 * Which situation is at hand, in a line, with others to change to.
 *
 * Properties: `atHand`; `others`. Events: `wengang-take-up` with `{ id }`, of which a new one is asked for without an id.
 */
export class SituationLine extends LocalisedElement {
  static properties = { atHand: { attribute: false }, others: { attribute: false } };

  static styles = [
    base,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: calc(var(--step) * 2.5);
        margin-bottom: calc(var(--step) * 2);
        padding-inline: calc(var(--step) * 1.5);
        border-radius: var(--radius);
        background: var(--panel);
        font-size: var(--small);
      }

      a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }

      @media print {
        p {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Situation | undefined} */
    this.atHand = undefined;
    /** @type {Situation[]} */
    this.others = [];
  }

  render() {
    const { atHand, others, messages } = this;
    if (!atHand) return nothing;
    const { situations } = messages;
    const takeUp = (/** @type {string | undefined} */ id) => () => this.tell("wengang-take-up", { id });
    return html`<p>
      <strong>${situations.atHand(nameOf(atHand, messages))}</strong>
      ${others.slice(0, NAMED).map((other) => {
        const label = situations.continue(nameOf(other, messages));
        return html`<button type="button" class="text-button" @click=${takeUp(other.id)}>${label}</button>`;
      })}
      ${others.length > NAMED ? html`<a href=${fragmentOf({ view: "start" })}>${situations.all}</a>` : nothing}
      <button type="button" class="text-button" @click=${takeUp(undefined)}>${situations.fresh}</button>
    </p>`;
  }
}

customElements.define("wengang-situation-line", SituationLine);
