import { css, html, nothing } from "lit";
import { groupThousands } from "../answers/number-text.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { scenarioStyles } from "./scenario-styles.js";

/** @import { Assessment, Description } from "wengang" */

/**
 * One line of the comparison: what it is about, what each scenario says on it, and more on that.
 * @typedef {{ id: string, label: string, first: Said, second: Said }} Line
 *
 * @typedef {{ text: string, more?: string, tone?: "met" | "unmet" | "open" }} Said
 */

/**
 * Conditions, values, deadlines and warnings of two scenarios side by side: A and B, unless they have other `names`. With
 * `working`, the figures put into each formula are told too. Where the scenarios come of two versions of a policy, `rules` are these,
 * and `description` has what either has.
 */
export class ScenarioResults extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    assessments: { attribute: false },
    names: { attribute: false },
    rules: { attribute: false },
    working: { type: Boolean },
    onlyDifferent: { type: Boolean },
  };

  static styles = [
    base,
    scenarioStyles,
    css`
      .filter {
        display: inline-flex;
        align-items: center;
        gap: var(--step);
        min-height: var(--target);
        cursor: pointer;
      }

      input {
        width: 1.25rem;
        height: 1.25rem;
        margin: 0;
        accent-color: var(--accent);
      }

      table,
      thead,
      tbody {
        display: block;
      }

      tr {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr);
        column-gap: calc(var(--step) * 3);
        padding-block: calc(var(--step) * 1.25);
        border-bottom: 1px solid var(--line);
        border-inline-start: 3px solid transparent;
        padding-inline-start: calc(var(--step) * 1.5);
        break-inside: avoid;
      }

      .different {
        border-inline-start-color: var(--accent);
      }

      .group {
        padding-top: calc(var(--step) * 3);
        font-weight: 600;
      }

      .group th {
        grid-column: 1 / -1;
        font-weight: 600;
      }

      th,
      td {
        display: block;
        padding: 0;
        text-align: start;
        font-weight: 400;
      }

      thead th {
        color: var(--muted);
        font-size: var(--small);
      }

      .said {
        font-weight: 600;
      }

      .met {
        color: var(--positive);
      }

      .unmet {
        color: var(--negative);
      }

      .open {
        color: var(--muted);
        font-weight: 400;
      }

      @container (max-width: 40rem) {
        thead {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }

        tr {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          row-gap: calc(var(--step) * 0.5);
        }

        tbody th {
          grid-column: 1 / -1;
        }

        .letter {
          display: inline-block;
          margin-inline-end: calc(var(--step) * 0.5);
        }

        .name {
          display: block;
          width: auto;
          border: 0;
          text-align: start;
        }
      }

      @media print {
        .filter {
          display: none;
        }

        tr {
          padding-block: 1.2mm;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {[Assessment, Assessment] | undefined} */
    this.assessments = undefined;
    /** @type {[string, string] | undefined} */
    this.names = undefined;
    /** @type {[Description, Description] | undefined} */
    this.rules = undefined;
    this.working = false;
    this.onlyDifferent = false;
  }

  render() {
    const { description, assessments, messages } = this;
    if (!description || !assessments) return nothing;
    const { comparison, result } = messages;
    const groups = [
      { heading: result.conditions, lines: this.#conditions(description, ...assessments) },
      { heading: result.calculation, lines: this.#values(description, ...assessments) },
      { heading: result.deadlines, lines: this.#deadlines(description, ...assessments) },
      { heading: result.warnings, lines: this.#warnings(description, ...assessments) },
    ];
    const shown = groups
      .map(({ heading, lines }) => ({ heading, lines: this.onlyDifferent ? lines.filter(differs) : lines }))
      .filter(({ lines }) => lines.length > 0);
    return html`
      <label class="filter">
        <input
          type="checkbox"
          .checked=${this.onlyDifferent}
          @change=${(/** @type {Event} */ event) => {
            this.onlyDifferent = /** @type {HTMLInputElement} */ (event.target).checked;
          }}
        />
        ${comparison.onlyDifferent}
      </label>
      ${shown.length === 0 ? html`<p class="muted">${this.names ? comparison.allAlike : comparison.nothingDiffers}</p>` : this.#table(shown)}
    `;
  }

  /**
   * The roles are written out because the arrangement as a grid would take them from the table.
   * @param {{ heading: string, lines: Line[] }[]} groups
   */
  #table(groups) {
    const { comparison } = this.messages;
    const [first, second] = this.names ?? [comparison.first, comparison.second];
    return html`<table role="table" aria-label=${comparison.results}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader">${comparison.item}</th>
          <th role="columnheader">${first}</th>
          <th role="columnheader">${second}</th>
        </tr>
      </thead>
      ${groups.map(
        ({ heading, lines }) => html`<tbody role="rowgroup">
          <tr class="group" role="row"><th role="rowheader" aria-colspan="3">${heading}</th></tr>
          ${lines.map((line) => this.#line(line))}
        </tbody>`,
      )}
    </table>`;
  }

  /** @param {Line} line */
  #line(line) {
    const different = differs(line);
    return html`<tr class=${different ? "different" : ""} role="row">
      <th role="rowheader">
        ${line.label} ${different ? html`<span class="tag different-tag">${this.messages.comparison.different}</span>` : nothing}
      </th>
      ${this.#said(0, line.first)} ${this.#said(1, line.second)}
    </tr>`;
  }

  /**
   * @param {0 | 1} scenario
   * @param {Said} said
   */
  #said(scenario, { text, more, tone = undefined }) {
    const name = this.names ? this.names[scenario] : LETTERS[scenario];
    return html`<td role="cell">
      <p>
        <span class=${this.names ? "letter name" : "letter"} aria-hidden="true">${name}</span
        ><span class="said number ${tone ?? ""}">${text}</span>
      </p>
      ${more ? html`<p class="small muted">${more}</p>` : nothing}
    </td>`;
  }

  /**
   * @param {Description} description
   * @param {Assessment} one
   * @param {Assessment} other
   * @returns {Line[]}
   */
  #conditions({ conditions }, one, other) {
    return conditions.map(({ id, label }) => ({
      id,
      label,
      first: this.#lacks(0, "conditions", id) ?? this.#condition(one, id),
      second: this.#lacks(1, "conditions", id) ?? this.#condition(other, id),
    }));
  }

  /**
   * What is said of a rule that one of two versions does not have.
   * @param {0 | 1} version
   * @param {"conditions" | "values"} list
   * @param {string} id
   * @returns {Said | undefined}
   */
  #lacks(version, list, id) {
    const has = this.rules?.[version][list].some((rule) => rule.id === id) ?? true;
    return has ? undefined : { text: this.messages.comparison.noSuchRule, tone: "open" };
  }

  /**
   * @param {Assessment} assessment
   * @param {string} id
   * @returns {Said}
   */
  #condition({ conditions }, id) {
    const { result } = this.messages;
    const condition = conditions.find((one) => one.id === id);
    const { met = null, explanation } = condition ?? {};
    if (met === null) return { text: result.open, more: explanation, tone: "open" };
    return { text: met ? result.met : result.unmet, more: explanation, tone: met ? "met" : "unmet" };
  }

  /**
   * @param {Description} description
   * @param {Assessment} one
   * @param {Assessment} other
   */
  #values({ values, amount }, one, other) {
    const {
      comparison,
      result: { yuan },
    } = this.messages;
    // What a settled result has no line for, it did without.
    const shown = (/** @type {Assessment} */ { steps, eligibility }, /** @type {string} */ id) =>
      steps.find((step) => step.id === id)?.display ??
      (eligibility === "undetermined" ? undefined : comparison.notUsed);
    const written = (/** @type {Assessment} */ { amount: sum }) =>
      sum === null ? undefined : yuan(groupThousands(sum));
    const lines = [
      ...this.#lines(values, (id) => [one, other].map((assessment) => shown(assessment, id))).map((line) => ({
        ...line,
        first: this.#lacks(0, "values", line.id) ?? line.first,
        second: this.#lacks(1, "values", line.id) ?? line.second,
      })),
      ...this.#lines(amount ? [{ id: "amount", label: amount.label }] : [], () => [one, other].map(written)),
    ];
    return this.working ? lines.map((line) => ({ ...line, ...this.#worked(line, one, other) })) : lines;
  }

  /**
   * @param {Description} description
   * @param {Assessment} one
   * @param {Assessment} other
   */
  #deadlines({ deadlines }, one, other) {
    const given = deadlines.filter(({ id }) => [...one.deadlines, ...other.deadlines].some((date) => date.id === id));
    return this.#lines(given, (id) => [one, other].map((all) => all.deadlines.find((date) => date.id === id)?.date));
  }

  /**
   * @param {Description} description
   * @param {Assessment} one
   * @param {Assessment} other
   */
  #warnings({ warnings }, one, other) {
    const { given, notGiven } = this.messages.comparison;
    const raised = warnings.filter(({ code }) => [...one.warnings, ...other.warnings].some((all) => all.code === code));
    return this.#lines(
      raised.map(({ code, message }) => ({ id: code, label: message })),
      (code) => [one, other].map((all) => (all.warnings.some((warning) => warning.code === code) ? given : notGiven)),
    );
  }

  /**
   * @param {{ id: string, label: string }[]} rules
   * @param {(id: string) => (string | undefined)[]} textsOf
   * @returns {Line[]}
   */
  #lines(rules, textsOf) {
    const { open } = this.messages.result;
    return rules.map(({ id, label }) => {
      const [first, second] = textsOf(id).map((text) => (text === undefined ? { text: open, tone: OPEN } : { text }));
      return { id, label, first: first ?? { text: open }, second: second ?? { text: open } };
    });
  }

  /**
   * The figures put into the formula of a line, on either side.
   * @param {Line} line
   * @param {Assessment} one
   * @param {Assessment} other
   */
  #worked({ id, first, second }, one, other) {
    const worked = (/** @type {Said} */ said, /** @type {Assessment} */ { steps }) => {
      const { formula, substituted, display } = steps.find((step) => step.id === id) ?? {};
      return substituted === formula || substituted === display ? said : { ...said, more: substituted };
    };
    return { first: worked(first, one), second: worked(second, other) };
  }
}

const OPEN = /** @type {const} */ ("open");
const LETTERS = /** @type {const} */ (["A", "B"]);

/** @param {Line} line */
function differs({ first, second }) {
  return first.text !== second.text || first.more !== second.more;
}

customElements.define("wengang-scenario-results", ScenarioResults);
