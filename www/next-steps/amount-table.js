import { css, html, nothing } from "lit";
import { groupThousands } from "../answers/number-text.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { disclosure } from "../styles/disclosure.js";
import { tableOf } from "./plot.js";

/** @import { Plot, Point } from "./plot.js" */

/** Characters of an amount that fit a narrow screen beside the other columns. */
const LONGEST_IN_ONE_LINE = 12;

/** What the chart shows, in figures. */
export class AmountTable extends LocalisedElement {
  static properties = { plot: { attribute: false }, label: { attribute: false } };

  static styles = [
    base,
    disclosure,
    css`
      .scroller {
        overflow-x: auto;
      }

      table {
        width: 100%;
        margin-top: calc(var(--step) * 0.5);
        border-collapse: collapse;
        font-size: var(--small);
      }

      th,
      td {
        padding: calc(var(--step) * 0.5) var(--step);
        border-bottom: 1px solid var(--line);
        text-align: end;
        vertical-align: baseline;
        font-weight: 400;
      }

      thead th {
        color: var(--muted);
      }

      th:first-child,
      td:last-child,
      thead th:last-child {
        text-align: start;
      }

      td {
        word-break: keep-all;
      }

      td.short {
        white-space: nowrap;
      }

      .present > * {
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Plot | undefined} */
    this.plot = undefined;
    /** What the amount is called. */
    this.label = "";
  }

  render() {
    if (!this.plot) return nothing;
    const { answer, result } = this.messages;
    const { input } = this.plot;
    return html`
      <details class="screen-only">
        <summary>${answer.asTable}</summary>
        <div class="scroller" role="region" aria-label=${answer.chart(this.label, input.label)} tabindex="0">
          <table>
            <thead>
              <tr>
                <th scope="col">${input.label}</th>
                <th scope="col">${answer.axisUnit(this.label, result.yuanUnit)}</th>
                <th scope="col">${answer.verdict}</th>
              </tr>
            </thead>
            <tbody>
              ${tableOf(this.plot).map((point) => this.#row(point))}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }

  /** @param {Point} point */
  #row({ count, yuan, eligible }) {
    if (!this.plot) return nothing;
    const { answer, result } = this.messages;
    const { input, points, present } = this.plot;
    const isPresent = points[present]?.count === count;
    const quantity = answer.quantity(count, input.unit);
    const amount = yuan === null ? result.amountPending : groupThousands(yuan.toFixed(2));
    return html`<tr class=${isPresent ? "present" : nothing}>
      <th scope="row" class="number">${isPresent ? answer.now(quantity) : quantity}</th>
      <td class="number ${amount.length <= LONGEST_IN_ONE_LINE ? "short" : ""}">${amount}</td>
      <td>${eligible === null ? "—" : eligible ? result.eligible : result.ineligible}</td>
    </tr>`;
  }
}

customElements.define("wengang-amount-table", AmountTable);
