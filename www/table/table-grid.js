import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { isBlank } from "../answers/answers.js";
import { choicesOf } from "../answers/choices.js";
import { readingOf } from "../answers/number-text.js";
import { rowFigures, unitBeside } from "../answers/row-text.js";
import { readingText } from "../questions/reading-text.js";
import { width } from "../questions/text-width.js";
import { afterPress } from "../shared/after-press.js";
import { checkIcon, copyIcon, crossIcon } from "../shared/icons.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { CellRange } from "./cell-range.js";
import { tableGrid } from "./grid-styles.js";
import { withCell } from "./table-edits.js";
import { cellText } from "./table-export.js";
import { readCells, withYear, writeCells } from "./table-text.js";

/** @import { PropertyValues } from "lit" */
/** @import { InputDescription, RowResult, TableDescription } from "wengang" */
/** @import { Row } from "../answers/answers.js" */
/** @import { CellPlace } from "./cell-range.js" */
/** @import { PlacedProblem } from "../answers/evaluation.js" */

/**
 * What is done to the rows of a table, by the row's key.
 * @typedef {CustomEvent<{ key: number, column: string, text: string }>} CellEvent
 * @typedef {CustomEvent<{ key: number, column: string, cells: string[][] }>} PasteEvent
 * @typedef {CustomEvent<{ key: number, action: "add" | "remove" | "copy", column?: string }>} RowEvent
 * @typedef {CustomEvent<{ keys: number[], columns: string[] }>} ClearEvent
 */

/** While typing pauses for less than this, what is wrong with the cell is not said. */
const PAUSE_MILLISECONDS = 1000;

/** Rows and columns on from a cell. @type {Record<string, [number, number]>} */
const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** The rows of a table as a spreadsheet: a cell is typed in directly, and cells are pasted from where they come. */
export class TableGrid extends LocalisedElement {
  static properties = {
    table: { attribute: false },
    rows: { attribute: false },
    positions: { attribute: false },
    last: { attribute: false },
    problems: { attribute: false },
    cells: { attribute: false },
    results: { attribute: false },
    typing: { state: true },
    visiting: { state: true },
    editing: { state: true },
    range: { state: true },
  };

