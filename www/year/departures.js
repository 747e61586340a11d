import { css, html, nothing } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { rangesOf } from "./planner.js";
import { percentText } from "./share-text.js";
import "./year-chart.js";

/** @import { Outcome, Plan, Planner, Way } from "./planner.js" */

/** What each departure changes, and how many more there may be: in words, and drawn. */
export class Departures extends LocalisedElement {
  static properties = { plan: { attribute: false }, planner: { attribute: false } };

  static styles = [
    base,
    css`
      h3 {
        padding-bottom: calc(var(--step) * 1.5);
      }

      wengang-year-chart {
        margin-top: calc(var(--step) * 3);
      }

      .scroller {
        overflow-x: auto;
      }

      .ways {
        width: 100%;
        border-collapse: collapse;
      }

      .ways :is(th, td) {
        padding: calc(var(--step) * 1) calc(var(--step) * 2) calc(var(--step) * 1) 0;
        border-bottom: 1px solid var(--line);
        text-align: start;
        vertical-align: baseline;
        font-weight: 400;
      }

      .ways thead th {
        color: var(--muted);
        font-size: var(--small);
      }

      .ways td {
        min-width: 6.5em;
      }

      .ways td.may {
        font-weight: 600;
      }

      .outcome {
        white-space: nowrap;
      }

      .unmet {
        color: var(--negative);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Plan | undefined} */
    this.plan = undefined;
    /** @type {Planner | undefined} */
    this.planner = undefined;
  }

  /** @param {number} count */
  #quantity(count) {
    return this.messages.answer.quantity(count, this.planner?.year.staff?.inputs[0]?.unit);
  }

  render() {
    const { plan, planner } = this;
    if (!plan || !planner) return nothing;
    const { year: words } = this.messages;
    const { measure } = planner;
    return html`
      <h3 id="ways">${words.ways}</h3>
      <div class="scroller" role="region" aria-labelledby="ways" tabindex="0">
        <table class="ways">
          <thead>
            <tr>
              <th scope="col">${words.way}</th>
              <th scope="col">${words.after}</th>
              <th scope="col">${words.may}</th>
            </tr>
          </thead>
          <tbody>
            ${plan.courses.map(
              ({ way, outcomes }) => html`<tr>
                <th scope="row">${this.#wayText(way)}</th>
                <td class="number">${this.#after(outcomes[1])}</td>
                <td class="number may">${this.#mayLeave(outcomes)}</td>
              </tr>`,
            )}
            <tr>
              <th scope="row">${words.joining}</th>
              <td class="number">${this.#after(plan.oneMore)}</td>
              <td></td>
            </tr>
          </tbody>
        </table>
      </div>
      ${
        measure
          ? html`<wengang-year-chart
            .courses=${plan.courses.filter(({ outcomes }) => sameLimits(outcomes, plan.courses[0]?.outcomes)).map(({ way, outcomes }) => ({ label: this.#wayText(way), outcomes }))}
            .isCeiling=${measure.isCeiling}
            .label=${planner.labelOf(measure.value)}
            .limitLabel=${planner.labelOf(measure.limit)}
            .locale=${this.locale}
          ></wengang-year-chart>`
          : nothing
      }
    `;
  }

  /** @param {Way} way */
  #wayText({ counts, atOnce }) {
    const { year: words, separator } = this.messages;
    const planner = /** @type {Planner} */ (this.planner);
    const who = counts ? words.counted(counts.label) : planner.kinds.length > 0 ? words.leavingOther : words.leaving;
    return planner.isByMonth ? [who, atOnce ? words.atOnce : words.inDecember].join(separator) : who;
  }

  /** @param {Outcome | undefined} outcome */
  #after(outcome) {
    if (!outcome) return "—";
    const { result, answer, separator } = this.messages;
    const { value, limit, eligible } = outcome;
    const figures =
      value === undefined || limit === undefined
        ? []
        : [
            percentText(value, limit),
            this.planner?.measure?.isCeiling === false
              ? answer.floor(percentText(limit))
              : answer.ceiling(percentText(limit)),
          ];
    const verdict = eligible === null ? "—" : eligible ? result.eligible : result.ineligible;
    return html`${figures.map((figure) => `${figure}${separator}`)}<span class="outcome ${eligible === false ? "unmet" : ""}"
        >${verdict}</span
      >`;
  }

  /** @param {Outcome[]} outcomes */
  #mayLeave(outcomes) {
    const { year: words, answer } = this.messages;
    const [first, ...others] = rangesOf(outcomes);
    const text = (/** @type {[number, number]} */ [from, to]) =>
      from === to ? this.#quantity(from) : words.range(String(from), this.#quantity(to));
    const last = outcomes.length - 1;
    if (!first) return words.notNow;
    if (first[0] > 0) return [words.notNow, words.also([first, ...others].map(text))].join(this.messages.separator);
    const most =
      first[1] === 0
        ? words.none
        : first[1] === last
          ? words.all(this.#quantity(last))
          : answer.atMost(this.#quantity(first[1]));
    return others.length === 0 ? most : [most, words.also(others.map(text))].join(this.messages.separator);
  }
}

/** Whether the limit is the same however many leave: others are drawn under another one. @param {Outcome[]} one @param {Outcome[]} [other] */
function sameLimits(one, other = []) {
  return one.every(({ limit }, left) => limit === other[left]?.limit);
}

customElements.define("wengang-departures", Departures);
