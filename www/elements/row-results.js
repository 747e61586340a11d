import { css, html, nothing } from "lit";
import { groupThousands } from "../number-text.js";
import { base } from "../styles/base.js";
import { LocalisedElement } from "./localised.js";

/** @import { RowResult } from "wengang" */

/** What became of each row of one table. */
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
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        column-gap: calc(var(--step) * 2);
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
      <ol>
        ${this.rows.map(
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
    `;
  }
}

customElements.define("wengang-row-results", RowResults);
