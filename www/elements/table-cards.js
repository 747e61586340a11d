import { css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { rowFigures } from "../row-text.js";
import { base } from "../styles/base.js";
import { readCells } from "../table-text.js";
import { LocalisedElement } from "./localised.js";
import { questionFor } from "./question-for.js";

/** @import { RowResult, TableDescription } from "wengang" */
/** @import { Row } from "../answers.js" */
/** @import { PlacedProblem } from "../evaluation.js" */
/** @import { AnswerEvent, Question } from "./question.js" */

/** The rows of a table one below the other, for narrow screens: each a small form with what the policy makes of it. */
export class TableCards extends LocalisedElement {
  static properties = {
    table: { attribute: false },
    rows: { attribute: false },
    first: { attribute: false },
    problems: { attribute: false },
    cells: { attribute: false },
    results: { attribute: false },
  };

  static styles = [
    base,
    css`
      .row {
        margin-top: calc(var(--step) * 1.5);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--paper);
        break-inside: avoid;
      }

      .row-head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 calc(var(--step) * 2);
        padding-inline: calc(var(--step) * 2);
        border-block-end: 1px solid var(--line);
        border-radius: var(--radius) var(--radius) 0 0;
        background: var(--panel);
        font-size: var(--small);
      }

      .row-name {
        margin-inline-end: auto;
        font-weight: 600;
        line-height: var(--target);
      }

      .cells {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr));
        gap: calc(var(--step) * 2);
        align-items: start;
        padding: calc(var(--step) * 1.5) calc(var(--step) * 2) calc(var(--step) * 2);
      }

      .verdict {
        padding: var(--step) calc(var(--step) * 2);
        border-block-start: 1px solid var(--line);
        font-size: var(--small);
      }

      .accepted {
        color: var(--positive);
      }

      .rejected,
      .problem {
        color: var(--negative);
      }
    `,
  ];

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
  }

  /**
   * @param {number} key
   * @param {string} [column]
   */
  async focusCell(key, column) {
    await this.updateComplete;
    const cell = column ? `[data-field="${CSS.escape(column)}"]` : "[data-field]";
    const question = /** @type {Question | null} */ (this.renderRoot.querySelector(`[data-row="${key}"] ${cell}`));
    await question?.updateComplete;
    question?.focus();
  }

  /**
   * To the button that removes a row; a field would bring up the keyboard of a phone.
   * @param {number} key
   */
  async focusRemoval(key) {
    await this.updateComplete;
    const button = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`[data-row="${key}"] .remove`));
    button?.focus();
  }

  /**
   * @param {Row} row
   * @param {AnswerEvent} event
   */
  #answer(row, event) {
    // A cell's answer is part of the table's; outside, only the table speaks.
    event.stopPropagation();
    const { field, answer } = event.detail;
    this.tell("wengang-cell", { key: row.key, column: field, text: answer });
  }

  /**
   * @param {Row} row
   * @param {ClipboardEvent} event
   */
  #pasted(row, event) {
    const cells = readCells(event.clipboardData?.getData("text/plain") ?? "");
    if (cells.length <= 1 && (cells[0]?.length ?? 0) <= 1) return;
    const question = event.composedPath().find((element) => element instanceof HTMLElement && element.dataset.field);
    const column = /** @type {HTMLElement | undefined} */ (question)?.dataset.field;
    if (column === undefined) return;
    event.preventDefault();
    this.tell("wengang-paste", { key: row.key, column, cells });
  }

  render() {
    return repeat(
      this.rows,
      ({ key }) => key,
      (row, index) => this.#row(row, this.first + index + 1),
    );
  }

  /**
   * @param {Row} row
   * @param {number} position
   */
  #row(row, position) {
    const { table } = this.messages;
    const problems = this.problems.get(row.key) ?? [];
    return html`
      <div
        class="row"
        role="group"
        aria-label=${table.row(position)}
        data-row=${row.key}
        @wengang-answer=${(/** @type {AnswerEvent} */ event) => this.#answer(row, event)}
        @paste=${(/** @type {ClipboardEvent} */ event) => this.#pasted(row, event)}
      >
        <div class="row-head">
          <span class="row-name">${table.row(position)}</span>
          ${this.#action(row, "copy", table.copy, table.copyRow(position))}
          ${this.#action(row, "remove", table.remove, table.removeRow(position))}
        </div>
        <div class="cells">
          ${repeat(
            this.table.columns,
            ({ id }) => id,
            (input) =>
              questionFor({
                input,
                answer: row.cells[input.id] ?? "",
                read: this.cells.get(row)?.[input.id],
                problem: problems.find(({ column }) => column === input.id),
                locale: this.locale,
              }),
          )}
        </div>
        ${problems.filter(({ column }) => column === undefined).map(({ message }) => html`<p class="verdict problem">${message}</p>`)}
        ${this.#verdict(this.results.get(row.key))}
      </div>
    `;
  }

  /**
   * @param {Row} row
   * @param {"copy" | "remove"} action
   * @param {string} text
   * @param {string} label
   */
  #action(row, action, text, label) {
    return html`<button
      type="button"
      class="text-button ${action}"
      aria-label=${label}
      @click=${() => this.tell("wengang-row", { key: row.key, action })}
    >
      ${text}
    </button>`;
  }

  /** @param {RowResult | undefined} result */
  #verdict(result) {
    if (!result) return nothing;
    const { messages } = this;
    const figures = rowFigures(this.table, result, messages);
    const judged = this.table.reasons.length > 0 || !result.accepted;
    if (!judged && figures.length === 0) return nothing;
    return html`<div class="verdict">
      ${
        judged
          ? html`<span class=${result.accepted ? "accepted" : "rejected"}>
              ${result.accepted ? messages.table.accepted : messages.table.rejected}
            </span>`
          : nothing
      }
      ${figures.join(messages.separator)}
      ${result.reasons.map(({ message }) => html`<p>${message}</p>`)}
    </div>`;
  }
}

customElements.define("wengang-table-cards", TableCards);
