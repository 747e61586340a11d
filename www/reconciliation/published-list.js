import { css, html, nothing } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { decodeText } from "../shared/text-file.js";
import { base } from "../styles/base.js";
import { control } from "../styles/control.js";
import { disclosure } from "../styles/disclosure.js";
import { fields } from "../styles/fields.js";
import { isWorkbook, pastedSeparator, readCells } from "../table/table-text.js";
import { publishedList, rowsOfFirm, shownInRow } from "./published.js";

/** @import { Showable } from "./showable.js" */

/** So many rows of a name that several firms have. */
const MOST_ROWS = 5;

/** A published list, pasted or opened, in which one finds one's firm and takes over what it shows. The list stays here. */
export class PublishedList extends LocalisedElement {
  static properties = {
    fields: { attribute: false },
    shown: { attribute: false },
    text: { state: true },
    firm: { state: true },
    said: { state: true },
  };

  static styles = [
    base,
    control,
    disclosure,
    fields,
    css`
      .field {
        margin-top: var(--step);
      }

      textarea {
        min-height: 6rem;
        padding-block: var(--step);
        white-space: pre;
      }

      .file {
        margin-top: var(--step);
      }

      .file:focus-within {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }

      li {
        margin-top: calc(var(--step) * 1.5);
        padding-inline-start: calc(var(--step) * 1.5);
        border-inline-start: 3px solid var(--accent);
      }

      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 0 calc(var(--step) * 3);
      }

      dl div {
        display: flex;
        column-gap: var(--step);
      }

      dt {
        color: var(--muted);
      }

      dd {
        margin: 0;
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    /** What can be taken over. @type {Showable[]} */
    this.fields = [];
    /** @type {Record<string, string>} */
    this.shown = {};
    this.text = "";
    this.firm = "";
    this.said = "";
  }

  /** @param {Event} event */
  async #open({ target }) {
    const field = /** @type {HTMLInputElement} */ (target);
    const [file] = field.files ?? [];
    if (!file) return;
    const bytes = await file.arrayBuffer();
    field.value = "";
    this.said = isWorkbook(bytes) ? this.messages.table.workbook : "";
    if (!this.said) this.text = decodeText(bytes);
  }

  /** @param {Record<string, string>} taken */
  #take(taken) {
    const labels = this.fields.filter(({ id }) => id in taken).map(({ label }) => label);
    this.said = this.messages.reconciliation.taken(labels);
    this.tell("wengang-shown-figures", { shown: { ...this.shown, ...taken } });
  }

  render() {
    const { messages, text, firm, said } = this;
    const { reconciliation, table } = messages;
    return html`<details>
      <summary>${reconciliation.published}</summary>
      <p class="small muted">${reconciliation.publishedHelp}</p>
      <div class="field">
        <label for="list">${reconciliation.list}</label>
        <textarea
          id="list" spellcheck="false" .value=${text}
          @input=${(/** @type {Event} */ { target }) => {
            this.text = /** @type {HTMLTextAreaElement} */ (target).value;
            this.said = "";
          }}
        ></textarea>
      </div>
      <label class="button file">
        ${table.openFile}
        <input class="visually-hidden" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" @change=${this.#open} />
      </label>
      <div class="field">
        <label for="firm">${reconciliation.firm}</label>
        <input
          id="firm" type="text" autocomplete="off" .value=${firm}
          @input=${(/** @type {Event} */ { target }) => {
            this.firm = /** @type {HTMLInputElement} */ (target).value;
            this.said = "";
          }}
        />
      </div>
      ${text.trim() && firm.trim() ? this.#rows() : nothing}
      <p class="small" role="status">${said}</p>
    </details>`;
  }

  #rows() {
    const { messages, text, firm } = this;
    const { reconciliation } = messages;
    const list = publishedList(readCells(text, pastedSeparator(text)));
    if (!list) return html`<p class="small">${reconciliation.noHeadings}</p>`;
    const rows = rowsOfFirm(list, firm);
    if (rows.length === 0) return html`<p class="small">${reconciliation.notListed(list.rows.length)}</p>`;
    if (rows.length > MOST_ROWS) return html`<p class="small">${reconciliation.tooMany(rows.length)}</p>`;
    return html`<ul>${rows.map((row) => this.#row(list.headings, row))}</ul>`;
  }

  /** @param {string[]} headings @param {string[]} row */
  #row(headings, row) {
    const { reconciliation } = this.messages;
    const taken = shownInRow(this.fields, headings, row);
    return html`<li>
      <dl>
        ${headings.map((heading, index) =>
          row[index]?.trim()
            ? html`<div>
                <dt>${heading}</dt>
                <dd>${row[index]}</dd>
              </div>`
            : nothing,
        )}
      </dl>
      ${
        Object.keys(taken).length > 0
          ? html`<button type="button" class="button" @click=${() => this.#take(taken)}>${reconciliation.take}</button>`
          : html`<p class="small">${reconciliation.nothingToTake}</p>`
      }
    </li>`;
  }
}

customElements.define("wengang-published-list", PublishedList);
