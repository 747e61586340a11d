import { css, html, nothing } from "lit";
import { isBlank, newRow } from "../answers.js";
import { Printing } from "../printing.js";
import { SizeObserver } from "../size-observer.js";
import { base } from "../styles/base.js";
import { EditHistory, endOf, withCell, withCells, withCopy } from "../table-edits.js";
import { placeCells } from "../table-text.js";
import { redoIcon, undoIcon } from "./icons.js";
import { LocalisedElement } from "./localised.js";
import "./table-cards.js";
import "./table-grid.js";
import "./table-paste.js";

/** @import { PropertyValues } from "lit" */
/** @import { RowResult, TableDescription } from "wengang" */
/** @import { Row } from "../answers.js" */
/** @import { PlacedProblem } from "../evaluation.js" */
/** @import { TableCards } from "./table-cards.js" */
/** @import { CellEvent, PasteEvent, RowEvent, TableGrid } from "./table-grid.js" */
/** @import { ImportEvent, TablePaste } from "./table-paste.js" */

/**
 * What an edited table tells: its id and all its rows.
 * @typedef {CustomEvent<{ table: string, rows: Row[] | undefined }>} RowsEvent
 */

/** As many rows are drawn at once. */
const PAGE = 100;

/** A table with more rows than this is evaluated when typing pauses, for the longer, the more there are. */
const MANY_ROWS = 500;

/** From this width on, in pixels at the usual text size, any table looks like one; a narrow one does before. */
const GRID_WIDTH = 480;

/** From this width on, a window has room for a table where the form has not. */
const WINDOW_WIDTH = 720;

/** A table of any policy. How its rows are drawn depends on the room there is; what is done to them is done here. */
export class TableQuestion extends LocalisedElement {
  static properties = {
    table: { attribute: false },
    rows: { attribute: false },
    problems: { attribute: false },
    cells: { attribute: false },
    results: { attribute: false },
    open: { attribute: false },
    wide: { state: true },
    roomy: { state: true },
    expanded: { state: true },
    pasting: { state: true },
    page: { state: true },
    report: { state: true },
  };

  static styles = [
    base,
    css`
      .title {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        column-gap: calc(var(--step) * 2);
      }

      .label {
        font-weight: 600;
      }

      .state {
        flex: none;
        color: var(--muted);
        font-size: var(--small);
      }

      .state::before {
        content: "";
        display: inline-block;
        width: 0.5em;
        height: 0.5em;
        margin-inline-end: 0.5em;
        border: 2px solid var(--accent);
        border-radius: 50%;
        vertical-align: 0.05em;
      }

      .help,
      .empty {
        color: var(--muted);
        font-size: var(--small);
      }

      .rows {
        margin-top: var(--step);
      }

      .problem {
        margin-top: var(--step);
        color: var(--negative);
        font-size: var(--small);
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--step) calc(var(--step) * 1.5);
        margin-top: calc(var(--step) * 1.5);
      }

      .actions .text-button {
        margin: 0;
      }

      .steps {
        display: flex;
        gap: calc(var(--step) * 1.5);
      }

      .icon-button {
        min-width: var(--target);
        padding: 0;
      }

      .pages {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 calc(var(--step) * 2);
        font-size: var(--small);
        font-variant-numeric: tabular-nums;
      }

      .report:not(:empty),
      .keys {
        margin-top: var(--step);
        font-size: var(--small);
      }

      dialog {
        width: min(100vw, 96rem);
        max-width: none;
        height: 100vh;
        max-height: none;
        margin: auto;
        padding: clamp(1rem, 3vw, 2.5rem);
        border: 0;
        background: var(--paper);
        color: var(--ink);
      }

      dialog::backdrop {
        background: var(--paper);
      }
    `,
  ];

