import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { afterPress } from "../after-press.js";
import { choicesOf } from "../choices.js";
import { readingOf } from "../number-text.js";
import { readingText } from "../reading-text.js";
import { rowFigures } from "../row-text.js";
import { base } from "../styles/base.js";
import { tableGrid } from "../styles/table-grid.js";
import { withCell } from "../table-edits.js";
import { readCells } from "../table-text.js";
import { checkIcon, copyIcon, crossIcon } from "./icons.js";
import { LocalisedElement } from "./localised.js";

/** @import { InputDescription, RowResult, TableDescription } from "wengang" */
/** @import { Row } from "../answers.js" */
/** @import { PlacedProblem } from "../evaluation.js" */

/**
 * What is done to the rows of a table, by the row's key.
 * @typedef {CustomEvent<{ key: number, column: string, text: string }>} CellEvent
 * @typedef {CustomEvent<{ key: number, column: string, cells: string[][] }>} PasteEvent
 * @typedef {CustomEvent<{ key: number, action: "add" | "remove" | "copy" }>} RowEvent
 */

/** While typing pauses for less than this, what is wrong with the cell is not said. */
const PAUSE_MILLISECONDS = 1000;

/** The rows of a table as a spreadsheet: a cell is typed in directly, and cells are pasted from where they come. */
export class TableGrid extends LocalisedElement {
  static properties = {
    table: { attribute: false },
    rows: { attribute: false },
    first: { attribute: false },
    problems: { attribute: false },
    cells: { attribute: false },
    results: { attribute: false },
    typing: { state: true },
    visiting: { state: true },
  };

  static styles = [base, tableGrid];

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  #composing = false;
  /** Whether the cell with the keyboard has been typed in, so that undoing is the browser's. */
  #touched = false;

  constructor() {
    super();
    /** @type {TableDescription} */
    this.table = { id: "", label: "", columns: [], values: [], reasons: [], maxRows: 0 };
    /** The rows that are drawn. @type {Row[]} */
    this.rows = [];
    /** Index of the first of them in the whole table. */
    this.first = 0;
    /** @type {Map<number | undefined, PlacedProblem[]>} */
    this.problems = new Map();
    /** What the cells of each row were read as. @type {Map<Row, Record<string, unknown>>} */
    this.cells = new Map();
    /** @type {Map<number, RowResult>} */
    this.results = new Map();
    /** The cell that is being typed in. @type {string | undefined} */
    this.typing = undefined;
    /** The row that the keyboard is in. @type {number | undefined} */
    this.visiting = undefined;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  shouldUpdate() {
    return !this.#composing;
  }

  /**
   * @param {number} key
   * @param {string} [column]
   */
  async focusCell(key, column) {
    await this.updateComplete;
    this.#cell(key, column ?? this.table.columns[0]?.id ?? "")?.focus();
  }

  /**
   * @param {number} key
   * @param {string} column
   * @returns {HTMLElement | null}
   */
  #cell(key, column) {
    return this.renderRoot.querySelector(`[data-row="${key}"] [data-field="${CSS.escape(column)}"]`);
  }

