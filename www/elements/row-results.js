import { css, html, nothing } from "lit";
import { groupThousands } from "../number-text.js";
import { base } from "../styles/base.js";
import { LocalisedElement } from "./localised.js";

/** @import { RowResult } from "wengang" */

/** As many are listed; the others have theirs beside them in the form. */
const MOST = 100;

/** What became of each row of one table. On paper that stands in the table itself. */
export class RowResults extends LocalisedElement {
  static properties = { rows: { attribute: false } };

  static styles = [
    base,
    css`
      ol {
        margin-top: var(--step);
      }

      li {
        padding-block: var(--step);
        border-top: 1px solid var(--line);
      }

      .line {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1.5fr);
        column-gap: calc(var(--step) * 2);
      }

      .number {
        text-align: end;
      }

      .accepted {
        color: var(--positive);
      }

      .rejected {
        color: var(--negative);
      }
    `,
  ];

  constructor() {
    super();
    /** With the position of each row in the form, from 1. @type {{ position: number, result: RowResult }[]} */
    this.rows = [];
  }

  render() {
    const { table, result: texts } = this.messages;
    const accepted = this.rows.filter(({ result }) => result.accepted).length;
    return html`
      <p class="muted">${table.tally(accepted, this.rows.length - accepted)}</p>
      <ol class="screen-only">
        ${this.rows.slice(0, MOST).map(
          ({ position, result }) => html`
            <li>
              <p class="line">
                <span>${table.row(position)}</span>
                <span class=${result.accepted ? "accepted" : "rejected"}>
                  ${result.accepted ? table.accepted : table.rejected}
                </span>
                ${result.amount ? html`<span class="number">${texts.yuan(groupThousands(result.amount))}</span>` : nothing}
              </p>
              ${result.reasons.map(({ message }) => html`<p class="small">${message}</p>`)}
            </li>
          `,
        )}
      </ol>
      ${this.rows.length > MOST ? html`<p class="screen-only muted">${table.moreRows(this.rows.length - MOST)}</p>` : nothing}
    `;
  }
}

customElements.define("wengang-row-results", RowResults);
