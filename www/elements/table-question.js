import { css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { newRow } from "../answers.js";
import { base } from "../styles/base.js";
import { LocalisedElement } from "./localised.js";
import { questionFor } from "./question-for.js";

/** @import { RowResult, TableDescription } from "wengang" */
/** @import { Row } from "../answers.js" */
/** @import { PlacedProblem } from "../evaluation.js" */
/** @import { Messages } from "../messages/zh-cn.js" */
/** @import { AnswerEvent, Question } from "./question.js" */

/**
 * What an edited table tells: its id and all its rows.
 * @typedef {CustomEvent<{ table: string, rows: Row[] }>} RowsEvent
 */

/** A table of any policy: rows of questions that can be added and removed, each with what the policy makes of it. */
export class TableQuestion extends LocalisedElement {
  static properties = {
    table: { attribute: false },
    rows: { attribute: false },
    problems: { attribute: false },
    results: { attribute: false },
  };

  static styles = [
    base,
    css`
      .head {
        font-weight: 600;
      }

      .help,
      .empty {
        color: var(--muted);
        font-size: var(--small);
      }

      .row {
        margin-top: calc(var(--step) * 1.5);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        padding: calc(var(--step) * 0.5) calc(var(--step) * 2) calc(var(--step) * 2);
        break-inside: avoid;
      }

      .row-head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-height: var(--target);
      }

      .row-name {
        color: var(--muted);
        font-size: var(--small);
      }

      .cells {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr));
        gap: calc(var(--step) * 2);
        align-items: start;
      }

      .row-result {
        margin-top: calc(var(--step) * 1.5);
        font-size: var(--small);
      }

      .accepted {
        color: var(--positive);
      }

      .rejected {
        color: var(--negative);
      }

      .problem {
        margin-top: var(--step);
        color: var(--negative);
        font-size: var(--small);
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: calc(var(--step) * 2);
        margin-top: calc(var(--step) * 1.5);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {TableDescription} */
    this.table = { id: "", label: "", columns: [], values: [], reasons: [], maxRows: 0 };
    /** @type {Row[] | undefined} */
    this.rows = undefined;
    /** @type {PlacedProblem[]} */
    this.problems = [];
    /** What the policy makes of each row, by the row's key. @type {Map<number, RowResult>} */
    this.results = new Map();
  }

  /** @param {Row[]} rows */
  #tell(rows) {
    this.rows = rows;
    this.tell("wengang-rows", { table: this.table.id, rows });
  }

  async #add() {
    const row = newRow();
    this.#tell([...(this.rows ?? []), row]);
    await this.updateComplete;
    this.focusRow(row.key);
  }

  /** @param {Row} row */
  async #remove(row) {
    this.#tell((this.rows ?? []).filter((other) => other !== row));
    await this.updateComplete;
    this.focus();
  }

  /**
   * @param {Row} row
   * @param {AnswerEvent} event
   */
  #answer(row, event) {
    // A cell's answer is part of the table's; outside, only the table speaks.
    event.stopPropagation();
    const { field, answer } = event.detail;
    const changed = { ...row, cells: { ...row.cells, [field]: answer } };
    this.#tell((this.rows ?? []).map((other) => (other.key === row.key ? changed : other)));
  }

  focus() {
    const target = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".add"));
    target?.focus();
  }

  /**
   * @param {number} key
   * @param {string} [column]
   */
  focusRow(key, column) {
    const cell = column ? `[data-field="${CSS.escape(column)}"]` : "[data-field]";
    const question = /** @type {Question | null} */ (this.renderRoot.querySelector(`[data-row="${key}"] ${cell}`));
    question?.focus();
  }

  render() {
    const { table, messages } = this;
    const rows = this.rows ?? [];
    return html`
      <div role="group" aria-labelledby="label" aria-describedby=${table.help ? "help" : nothing}>
        <p class="head" id="label">${table.label}</p>
        ${table.help ? html`<p class="help" id="help">${table.help}</p>` : nothing}
        ${this.problems.filter(({ rowKey }) => rowKey === undefined).map(problemText)}
        ${this.rows?.length === 0 ? html`<p class="empty">${messages.table.empty}</p>` : nothing}
        ${repeat(
          rows,
          ({ key }) => key,
          (row, index) => this.#row(row, index + 1),
        )}
        <div class="actions screen-only">
          <button type="button" class="button add" @click=${this.#add}>${messages.table.addRow}</button>
          ${
            this.rows === undefined
              ? html`<button type="button" class="text-button" @click=${() => this.#tell([])}>
                  ${messages.table.none}
                </button>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  /**
   * @param {Row} row
   * @param {number} position
   */
  #row(row, position) {
    const { messages } = this;
    const problems = this.problems.filter(({ rowKey }) => rowKey === row.key);
    return html`
      <div
        class="row"
        role="group"
        aria-label=${messages.table.row(position)}
        data-row=${row.key}
        @wengang-answer=${(/** @type {AnswerEvent} */ event) => this.#answer(row, event)}
      >
        <div class="row-head">
          <span class="row-name">${messages.table.row(position)}</span>
          <button
            type="button"
            class="text-button"
            aria-label=${messages.table.removeRow(position)}
            @click=${() => this.#remove(row)}
          >
            ${messages.table.remove}
          </button>
        </div>
        <div class="cells">
          ${repeat(
            this.table.columns,
            ({ id }) => id,
            (input) =>
              questionFor({
                input,
                answer: row.cells[input.id] ?? "",
                problem: problems.find(({ column }) => column === input.id),
                locale: this.locale,
              }),
          )}
        </div>
        ${problems.filter(({ column }) => column === undefined).map(problemText)}
        ${rowResult(this.results.get(row.key), messages)}
      </div>
    `;
  }
}

/** @param {PlacedProblem} problem */
function problemText(problem) {
  return html`<p class="problem">${problem.message}</p>`;
}

/**
 * @param {RowResult | undefined} result
 * @param {Messages} messages
 */
function rowResult(result, { table, result: { yuan } }) {
  if (!result) return nothing;
  const reasons = result.reasons.map(({ message }) => html`<li>${message}</li>`);
  return html`<div class="row-result">
    <p class=${result.accepted ? "accepted" : "rejected"}>
      ${result.accepted ? table.accepted : table.rejected}${result.accepted && result.amount ? html` ${yuan(result.amount)}` : nothing}
    </p>
    <ul>${reasons}</ul>
  </div>`;
}

customElements.define("wengang-table-question", TableQuestion);
