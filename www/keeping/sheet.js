import { css, html, nothing } from "lit";
import { engineVersion } from "wengang";
import { answerText } from "../answers/answer-text.js";
import { rowsOf, textOf } from "../answers/answers.js";
import { breakdown } from "../answers/breakdown.js";
import { choicesOf } from "../answers/choices.js";
import { dateText } from "../answers/date-text.js";
import { badRows } from "../answers/evaluation.js";
import { figureOf } from "../answers/figures.js";
import { unitOf } from "../answers/number-text.js";
import { rowOutcome } from "../answers/row-text.js";
import { ownStepLines } from "../next-steps/steps.js";
import { inputFacts } from "../rules/rules.js";
import { LocalisedElement } from "../shared/localised.js";
import { sourceNumber } from "../shared/source-reference.js";
import { base } from "../styles/base.js";
import { isCodable } from "./qr-code.js";

/** @import { TemplateResult } from "lit" */
/** @import { Assessment, Description, InputDescription, Source, TableDescription } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Evaluation } from "../answers/evaluation.js" */
/** @import { Headline } from "../answers/headline.js" */

/** Rows that a table on the form to be filled in by hand has room for. */
const BLANK_ROWS = 8;
const MOST_CONTACTS = 3;

/**
 * A policy on paper: who, what was filled in, what came of it by which rules, and room to sign. Where nothing was filled
 * in, the same sheet with room for everything, to be filled in and worked out by hand.
 */