  static styles = [base, tableGrid];

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  #composing = false;
  /** Whether the cell with the keyboard has been typed in, so that undoing is the browser's. */
  #touched = false;
  /** The row that has been filled in since the keyboard came to it. @type {number | undefined} */
  #filled;
  /** Where the mouse was pressed that may select cells. @type {CellPlace | undefined} */
  #dragged;
  #release = () => {
    this.#dragged = undefined;
  };

  constructor() {
    super();
    /** @type {TableDescription} */
    this.table = { id: "", label: "", columns: [], values: [], reasons: [], maxRows: 0 };
    /** The rows that are drawn. @type {Row[]} */
    this.rows = [];
    /** Their places in the whole table, from 1, by their keys. @type {Map<number, number>} */
    this.positions = new Map();
    /** Whether the last of them is the last of the table. */
    this.last = true;
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
    /** The cell that the keyboard is in. @type {string | undefined} */
    this.editing = undefined;
    /** Cells that are selected together. @type {CellRange | undefined} */
    this.range = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("pointerup", this.#release);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("pointerup", this.#release);
    clearTimeout(this.#pause);
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    const before = changed.get("rows");
    if (before && before.length !== this.rows.length) this.range = undefined;
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
    this.#filled = row.key;
    this.range = undefined;
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
   * A day without its year gets the one that it must have.
   * @param {Row} row
   * @param {InputDescription} column
   */
  #changed(row, column) {
    const typed = this.rows.find(({ key }) => key === row.key)?.cells[column.id] ?? "";
    const text = column.type === "date" ? withYear(column, typed) : typed;
    if (text !== typed) this.tell("wengang-cell", { key: row.key, column: column.id, text });
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
    else if (this.#select(event, command) || (!command && this.#move(row, column, event))) {
      // Done.
    } else return;
    event.preventDefault();
  }

  /**
   * What the keyboard does to cells that are selected, or that it selects.
   * @param {KeyboardEvent} event
   * @param {boolean} command
   */
  #select({ key, shiftKey, target }, command) {
    const control = /** @type {HTMLInputElement | HTMLSelectElement} */ (target);
    const from = this.#placeOf(control);
    if (!from) return false;
    const { range = new CellRange(from, from) } = this;
    if (command && key.toLowerCase() === "a" && isAllSelected(control)) {
      const end = { row: this.rows.length - 1, column: this.table.columns.length - 1 };
      this.range = new CellRange({ row: 0, column: 0 }, end);
      return true;
    }
    if (this.range && key === "Escape") {
      this.range = undefined;
      return true;
    }
    if (this.range && !command && (key === "Delete" || key === "Backspace")) {
      this.#clear(this.range);
      return true;
    }
    const [down, right] = ARROWS[key] ?? [0, 0];
    // Sideways, a text selects its own letters first.
    const isOwn = right !== 0 && !this.range && !isAtEnd(control, right);
    if (!shiftKey || command || (down === 0 && right === 0) || isOwn) return false;
    const row = Math.max(0, Math.min(range.head.row + down, this.rows.length - 1));
    const column = Math.max(0, Math.min(range.head.column + right, this.table.columns.length - 1));
    this.range = range.to({ row, column });
    this.#cellAt({ row, column })?.scrollIntoView({ block: "nearest", inline: "nearest" });
    return true;
  }

  /** @param {CellRange} range */
  #clear(range) {
    const keys = this.rows.slice(range.top, range.bottom + 1).map(({ key }) => key);
    const columns = this.table.columns.slice(range.left, range.right + 1).map(({ id }) => id);
    this.tell("wengang-clear", { keys, columns });
  }

  /**
   * @param {EventTarget | null} target
   * @returns {CellPlace | undefined}
   */
  #placeOf(target) {
    const cell = target instanceof Element ? target.closest("td") : null;
    const key = Number(cell?.closest("tr")?.dataset.row);
    const row = this.rows.findIndex((row) => row.key === key);
    const id = cell?.querySelector("[data-field]")?.getAttribute("data-field");
    const column = this.table.columns.findIndex((column) => column.id === id);
    return row < 0 || column < 0 ? undefined : { row, column };
  }

  /** @param {CellPlace} place */
  #cellAt({ row, column }) {
    const key = this.rows[row]?.key;
    const id = this.table.columns[column]?.id;
    return key === undefined || id === undefined ? null : this.#cell(key, id);
  }

  /** @param {PointerEvent} event */
  #pressedDown(event) {
    const place = this.#placeOf(event.target);
    if (event.pointerType !== "mouse" || event.button !== 0 || !place) return;
    const from = this.editing === undefined ? undefined : this.#placeOf(this.renderRoot.querySelector("tbody :focus"));
    if (event.shiftKey && from) {
      event.preventDefault();
      this.range = (this.range ?? new CellRange(from, from)).to(place);
      return;
    }
    this.#dragged = place;
    this.range = undefined;
  }

  /** @param {PointerEvent} event */
  #dragging(event) {
    const head = this.#dragged && (event.buttons & 1) === 1 ? this.#placeOf(event.target) : undefined;
    if (!this.#dragged || !head) return;
    const range = new CellRange(this.#dragged, this.#dragged).to(head);
    if (range || this.range) this.range = range;
  }

  /** @param {ClipboardEvent} event */
  #copied(event) {
    const { range } = this;
    if (!range || !event.clipboardData) return;
    const columns = this.table.columns.slice(range.left, range.right + 1);
    const rows = this.rows.slice(range.top, range.bottom + 1);
    const cells = rows.map((row) => columns.map((column) => cellText(column, row, this.messages)));
    event.clipboardData.setData("text/plain", writeCells(cells, "\t"));
    event.preventDefault();
    if (event.type === "cut") this.#clear(range);
  }

  /**
   * To the next row or the one before, where a cell has no use for the keys of its own. Behind the last cell of a row that
   * is being filled in comes the next row, behind that of any other its buttons; behind the last row comes a new one.
   * @param {Row} row
   * @param {string} column
   * @param {KeyboardEvent} event
   */
  #move(row, column, { key, shiftKey, target }) {
    if (shiftKey) return false;
    const { columns } = this.table;
    const list = target instanceof HTMLSelectElement;
    const tab = key === "Tab" && this.#filled === row.key && column === columns[columns.length - 1]?.id;
    const step = tab || key === "Enter" || (key === "ArrowDown" && !list) ? 1 : key === "ArrowUp" && !list ? -1 : 0;
    if (step === 0) return false;
    const next = this.rows[this.rows.findIndex((other) => other.key === row.key) + step];
    const to = tab ? (columns[0]?.id ?? "") : column;
    const more = !next && this.last && key !== "ArrowDown" && step > 0 && !isBlank(row);
    if (more) this.tell("wengang-row", { key: row.key, action: "add", column: to });
    if (tab && !next) return more;
    const cell = next && this.#cell(next.key, to);
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
    const { range } = this;
    const top = range && this.rows[range.top];
    const left = range && this.table.columns[range.left];
    if (top && left && cells.length > 0) {
      event.preventDefault();
      this.tell("wengang-paste", { key: top.key, column: left.id, cells: range.filledWith(cells) });
      return;
    }
    const single = cells.length === 1 && cells[0]?.length === 1;
    // One cell into a text is the browser's to paste, at the cursor.
    if (cells.length === 0 || (single && event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.#filled = row.key;
    this.tell("wengang-paste", { key: row.key, column, cells });
  }

  /**
   * @param {Row} row
   * @param {Event} event
   */
  #entered(row, { target }) {
    this.#touched = false;
    if (this.#filled !== row.key) this.#filled = undefined;
    const place = this.#placeOf(target);
    if (!place || place.row !== this.range?.anchor.row || place.column !== this.range.anchor.column)
      this.range = undefined;
    const column = place && this.table.columns[place.column];
    this.editing = column && `${row.key} ${column.id}`;
    // At once, as what stands there is about to be selected.
    if (column?.type === "date") /** @type {HTMLInputElement} */ (target).value = row.cells[column.id] ?? "";
    afterPress(() => {
      this.typing = undefined;
      this.visiting = row.key;
    });
  }

  #left() {
    clearTimeout(this.#pause);
    this.editing = undefined;
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
        <table
          aria-label=${table.label}
          @focusout=${this.#left}
          @pointerdown=${this.#pressedDown}
          @pointerover=${this.#dragging}
          @copy=${this.#copied}
          @cut=${this.#copied}
        >
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
              (row, index) => this.#row(row, index, judged),
            )}
          </tbody>
        </table>
      </div>
      <p class="visually-hidden" role="status">
        ${this.range ? messages.table.selected(this.range.height, this.range.width) : nothing}
      </p>
      ${
        helped.length > 0
          ? html`<dl>${helped.map(({ id, label, help }) => html`<div id="help-${id}"><dt>${label}</dt> <dd>${help}</dd></div>`)}</dl>`
          : nothing
      }
    `;
  }

  /** @param {InputDescription} column */
  #columnHead(column) {
    const { id, label, type, optional } = column;
    const remarks = [unitBeside(column), optional && this.messages.form.optional].filter(Boolean);
    const figure = !["text", "choice", "boolean", "date"].includes(type);
    return html`<th scope="col" id="column-${id}" class="${type} ${figure ? "number-head" : ""} ${needsRoom(column)}">
      ${label}${remarks.length > 0 ? html` <span class="muted">${remarks.join(this.messages.separator)}</span>` : nothing}
    </th>`;
  }

  /**
   * @param {Row} row
   * @param {number} index
   * @param {boolean} judged
   */
  #row(row, index, judged) {
    const { table, messages } = this;
    const position = this.positions.get(row.key) ?? index + 1;
    const problems = (this.problems.get(row.key) ?? []).filter((problem) => this.#isDue(problem, row));
    const result = this.results.get(row.key);
    const reasons = result?.accepted === false ? result.reasons : [];
    const readings = table.columns.flatMap((column) => this.#reading(column, row));
    const noted = problems.length + reasons.length + readings.length > 0;
    return html`
      <tr data-row=${row.key} class=${noted ? "noted" : ""} @focusin=${(/** @type {Event} */ event) => this.#entered(row, event)}>
        <th class="position" scope="row" id="row-${row.key}">
          <span aria-hidden="true">${position}</span><span class="visually-hidden">${messages.table.row(position)}</span>
        </th>
        ${table.columns.map((column, place) => {
          const problem = problems.findIndex((problem) => problem.column === column.id);
          const selected = this.range?.contains(index, place) ? "selected" : "";
          return html`<td class="${column.type} ${selected}">${this.#control(row, column, problem)}</td>`;
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
    const [first, ...others] = figures;
    const state = html`<span class=${result.accepted ? "accepted" : "rejected"}>
      ${result.accepted ? checkIcon : crossIcon}
      <span class=${first ? "visually-hidden" : ""}>${result.accepted ? messages.table.accepted : messages.table.rejected}</span>
    </span>`;
    return html`<span>${plain ? nothing : state} ${first ?? nothing}</span> ${others.map((figure) => html`<span class="muted">${figure}</span> `)}`;
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
    const reading = column.type === "date" ? chosen : text;
    const printed = choices.find(({ id }) => id === chosen)?.label ?? reading;
    // Days are shown in one way; in the cell that is typed in stands what was typed.
    const shown = this.editing === `${row.key} ${column.id}` ? text : reading;
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
          .value=${live(shown)}
          @input=${(/** @type {Event} */ event) => this.#typed(row, column.id, event)}
          @change=${() => this.#changed(row, column)}
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

/** As wide as what a column is usually headed by, or offers; in digits. */
const USUAL_HEAD = 32;
const USUAL_CHOICE = 14;

/**
 * Which of the wider columns one is, if any.
 * @param {InputDescription} column
 */
function needsRoom({ label, format, choices = [] }) {
  if (format === "identity-number" || format === "credit-code") return "official-number";
  if (choices.some(({ label }) => width(label) > USUAL_CHOICE)) return "long-choices";
  return width(label) > USUAL_HEAD ? "long-head" : "";
}

/**
 * Whether the keyboard can go no further in a control's own text, on to the right or to the left.
 * @param {HTMLInputElement | HTMLSelectElement} control
 * @param {number} right
 */
function isAtEnd(control, right) {
  if (control instanceof HTMLSelectElement || isAllSelected(control)) return true;
  const { selectionStart, selectionEnd, value } = control;
  return selectionStart === selectionEnd && selectionStart === (right > 0 ? value.length : 0);
}

/** @param {HTMLInputElement | HTMLSelectElement} control */
function isAllSelected(control) {
  return (
    control instanceof HTMLSelectElement ||
    (control.selectionStart === 0 && control.selectionEnd === control.value.length)
  );
}

customElements.define("wengang-table-grid", TableGrid);
