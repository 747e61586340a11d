import { css, html, nothing } from "lit";
import { groupThousands } from "../answers/number-text.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { plotOf } from "./plot.js";
import { alternatives, movingQuantities, whatIfs } from "./turning-points.js";
import "./amount-chart.js";
import "./amount-table.js";

/** @import Big from "big.js" */
/** @import { PropertyValues } from "lit" */
/** @import { Description } from "wengang" */
/** @import { Evaluation } from "../answers/evaluation.js" */
/** @import { Plot } from "./plot.js" */
/** @import { Alternative, Quantity, WhatIf } from "./turning-points.js" */

/**
 * How the result would change with the answers: for which counts it is eligible and how far the present ones are from the
 * turn, what another choice would give, and the amount over one figure. What would change nothing is not offered.
 */
export class WhatIfList extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    evaluation: { attribute: false },
    today: { attribute: false },
    chosen: { state: true },
    plot: { state: true },
  };

  static styles = [
    base,
    css`
      h3 {
        padding-bottom: var(--step);
      }

      .field {
        padding-block: calc(var(--step) * 1.5);
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      h4 {
        font-size: var(--text);
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        column-gap: calc(var(--step) * 2);
      }

      .line strong {
        font-weight: 600;
      }

      .chart {
        padding-top: calc(var(--step) * 1.5);
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      .over {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: calc(var(--step) * 0.5) var(--step);
        margin-bottom: var(--step);
      }

      select {
        flex: 1 1 12rem;
        min-width: 0;
        max-width: 100%;
        min-height: var(--target);
        padding: 0 var(--step);
        border: 1px solid var(--control-line);
        border-radius: var(--radius);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
      }
    `,
  ];

  /** @type {WhatIf[]} */
  #whatIfs = [];
  /** @type {Alternative[]} */
  #alternatives = [];
  /** What a chart can be drawn over. @type {Quantity[]} */
  #quantities = [];
  /** Everything that the sentences and the chart depend on, to work them out only where it has changed. */
  #situation = "";

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Evaluation | undefined} */
    this.evaluation = undefined;
    this.today = "";
    /** The field whose chart was asked for. @type {string | undefined} */
    this.chosen = undefined;
    /** @type {Plot | undefined} */
    this.plot = undefined;
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    const { description, evaluation } = this;
    if (!description || !evaluation) return;
    if (changed.has("description") && changed.get("description")?.id !== description.id) {
      this.chosen = undefined;
      this.plot = undefined;
    }
    const situation = JSON.stringify([description.id, evaluation.inputs, evaluation.asked]);
    const isNew = situation !== this.#situation || changed.has("description");
    this.#situation = situation;
    if (isNew) this.#lookAround(description, evaluation);
    // At once: what lies below would slip away under a pointer if the chart came later.
    if (isNew || changed.has("chosen")) this.#plot();
    this.hidden = this.#whatIfs.length + this.#alternatives.length === 0 && !this.plot;
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   */
  #lookAround(description, evaluation) {
    const { locale, today } = this;
    const options = { locale, today };
    this.#whatIfs = whatIfs(description, evaluation, options);
    // Without a result there is nothing that could become another one.
    const isOpen = evaluation.assessment.missing.length > 0;
    this.#alternatives = isOpen ? [] : alternatives(description, evaluation, options);
    const nearestFirst = (/** @type {Quantity} */ { input }) => {
      const place = this.#whatIfs.findIndex((whatIf) => whatIf.input.id === input.id);
      return place < 0 ? this.#whatIfs.length : place;
    };
    this.#quantities = movingQuantities(description, evaluation, this.#whatIfs, options).sort(
      (one, other) => nearestFirst(one) - nearestFirst(other),
    );
  }

  #plot() {
    const { description, evaluation, locale, today } = this;
    this.plot = undefined;
    if (!description?.amount || !evaluation) return;
    for (const quantity of this.#quantities) {
      if (this.chosen !== undefined && this.chosen !== quantity.input.id) continue;
      const ranges = this.#whatIfs.find(({ input }) => input.id === quantity.input.id)?.ranges ?? [];
      this.plot = plotOf(description, evaluation, quantity, ranges, { locale, today });
      if (this.plot) return;
    }
    if (this.chosen !== undefined) {
      this.chosen = undefined;
      this.#plot();
    }
  }

  render() {
    if (this.hidden) return nothing;
    return html`
      <h3>${this.messages.answer.whatIf}</h3>
      ${this.#whatIfs.map((whatIf) => this.#field(whatIf))} ${this.#otherAnswers()} ${this.#chart()}
    `;
  }

  #otherAnswers() {
    if (this.#alternatives.length === 0) return nothing;
    const { answer } = this.messages;
    return html`<div class="field">
      <h4>${answer.otherAnswers}</h4>
      <ul>
        ${this.#alternatives.map(
          ({ input, answer: instead, outcome }) => html`<li class="line">
            <span>${answer.answered(input.label, instead)}</span> <strong class="number">${this.#outcome(outcome)}</strong>
          </li>`,
        )}
      </ul>
    </div>`;
  }

  /** @param {Alternative["outcome"]} outcome */
  #outcome({ yuan }) {
    const { answer, result, separator } = this.messages;
    if (yuan === null) return "";
    const inYuan = (/** @type {Big} */ amount) => result.yuan(groupThousands(amount.toFixed(2)));
    const now = this.evaluation?.assessment.amount;
    if (now === null || now === undefined || yuan.eq(now)) return inYuan(yuan);
    const by = yuan.minus(now);
    return [inYuan(yuan), by.gt(0) ? answer.moreBy(inYuan(by)) : answer.lessBy(inYuan(by.abs()))].join(separator);
  }

  #chart() {
    const { plot, locale } = this;
    const label = this.description?.amount?.label ?? "";
    const fields = this.#quantities.map(({ input }) => input);
    if (!plot) return nothing;
    const { answer } = this.messages;
    return html`
      <div class="chart">
        ${
          fields.length > 1
            ? html`<p class="over">
                <label for="over">${answer.chartOver(label)}</label>
                <select
                  id="over"
                  @change=${(/** @type {Event} */ event) => {
                    this.chosen = /** @type {HTMLSelectElement} */ (event.target).value;
                  }}
                >
                  ${fields.map(
                    ({ id, label }) => html`<option value=${id} .selected=${id === plot.input.id}>${label}</option>`,
                  )}
                </select>
              </p>`
            : nothing
        }
        ${fields.length > 1 ? nothing : html`<h4>${answer.chart(label, plot.input.label)}</h4>`}
        <wengang-amount-chart .plot=${plot} .label=${label} .locale=${locale}></wengang-amount-chart>
        <wengang-amount-table .plot=${plot} .label=${label} .locale=${locale}></wengang-amount-table>
      </div>
    `;
  }

  /** @param {WhatIf} whatIf */
  #field(whatIf) {
    return html`<div class="field">
      <h4>${whatIf.input.label}</h4>
      <p>${this.#ranges(whatIf)} ${this.#change(whatIf)}</p>
    </div>`;
  }

  /** @param {WhatIf} whatIf */
  #ranges({ input, ranges }) {
    const { answer } = this.messages;
    const quantity = (/** @type {number} */ count) => answer.quantity(count, input.unit);
    return answer.eligibleWith(
      ranges.map(([from, to]) => {
        if (to === null) return answer.atLeast(quantity(from));
        if (to === from) return quantity(to);
        if (from <= Number(input.min ?? 0)) return answer.atMost(quantity(to));
        return answer.between(answer.quantity(from), quantity(to));
      }),
    );
  }

  /** @param {WhatIf} whatIf */
  #change({ input: { unit }, present, eligible, down, up }) {
    const { answer } = this.messages;
    const now = answer.quantity(present, unit);
    const by = (/** @type {number | undefined} */ count) => (count ? answer.quantity(count, unit) : "");
    if (!eligible) return answer.wouldHaveTo(now, by(down), by(up));
    if (down || up) return answer.mayChange(now, by(down), by(up));
    return answer.atTheEdge(now, down === 0, up === 0);
  }
}

customElements.define("wengang-what-if", WhatIfList);
