import { css, html, nothing } from "lit";
import { groupThousands } from "../answers/number-text.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { roundingIn } from "./row-sums.js";

/** @import { RowResult } from "wengang" */

/** As many are listed. */
const MOST = 100;

/** What became of the rows of one table: how many count, and why the others do not. Each row's own result stands in the form. */
export class RowResults extends LocalisedElement {
  static properties = { rows: { attribute: false }, bad: { attribute: false }, amount: { attribute: false } };

  static styles = [
    base,
    css`
      ol {
        margin-top: var(--step);
      }

      li {
        display: grid;
        grid-template-columns: 5em minmax(0, 1fr);
        column-gap: calc(var(--step) * 2);
        padding-block: calc(var(--step) * 0.75);
        border-top: 1px solid var(--line);
      }

      li > p {
        grid-column: 2;
      }

      .rejected {
        color: var(--negative);
      }

      .rounding {
        margin-top: var(--step);
        max-width: 40em;
      }
    `,
  ];

  constructor() {
    super();
    /** With the position of each row in the form, from 1. @type {{ position: number, result: RowResult }[]} */
    this.rows = [];
    /** How many rows there are besides, in which something is wrong. */
    this.bad = 0;
    /** What comes out, to be compared with what the rows add up to. @type {string | null} */
    this.amount = null;
  }

  render() {
    const { table } = this.messages;
    const rejected = this.rows.filter(({ result }) => !result.accepted);
    return html`
      <p class="muted">${table.tally(this.rows.length - rejected.length, rejected.length, this.bad)}</p>
      <ol class="screen-only">
        ${rejected.slice(0, MOST).map(
          ({ position, result }) => html`
            <li>
              <span class="rejected">${table.row(position)}</span>
              ${result.reasons.map(({ message }) => html`<p class="small">${message}</p>`)}
            </li>
          `,
        )}
      </ol>
      ${rejected.length > MOST ? html`<p class="screen-only muted">${table.moreRows(rejected.length - MOST)}</p>` : nothing}
      ${this.#rounding()}
    `;
  }

  #rounding() {
    const rounding = roundingIn(
      this.rows.map(({ result }) => result),
      this.amount,
    );
    if (!rounding) return nothing;
    const { sum, total } = rounding;
    return html`<p class="rounding muted small">
      ${this.messages.table.rounding(groupThousands(sum), groupThousands(total))}
    </p>`;
  }
}

customElements.define("wengang-row-results", RowResults);
