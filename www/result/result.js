import { css, html, nothing } from "lit";
import { rowsOf } from "../answers/answers.js";
import { badPlaces, badRows, emptyFields } from "../answers/evaluation.js";
import { Awaiting } from "../shared/awaited.js";
import { LocalisedElement } from "../shared/localised.js";
import { worded } from "../shared/worded.js";
import { base } from "../styles/base.js";
import "./calculation-steps.js";
import "./condition-list.js";
import "./field-links.js";
import "./verdict.js";

/** @import { TemplateResult } from "lit" */
/** @import { Description } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Evaluation, Place } from "../answers/evaluation.js" */
/** @import { Headline } from "../answers/headline.js" */

/** The result with its grounds: verdict, what is missing or wrong, conditions, rows, calculation. */
export class Result extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    answers: { attribute: false },
    evaluation: { attribute: false },
    headline: { attribute: false },
  };

  static styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }

      .verdict {
        margin-bottom: calc(var(--step) * 2);
      }

      .lead {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: var(--step);
        margin-block: calc(var(--step) * -1) var(--step);
      }

      .part + .part,
      div + .part {
        margin-top: calc(var(--step) * 2);
      }

      .part {
        break-inside: auto;
      }

      h3 {
        padding-bottom: calc(var(--step) * 0.75);
      }

      .notice {
        margin-bottom: calc(var(--step) * 3);
        padding: calc(var(--step) * 1.5) calc(var(--step) * 2) var(--step);
        border-radius: var(--radius);
        border-inline-start: 6px solid var(--tone);
        background: var(--ground);
        break-inside: avoid;
      }

      .notice h3 {
        padding: 0;
        color: var(--tone);
        font-size: var(--text);
      }

      .warning {
        --tone: var(--caution);
        --ground: var(--caution-ground);
      }

      .set-aside {
        --tone: var(--negative);
        --ground: var(--negative-ground);
      }

      /* Where it has the whole width, the calculation stands beside the conditions. */
      @container (min-width: 56rem) {
        .parts {
          display: grid;
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          align-items: start;
          column-gap: calc(var(--step) * 6);
        }

        div + .part {
          margin-top: 0;
        }
      }
    `,
  ];

  #awaiting = new Awaiting(this);

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
  }

  render() {
    const { description, evaluation, headline, locale, messages } = this;
    if (!description || !evaluation) return nothing;
    const { asked, assessment } = evaluation;
    return html`
      <wengang-verdict class="verdict" part="verdict" .headline=${headline} .locale=${locale}></wengang-verdict>
      ${this.#next(emptyFields(evaluation))} ${this.#doubtful(evaluation)} ${this.#setAside(badPlaces(evaluation))}
      ${assessment.warnings.map(
        ({ message, fields }) => html`<section class="notice warning">
          <h3>${messages.result.warnings}</h3>
          <p>${worded(message, this.locale)}</p>
          ${this.#links(fields.filter((field) => asked.includes(field)).map((field) => ({ field })))}
        </section>`,
      )}
      <div class="parts">
        <div>
          ${this.#conditions(description, evaluation)} ${this.#rows(description, evaluation)}
          ${this.#breakdown(description, evaluation)}
        </div>
        ${this.#calculation(description, evaluation)}
      </div>
    `;
  }

  /** Of all that is missing, the one to fill in next: each is marked where it is asked. @param {string[]} missing */
  #next([field]) {
    return field === undefined ? nothing : this.#lead(this.messages.result.next, [field]);
  }

  /** Where the answers may be worth another look. @param {Evaluation} evaluation */
  #doubtful({ asked, assessment: { hints = [] } }) {
    const fields = hints.flatMap(({ fields }) => fields.find((field) => asked.includes(field)) ?? []);
    return fields.length === 0 ? nothing : this.#lead(this.messages.result.worthChecking, [...new Set(fields)]);
  }

  /**
   * A few words, and places in the form that they lead to.
   * @param {string} words
   * @param {string[]} fields
   */
  #lead(words, fields) {
    return html`<div class="lead">
      <span>${words}</span> ${this.#links(fields.map((field) => ({ field })))}
    </div>`;
  }

  /** @param {Place[]} places */
  #setAside(places) {
    if (places.length === 0) return nothing;
    return html`<section class="notice set-aside">
      <h3>${this.messages.result.setAside(places.length)}</h3>
      ${this.#links(places)}
    </section>`;
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   */
  #conditions(description, evaluation) {
    if (description.conditions.length === 0) return nothing;
    return this.#part(
      this.messages.result.conditions,
      html`<wengang-condition-list
        .description=${description} .evaluation=${evaluation} .locale=${this.locale}
      ></wengang-condition-list>`,
    );
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   */
  #rows({ tables }, { assessment, problems, rowKeys }) {
    return tables.map(({ id, label }) => {
      const results = assessment.rows?.[id] ?? [];
      if (results.length === 0) return nothing;
      const rows = results.map((result, index) => ({ position: this.#position(id, rowKeys[id]?.[index]), result }));
      return this.#part(
        label,
        this.#awaiting.showAtOnce(
          "table",
          () => html`<wengang-row-results
            .rows=${rows} .bad=${badRows(problems, id)} .amount=${assessment.amount} .locale=${this.locale}
          ></wengang-row-results>`,
        ),
      );
    });
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   */
  #breakdown(description, { assessment }) {
    const { parts, readings } = assessment;
    const hasMonths = description.schedules?.some(({ id }) => assessment.rows?.[id]?.length);
    if (!parts && !readings && !hasMonths) return nothing;
    return html`<div class="part">
      ${this.#awaiting.showAtOnce(
        "breakdown",
        () => html`<wengang-breakdown
          .description=${description} .assessment=${assessment} .locale=${this.locale}
        ></wengang-breakdown>`,
      )}
    </div>`;
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   */
  #calculation(description, evaluation) {
    if (evaluation.assessment.steps.length === 0) return nothing;
    return this.#part(
      this.messages.result.calculation,
      html`<wengang-calculation-steps
        .description=${description} .evaluation=${evaluation} .locale=${this.locale}
      ></wengang-calculation-steps>`,
    );
  }

  /**
   * @param {string} heading
   * @param {TemplateResult | typeof nothing} content
   */
  #part(heading, content) {
    return html`<section class="part">
      <h3>${heading}</h3>
      ${content}
    </section>`;
  }

  /** @param {Place[]} places */
  #links(places) {
    if (places.length === 0) return nothing;
    const links = places.map((place) => ({ place, label: this.#label(place) }));
    return html`<wengang-field-links .links=${links} .locale=${this.locale}></wengang-field-links>`;
  }

  /** @param {Place} place */
  #label({ field, rowKey }) {
    const { inputs = [], tables = [] } = this.description ?? {};
    const label = [...inputs, ...tables].find(({ id }) => id === field)?.label ?? field;
    return rowKey === undefined ? label : `${label} · ${this.messages.table.row(this.#position(field, rowKey))}`;
  }

  /**
   * The position of a row in the form, from 1.
   * @param {string} table
   * @param {number | undefined} rowKey
   */
  #position(table, rowKey) {
    return (rowsOf(this.answers, table) ?? []).findIndex(({ key }) => key === rowKey) + 1;
  }
}

customElements.define("wengang-result", Result);
