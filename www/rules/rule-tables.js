import { html, nothing } from "lit";
import { RulePart } from "./rule-part.js";
import { inputFacts, ruleId } from "./rules.js";

/** @import { TableDescription } from "wengang" */

/** Tables to fill in: their columns, what is computed for each row, and why a row may be turned down. */
export class RuleTables extends RulePart {
  render() {
    return html`${this.description?.tables.map((table) => this.entry(table.id, table.label, this.#table(table)))}`;
  }

  /** @param {TableDescription} table */
  #table(table) {
    const { rulePage } = this.messages;
    return html`
      ${table.when ? html`<p class="muted">${rulePage.askedWhen(table.when)}</p>` : nothing}
      ${table.help ? html`<p class="muted">${table.help}</p>` : nothing}
      ${this.links(table.source)}
      <h5>${rulePage.columns}</h5>
      ${this.#columns(table)}
      ${
        table.values.length > 0
          ? html`<h5>${rulePage.rowValues}</h5>
              ${table.values.map(({ id, label, formula, uses, source, quote }) =>
                this.entry(
                  ruleId.ofTable(table.id, id),
                  label,
                  html`${this.formula(formula)} ${this.quoted(quote)} ${this.links(source, uses)}`,
                ),
              )}`
          : nothing
      }
      ${table.reasons.length > 0 ? html`<h5>${rulePage.reasons}</h5>${this.#reasons(table)}` : nothing}
    `;
  }

  /** @param {TableDescription} table */
  #columns({ id: table, columns }) {
    const { rulePage } = this.messages;
    return html`<table>
      <thead>
        <tr><th scope="col">${rulePage.column}</th><th scope="col">${rulePage.answer}</th></tr>
      </thead>
      <tbody>
        ${columns.map((column) => {
          const rule = ruleId.ofTable(table, column.id);
          return html`<tr id=${rule} tabindex="-1" aria-current=${this.current(rule)}>
            <th scope="row">${this.named(rule, column.label)}</th>
            <td>
              ${inputFacts(column, this.messages)}
              ${column.when ? html`<br /><span class="muted">${rulePage.askedWhen(column.when)}</span>` : nothing}
              ${column.help ? html`<br /><span class="muted">${column.help}</span>` : nothing}
            </td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  /** @param {TableDescription} table */
  #reasons({ id: table, reasons }) {
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${this.messages.rulePage.reason}</th>
          <th scope="col">${this.messages.rulePage.source}</th>
        </tr>
      </thead>
      <tbody>
        ${reasons.map(({ code, message, source, quote }) => {
          const rule = ruleId.ofTable(table, code);
          return html`<tr id=${rule} tabindex="-1" aria-current=${this.current(rule)}>
            <td>${this.named(rule, message)} ${this.quoted(quote)}</td>
            <td>${source ? html`<span class="links">${this.source(source)}</span>` : "—"}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }
}

customElements.define("wengang-rule-tables", RuleTables);
