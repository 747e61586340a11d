import { css, html, nothing } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { decodeText } from "../shared/text-file.js";
import { base } from "../styles/base.js";
import { cellReader } from "./cell-reader.js";
import { ownTable } from "./columns.js";
import { isWorkbook, pastedSeparator, readCells, separatorOf } from "./table-text.js";

/** @import { TableDescription } from "wengang" */

/**
 * Somebody's own table, of which rows are to be added.
 * @typedef {CustomEvent<{ cells: string[][] }>} ImportEvent
 */

/** Where rows are pasted, or taken from a file, that lie in a spreadsheet. The file is read here and goes nowhere. */
export class TablePaste extends LocalisedElement {
  static properties = {
    policy: { attribute: false },
    table: { attribute: false },
    text: { state: true },
    trouble: { state: true },
  };

  static styles = [
    base,
    css`
      :host {
        margin-top: calc(var(--step) * 1.5);
        padding: calc(var(--step) * 2);
        border-radius: var(--radius);
        background: var(--panel);
      }

      [for] {
        font-weight: 600;
      }

      textarea {
        display: block;
        width: 100%;
        min-height: 8rem;
        margin-top: var(--step);
        padding: var(--step) calc(var(--step) * 1.5);
        border: 1px solid var(--control-line);
        border-radius: var(--radius);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
        white-space: pre;
        resize: vertical;
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--step) calc(var(--step) * 2);
        margin-top: var(--step);
      }

      .main[disabled] {
        border-color: var(--line);
        background: none;
        color: var(--muted);
        cursor: default;
      }

      .file:focus-within {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }

      .problem {
        margin-top: var(--step);
        color: var(--negative);
        font-size: var(--small);
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
    /** Id of the policy whose table it is. */
    this.policy = "";
    /** @type {TableDescription} */
    this.table = { id: "", label: "", columns: [], values: [], reasons: [], maxRows: 0 };
    this.text = "";
    this.trouble = "";
  }

  focus() {
    this.renderRoot.querySelector("textarea")?.focus();
  }

  /** @param {string[][]} cells */
  #rows(cells) {
    return ownTable(this.table, cells, cellReader(this.policy, this.table, cells)).rows.length;
  }

  /** @param {Event} event */
  async #open(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const [file] = field.files ?? [];
    if (!file) return;
    const bytes = await file.arrayBuffer();
    field.value = "";
    const workbook = isWorkbook(bytes);
    const text = workbook ? "" : decodeText(bytes);
    const cells = filledCells(text, separatorOf(text));
    this.trouble = workbook
      ? this.messages.table.workbook
      : this.#rows(cells) === 0
        ? this.messages.table.emptyFile
        : "";
    if (this.trouble === "") this.tell("wengang-import", { cells });
  }

  render() {
    const { table } = this.messages;
    const cells = filledCells(this.text, pastedSeparator(this.text));
    const count = this.#rows(cells);
    return html`
      <label for="text">${table.pasteHere}</label>
      <p class="muted small" id="help">${table.pasteHelp}</p>
      <textarea
        id="text"
        aria-describedby="help"
        spellcheck="false"
        .value=${this.text}
        @input=${(/** @type {InputEvent} */ event) => {
          this.text = /** @type {HTMLTextAreaElement} */ (event.target).value;
        }}
      ></textarea>
      ${this.trouble ? html`<p class="problem" role="alert">${this.trouble}</p>` : nothing}
      <div class="actions">
        <button type="button" class="button main" ?disabled=${count === 0} @click=${() => this.tell("wengang-import", { cells })}>
          ${table.fillIn(count)}
        </button>
        <label class="button file">
          ${table.openFile}
          <input class="visually-hidden" type="file" accept=".csv,.tsv,.txt,.xlsx,.xls,text/csv,text/plain" @change=${this.#open} />
        </label>
        <button type="button" class="text-button" @click=${() => this.tell("wengang-close-paste", undefined)}>
          ${table.cancel}
        </button>
      </div>
    `;
  }
}

/**
 * @param {string} text
 * @param {string} separator
 */
function filledCells(text, separator) {
  return readCells(text, separator).filter((row) => row.some((cell) => cell.trim()));
}

customElements.define("wengang-table-paste", TablePaste);