  /**
   * @param {Row} row
   * @param {string} column
   * @param {Event} event
   */
  #typed(row, column, event) {
    const { value, localName } = /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target);
    this.#touched = localName === "input";
    if (this.#composing) return;
    this.typing = `${row.key} ${column}`;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.typing = undefined;
    }, PAUSE_MILLISECONDS);
    // Shown at once: the way through the table and back takes longer than it does to draw this.
    this.rows = withCell(this.rows, row.key, column, value);
    this.tell("wengang-cell", { key: row.key, column, text: value });
  }

  /**
   * @param {Row} row
   * @param {string} column
   * @param {Event} event
   */
  #composed(row, column, event) {
    this.#composing = false;
    this.#typed(row, column, event);
  }

  /**
   * @param {Row} row
   * @param {string} column
   * @param {KeyboardEvent} event
   */
  #pressed(row, column, event) {
    if (event.isComposing || event.altKey) return;
    const command = event.ctrlKey || event.metaKey;
    const undoing = command && ["z", "y"].includes(event.key.toLowerCase());
    if (undoing && !this.#touched) {
      const redo = event.shiftKey || event.key.toLowerCase() === "y";
      this.tell("wengang-undo", { redo });
    } else if (command && event.key === "Enter") this.tell("wengang-row", { key: row.key, action: "add" });
    else if (command && event.key === "Delete") this.tell("wengang-row", { key: row.key, action: "remove" });
    else if (command || event.shiftKey || !this.#move(row, column, event)) return;
    event.preventDefault();
  }

  /**
   * Up and down, where a cell has no use for the arrows of its own.
   * @param {Row} row
   * @param {string} column
   * @param {KeyboardEvent} event
   */
  #move(row, column, { key, target }) {
    const list = target instanceof HTMLSelectElement;
    const step = key === "Enter" || (key === "ArrowDown" && !list) ? 1 : key === "ArrowUp" && !list ? -1 : 0;
    if (step === 0) return false;
    const next = this.rows[this.rows.findIndex((other) => other.key === row.key) + step];
    const cell = next && this.#cell(next.key, column);
    cell?.focus();
    if (cell instanceof HTMLInputElement) cell.select();
    return true;
  }

  /**
   * @param {Row} row
   * @param {string} column
   * @param {ClipboardEvent} event
   */
  #pasted(row, column, event) {
    const cells = readCells(event.clipboardData?.getData("text/plain") ?? "");
    const single = cells.length === 1 && cells[0]?.length === 1;
    // One cell into a text is the browser's to paste, at the cursor.
    if (cells.length === 0 || (single && event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.tell("wengang-paste", { key: row.key, column, cells });
  }

  /** @param {Row} row */
  #entered(row) {
    this.#touched = false;
    afterPress(() => {
      this.typing = undefined;
      this.visiting = row.key;
    });
  }

  #left() {
    clearTimeout(this.#pause);
    afterPress(() => {
      if (this.renderRoot.querySelector("tbody :focus")) return;
      this.typing = undefined;
      this.visiting = undefined;
    });
  }

  render() {
    const { table, messages } = this;
    const judged = this.rows.some(({ key }) => this.results.has(key));
    const helped = table.columns.filter(({ help }) => help);
    return html`
      <div class="frame ${table.columns.some(({ type }) => type === "text") ? "" : "figures"}">
        <table aria-label=${table.label} @focusout=${this.#left}>
          <thead>
            <tr>
              <th class="position" scope="col"><span class="visually-hidden">${messages.table.position}</span></th>
              ${table.columns.map((column) => this.#columnHead(column))}
              ${judged ? html`<th scope="col" class="verdict-head">${messages.table.verdict}</th>` : nothing}
              <th scope="col" class="action"><span class="visually-hidden">${messages.table.remove}</span></th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              this.rows,
              ({ key }) => key,
              (row, index) => this.#row(row, this.first + index + 1, judged),
            )}
          </tbody>
        </table>
      </div>
      ${
        helped.length > 0
          ? html`<dl>${helped.map(({ id, label, help }) => html`<div id="help-${id}"><dt>${label}</dt> <dd>${help}</dd></div>`)}</dl>`
          : nothing
      }
    `;
  }

  /** @param {InputDescription} column */
  #columnHead({ id, label, type, unit, optional }) {
    const remarks = [type === "percentage" ? "%" : unit, optional && this.messages.form.optional].filter(Boolean);
    const figure = !["text", "choice", "boolean", "date"].includes(type);
    return html`<th scope="col" id="column-${id}" class="${type} ${figure ? "number-head" : ""}">
      ${label}${remarks.length > 0 ? html` <span class="muted">${remarks.join(this.messages.separator)}</span>` : nothing}
    </th>`;
  }

  /**
   * @param {Row} row
   * @param {number} position
   * @param {boolean} judged
   */
  #row(row, position, judged) {
    const { table, messages } = this;
    const problems = (this.problems.get(row.key) ?? []).filter((problem) => this.#isDue(problem, row));
    const result = this.results.get(row.key);
    const reasons = result?.accepted === false ? result.reasons : [];
    const readings = table.columns.flatMap((column) => this.#reading(column, row));
    const noted = problems.length + reasons.length + readings.length > 0;
    return html`
      <tr data-row=${row.key} class=${noted ? "noted" : ""} @focusin=${() => this.#entered(row)}>
        <th class="position" scope="row" id="row-${row.key}">
          <span aria-hidden="true">${position}</span><span class="visually-hidden">${messages.table.row(position)}</span>
        </th>
        ${table.columns.map((column) => {
          const index = problems.findIndex((problem) => problem.column === column.id);
          return html`<td class=${column.type}>${this.#control(row, column, index)}</td>`;
        })}
        ${judged ? html`<td class="verdict">${result ? this.#verdict(result) : nothing}</td>` : nothing}
        <td class="action">
          <div>
            ${this.#action(row, "copy", messages.table.copyRow(position), copyIcon)}
            ${this.#action(row, "remove", messages.table.removeRow(position), crossIcon)}
          </div>
        </td>
      </tr>
      ${
        noted
          ? html`<tr class="notes">
              <td class="position"></td>
              <td colspan=${table.columns.length + (judged ? 2 : 1)}>
                ${problems.map((problem, index) => html`<p class="problem" id="problem-${row.key}-${index}">${problem.message}</p>`)}
                ${reasons.length > 0 ? html`<p class="rejected">${reasons.map(({ message }) => html`<span>${message}</span> `)}</p>` : nothing}
                ${readings.map((reading) => html`<p class="muted">${reading}</p>`)}
              </td>
            </tr>`
          : nothing
      }
    `;
  }

  /**
   * @param {Row} row
   * @param {"copy" | "remove"} action
   * @param {string} label
   * @param {unknown} icon
   */
  #action(row, action, label, icon) {
    return html`<button
      type="button"
      class=${action}
      aria-label=${label}
      title=${label}
      @click=${() => this.tell("wengang-row", { key: row.key, action })}
    >
      ${icon}
    </button>`;
  }

  /**
   * What is wrong with a cell is said when it has been left, and what a row lacks when the row has.
   * @param {PlacedProblem} problem
   * @param {Row} row
   */
  #isDue({ column, code }, row) {
    if (code === "required" && this.visiting === row.key) return false;
    return this.typing !== `${row.key} ${column}`;
  }

  /**
   * How a figure was read that does not stand in its cell itself.
   * @param {InputDescription} column
   * @param {Row} row
   */
  #reading({ id, label, type, unit = "" }, row) {
    const text = row.cells[id] ?? "";
    const read = this.cells.get(row)?.[id];
    if (!/[千万亿÷]/.test(text) || typeof read !== "string" || !["count", "money", "number"].includes(type)) return [];
    const reading = readingOf(text, read, unit);
    if (!reading) return [];
    // What comes to ten thousands was written so.
    const words = readingText({ ...reading, inWan: undefined }, unit, this.messages);
    return [this.messages.table.value(label, this.messages.question.readAs(words))];
  }

  /** @param {RowResult} result */
  #verdict(result) {
    const { table, messages } = this;
    const figures = rowFigures(table, result, messages);
    // Where no row can be turned down, a row that counts is nothing to speak of.
    const plain = result.accepted && table.reasons.length === 0;
    return html`
      ${
        plain
          ? nothing
          : html`<span class=${result.accepted ? "accepted" : "rejected"}>
              ${result.accepted ? checkIcon : crossIcon}
              <span class=${figures.length > 0 ? "visually-hidden" : ""}>
                ${result.accepted ? messages.table.accepted : messages.table.rejected}
              </span>
            </span>`
      }
      ${figures.map((figure, index) => html`<span class=${index > 0 ? "muted" : ""}>${figure}</span> `)}
    `;
  }

  /**
   * @param {Row} row
   * @param {InputDescription} column
   * @param {number} problem index of what is wrong with the cell; -1 where nothing is
   */
  #control(row, column, problem) {
    const text = row.cells[column.id] ?? "";
    const choices = choicesOf(column, this.messages);
    const described = [column.help && `help-${column.id}`, problem >= 0 && `problem-${row.key}-${problem}`];
    const description = described.filter(Boolean).join(" ") || nothing;
    const label = `column-${column.id} row-${row.key}`;
    const onKeydown = (/** @type {KeyboardEvent} */ event) => this.#pressed(row, column.id, event);
    const onPaste = (/** @type {ClipboardEvent} */ event) => this.#pasted(row, column.id, event);
    const read = this.cells.get(row)?.[column.id];
    const chosen = read === undefined ? text : String(read);
    const printed = choices.find(({ id }) => id === chosen)?.label ?? text;
    if (choices.length === 0) {
      const figure = !["text", "date"].includes(column.type);
      return html`<input
          type="text"
          class=${figure ? "figure" : ""}
          data-field=${column.id}
          inputmode=${figure ? "decimal" : "text"}
          autocomplete="off"
          spellcheck="false"
          aria-labelledby=${label}
          aria-describedby=${description}
          aria-invalid=${problem >= 0}
          .value=${live(text)}
          @input=${(/** @type {Event} */ event) => this.#typed(row, column.id, event)}
          @compositionstart=${() => {
            this.#composing = true;
          }}
          @compositionend=${(/** @type {Event} */ event) => this.#composed(row, column.id, event)}
          @keydown=${onKeydown}
          @paste=${onPaste}
        /><span class="print-only printed">${printed}</span>`;
    }
    const unknown = text !== "" && choices.every(({ id }) => id !== chosen);
    return html`<select
        data-field=${column.id}
        aria-labelledby=${label}
        aria-describedby=${description}
        aria-invalid=${problem >= 0}
        @change=${(/** @type {Event} */ event) => this.#typed(row, column.id, event)}
        @keydown=${onKeydown}
        @paste=${onPaste}
      >
        <option value="" .selected=${text === ""}></option>
        ${unknown ? html`<option value=${text} .selected=${live(true)}>${text}</option>` : nothing}
        ${choices.map(({ id, label }) => html`<option value=${id} .selected=${live(chosen === id)}>${label}</option>`)}
      </select>
      <span class="print-only printed">${printed}</span>`;
  }
}

customElements.define("wengang-table-grid", TableGrid);
