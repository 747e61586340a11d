import { css, html, nothing } from "lit";
import { isBlank, newRow } from "../answers/answers.js";
import { copyText } from "../shared/clipboard.js";
import { canDownload, download } from "../shared/download.js";
import { redoIcon, undoIcon } from "../shared/icons.js";
import { LocalisedElement } from "../shared/localised.js";
import { Printing } from "../shared/printing.js";
import { SizeObserver } from "../shared/size-observer.js";
import { base } from "../styles/base.js";
import { cellReader } from "./cell-reader.js";
import { matchColumns, ownTable, placeRows } from "./columns.js";
import { EditHistory, endOf, withCell, withCells, withCopy, withoutCells } from "./table-edits.js";
import { headings, toFile, withResults } from "./table-export.js";
import { writeCells } from "./table-text.js";
import "./table-cards.js";
import "./table-columns.js";
import "./table-grid.js";
import "./table-paste.js";

/** @import { PropertyValues } from "lit" */
/** @import { RowResult, TableDescription } from "wengang" */
/** @import { Row } from "../answers/answers.js" */
/** @import { PlacedProblem } from "../answers/evaluation.js" */
/** @import { CellReader } from "./cell-reader.js" */
/** @import { Columns, Match, OwnTable } from "./columns.js" */
/** @import { TableCards } from "./table-cards.js" */
/** @import { ColumnsEvent, TableColumns } from "./table-columns.js" */
/** @import { CellEvent, ClearEvent, PasteEvent, RowEvent, TableGrid } from "./table-grid.js" */
/** @import { ImportEvent, TablePaste } from "./table-paste.js" */

/**
 * What an edited table tells: its id and all its rows.
 * @typedef {CustomEvent<{ table: string, rows: Row[] | undefined }>} RowsEvent
 */

/**
 * Somebody's own table on its way into this one.
 * @typedef {object} Arrival
 * @property {string[][]} cells
 * @property {CellReader} read how they are read
 * @property {OwnTable} own
 * @property {Match} match
 * @property {number} index of the row to begin with
 * @property {{ key: number, column: string }} [cell] that it was pasted into
 */

/** Which columns were meant the last time, by table and by the names of one's own. @type {Map<string, Columns>} */
const remembered = new Map();

/** As many rows are drawn at once. */
const PAGE = 100;

/** In so many rows, those with problems are seen at a glance. */
const FEW_ROWS = 3;

/** A table with more rows than this is evaluated when typing pauses, for the longer, the more there are. */
const MANY_ROWS = 500;

/** From this width on, in pixels at the usual text size, any table looks like one; a narrow one does before. */
const GRID_WIDTH = 480;

/** From this width on, a window has room for a table where the form has not. */
const WINDOW_WIDTH = 720;

/** A table of any policy. How its rows are drawn depends on the room there is; what is done to them is done here. */
export class TableQuestion extends LocalisedElement {
  static properties = {
    policy: { attribute: false },
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
    arrival: { state: true },
    listed: { state: true },
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

      .problem-rows {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 calc(var(--step) * 2);
        margin-top: var(--step);
        font-size: var(--small);
        font-variant-numeric: tabular-nums;
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
    /** Id of the policy whose table it is. */
    this.policy = "";
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
    /** A table whose columns are being checked. @type {Arrival | undefined} */
    this.arrival = undefined;
    /** The table that was filled in last, as long as nothing else has been done. @type {{ arrival: Arrival, rows: Row[] } | undefined} */
    this.arrived = undefined;
    /** Keys of the only rows that are shown; those with problems come on top of them. @type {Set<number> | undefined} */
    this.listed = undefined;
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
      this.arrival = undefined;
      this.listed = undefined;
    }
    this.page = Math.max(0, Math.min(this.page, Math.ceil(this.#list.length / PAGE) - 1));
  }

  /** @param {PropertyValues<this>} changed */
  updated(changed) {
    if (changed.has("expanded") && this.expanded) this.renderRoot.querySelector("dialog")?.showModal?.();
  }

  get #shown() {
    return this.rows ?? [this.#blank];
  }

  /** The rows that are shown: all, or those with problems. */
  get #list() {
    const { listed } = this;
    if (!listed || this.#printing.now) return this.#shown;
    const bad = this.#badKeys;
    return this.#shown.filter(({ key }) => listed.has(key) || bad.has(key));
  }

  /** Rows in which something is wrong, or that do not count. */
  get #badKeys() {
    const keys = new Set(this.problems.flatMap(({ rowKey = [] }) => rowKey));
    for (const [key, { accepted }] of this.results) if (!accepted) keys.add(key);
    return keys;
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

  /** @param {ClearEvent} event */
  #clear({ detail: { keys, columns } }) {
    this.#edit(withoutCells(this.#shown, keys, columns), this.messages.table.clearedCells);
  }

  /** @param {PasteEvent} event */
  #paste({ detail: { key, column, cells } }) {
    const index = this.#shown.findIndex((row) => row.key === key);
    this.#receive(cells, index, { key, column });
  }

  /** @param {ImportEvent} event */
  #import({ detail: { cells } }) {
    this.#receive(cells, endOf(this.#shown));
  }

