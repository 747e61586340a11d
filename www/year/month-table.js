import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { groupThousands } from "../answers/number-text.js";
import { pastedMonths } from "../helpers/monthly-figures.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { readCells } from "../table/table-text.js";
import { MONTHS, readFigure, sumOf } from "./months.js";

/** @import { MonthTexts, Series, Year } from "./months.js" */

/**
 * The months of a year in rows, and a column for each series of figures.
 *
 * Properties: `year`; `texts`, as typed; `locale`. Event: `wengang-typed-months` with `{ texts }`.
 */
export class MonthTable extends LocalisedElement {
  static properties = { year: { attribute: false }, texts: { attribute: false }, trouble: { state: true } };

  static styles = [
    base,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }

      th {
        font-weight: 400;
        text-align: start;
      }

      thead th {
        padding: 0 var(--step) var(--step);
        color: var(--muted);
        font-size: var(--small);
        line-height: 1.4;
        vertical-align: bottom;
      }

      thead th:first-child,
      tbody th,
      tfoot th {
        padding-inline-start: 0;
        white-space: nowrap;
      }

      thead th + th,
      tfoot td {
        text-align: end;
      }

      td {
        width: 40%;
        padding: 0 0 0 calc(var(--step) * 1.5);
      }

      tbody th {
        color: var(--muted);
      }

      tfoot > tr > * {
        padding-block-start: var(--step);
        border-top: 1px solid var(--line);
      }

      tfoot td {
        padding-inline-end: calc(var(--step) * 1.25);
        font-weight: 600;
      }

      input {
        display: block;
        width: 100%;
        min-height: var(--target);
        margin-block: 2px;
        padding: 0 calc(var(--step) * 1.25);
        border: 1px solid var(--control-line);
        border-radius: var(--radius);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
        text-align: end;
      }

      [aria-invalid="true"] {
        border-color: var(--negative);
        box-shadow: inset 0 0 0 1px var(--negative);
      }

      /* Months to come are there to be seen, and step back. */
      .to-come input:not(:focus) {
        border-style: dashed;
        background: none;
      }

      .problem {
        margin-top: var(--step);
        color: var(--negative);
      }

      @media print {
        input {
          min-height: 0;
          border: 0;
          outline: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Year | undefined} */
    this.year = undefined;
    /** @type {MonthTexts} */
    this.texts = {};
    /** Why what was pasted was not filled in. */
    this.trouble = "";
  }

  /** @param {Series} series @param {Record<string, string>} figures */
  #fill({ key }, figures) {
    this.trouble = "";
    this.texts = { ...this.texts, [key]: { ...this.texts[key], ...figures } };
    this.tell("wengang-typed-months", { texts: this.texts });
  }

  /** @param {Series} series @param {number} month @param {ClipboardEvent} event */
  #paste(series, month, event) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const read = (/** @type {string} */ cell) => readFigure(series, cell)?.toFixed();
    const cells = readCells(text).flat();
    // December of the year before and the twelve months after it, in one.
    const isWhole = month === 0 && cells.length === MONTHS + 1 && cells.every((cell) => read(cell) !== undefined);
    if (isWhole) {
      event.preventDefault();
      this.#fill(series, Object.fromEntries(cells.map((cell, place) => [place, cell.trim()])));
      return;
    }
    const pasted = pastedMonths(text, Math.max(month, 1), read);
    if (!pasted) return;
    event.preventDefault();
    const { helper } = this.messages;
    if (pasted === "unclear") this.trouble = helper.pasteUnclear;
    else if ("count" in pasted) this.trouble = helper.pasteTooMany(pasted.count, pasted.places);
    else this.#fill(series, Object.fromEntries(pasted.figures));
  }

  /** @param {number} column @param {number} month @param {KeyboardEvent} event */
  #press(column, month, event) {
    const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || event.isComposing) return;
    event.preventDefault();
    /** @type {HTMLInputElement | null} */
    const next = this.renderRoot.querySelector(`#cell-${column}-${month + by}`);
    next?.focus();
  }

  /** @param {Series} series */
  #label({ isSum, inputs }) {
    return isSum ? (inputs[0]?.label ?? "") : this.messages.year.staff;
  }

  render() {
    if (!this.year) return nothing;
    const { year: words } = this.messages;
    const { series, bad } = this.year;
    const most = [...new Set(series.flatMap(({ months }) => months))].sort((one, other) => one - other);
    const sums = series.filter(({ isSum }) => isSum);
    const [wrong] = bad;
    return html`
      <table>
        <thead>
          <tr>
            <th scope="col">${words.monthHead}</th>
            ${series.map((one) => html`<th scope="col">${this.#label(one)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${most.map((month) => this.#row(month))}
        </tbody>
        ${
          sums.length === 0
            ? nothing
            : html`<tfoot>
              <tr>
                <th scope="row">${words.sum}</th>
                ${series.map((one) => html`<td>${one.isSum ? this.#sum(one) : nothing}</td>`)}
              </tr>
            </tfoot>`
        }
      </table>
      <p class="problem" role="status" ?hidden=${!wrong && !this.trouble}>
        ${
          this.trouble ||
          (wrong
            ? `${words.month(wrong.month)}${this.messages.colon}${wrong.series.isWhole ? words.badWhole : words.bad}`
            : "")
        }
      </p>
    `;
  }

  /** @param {Series} series */
  #sum({ key }) {
    return groupThousands(sumOf(this.year?.figures.get(key) ?? []).toFixed());
  }

  /** @param {number} month */
  #row(month) {
    const { year: words } = this.messages;
    const { series, now } = /** @type {Year} */ (this.year);
    return html`<tr class=${month > (now ?? 0) ? "to-come" : ""}>
      <th scope="row">${words.month(month)}</th>
      ${series.map((one, column) =>
        one.months.includes(month) ? html`<td>${this.#cell(one, column, month)}</td>` : html`<td></td>`,
      )}
    </tr>`;
  }

  /** @param {Series} series @param {number} column @param {number} month */
  #cell(series, column, month) {
    const text = this.texts[series.key]?.[month] ?? "";
    const isBad = this.year?.bad.some((one) => one.series.key === series.key && one.month === month);
    const type = (/** @type {Event} */ { target }) =>
      this.#fill(series, { [month]: /** @type {HTMLInputElement} */ (target).value });
    return html`<input
      id="cell-${column}-${month}"
      type="text"
      inputmode=${series.isWhole ? "numeric" : "decimal"}
      autocomplete="off"
      aria-label=${`${this.messages.year.month(month)} ${this.#label(series)}`}
      aria-invalid=${isBad ?? false}
      .value=${live(text)}
      @input=${(/** @type {InputEvent} */ event) => event.isComposing || type(event)}
      @compositionend=${type}
      @paste=${(/** @type {ClipboardEvent} */ event) => this.#paste(series, month, event)}
      @keydown=${(/** @type {KeyboardEvent} */ event) => this.#press(column, month, event)}
    />`;
  }
}

customElements.define("wengang-month-table", MonthTable);