export class Sheet extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    answers: { attribute: false },
    evaluation: { attribute: false },
    headline: { attribute: false },
    /** Whether it is to be filled in by hand. */
    blank: { type: Boolean, reflect: true },
    applicant: { type: String },
    day: { type: String },
    link: { type: String },
  };

  static styles = [
    base,
    css`
      :host {
        font-size: 9.2pt;
        line-height: 1.36;
      }

      /* English takes more room. */
      :host([lang="en"]) {
        font-size: 8.2pt;
        line-height: 1.32;
      }

      header {
        padding-bottom: 1.5mm;
        border-bottom: 0.6mm solid var(--ink);
      }

      h1 {
        font-size: 15pt;
      }

      .code {
        flex: none;
        width: 24.5mm;
        margin-inline-end: 5mm;
        color: var(--muted);
        font-size: 7pt;
        line-height: 1.3;
        text-align: center;
      }

      .room {
        display: flex;
        align-items: flex-end;
        min-height: 7.2mm;
      }

      .room > span:first-child {
        flex: none;
      }

      .line {
        flex: 1;
        min-width: 16mm;
        margin: 0 2mm;
        border-bottom: 0.25mm solid var(--ink);
      }

      .line.given {
        padding-inline: 1mm;
        font-weight: 600;
      }

      .side {
        display: flex;
      }

      .side > * {
        flex: 1;
      }

      .verdict {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        margin-top: 3mm;
        padding: 2.5mm 4mm;
        border: 0.25mm solid var(--tone, var(--ink));
        border-inline-start-width: 1.6mm;
        break-inside: avoid;
      }

      .positive {
        --tone: var(--positive);
      }

      .negative {
        --tone: var(--negative);
      }

      .judgement {
        color: var(--tone, var(--ink));
        font-size: 12pt;
        font-weight: 600;
      }

      .amount {
        font-size: 16pt;
        font-weight: 600;
        line-height: 1.2;
      }

      h2 {
        margin: 2mm 0 0.3mm;
        padding-bottom: 0.4mm;
        border-bottom: 0.35mm solid var(--ink);
        font-size: 11pt;
      }

      /* Nothing stands on a page without what it speaks of. */
      h2,
      h2 + p {
        break-after: avoid;
      }

      h3 {
        font-size: inherit;
      }

      .item {
        padding-block: 0.55mm;
        border-bottom: 0.15mm solid var(--line);
        break-inside: avoid;
      }

      .pair {
        display: flex;
        justify-content: space-between;
        align-items: baseline;
      }

      .pair > :last-child {
        flex: none;
        max-width: 60%;
        margin-inline-start: 3mm;
        font-weight: 600;
        text-align: end;
      }

      .detail {
        color: var(--muted);
        font-size: 0.9em;
      }

      .met {
        color: var(--positive);
      }

      .unmet {
        color: var(--negative);
      }

      .filled {
        columns: 2;
        column-gap: 7mm;
      }

      .box::before {
        content: "";
        display: inline-block;
        width: 0.8em;
        height: 0.8em;
        margin-inline-end: 0.3em;
        border: 0.25mm solid var(--ink);
        vertical-align: -0.05em;
      }

      .box {
        display: inline-block;
        margin-inline-end: 3mm;
      }

      .checks {
        columns: 2;
        column-gap: 7mm;
      }

      .checks .box {
        display: block;
        margin: 0;
        break-inside: avoid;
      }

      table {
        width: 100%;
        margin-top: 1mm;
        border-collapse: collapse;
        font-size: 0.9em;
      }

      thead {
        display: table-header-group;
      }

      tr {
        break-inside: avoid;
      }

      th,
      td {
        padding: 0.6mm 1.2mm;
        border: 0.15mm solid var(--line);
        text-align: start;
        vertical-align: top;
      }

      .to-fill td {
        height: 8mm;
      }

      .sources {
        font-size: 0.85em;
        overflow-wrap: anywhere;
      }

      .sources li {
        padding-block: 0.4mm;
        break-inside: avoid;
      }

      .sign {
        display: flex;
        align-items: flex-start;
        margin-top: 3mm;
        break-inside: avoid;
      }

      .sign > .names {
        flex: 1;
        margin-inline-end: 8mm;
      }

      .seal {
        flex: none;
        width: 40mm;
        min-height: 24mm;
        padding: 1mm;
        border: 0.25mm dashed var(--muted);
        color: var(--muted);
        font-size: 0.85em;
        text-align: center;
      }

      footer {
        margin-top: 1.5mm;
        padding-top: 0.5mm;
        border-top: 0.25mm solid var(--line);
        color: var(--muted);
        font-size: 0.85em;
        break-before: avoid;
        break-inside: avoid;
      }

      /* To be written on: two columns, from the first question to the last source. */
      :host([blank]) .body {
        columns: 2;
        column-gap: 7mm;
        padding-top: 1.5mm;
      }

      :host([blank]) .names {
        display: flex;
      }

      :host([blank]) .names > .room {
        flex: 1;
      }

      :host([blank]) .seal {
        display: none;
      }

      :host([blank]) h2:first-child {
        margin-top: 3mm;
      }

      :host([blank]) .across {
        column-span: all;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Answers} */
    this.answers = {};
    /** @type {Evaluation | undefined} */
    this.evaluation = undefined;
    /** @type {Headline | undefined} */
    this.headline = undefined;
    this.blank = false;
    /** Who it is for, where that is known. */
    this.applicant = "";
    this.day = "";
    /** Brings the answers back; empty where none does. */
    this.link = "";
  }

  render() {
    const { description, evaluation } = this;
    if (!description || !evaluation) return nothing;
    return html`
      ${this.#head(description)} ${this.#who(description)}
      ${this.blank ? this.#form(description) : this.#result(description, evaluation)}
      ${this.#sign()} ${this.#foot(description)}
      ${this.blank ? nothing : description.tables.map((table) => this.#rows(table, evaluation))}
    `;
  }

  /** @param {Description} description */
  #head({ region, title, version }) {
    const { sheet, result, keep } = this.messages;
    const calculated = this.blank ? "" : result.printedOn(this.day);
    const facts = [
      region,
      this.blank ? sheet.form : sheet.result,
      calculated,
      keep.version(version, this.blank ? "" : engineVersion()),
    ];
    return html`<header>
      <p>${facts.filter(Boolean).join(" · ")}</p>
      <h1>${title}</h1>
    </header>`;
  }

  /** @param {Description} description */
  #who({ audience }) {
    const { sheet } = this.messages;
    const { name, number } = sheet.who[audience];
    return html`<div class="side">${this.#room(name, this.applicant)} ${this.#room(number)}</div>`;
  }

  /**
   * @param {string} label
   * @param {string} [given]
   */
  #room(label, given = "") {
    return html`<p class="room"><span>${label}</span><span class="line ${given ? "given" : ""}">${given}</span></p>`;
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   */
  #result(description, evaluation) {
    const { messages } = this;
    const { assessment } = evaluation;
    const { result } = messages;
    return html`
      ${this.#verdict()}
      ${this.#part(messages.keep.filledIn, html`<div class="filled">${this.#answered(description, evaluation)}</div>`)}
      ${this.#part(
        result.conditions,
        assessment.conditions.map((condition) => this.#condition(condition)),
      )}
      ${this.#part(
        result.calculation,
        assessment.steps.map((step) => this.#step(step)),
      )}
      ${breakdown(description, assessment, messages).map(({ heading, lines, each = lines }) =>
        this.#part(
          heading,
          each.map(
            ({ name, detail, figure }) => html`<div class="item">
              <p class="pair"><span>${name}</span><span class="number">${figure}</span></p>
              ${detail ? html`<p class="detail number">${detail}</p>` : nothing}
            </div>`,
          ),
        ),
      )}
      ${this.#part(
        result.deadlines,
        assessment.deadlines.map(
          ({ label, date }) =>
            html`<p class="item pair"><span>${label}</span><span>${dateText(date, this.locale)}</span></p>`,
        ),
      )}
      ${this.#part(
        result.warnings,
        [...assessment.warnings, ...(assessment.hints ?? [])].map(
          ({ message }) => html`<p class="item">${message}</p>`,
        ),
      )}
      ${this.#part(
        messages.rules.procedure,
        ownStepLines(description, assessment, messages).map(
          ({ line, materials }) => html`<p class="item">
            ${line} ${materials.map((name) => html`<span class="box">${name}</span>`)}
          </p>`,
        ),
      )}
      ${this.#checklist(description, evaluation)} ${this.#sources(description)}
    `;
  }

  #verdict() {
    const { headline } = this;
    if (!headline) return nothing;
    const { tone, judgement, outcome, remark } = headline;
    return html`<div class="verdict ${tone}">
      <p class="judgement">${judgement}</p>
      ${
        outcome
          ? html`<p class="number">
              ${outcome.label}
              <span class="amount">${this.messages.result.measure(outcome.figure, outcome.unit)}</span>
              ${outcome.reading}
            </p>`
          : nothing
      }
      ${remark ? html`<p>${remark}</p>` : nothing}
    </div>`;
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   */
  #answered({ inputs, order }, { asked, locked, problems }) {
    const { messages } = this;
    return order
      .filter((field) => asked.includes(field) || locked.includes(field))
      .flatMap((field) => inputs.find(({ id }) => id === field) ?? [])
      .flatMap((input) => {
        const typed = textOf(this.answers, input.id);
        const text = answerText(input, typed, messages);
        if (!text && input.optional) return [];
        const inWan = input.type === "money" ? messages.answer.reading(typed) : "";
        const bad = problems.some(({ field }) => field === input.id);
        return html`<div class="item">
          <p class="pair"><span>${input.label}</span><span class="number">${messages.question.figure(text || messages.form.unanswered, inWan)}</span></p>
          ${bad ? html`<p class="detail unmet">${messages.sheet.bad}</p>` : nothing}
        </div>`;
      });
  }

  /** What a parameter of several figures is. @param {Description["parameters"][number]["history"]} history */
  #figures(history) {
    const { answer, table, listSeparator } = this.messages;
    const [only, ...later] = history;
    if (!only?.figures || later.length > 0) return answer.byDate;
    return only.figures.map(({ of, display }) => table.value(of, display)).join(listSeparator);
  }

  /** @param {Assessment["conditions"][number]} condition */
  #condition({ label, met, explanation, source }) {
    const { result } = this.messages;
    const state = met === null ? result.open : met ? result.met : result.unmet;
    return html`<div class="item">
      <p class="pair">
        <span>${label} <span class="detail">${explanation}</span>${this.#cited(source)}</span>
        <span class=${met === null ? "" : met ? "met" : "unmet"}>${met ? "✓ " : met === false ? "✗ " : ""}${state}</span>
      </p>
    </div>`;
  }

  /** @param {Assessment["steps"][number]} step */
  #step({ label, formula, substituted, display, source }) {
    return html`<div class="item">
      <p class="pair"><span>${label}${this.#cited(source)}</span><span class="number">${display}</span></p>
      <p class="detail number">
        = ${formula} ${substituted === formula || substituted === display ? nothing : html`= ${substituted}`}
      </p>
    </div>`;
  }

  /**
   * @param {TableDescription} table
   * @param {Evaluation} evaluation
   */
  #rows(table, { assessment, rowKeys, problems }) {
    const { messages } = this;
    const rows = rowsOf(this.answers, table.id) ?? [];
    const results = assessment.rows?.[table.id] ?? [];
    const keys = rowKeys[table.id] ?? [];
    const accepted = results.filter((result) => result.accepted).length;
    if (rows.length === 0) return nothing;
    return this.#part(
      table.label,
      html`
        ${results.length > 0 ? html`<p>${messages.table.tally(accepted, results.length - accepted, badRows(problems, table.id))}</p>` : nothing}
        <table>
          <thead>
            <tr>
              <th>${messages.table.position}</th>
              ${table.columns.map(({ label }) => html`<th>${label}</th>`)}
              <th>${messages.table.verdict}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(({ key, cells }, index) => {
              const result = results[keys.indexOf(key)];
              const bad = problems.some((problem) => problem.field === table.id && problem.rowKey === key);
              const outcome = result ? rowOutcome(table, result, messages) : bad ? messages.sheet.bad : "";
              return html`<tr>
                <td class="number">${index + 1}</td>
                ${table.columns.map(
                  (column) => html`<td class="number">${answerText(column, cells[column.id] ?? "", messages)}</td>`,
                )}
                <td class=${result?.accepted === false || bad ? "unmet" : ""}>${outcome}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      `,
    );
  }

  /**
   * What is to be verified before it is sent off, with boxes to tick.
   * @param {Description} description
   * @param {Evaluation} evaluation
   */
  #checklist(description, evaluation) {
    const { messages } = this;
    if (description.checklist.length === 0) return nothing;
    const items = description.checklist.map(({ text, shows }) => {
      const figure = shows && figureOf(shows, description, evaluation, messages)?.text;
      return html`<li class="box">${figure ? messages.table.value(text, figure) : text}</li>`;
    });
    return this.#part(messages.answer.checklist, html`<ul class="checks">${items}</ul>`);
  }

  /** Everything there is to fill in and to work out, with room for it. @param {Description} description */
  #form(description) {
    const { messages } = this;
    const { result, sheet } = messages;
    const { inputs, tables, values, conditions, parameters, amount } = description;
    const asked = description.order.flatMap((field) => inputs.find(({ id }) => id === field) ?? []);
    return html`<div class="body">
      ${this.#part(
        sheet.toFillIn,
        asked.map((input) => this.#question(input)),
      )}
      ${tables.map((table) => this.#blankTable(table))}
      ${this.#part(
        messages.rules.parameters,
        parameters.map(
          ({ label, display, history, source }) => html`<p class="item pair">
            <span>${label}${this.#cited(source)}</span><span class="number">${display ?? this.#figures(history)}</span>
          </p>`,
        ),
      )}
      ${this.#part(
        result.calculation,
        values.map((value) => this.#blankStep(value)),
      )}
      ${this.#part(
        result.conditions,
        conditions.map(
          ({ label, formula, source }) => html`<div class="item">
            <p>${label}${this.#cited(source)}</p>
            <p class="detail">${formula}</p>
            <p><span class="box">${result.met}</span><span class="box">${result.unmet}</span></p>
          </div>`,
        ),
      )}
      ${amount ? this.#part(amount.label, this.#blankStep({ ...amount, unit: result.yuanUnit })) : nothing}
      ${this.#sources(description)}
    </div>`;
  }

  /** @param {InputDescription} input */
  #question(input) {
    const { messages } = this;
    const { label, help, when, source } = input;
    const choices = choicesOf(input, messages);
    const facts = choices.length > 0 ? "" : inputFacts(input, messages);
    return html`<div class="item">
      <h3>${label}${this.#cited(source)}</h3>
      ${when ? html`<p class="detail">${messages.sheet.when(when)}</p>` : nothing}
      ${help ? html`<p class="detail">${help}</p>` : nothing}
      ${
        choices.length > 0
          ? html`<p>${choices.map(({ label }) => html`<span class="box">${label}</span> `)}</p>`
          : html`<p class="room"><span class="detail">${facts}</span><span class="line"></span>${unitOf(input, messages)}</p>`
      }
    </div>`;
  }

  /** @param {{ label: string, formula: string, unit?: string | undefined, source?: Source | undefined }} value */
  #blankStep({ label, formula, unit = "", source }) {
    return html`<div class="item">
      <p>${label}${this.#cited(source)}</p>
      <p class="detail">= ${formula}</p>
      <p class="room"><span>=</span><span class="line"></span><span>=</span><span class="line"></span>${unit}</p>
    </div>`;
  }

  /** @param {TableDescription} table */
  #blankTable({ label, help, columns }) {
    return html`<div class="across">
      ${this.#part(
        label,
        html`
          ${help ? html`<p class="detail">${help}</p>` : nothing}
          <table class="to-fill">
            <thead>
              <tr>
                ${columns.map((column) => html`<th>${column.label}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${Array.from({ length: BLANK_ROWS }, () => html`<tr>${columns.map(() => html`<td></td>`)}</tr>`)}
            </tbody>
          </table>
        `,
      )}
    </div>`;
  }

  /** The number under which a source stands at the end. @param {Source | undefined} source */
  #cited(source) {
    const number = source && this.description ? sourceNumber(this.description, source) : 0;
    return number > 0
      ? html` <span class="detail">${this.messages.rulePage.cited(number, this.blank ? "" : (source?.section ?? ""))}</span>`
      : nothing;
  }

  /** @param {Description} description */
  #sources({ sources }) {
    const { messages } = this;
    return this.#part(
      messages.rules.sources,
      html`<ol class="sources">
        ${sources.map(
          ({ document, issuer, number, date, reliability, url }, index) => html`<li>
            ${messages.rulePage.cited(index + 1, "")}
            ${[document, issuer, number, date, reliability === "secondary" ? messages.source.secondary : "", url]
              .filter(Boolean)
              .join(messages.separator)}
          </li>`,
        )}
      </ol>`,
    );
  }

  /**
   * @param {string} heading
   * @param {TemplateResult | TemplateResult[]} content
   */
  #part(heading, content) {
    if (Array.isArray(content) && content.length === 0) return nothing;
    return html`<section>
      <h2>${heading}</h2>
      ${content}
    </section>`;
  }

  #sign() {
    const { sheet, keep } = this.messages;
    return html`<div class="sign">
      ${
        !this.blank && isCodable(this.link)
          ? html`<div class="code">
              <wengang-qr-code .text=${this.link} .label=${keep.qrCode}></wengang-qr-code>
              ${sheet.scan}
            </div>`
          : nothing
      }
      <div class="names">
        ${this.#room(sheet.preparedBy)} ${this.#room(sheet.checkedBy)} ${this.#room(sheet.signedOn)}
      </div>
      <p class="seal">${sheet.seal}</p>
    </div>`;
  }

  /** @param {Description} description */
  #foot({ contacts }) {
    const { page, separator } = this.messages;
    // Where many offices are in charge, only the reader knows which.
    const offices = contacts.length > MOST_CONTACTS ? [] : contacts;
    return html`<footer>
      ${[page.disclaimer, ...offices.map(({ office, channel, phone }) => [office, channel, phone].filter(Boolean).join(separator))].join(" ")}
    </footer>`;
  }
}

customElements.define("wengang-sheet", Sheet);
