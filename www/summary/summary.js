import { css, html, nothing } from "lit";
import { describe, engineVersion, policies } from "wengang";
import { evaluateAnswers } from "../answers/evaluation.js";
import { headlineOf } from "../answers/headline.js";
import { policiesIn } from "../app/situations.js";
import { calendarDays, downloadCalendar } from "../next-steps/calendar.js";
import { fragmentOf } from "../shared/address.js";
import { canDownload } from "../shared/download.js";
import { EngineElement } from "../shared/engine-element.js";
import { canPrint } from "../shared/surroundings.js";
import { nameOf } from "../situations/situation-file.js";
import { task } from "../styles/task.js";
import { view } from "../styles/view.js";
import { isFilled, linesOf } from "./columns.js";

/** @import { Description } from "wengang" */
/** @import { Situation } from "../app/situations.js" */
/** @import { Column, Line } from "./columns.js" */

/**
 * What one situation comes to, policy by policy, or several side by side: to be read and printed.
 *
 * Properties: `situations`; `today`. Event: `wengang-take-up` with `{ id, place }`, where one is to be gone on with.
 */
export class Summary extends EngineElement {
  static properties = { situations: { attribute: false }, count: { attribute: false } };

  static styles = [
    view,
    task,
    css`
      section {
        margin-top: calc(var(--step) * 4);
      }

      h3 {
        padding-bottom: var(--step);
      }

      .region {
        margin-inline-start: 0.5em;
        font-weight: 400;
      }

      table,
      thead,
      tbody {
        display: block;
      }

      tr {
        display: grid;
        grid-template-columns: minmax(7em, 1fr) repeat(var(--columns, 1), minmax(0, 2fr));
        column-gap: calc(var(--step) * 3);
        padding-block: var(--step);
        padding-inline-start: calc(var(--step) * 1.5);
        border-bottom: 1px solid var(--line);
        border-inline-start: 3px solid transparent;
        break-inside: avoid;
      }

      .two {
        --columns: 2;
      }

      .three {
        --columns: 3;
      }

      .four {
        --columns: 4;
      }

      th,
      td {
        display: block;
        padding: 0;
        text-align: start;
        font-weight: 400;
        overflow-wrap: anywhere;
      }

      tbody th {
        color: var(--muted);
      }

      thead th {
        font-weight: 600;
      }

      .different {
        border-inline-start-color: var(--accent);
      }

      .group th {
        grid-column: 1 / -1;
        padding-top: var(--step);
        color: var(--ink);
        font-weight: 600;
      }

      .main td {
        font-weight: 600;
      }

      .name {
        display: none;
      }

      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: calc(var(--step) * 3);
        margin-top: var(--step);
        overflow-wrap: anywhere;
      }

      .none {
        color: var(--muted);
      }

      @container (max-width: 40rem) {
        thead {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }

        .two tr,
        .three tr,
        .four tr {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          row-gap: calc(var(--step) * 0.5);
        }

        .two th,
        .three th,
        .four th {
          grid-column: 1 / -1;
        }

        :is(.two, .three, .four) tbody .name {
          display: block;
          color: var(--muted);
          font-size: var(--small);
          font-weight: 400;
        }
      }

      @media print {
        section {
          break-inside: avoid-page;
          margin-top: 5mm;
        }

        tr {
          padding-block: 0.8mm;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Situation[]} */
    this.situations = [];
    /** How many were asked for: some may be gone. */
    this.count = 0;
  }

  get #policies() {
    return [...new Set(this.situations.flatMap(policiesIn))];
  }

  get needs() {
    return this.#policies;
  }

  render() {
    if (this.engine !== "ready") return super.render();
    const { situations, count, messages, locale } = this;
    const { summary, keep, result } = messages;
    const [only, ...others] = situations;
    const back = html`<a href=${fragmentOf({ view: "start" })}>${summary.back}</a>`;
    if (!only) return html`<p role="alert">${summary.none}</p><p class="actions">${back}</p>`;
    const isOne = others.length === 0;
    const known = policies(this.options).map(({ id }) => id);
    const all = this.#policies;
    const described = all.filter((id) => known.includes(id)).map((id) => describe(id, this.options));
    const columns = described.map((description) => ({ description, columns: this.#columnsOf(description) }));
    return html`<div lang=${locale}>
      <h2>${isOne ? nameOf(only, messages) : summary.headingOf(situations.length)}</h2>
      <p class="lead screen-only">${isOne ? summary.lead : summary.leadOf}</p>
      ${count > situations.length ? html`<p class="lead">${summary.gone(count - situations.length)}</p>` : nothing}
      <p class="actions screen-only">
        ${canPrint ? html`<button type="button" class="button" @click=${() => print()}>${keep.print}</button>` : nothing}
        ${this.#calendar(columns)} ${back}
      </p>
      ${all.length === 0 ? html`<p>${summary.noPolicies}</p>` : nothing}
      ${columns.map(({ description, columns }) => this.#policy(description, columns))}
      ${all.filter((id) => !known.includes(id)).map((id) => html`<section><h3>${summary.unknownPolicy(id)}</h3></section>`)}
      <p class="print-only">${messages.page.title} · ${result.printedOn(this.day)} · ${summary.engine(engineVersion())}</p>
    </div>`;
  }

  /** @param {Description} description @returns {(Column | undefined)[]} */
  #columnsOf(description) {
    return this.situations.map(({ answersByPolicy, results }) => {
      const answers = answersByPolicy[description.id];
      if (!answers || !isFilled(answers)) return undefined;
      const evaluation = evaluateAnswers(description, answers, this.options);
      const headline = headlineOf(description, evaluation, true, this.messages);
      return { answers, evaluation, headline, past: results[description.id] };
    });
  }

  /** All days of one situation, in one file. @param {{ description: Description, columns: (Column | undefined)[] }[]} all */
  #calendar(all) {
    const { situations, messages } = this;
    const [only, ...others] = situations;
    if (!only || others.length > 0 || !canDownload()) return nothing;
    const days = all.flatMap(({ description, columns: [column] }) =>
      column ? calendarDays(description, column.evaluation.assessment.deadlines, messages) : [],
    );
    if (days.length === 0) return nothing;
    return html`<button type="button" class="button" @click=${() => downloadCalendar(nameOf(only, messages), days)}>
      ${messages.answer.addAllToCalendar}
    </button>`;
  }

  /** @param {Description} description @param {(Column | undefined)[]} columns */
  #policy(description, columns) {
    const { situations, messages, locale } = this;
    const { summary } = messages;
    const { results, answers } = linesOf(description, columns, locale, messages);
    const names = situations.map((one) => nameOf(one, messages));
    const isOne = names.length === 1;
    return html`<section aria-labelledby=${description.id}>
      <h3 id=${description.id}>
        ${description.title}<span class="region small muted">${description.region}</span>
      </h3>
      <table role="table" aria-labelledby=${description.id} class=${["one", "two", "three", "four"][names.length - 1] ?? "one"}>
        ${
          isOne
            ? nothing
            : html`<thead role="rowgroup">
                <tr role="row"><th role="columnheader">${messages.comparison.item}</th>${names.map((name) => html`<th role="columnheader">${name}</th>`)}</tr>
              </thead>`
        }
        <tbody role="rowgroup">
          ${results.map((line) => this.#line(line, names))}
        </tbody>
        ${
          answers.length > 0
            ? html`<tbody role="rowgroup">
                <tr class="group" role="row">
                  <th role="rowheader" aria-colspan=${names.length + 1}>${summary.answers}</th>
                </tr>
                ${answers.map((line) => this.#line(line, names))}
              </tbody>`
            : nothing
        }
      </table>
      <p class="foot small muted">
        <span>${messages.keep.version(description.version)}</span>
        ${situations.map((one, index) => (columns[index] ? this.#open(description, one, isOne) : nothing))}
      </p>
    </section>`;
  }

  /** @param {Line} line @param {string[]} names */
  #line({ label, said, isDifferent, isMain = false }, names) {
    const { summary } = this.messages;
    const isOne = names.length === 1;
    return html`<tr role="row" class=${[isMain ? "main" : "", isDifferent ? "different" : ""].join(" ")}>
      <th role="rowheader">${label}</th>
      ${said.map(
        (lines, index) => html`<td role="cell">
          ${isOne ? nothing : html`<span class="name" aria-hidden="true">${names[index]}</span>`}
          ${lines && lines.length > 0 ? lines.map((text) => html`<p>${text}</p>`) : html`<p class="none">${lines ? "—" : summary.notFilled}</p>`}
        </td>`,
      )}
    </tr>`;
  }

  /** @param {Description} description @param {Situation} situation @param {boolean} isOne */
  #open({ id: policy, title }, situation, isOne) {
    const { summary } = this.messages;
    const name = nameOf(situation, this.messages);
    const place = /** @type {const} */ ({ view: "policy", policy });
    const takeUp = (/** @type {MouseEvent} */ event) => {
      event.preventDefault();
      this.tell("wengang-take-up", { id: situation.id, place });
    };
    return html`<a
      class="text-button screen-only" href=${fragmentOf(place)} aria-label=${summary.openWhat(title, name)} @click=${takeUp}
    >${isOne ? summary.open : summary.openNamed(name)}</a>`;
  }
}

customElements.define("wengang-summary", Summary);
