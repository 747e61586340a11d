import { css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { rowFigures, rowSummary } from "../answers/row-text.js";
import { questionFor } from "../questions/question-for.js";
import { checkIcon, crossIcon } from "../shared/icons.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { readCells } from "./table-text.js";

/** @import { RowResult, TableDescription } from "wengang" */
/** @import { Row } from "../answers/answers.js" */
/** @import { PlacedProblem } from "../answers/evaluation.js" */
/** @import { AnswerEvent, Question } from "../questions/question.js" */

/**
 * The rows of a table one below the other, for narrow screens: each in one line with what the policy makes of it, and the
 * one that is filled in as a small form.
 */
export class TableCards extends LocalisedElement {
  static properties = {
    table: { attribute: false },
    rows: { attribute: false },
    positions: { attribute: false },
    problems: { attribute: false },
    cells: { attribute: false },
    results: { attribute: false },
    opened: { state: true },
  };

  static styles = [
    base,
    css`
      .row {
        border: 1px solid var(--line);
        background: var(--paper);
        break-inside: avoid;
      }

      .row + .row {
        border-top: 0;
      }

      .row:first-child {
        border-top-left-radius: var(--radius);
        border-top-right-radius: var(--radius);
      }

      .row:last-child {
        border-bottom-left-radius: var(--radius);
        border-bottom-right-radius: var(--radius);
      }

      .row.opened {
        border-inline-start: 4px solid var(--accent);
      }

      .line {
        display: block;
        width: 100%;
        min-height: var(--target);
        padding: calc(var(--step) * 0.75) calc(var(--step) * 1.5);
        border: 0;
        background: none;
        line-height: 1.4;
        text-align: start;
        cursor: pointer;
      }

      .line:focus-visible {
        outline-offset: -3px;
      }

      .main {
        display: flex;
        align-items: baseline;
        gap: var(--step);
      }

      .summary,
      .wrong {
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
      }

      .summary {
        flex: 1 1 0;
        min-width: 0;
      }

      .number {
        flex: none;
        min-width: 1.5em;
        color: var(--muted);
        font-size: var(--small);
      }

      .state {
        flex: none;
        font-variant-numeric: tabular-nums;
      }

      .state .icon {
        width: 1em;
        height: 1em;
        vertical-align: -0.125em;
      }

      .wrong {
        display: block;
        padding-inline-start: calc(1.5em + var(--step));
        color: var(--negative);
        font-size: var(--small);
      }

      .row-head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 calc(var(--step) * 2);
        padding-inline: calc(var(--step) * 2);
        border-block-end: 1px solid var(--line);
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
    /** Their places in the whole table, from 1, by their keys. @type {Map<number, number>} */
    this.positions = new Map();
    /** @type {Map<number | undefined, PlacedProblem[]>} */
    this.problems = new Map();
    /** What the cells of each row were read as. @type {Map<Row, Record<string, unknown>>} */
    this.cells = new Map();
    /** @type {Map<number, RowResult>} */
    this.results = new Map();
    /** Key of the row that is filled in. @type {number | undefined} */
    this.opened = undefined;
  }

  /** @param {number} key */
  #isOpen(key) {
    return key === this.opened || (this.rows.length === 1 && this.positions.size === 1);
  }

  /**
   * Opens a row in its place, closing the one that is open, or closes it.
   * @param {number} key
   * @param {boolean} open
   */
  async #turn(key, open) {
    const top = () => this.#part(key, "")?.getBoundingClientRect().top ?? 0;
    const before = top();
    this.opened = open ? key : undefined;
    await this.updateComplete;
    this.#part(key, open ? ".close" : ".line")?.focus({ preventScroll: true });
    scrollBy(0, top() - before);
  }

  /**
   * @param {number} key
   * @param {string} selector
   */
  #part(key, selector) {
    return /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`[data-row="${key}"] ${selector}`));
  }

  /**
   * @param {number} key
   * @param {string} [column]
   */
  async focusCell(key, column) {
    this.opened = key;
    await this.updateComplete;
    const cell = column ? `[data-field="${CSS.escape(column)}"]` : "[data-field]";
    const question = /** @type {Question | null} */ (this.renderRoot.querySelector(`[data-row="${key}"] ${cell}`));
    await question?.updateComplete;
    question?.focus();
  }

  /**
   * To the row as a whole; a field would bring up the keyboard of a phone.
   * @param {number} key
   */
  async focusRow(key) {
    await this.updateComplete;
    (this.#part(key, ".line") ?? this.#part(key, ".remove"))?.focus();
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
      (row, index) => this.#row(row, this.positions.get(row.key) ?? index + 1),
    );
  }

  /**
   * @param {Row} row
   * @param {number} position
   */
  #row(row, position) {
    const { table } = this.messages;
    const problems = this.problems.get(row.key) ?? [];
    const open = this.#isOpen(row.key);
    return html`
      <div
        class="row ${open ? "opened" : ""}"
        role="group"
        aria-label=${table.row(position)}
        data-row=${row.key}
        @wengang-answer=${(/** @type {AnswerEvent} */ event) => this.#answer(row, event)}
        @paste=${(/** @type {ClipboardEvent} */ event) => this.#pasted(row, event)}
      >
        ${open ? this.#form(row, position, problems) : this.#line(row, position, problems)}
      </div>
    `;
  }

  /**
   * @param {Row} row
   * @param {number} position
   * @param {PlacedProblem[]} problems
   */
  #line(row, position, problems) {
    const { messages, table } = this;
    const result = this.results.get(row.key);
    const summary = rowSummary(table, row.cells, messages).join(messages.table.between);
    const wrong = [
      ...problems.map((problem) => problem.message),
      ...(result?.reasons ?? []).map(({ message }) => message),
    ];
    return html`<button type="button" class="line" aria-expanded="false" @click=${() => this.#turn(row.key, true)}>
      <span class="main">
        <span class="number"><span aria-hidden="true">${position}</span><span class="visually-hidden">${messages.table.editRow(position)}</span></span>
        <span class="summary">${summary || html`<span class="muted">${messages.table.blankRow}</span>`}</span>
        ${this.#state(result, problems.length > 0)}
      </span>
      ${wrong.length > 0 ? html`<span class="wrong">${wrong.join(messages.separator)}</span>` : nothing}
    </button>`;
  }

  /**
   * What became of a row, at its end.
   * @param {RowResult | undefined} result
   * @param {boolean} wrong
   */
  #state(result, wrong) {
    const { table, messages } = this;
    if (wrong) return html`<span class="state problem">${crossIcon} ${messages.table.invalid}</span>`;
    if (!result) return nothing;
    if (!result.accepted) return html`<span class="state rejected">${crossIcon} ${messages.table.rejected}</span>`;
    // Here, whole yuan do.
    const figure = rowFigures(table, result, messages)[0]?.replace(/\.00(?!\d)/, "");
    if (table.reasons.length === 0) return html`<span class="state">${figure ?? nothing}</span>`;
    return html`<span class="state accepted">
      ${checkIcon} <span class=${figure ? "visually-hidden" : ""}>${messages.table.accepted}</span> ${figure ?? nothing}
    </span>`;
  }

  /**
   * @param {Row} row
   * @param {number} position
   * @param {PlacedProblem[]} problems
   */
  #form(row, position, problems) {
    const { table } = this.messages;
    return html`
        <div class="row-head">
          <span class="row-name">${table.row(position)}</span>
          ${this.#action(row, "copy", table.copy, table.copyRow(position))}
          ${this.#action(row, "remove", table.remove, table.removeRow(position))}
          ${
            this.positions.size > 1
              ? html`<button type="button" class="text-button close" aria-expanded="true" @click=${() => this.#turn(row.key, false)}>
                  ${table.done}
                </button>`
              : nothing
          }
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
