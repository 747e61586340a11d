import { css, html, nothing } from "lit";
import { plotOf } from "../plot.js";
import { base } from "../styles/base.js";
import { disclosure } from "../styles/disclosure.js";
import { countsOf, whatIfs } from "../what-if.js";
import "./amount-chart.js";
import "./amount-table.js";
import { LocalisedElement } from "./localised.js";

/** @import { PropertyValues } from "lit" */
/** @import { Description } from "wengang" */
/** @import { Evaluation } from "../evaluation.js" */
/** @import { Plot } from "../plot.js" */
/** @import { WhatIf } from "../what-if.js" */

/**
 * How the result would change with the counts answered: for which it is eligible, how far the present ones are from the
 * turn, and the amount over one of them.
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
    disclosure,
    css`
      section {
        margin-bottom: calc(var(--step) * 4);
      }

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
    const { description, evaluation, locale, today } = this;
    if (!description || !evaluation) return;
    if (changed.has("description") && changed.get("description")?.id !== description.id) {
      this.chosen = undefined;
      this.plot = undefined;
    }
    const situation = JSON.stringify([description.id, evaluation.inputs, evaluation.asked]);
    const isNew = situation !== this.#situation || changed.has("description");
    this.#situation = situation;
    if (isNew) this.#whatIfs = whatIfs(description, evaluation, { locale, today });
    // At once: what lies below would slip away under a pointer if the chart came later.
    if (isNew || changed.has("chosen")) this.#plot();
  }

  /** The counts that a chart can be drawn over, the one the first sentence is about before the others. */
  get #counts() {
    const { description, evaluation } = this;
    if (!description || !evaluation) return [];
    const rank = (/** @type {string} */ field) => {
      const place = this.#whatIfs.findIndex(({ input }) => input.id === field);
      return place < 0 ? this.#whatIfs.length : place;
    };
    return countsOf(description, evaluation).sort((one, other) => rank(one.input.id) - rank(other.input.id));
  }

  #plot() {
    const { description, evaluation, locale, today } = this;
    this.plot = undefined;
    if (!description?.amount || !evaluation) return;
    for (const count of this.#counts) {
      if (this.chosen !== undefined && this.chosen !== count.input.id) continue;
      const ranges = this.#whatIfs.find(({ input }) => input.id === count.input.id)?.ranges ?? [];
      this.plot = plotOf(description, evaluation, count, ranges, { locale, today });
      if (this.plot) return;
    }
  }

  render() {
    const [nearest, ...others] = this.#whatIfs;
    const chart = this.#chart();
    if (!nearest && chart === nothing) return nothing;
    const { answer } = this.messages;
    return html`
      <section>
        <h3>${answer.whatIf}</h3>
        ${nearest ? this.#field(nearest) : nothing}
        ${
          others.length > 0
            ? html`<details class="screen-only">
                <summary>${answer.more}</summary>
                ${others.map((other) => this.#field(other))}
              </details>`
            : nothing
        }
        ${chart}
      </section>
    `;
  }

  #chart() {
    const { plot, chosen, locale } = this;
    const label = this.description?.amount?.label ?? "";
    const fields = this.#counts.map(({ input }) => input);
    const over = fields.find(({ id }) => id === (plot?.input.id ?? chosen));
    if (!over) return nothing;
    const { answer } = this.messages;
    return html`
      <div class="chart">
        ${
          fields.length > 1
            ? html`<p class="over screen-only">
                <label for="over">${answer.chartOver(label)}</label>
                <select
                  id="over"
                  @change=${(/** @type {Event} */ event) => {
                    this.chosen = /** @type {HTMLSelectElement} */ (event.target).value;
                  }}
                >
                  ${fields.map(({ id, label }) => html`<option value=${id} .selected=${id === over.id}>${label}</option>`)}
                </select>
              </p>`
            : nothing
        }
        <h4 class=${fields.length > 1 ? "print-only" : ""}>${answer.chart(label, over.label)}</h4>
        ${
          plot
            ? html`
                <wengang-amount-chart .plot=${plot} .label=${label} .locale=${locale}></wengang-amount-chart>
                <wengang-amount-table .plot=${plot} .label=${label} .locale=${locale}></wengang-amount-table>
              `
            : html`<p class="muted">${answer.noChange}</p>`
        }
      </div>
    `;
  }

  /** @param {WhatIf} whatIf */
  #field(whatIf) {
    return html`<div class="field">
      <h4>${whatIf.input.label}</h4>
      <p>${this.#ranges(whatIf)}</p>
      <p>${this.#change(whatIf)}</p>
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
