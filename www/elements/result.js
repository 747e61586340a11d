import { css, html, nothing } from "lit";
import { rowsOf } from "../answers.js";
import { badPlaces, emptyFields } from "../evaluation.js";
import { base } from "../styles/base.js";
import "./calculation-steps.js";
import "./checklist.js";
import "./condition-list.js";
import "./contact-list.js";
import "./deadline-list.js";
import "./field-links.js";
import { LocalisedElement } from "./localised.js";
import "./row-results.js";
import "./verdict.js";
import "./what-if.js";

/** @import { TemplateResult } from "lit" */
/** @import { Description } from "wengang" */
/** @import { Answers } from "../answers.js" */
/** @import { Evaluation, Place } from "../evaluation.js" */
/** @import { Headline } from "../headline.js" */
/** @import { CalculationSteps } from "./calculation-steps.js" */
/** @import { ShowStepEvent } from "./used-figures.js" */

/** Everything that follows from the answers: verdict, what is missing or wrong, conditions, rows, deadlines, calculation. */
export class Result extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    answers: { attribute: false },
    evaluation: { attribute: false },
    headline: { attribute: false },
    today: { attribute: false },
  };

  static styles = [
    base,
    css`
      .verdict {
        margin-bottom: calc(var(--step) * 3);
      }

      .part {
        margin-bottom: calc(var(--step) * 4);
      }

      h3 {
        padding-bottom: var(--step);
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

      @container (min-width: 56rem) {
        /* The verdict stays in sight while the form or the calculation scrolls. */
        .verdict {
          position: sticky;
          top: 0;
          z-index: 1;
          padding-block: calc(var(--step) * 0.5);
          background: var(--paper);
        }
      }

      @media print {
        .verdict {
          position: static;
        }

        .missing {
          display: none;
        }
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
    /** The day from which days are counted. */
    this.today = "";
    this.addEventListener("wengang-show-step", (event) => {
      const steps = /** @type {CalculationSteps | null} */ (this.renderRoot.querySelector("wengang-calculation-steps"));
      steps?.showStep(/** @type {ShowStepEvent} */ (event).detail.step);
    });
  }

  render() {
    const { description, evaluation, headline, locale, messages } = this;
    if (!description || !evaluation) return nothing;
    const { asked, assessment } = evaluation;
    return html`
      <wengang-verdict class="verdict" part="verdict" .headline=${headline} .locale=${locale}></wengang-verdict>
      ${this.#setAside(badPlaces(evaluation))} ${this.#missing(emptyFields(evaluation))}
      ${assessment.warnings.map(
        ({ message, fields }) => html`<section class="notice warning">
          <h3>${messages.result.warnings}</h3>
          <p>${message}</p>
          ${this.#links(fields.filter((field) => asked.includes(field)).map((field) => ({ field })))}
        </section>`,
      )}
      ${this.#conditions(description, evaluation)} ${this.#rows(description, evaluation)} ${this.#deadlines(description, evaluation)}
      <wengang-what-if
        .description=${description} .evaluation=${evaluation} .today=${this.today} .locale=${locale}
      ></wengang-what-if>
      ${this.#calculation(description, evaluation)} ${this.#checklist(description, evaluation)} ${this.#contacts(description)}
    `;
  }

  /** @param {Place[]} places */
  #setAside(places) {
    if (places.length === 0) return nothing;
    return html`<section class="notice set-aside">
      <h3>${this.messages.result.setAside(places.length)}</h3>
      ${this.#links(places)}
    </section>`;
  }

  /** @param {string[]} missing */
  #missing(missing) {
    if (missing.length === 0) return nothing;
    return this.#part(this.messages.result.missing, this.#links(missing.map((field) => ({ field }))), "missing");
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
  #rows({ tables }, { assessment, rowKeys }) {
    return tables.map(({ id, label }) => {
      const results = assessment.rows?.[id] ?? [];
      if (results.length === 0) return nothing;
      const rows = results.map((result, index) => ({ position: this.#position(id, rowKeys[id]?.[index]), result }));
      return this.#part(label, html`<wengang-row-results .rows=${rows} .locale=${this.locale}></wengang-row-results>`);
    });
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   */
  #deadlines(description, evaluation) {
    if (evaluation.assessment.deadlines.length === 0) return nothing;
    return this.#part(
      this.messages.result.deadlines,
      html`<wengang-deadline-list
        .description=${description} .evaluation=${evaluation} .today=${this.today} .locale=${this.locale}
      ></wengang-deadline-list>`,
    );
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   */
  #calculation(description, evaluation) {
    const { calculation, calculationPending } = this.messages.result;
    return this.#part(
      calculation,
      evaluation.assessment.steps.length > 0
        ? html`<wengang-calculation-steps
            .description=${description} .evaluation=${evaluation} .locale=${this.locale}
          ></wengang-calculation-steps>`
        : html`<p class="muted">${calculationPending}</p>`,
    );
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   */
  #checklist(description, evaluation) {
    if (description.checklist.length === 0) return nothing;
    return this.#part(
      this.messages.answer.checklist,
      html`<wengang-checklist
        .description=${description} .evaluation=${evaluation} .locale=${this.locale}
      ></wengang-checklist>`,
    );
  }

  /** @param {Description} description */
  #contacts({ contacts }) {
    if (contacts.length === 0) return nothing;
    return this.#part(
      this.messages.answer.contacts,
      html`<wengang-contact-list .contacts=${contacts} .locale=${this.locale}></wengang-contact-list>`,
    );
  }

  /**
   * @param {string} heading
   * @param {TemplateResult | typeof nothing} content
   * @param {string} [name]
   */
  #part(heading, content, name = "") {
    return html`<section class="part ${name}">
      <h3>${heading}</h3>
      ${content}
    </section>`;
  }

  /** @param {Place[]} places */
  #links(places) {
    if (places.length === 0) return nothing;
    const links = places.map((place) => ({ place, label: this.#label(place) }));
    return html`<wengang-field-links class="screen-only" .links=${links} .locale=${this.locale}></wengang-field-links>`;
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
