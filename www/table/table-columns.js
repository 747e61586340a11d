import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { unitBeside } from "../answers/row-text.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { control } from "../styles/control.js";
import { matchColumns, ownTable } from "./columns.js";

/** @import { PropertyValues } from "lit" */
/** @import { InputDescription, TableDescription } from "wengang" */
/** @import { CellReader } from "./cell-reader.js" */
/** @import { Columns, Match, OwnTable } from "./columns.js" */

/**
 * Which columns of one's own table are meant has been said.
 * @typedef {CustomEvent<{ own: OwnTable, columns: Columns }>} ColumnsEvent
 */

/** As many rows may hold the names of columns, by their reader's word. */
const OFFERED_ROWS = 8;

/** As many cells show what a column is. */
const SHOWN_CELLS = 3;

/** The choice that has still to be made. */
const OPEN = "?";

/** Where readers check which column of their own table is meant by each column of the policy's, and say it where it is not certain. */
export class TableColumns extends LocalisedElement {
  static properties = {
    table: { attribute: false },
    cells: { attribute: false },
    read: { attribute: false },
    own: { attribute: false },
    match: { attribute: false },
    urged: { state: true },
  };

  static styles = [
    base,
    control,
    css`
      :host {
        margin-top: calc(var(--step) * 1.5);
        padding: calc(var(--step) * 2);
        border-radius: var(--radius);
        background: var(--panel);
      }

      h4 {
        font-size: var(--text);
      }

      .names {
        margin-top: calc(var(--step) * 1.5);
        max-width: 30rem;
      }

      .line {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
        gap: calc(var(--step) * 0.5) calc(var(--step) * 2);
        align-items: center;
        padding-block: var(--step);
        border-block-end: 1px solid var(--line);
      }

      .lines {
        margin-top: var(--step);
      }

      label {
        font-weight: 600;
      }

      .contents {
        min-width: 0;
        color: var(--muted);
        font-size: var(--small);
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }

      .open {
        color: var(--caution);
      }

      .urged .open {
        color: var(--negative);
      }

      .urged select {
        border-color: var(--negative);
      }

      .remarks {
        margin-top: var(--step);
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--step) calc(var(--step) * 2);
        margin-top: calc(var(--step) * 1.5);
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {TableDescription} */
    this.table = { id: "", label: "", columns: [], values: [], reasons: [], maxRows: 0 };
    /** One's own table as it was pasted or opened. @type {string[][]} */
    this.cells = [];
    /** How its cells are read. @type {CellReader} */
    this.read = () => undefined;
    /** @type {OwnTable} */
    this.own = { heading: -1, headings: [], rows: [], leftOut: 0 };
    /** What is known or guessed so far. @type {Match} */
    this.match = { columns: {}, unclear: [], certain: false };
    /** Whether filling in was tried before all was said. */
    this.urged = false;
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has("cells")) this.urged = false;
  }

  focus() {
    this.renderRoot.querySelector("h4")?.focus();
  }

  /** @param {number} heading */
  #setHeading(heading) {
    this.own = ownTable(this.table, this.cells, this.read, heading);
    this.match = matchColumns(this.table, this.own, this.read);
  }

  /**
   * @param {string} column
   * @param {string} chosen index of one's own, or empty
   */
  #choose(column, chosen) {
    const { [column]: _, ...others } = this.match.columns;
    this.match = {
      ...this.match,
      columns: chosen === "" ? others : { ...others, [column]: Number(chosen) },
      unclear: this.match.unclear.filter((id) => id !== column),
    };
  }

  #fillIn() {
    const [first] = this.match.unclear;
    if (first !== undefined) {
      this.urged = true;
      /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`#own-${CSS.escape(first)}`))?.focus();
      return;
    }
    this.tell("wengang-columns", { own: this.own, columns: this.match.columns });
  }

  /** @param {number} index */
  #name(index) {
    const { headings } = this.own;
    const place = this.messages.table.column(index + 1);
    const name = headings[index]?.name;
    if (!name) return place;
    const others = headings.filter((heading) => heading.name === name);
    return others.length > 1 ? `${name} (${place})` : name;
  }

  /**
   * What stands first in a column.
   * @param {number} index
   */
  #contents(index) {
    const filled = this.own.rows.map((row) => row[index]?.trim()).filter(Boolean);
    return filled.slice(0, SHOWN_CELLS).join(this.messages.separator);
  }

  render() {
    const { table, own, match, messages } = this;
    const texts = messages.table;
    const used = Object.values(match.columns);
    const unused = own.headings.flatMap((_, index) =>
      used.includes(index) || !this.#contents(index) ? [] : [this.#name(index)],
    );
    return html`
      <h4 tabindex="-1">${texts.checkColumns}</h4>
      <p class="muted small">${texts.checkColumnsHelp(own.rows.length)}</p>
      ${this.#names()}
      <div class="lines">${table.columns.map((column) => this.#line(column))}</div>
      <div class="remarks muted small">
        ${unused.length > 0 ? html`<p>${texts.unused(unused)}</p>` : nothing}
        ${own.leftOut > 0 ? html`<p>${texts.leftOut(own.leftOut)}</p>` : nothing}
      </div>
      <div class="actions">
        <button
          type="button"
          class="button main"
          aria-disabled=${used.length === 0 && match.unclear.length === 0}
          @click=${() => (used.length > 0 || match.unclear.length > 0) && this.#fillIn()}
        >
          ${texts.fillIn(own.rows.length)}
        </button>
        <button type="button" class="text-button" @click=${() => this.tell("wengang-close-columns", undefined)}>
          ${texts.cancel}
        </button>
      </div>
    `;
  }

  /** Which row has the names, where that could be one or the other. */
  #names() {
    const { table } = this.messages;
    const rows = this.cells.slice(0, Math.max(OFFERED_ROWS, this.own.heading + 1));
    const written = (/** @type {string[]} */ row) =>
      row
        .map((text) => text.trim())
        .filter(Boolean)
        .join(" · ");
    return html`<div class="names">
      <label for="names">${table.namesIn}</label>
      <select
        id="names"
        @change=${(/** @type {Event} */ { target }) => this.#setHeading(Number(/** @type {HTMLSelectElement} */ (target).value))}
      >
        <option value="-1" .selected=${live(this.own.heading < 0)}>${table.noNames}</option>
        ${rows.map(
          (row, index) => html`<option value=${index} .selected=${live(index === this.own.heading)}>
            ${table.value(table.row(index + 1), shortened(written(row)))}
          </option>`,
        )}
      </select>
    </div>`;
  }

  /** @param {InputDescription} column */
  #line(column) {
    const { id, label, optional } = column;
    const { table, form, separator } = this.messages;
    const { columns, unclear } = this.match;
    const remarks = [unitBeside(column), optional && form.optional].filter(Boolean).join(separator);
    const chosen = columns[id];
    const isOpen = unclear.includes(id);
    return html`<div class="line ${isOpen && this.urged ? "urged" : ""}">
      <label for="own-${id}">${label}${remarks ? html` <span class="muted small">${remarks}</span>` : nothing}</label>
      <select
        id="own-${id}"
        aria-describedby="contents-${id}"
        aria-invalid=${isOpen && this.urged}
        @change=${(/** @type {Event} */ { target }) => this.#choose(id, /** @type {HTMLSelectElement} */ (target).value)}
      >
        ${isOpen ? html`<option value=${OPEN} disabled .selected=${live(true)}>${table.chooseColumn}</option>` : nothing}
        <option value="" .selected=${live(!isOpen && chosen === undefined)}>${table.noColumn}</option>
        ${this.own.headings.map(
          (_, index) =>
            html`<option value=${index} .selected=${live(!isOpen && chosen === index)}>${this.#name(index)}</option>`,
        )}
      </select>
      <p class="contents" id="contents-${id}">
        ${
          isOpen
            ? html`<span class="open">${table.severalColumns}</span>`
            : chosen !== undefined
              ? this.#contents(chosen)
              : optional
                ? nothing
                : html`<span class="open">${table.lacking}</span>`
        }
      </p>
    </div>`;
  }
}

/** A row in one line of a list. @param {string} text */
function shortened(text) {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

customElements.define("wengang-table-columns", TableColumns);