  #history = new EditHistory();
  #printing = new Printing(this);
  /** What was told last, to notice when the rows are changed from outside. @type {Row[] | undefined} */
  #told;
  /** Rows that are still to be told. @type {Row[] | undefined} */
  #untold;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #telling;
  /** The row to begin with, before anything has been said. */
  #blank = newRow();
  #sight = new SizeObserver(([entry]) => {
    const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const needed = Math.min(GRID_WIDTH, 100 + 100 * Math.max(3, this.table.columns.length));
    this.wide = (entry?.contentRect.width ?? 0) >= needed * size;
    this.roomy = window.innerWidth >= WINDOW_WIDTH * size;
  });

  constructor() {
    super();
    /** @type {TableDescription} */
    this.table = { id: "", label: "", columns: [], values: [], reasons: [], maxRows: 0 };
    /** Undefined while nothing has been said about the table. @type {Row[] | undefined} */
    this.rows = undefined;
    /** @type {PlacedProblem[]} */
    this.problems = [];
    /** What the cells of each row were read as. @type {Map<Row, Record<string, unknown>>} */
    this.cells = new Map();
    /** What the policy makes of each row, by the row's key. @type {Map<number, RowResult>} */
    this.results = new Map();
    /** Whether the table is still needed. */
    this.open = false;
    this.wide = true;
    this.roomy = true;
    this.expanded = false;
    this.pasting = false;
    this.page = 0;
    /** What was done last. */
    this.report = "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.#sight.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#sight.disconnect();
    clearTimeout(this.#telling);
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if (this.#untold) this.rows = this.#untold;
    else if (changed.has("rows") && this.rows !== this.#told) {
      this.#told = this.rows;
      this.#history = new EditHistory();
      this.report = "";
    }
    this.page = Math.max(0, Math.min(this.page, Math.ceil(this.#shown.length / PAGE) - 1));
  }

  /** @param {PropertyValues<this>} changed */
  updated(changed) {
    if (changed.has("expanded") && this.expanded) this.renderRoot.querySelector("dialog")?.showModal?.();
  }

  get #shown() {
    return this.rows ?? [this.#blank];
  }

  get #grid() {
    return this.wide || this.expanded || this.#printing.now;
  }

  /**
   * @param {Row[] | undefined} rows
   * @param {boolean} [soon] whether more is likely to follow at once
   */
  #tell(rows, soon = false) {
    this.rows = rows;
    this.#untold = rows;
    clearTimeout(this.#telling);
    if (soon && rows && rows.length > MANY_ROWS) {
      this.#telling = setTimeout(() => this.#tellNow(), 250 + rows.length / 20);
    } else this.#tellNow();
  }

  #tellNow() {
    clearTimeout(this.#telling);
    this.#told = this.rows;
    this.#untold = undefined;
    this.tell("wengang-rows", { table: this.table.id, rows: this.rows });
  }

  /**
   * @param {Row[] | undefined} rows
   * @param {string} [report]
   */
  #edit(rows, report = "") {
    this.#history.record(this.rows);
    this.report = report;
    this.#tell(rows);
  }

  /** @param {CellEvent} event */
  #cell({ detail: { key, column, text } }) {
    this.#history.record(this.rows, `${key} ${column}`);
    this.report = "";
    this.#tell(withCell(this.#shown, key, column, text), true);
  }

  /** @param {PasteEvent} event */
  #paste({ detail: { key, column, cells } }) {
    const placed = placeCells(this.table, cells, column);
    const index = this.#shown.findIndex((row) => row.key === key);
    this.#edit(
      withCells(this.#shown, index, placed.rows),
      this.messages.table.filledIn(placed.rows.length, placed.left),
    );
  }

  /** @param {ImportEvent} event */
  async #import({ detail: { rows, left } }) {
    const end = endOf(this.#shown);
    this.pasting = false;
    this.#edit(withCells(this.#shown, end, rows), this.messages.table.filledIn(rows.length, left));
    this.page = Math.floor(end / PAGE);
    await this.updateComplete;
    this.#part(".paste")?.focus();
  }

  /** @param {RowEvent} event */
  #row({ detail: { key, action } }) {
    if (action === "add") this.#add(key);
    else if (action === "copy") this.#copy(key);
    else this.#remove(key);
  }

  /**
   * Adds a row below another or at the end, unless there is a blank one to go to.
   * @param {number} [below]
   */
  #add(below) {
    const rows = this.#shown;
    const index = below === undefined ? rows.length - 1 : rows.findIndex(({ key }) => key === below);
    const next = below === undefined ? rows[index] : rows[index + 1];
    if (next && isBlank(next)) return this.focusRow(next.key);
    const row = newRow();
    this.#edit([...rows.slice(0, index + 1), row, ...rows.slice(index + 1)]);
    return this.focusRow(row.key);
  }

  /** @param {number} key */
  #copy(key) {
    const copied = withCopy(this.#shown, key);
    if (!copied) return;
    this.#edit(copied.rows);
    this.focusRow(copied.copy.key);
  }

  /** @param {number} key */
  async #remove(key) {
    const index = this.#shown.findIndex((row) => row.key === key);
    const rows = this.#shown.filter((row) => row.key !== key);
    const next = rows[index] ?? rows[index - 1];
    this.#edit(rows, this.messages.table.removed(index + 1));
    await this.updateComplete;
    const cards = /** @type {TableCards | null} */ (this.renderRoot.querySelector("wengang-table-cards"));
    if (!next) this.#part(".label")?.focus();
    else if (cards) cards.focusRemoval(next.key);
    else this.focusRow(next.key);
  }

  /** @param {boolean} redo */
  #undo(redo) {
    const history = this.#history;
    if (redo ? !history.canRedo : !history.canUndo) return;
    this.report = redo ? this.messages.table.redone : this.messages.table.undone;
    this.#tell(redo ? history.redo(this.rows) : history.undo(this.rows));
  }

  #none() {
    this.#edit([]);
    // The button that was pressed goes.
    this.focus();
  }

  focus() {
    this.#part(".add")?.focus();
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(name));
  }

  /**
   * @param {number} key
   * @param {string} [column]
   */
  async focusRow(key, column) {
    const index = this.#shown.findIndex((row) => row.key === key);
    if (index >= 0) this.page = Math.floor(index / PAGE);
    await this.updateComplete;
    const rows = /** @type {TableGrid | TableCards | null} */ (this.renderRoot.querySelector(".rows"));
    rows?.focusCell(key, column);
  }

  async #togglePaste() {
    this.pasting = !this.pasting;
    await this.updateComplete;
    const panel = /** @type {TablePaste | null} */ (this.renderRoot.querySelector("wengang-table-paste"));
    await panel?.updateComplete;
    if (panel) panel.focus();
    else this.#part(".paste")?.focus();
  }

  async #collapse() {
    this.expanded = false;
    await this.updateComplete;
    this.#part(".expand")?.focus();
  }

  render() {
    if (!this.expanded) return this.#body();
    return html`<dialog aria-labelledby="label" @close=${this.#collapse}>${this.#body()}</dialog>`;
  }

  #body() {
    const { table, messages } = this;
    const shown = this.#shown;
    const whole = this.#printing.now;
    const first = whole ? 0 : this.page * PAGE;
    return html`
      <div
        role="group"
        aria-labelledby="label"
        aria-describedby=${table.help ? "help" : nothing}
        @focusout=${() => this.#untold && this.#tellNow()}
        @wengang-cell=${this.#cell}
        @wengang-paste=${this.#paste}
        @wengang-row=${this.#row}
        @wengang-import=${this.#import}
        @wengang-close-paste=${this.#togglePaste}
        @wengang-undo=${(/** @type {CustomEvent<{ redo: boolean }>} */ { detail }) => this.#undo(detail.redo)}
      >
        <div class="title">
          <p class="label" id="label" tabindex="-1">${table.label}</p>
          ${this.open && !this.expanded ? html`<span class="state screen-only">${messages.form.unanswered}</span>` : nothing}
          ${
            this.expanded
              ? html`<button type="button" class="button" @click=${this.#collapse}>${messages.table.collapse}</button>`
              : nothing
          }
        </div>
        ${table.help ? html`<p class="help" id="help">${table.help}</p>` : nothing}
        ${this.problems.filter(({ rowKey }) => rowKey === undefined).map(({ message }) => html`<p class="problem">${message}</p>`)}
        ${shown.length === 0 ? html`<p class="empty">${messages.table.empty}</p>` : this.#rows(shown, first)}
        ${shown.length > PAGE && !whole ? this.#pages(first, shown.length) : nothing}
        ${this.#actions()}
        <p class="report screen-only" role="status">${this.report}</p>
        ${
          this.pasting
            ? html`<wengang-table-paste .table=${table} .locale=${this.locale}></wengang-table-paste>`
            : nothing
        }
        ${this.#grid ? html`<p class="keys muted screen-only">${messages.table.keys}</p>` : nothing}
      </div>
    `;
  }

  /**
   * @param {Row[]} shown
   * @param {number} first
   */
  #rows(shown, first) {
    const drawn = this.#printing.now ? shown : shown.slice(first, first + PAGE);
    const problems = byRow(this.problems);
    return this.#grid
      ? html`<wengang-table-grid
          class="rows ${this.expanded ? "tall" : ""}"
          .table=${this.table}
          .rows=${drawn}
          .first=${first}
          .problems=${problems}
          .cells=${this.cells}
          .results=${this.results}
          .locale=${this.locale}
        ></wengang-table-grid>`
      : html`<wengang-table-cards
          class="rows"
          .table=${this.table}
          .rows=${drawn}
          .first=${first}
          .problems=${problems}
          .cells=${this.cells}
          .results=${this.results}
          .locale=${this.locale}
        ></wengang-table-cards>`;
  }

  /**
   * @param {number} first
   * @param {number} count
   */
  #pages(first, count) {
    const { table } = this.messages;
    const last = Math.min(first + PAGE, count);
    return html`<div class="pages">
      <span>${table.shown(first + 1, last, count)}</span>
      <span class="screen-only">
        ${this.#turn(table.previous, -1, first > 0)} ${this.#turn(table.next, 1, last < count)}
      </span>
    </div>`;
  }

  /**
   * @param {string} text
   * @param {number} step
   * @param {boolean} possible
   */
  #turn(text, step, possible) {
    return html`<button
      type="button"
      class="text-button"
      aria-disabled=${!possible}
      @click=${() => {
        if (possible) this.page += step;
      }}
    >
      ${text}
    </button>`;
  }

  #actions() {
    const { table } = this.messages;
    return html`<div class="actions screen-only">
      <button type="button" class="button add" @click=${() => this.#add()}>${table.addRow}</button>
      <button type="button" class="button paste" aria-expanded=${this.pasting} @click=${this.#togglePaste}>${table.paste}</button>
      ${
        this.roomy && !this.expanded
          ? html`<button
              type="button"
              class="button expand"
              @click=${() => {
                this.expanded = true;
              }}
            >
              ${table.expand}
            </button>`
          : nothing
      }
      ${
        this.#history.canUndo || this.#history.canRedo
          ? html`<span class="steps">
              ${this.#step(table.undo, undoIcon, false, this.#history.canUndo)}
              ${this.#step(table.redo, redoIcon, true, this.#history.canRedo)}
            </span>`
          : nothing
      }
      ${
        this.rows === undefined
          ? html`<button type="button" class="text-button" @click=${this.#none}>${table.none}</button>`
          : nothing
      }
    </div>`;
  }

  /**
   * @param {string} label
   * @param {unknown} icon
   * @param {boolean} redo
   * @param {boolean} possible
   */
  #step(label, icon, redo, possible) {
    return html`<button
      type="button"
      class="button icon-button"
      aria-label=${label}
      title=${label}
      aria-disabled=${!possible}
      @click=${() => this.#undo(redo)}
    >
      ${icon}
    </button>`;
  }
}

/**
 * @param {PlacedProblem[]} problems
 * @returns {Map<number | undefined, PlacedProblem[]>}
 */
function byRow(problems) {
  /** @type {Map<number | undefined, PlacedProblem[]>} */
  const map = new Map();
  for (const problem of problems) {
    const others = map.get(problem.rowKey);
    if (others) others.push(problem);
    else map.set(problem.rowKey, [problem]);
  }
  return map;
}

customElements.define("wengang-table-question", TableQuestion);