  /**
   * Fills in somebody's own table, or asks first which of its columns are meant.
   * @param {string[][]} cells
   * @param {number} index
   * @param {Arrival["cell"]} [cell]
   */
  #receive(cells, index, cell) {
    const read = cellReader(this.policy, this.table, cells);
    const own = ownTable(this.table, cells, read);
    const match = matchColumns(this.table, own, read, cell?.column);
    const before = own.heading < 0 ? undefined : remembered.get(this.#namesOf(own));
    const arrival = {
      cells,
      read,
      own,
      match: before ? { columns: before, unclear: [], certain: true } : match,
      index,
      cell,
    };
    if (arrival.match.certain) this.#fillIn(arrival);
    else this.#check(arrival);
  }

  /** @param {OwnTable} own */
  #namesOf({ headings }) {
    const { id, columns } = this.table;
    return JSON.stringify([id, columns.map(({ id }) => id), headings.map(({ name }) => name)]);
  }

  /** @param {Arrival} arrival */
  async #check(arrival) {
    this.arrival = arrival;
    await this.updateComplete;
    const panel = /** @type {TableColumns | null} */ (this.renderRoot.querySelector("wengang-table-columns"));
    await panel?.updateComplete;
    panel?.focus();
  }

  /** @param {ColumnsEvent} event */
  #checked({ detail: { own, columns } }) {
    const { arrival } = this;
    if (!arrival) return;
    if (own.heading >= 0) remembered.set(this.#namesOf(own), columns);
    this.#fillIn({ ...arrival, own, match: { columns, unclear: [], certain: true } });
  }

  /** @param {Arrival} arrival */
  async #fillIn(arrival) {
    const { own, match, index, cell } = arrival;
    const placed = placeRows(this.table, own, match.columns);
    const rows = placed.filter((cells) => own.heading < 0 || !isBlank({ key: 0, cells }));
    this.listed = undefined;
    // What was filled in under other columns is taken back.
    if (this.arrived && this.arrived.rows === this.rows && this.arrived.arrival.cells === arrival.cells)
      this.rows = this.#history.undo(this.rows);
    this.#edit(withCells(this.#shown, index, rows), this.#arrivalReport(arrival, rows.length));
    if (this.rows) this.arrived = { arrival, rows: this.rows };
    this.page = Math.floor(index / PAGE);
    const wasChecked = this.arrival !== undefined;
    this.arrival = undefined;
    this.pasting = false;
    await this.updateComplete;
    if (!cell) this.#part(".paste")?.focus();
    else if (wasChecked) this.focusRow(this.#shown[index]?.key ?? cell.key, cell.column);
  }

  /**
   * @param {Arrival} arrival
   * @param {number} rows
   */
  #arrivalReport({ own, match: { columns } }, rows) {
    const { table } = this.messages;
    const used = Object.values(columns);
    const left = own.headings.flatMap(({ name }, index) => {
      const filled = own.rows.map((row) => row[index]?.trim()).find(Boolean);
      return used.includes(index) || !filled ? [] : [name || (own.heading < 0 ? filled : table.column(index + 1))];
    });
    const lacking =
      own.heading < 0 ? [] : this.table.columns.filter(({ id }) => columns[id] === undefined).map(({ label }) => label);
    return table.filledIn(rows, left, lacking, own.leftOut);
  }

  async #dismiss() {
    const { cell } = this.arrival ?? {};
    this.arrival = undefined;
    await this.updateComplete;
    if (cell) this.focusRow(cell.key, cell.column);
    else this.#part(this.pasting ? "wengang-table-paste" : ".paste")?.focus();
  }

  /** @param {RowEvent} event */
  #row({ detail: { key, action, column } }) {
    if (action === "add") this.#add(key, column);
    else if (action === "copy") this.#copy(key);
    else this.#remove(key);
  }

  /**
   * Adds a row below another or at the end, unless there is a blank one to go to.
   * @param {number} [below]
   * @param {string} [column] to go to
   */
  #add(below, column) {
    const rows = this.#shown;
    const index = below === undefined ? rows.length - 1 : rows.findIndex(({ key }) => key === below);
    const next = below === undefined ? rows[index] : rows[index + 1];
    if (next && isBlank(next)) return this.focusRow(next.key, column);
    const row = newRow();
    this.#edit([...rows.slice(0, index + 1), row, ...rows.slice(index + 1)]);
    return this.focusRow(row.key, column);
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
    const place = this.#list.findIndex((row) => row.key === key);
    const others = this.#list.filter((row) => row.key !== key);
    const next = others[place] ?? others[place - 1];
    this.#edit(rows, this.messages.table.removed(index + 1));
    await this.updateComplete;
    const cards = /** @type {TableCards | null} */ (this.renderRoot.querySelector("wengang-table-cards"));
    if (!next) this.#part(".label")?.focus();
    else if (cards) cards.focusRow(next.key);
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
    if (this.#list.every((row) => row.key !== key)) this.listed = undefined;
    const index = this.#list.findIndex((row) => row.key === key);
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
    const shown = this.#list;
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
        @wengang-clear=${this.#clear}
        @wengang-row=${this.#row}
        @wengang-import=${this.#import}
        @wengang-close-paste=${this.#togglePaste}
        @wengang-columns=${this.#checked}
        @wengang-close-columns=${this.#dismiss}
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
        ${this.#problemRows()}
        ${shown.length === 0 ? html`<p class="empty">${messages.table.empty}</p>` : this.#rows(shown, first)}
        ${shown.length > PAGE && !whole ? this.#pages(first, shown.length) : nothing}
        ${this.#actions()}
        <p class="report screen-only" role="status">${this.report}</p>
        ${
          this.report && this.arrived?.rows === this.rows && !this.arrival
            ? html`<button type="button" class="text-button small screen-only" @click=${this.#recheck}>${messages.table.checkColumns}</button>`
            : nothing
        }
        ${
          this.pasting
            ? html`<wengang-table-paste
                ?hidden=${this.arrival !== undefined} .policy=${this.policy} .table=${table} .locale=${this.locale}
              ></wengang-table-paste>`
            : nothing
        }
        ${
          this.arrival
            ? html`<wengang-table-columns
                .table=${table} .cells=${this.arrival.cells} .read=${this.arrival.read} .own=${this.arrival.own} .match=${this.arrival.match} .locale=${this.locale}
              ></wengang-table-columns>`
            : nothing
        }
        ${this.#grid ? html`<p class="keys muted screen-only">${messages.table.keys}</p>` : nothing}
      </div>
    `;
  }

  #recheck() {
    if (this.arrived) this.#check(this.arrived.arrival);
  }

  /** How many rows have problems, and the way to those alone. */
  #problemRows() {
    const { table } = this.messages;
    const bad = this.#badKeys;
    const count = this.#shown.filter(({ key }) => bad.has(key)).length;
    if (!this.listed && (count === 0 || this.#shown.length <= FEW_ROWS)) return nothing;
    return html`<p class="problem-rows screen-only">
      <span>${table.filtered(count, this.#shown.length)}</span>
      <button
        type="button"
        class="text-button only-problems"
        @click=${() => {
          this.listed = this.listed ? undefined : bad;
          this.page = 0;
        }}
      >
        ${this.listed ? table.allRows : table.onlyProblems}
      </button>
    </p>`;
  }

  /**
   * @param {Row[]} shown
   * @param {number} first
   */
  #rows(shown, first) {
    const drawn = this.#printing.now ? shown : shown.slice(first, first + PAGE);
    const problems = byRow(this.problems);
    const positions = this.#positions(drawn, first);
    return this.#grid
      ? html`<wengang-table-grid
          class="rows ${this.expanded ? "tall" : ""}"
          .table=${this.table}
          .rows=${drawn}
          .positions=${positions}
          .last=${!this.listed && first + drawn.length === shown.length}
          .problems=${problems}
          .cells=${this.cells}
          .results=${this.results}
          .locale=${this.locale}
        ></wengang-table-grid>`
      : html`<wengang-table-cards
          class="rows"
          .table=${this.table}
          .rows=${drawn}
          .positions=${positions}
          .problems=${problems}
          .cells=${this.cells}
          .results=${this.results}
          .locale=${this.locale}
        ></wengang-table-cards>`;
  }

  /**
   * The place of each row in the whole table, from 1, by its key.
   * @param {Row[]} drawn
   * @param {number} first
   */
  #positions(drawn, first) {
    if (!this.listed || this.#printing.now) return new Map(drawn.map(({ key }, index) => [key, first + index + 1]));
    return new Map(this.#shown.map(({ key }, index) => [key, index + 1]));
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
      ${this.#ways()}
    </div>`;
  }

  /** Out of the page: the table with its results, or its columns alone while there is nothing in it. */
  #ways() {
    const { table } = this.messages;
    const way = (/** @type {string} */ label, /** @type {() => void} */ go) =>
      html`<button type="button" class="text-button" @click=${go}>${label}</button>`;
    if (this.#shown.every(isBlank)) return canDownload() ? way(table.template, this.#downloadTemplate) : nothing;
    return html`${way(table.copyTable, this.#copyTable)} ${canDownload() ? way(table.downloadTable, this.#downloadTable) : nothing}`;
  }

  #downloadTemplate = () => this.#download([headings(this.table)]);

  #downloadTable = () => this.#download(this.#withResults);

  #copyTable = async () => {
    const done = await copyText(writeCells(this.#withResults, "\t"));
    this.report = done ? this.messages.table.copied : this.messages.table.notCopied;
  };

  /** @param {string[][]} cells */
  #download(cells) {
    download(`${this.table.label}.csv`, "text/csv;charset=utf-8", toFile(cells));
  }

  get #withResults() {
    const rows = this.#shown.filter((row) => !isBlank(row));
    return withResults(this.table, rows, byRow(this.problems), this.results, this.messages);
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
