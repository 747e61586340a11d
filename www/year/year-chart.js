import { css, html, nothing, svg } from "lit";
import { countTicks } from "../next-steps/scale.js";
import { hatching } from "../result/hatching.js";
import { LocalisedElement } from "../shared/localised.js";
import { SizeObserver } from "../shared/size-observer.js";
import { base } from "../styles/base.js";
import { disclosure } from "../styles/disclosure.js";
import { drawing } from "../styles/drawing.js";
import { zones } from "../styles/zones.js";
import { rangesOf, turnsOf } from "./planner.js";
import { percentText } from "./share-text.js";

/** @import { Outcome } from "./planner.js" */

/** @typedef {{ label: string, outcomes: Outcome[] }} Line */

/** At least so many departures are drawn, and at most so many points. */
const LEAST_LEAVING = 6;
const MOST_POINTS = 120;
/** How lines differ besides their colour. */
const DASHES = ["none", "7 4", "2 4", "10 3 2 3"];

/** A limited share, such as the layoff rate, and its limit, as more and more people leave. */
export class YearChart extends LocalisedElement {
  static properties = {
    courses: { attribute: false },
    isCeiling: { attribute: false },
    label: { attribute: false },
    limitLabel: { attribute: false },
    width: { state: true },
    em: { state: true },
  };

  static styles = [
    base,
    zones,
    drawing,
    disclosure,
    css`
      figure {
        break-inside: avoid;
      }

      .limit {
        fill: none;
        stroke: var(--ink);
        stroke-width: 2;
      }

      .limit-label {
        fill: var(--ink);
        font-weight: 600;
        paint-order: stroke;
        stroke: var(--paper);
        stroke-width: 5;
      }

      .course {
        fill: none;
        stroke: var(--accent);
        stroke-width: 2.5;
        stroke-linejoin: round;
      }

      .point {
        fill: var(--accent);
        stroke: var(--paper);
        stroke-width: 1.5;
      }

      .keys {
        display: flex;
        flex-wrap: wrap;
        gap: 0 calc(var(--step) * 2.5);
        margin-top: var(--step);
        color: var(--muted);
        font-size: var(--small);
      }

      .key {
        display: inline-flex;
        align-items: center;
        gap: var(--step);
      }

      .key svg {
        flex: none;
      }

      .scroller {
        overflow-x: auto;
      }

      table {
        border-collapse: collapse;
        font-size: var(--small);
      }

      th,
      td {
        padding: calc(var(--step) * 0.5) calc(var(--step) * 1.5) calc(var(--step) * 0.5) 0;
        border-bottom: 1px solid var(--line);
        text-align: start;
        vertical-align: baseline;
        font-weight: 400;
      }

      thead th {
        color: var(--muted);
      }
    `,
  ];

  /** In the next frame: drawn at once, another height would be a change of size within the same round of the observer. */
  #sizes = new SizeObserver(() => requestAnimationFrame(() => this.#measure()));

  constructor() {
    super();
    /** @type {Line[]} */
    this.courses = [];
    this.isCeiling = true;
    this.label = "";
    this.limitLabel = "";
    /** In pixels, so that text keeps its size. */
    this.width = 560;
    this.em = 14;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#measure();
    this.#sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  #measure() {
    this.width = Math.round(this.getBoundingClientRect().width) || this.width;
    this.em = Number.parseFloat(getComputedStyle(this).fontSize) * 0.875 || this.em;
  }

  /** How many departures are drawn: beyond all that turns, with some room. */
  get #span() {
    const last = Math.max(...this.courses.map(({ outcomes }) => outcomes.length - 1));
    const edges = this.courses.flatMap(({ outcomes }) => [
      ...rangesOf(outcomes).flat(),
      ...turnsOf(outcomes).map(({ left }) => left),
    ]);
    const far = Math.max(0, ...edges.filter((edge) => edge < last));
    return Math.min(last, Math.max(LEAST_LEAVING, Math.ceil(far * 1.3) + 1));
  }

  render() {
    const [first] = this.courses;
    const span = this.#span;
    const isDrawn = span > 0 && first?.outcomes[0]?.value !== undefined && first.outcomes[0].limit !== undefined;
    if (!first || !isDrawn) return nothing;
    const { year: words, answer, result } = this.messages;
    return html`
      <figure role="img" aria-label=${words.chart(this.label)}>
        ${this.#drawing(span, first)}
        <p class="keys" aria-hidden="true">
          ${this.courses.map(
            ({ label }, index) => html`<span class="key">
              <svg width="30" height="12"><path class="course" stroke-dasharray=${DASHES[index] ?? "none"} d="M1 6h28" /></svg>
              ${label}
            </span>`,
          )}
          <span class="key">
            <svg class="swatch" width="18" height="12"><rect class="zone unmet-zone" x="0.5" y="0.5" width="17" height="11" /></svg>
            ${words.fails}
          </span>
        </p>
      </figure>
      <details class="screen-only">
        <summary>${answer.asTable}</summary>
        <div class="scroller" role="region" aria-label=${words.chart(this.label)} tabindex="0">
          <table>
            <thead>
              <tr>
                <th scope="col">${words.leftAxis}</th>
                ${this.courses.map(({ label }) => html`<th scope="col">${label}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${this.#lefts(span).map(
                (left) => html`<tr>
                  <th scope="row">${left}</th>
                  ${this.courses.map(({ outcomes }) => {
                    const { value, limit, eligible } = outcomes[left] ?? {};
                    const verdict = eligible ? result.eligible : result.ineligible;
                    const figure = value === undefined ? "—" : percentText(value, limit);
                    return html`<td>${[figure, verdict].join(this.messages.separator)}</td>`;
                  })}
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }

  /** The departures that are drawn; at what turns, none is skipped. @param {number} span */
  #lefts(span) {
    const step = Math.ceil((span + 1) / MOST_POINTS);
    const turns = this.courses.flatMap(({ outcomes }) => [
      ...rangesOf(outcomes).flatMap(([from, to]) => [from - 1, from, to, to + 1]),
      ...turnsOf(outcomes).flatMap(({ left }) => [left - 1, left]),
    ]);
    const lefts = new Set([...turns.filter((left) => left >= 0 && left <= span), span]);
    for (let left = 0; left <= span; left += step) lefts.add(left);
    return [...lefts].sort((one, other) => one - other);
  }

  /** @param {number} span @param {Line} first */
  #drawing(span, first) {
    const { em, width } = this;
    const { year: words } = this.messages;
    const lefts = this.#lefts(span);
    const figures = (/** @type {"value" | "limit"} */ name, /** @type {Line} */ line) =>
      lefts.map((left) => Number(line.outcomes[left]?.[name] ?? 0) * 100);
    const limits = figures("limit", first);
    const values = this.courses.map((line) => figures("value", line));
    const high = Math.max(...limits) * 1.3;
    const top = Math.max(1, Math.min(high, Math.max(...limits, ...values.flat()) * 1.1));
    const bottom = Math.min(0, Math.max(-top, Math.floor(Math.min(...values.flat()))));
    const ticks = countTicks(Math.ceil(bottom), Math.floor(top), 5);
    const tickWidth = Math.max(...ticks.map((tick) => `${tick}%`.length));
    const left = em * (0.6 * tickWidth + 0.9);
    const right = Math.max(width - em, left + em);
    const up = em * 2;
    const down = up + Math.min(Math.max(width * 0.38, em * 10), em * 17);
    const x = (/** @type {number} */ count) => left + (count / span) * (right - left);
    const y = (/** @type {number} */ percent) => down - ((percent - bottom) / (top - bottom)) * (down - up);
    const step = (/** @type {number} */ index) => (x(lefts[index - 1] ?? 0) + x(lefts[index] ?? 0)) / 2;
    // The limit changes between two counts, at once.
    const limitPath = limits
      .map((limit, index) =>
        index === 0 ? `M${left} ${y(limit)}` : limit === limits[index - 1] ? "" : `H${step(index)}V${y(limit)}`,
      )
      .join("");
    const edge = this.isCeiling ? up : down;
    const labels = limits.flatMap((limit, index) =>
      index === 0 || limit !== limits[index - 1] ? [{ limit, at: index === 0 ? left : step(index) }] : [],
    );
    const isSparse = (right - left) / span > em * 0.9;
    return svg`
      <svg class="drawing" viewBox="0 0 ${width} ${down + em * 3}" aria-hidden="true">
        ${hatching}
        <defs><clipPath id="plot"><rect x=${left - 8} y=${up} width=${right - left + 16} height=${down - up + 8} /></clipPath></defs>
        <text x="0" y=${em}>${this.label}</text>
        <path class="unmet-zone" d="${limitPath}H${right}V${edge}H${left}Z" />
        ${ticks.map(
          (tick) => svg`
            <line class=${tick === 0 ? "axis" : "grid"} x1=${left} x2=${right} y1=${y(tick)} y2=${y(tick)} />
            <text x=${left - em * 0.5} y=${y(tick) + em * 0.35} text-anchor="end">${tick}%</text>`,
        )}
        ${countTicks(0, span, Math.max(2, Math.floor((right - left) / (em * 4)))).map(
          (count) => svg`
            <line class="axis" x1=${x(count)} x2=${x(count)} y1=${down} y2=${down + em * 0.3} />
            <text x=${x(count)} y=${down + em * 1.35} text-anchor="middle">${count}</text>`,
        )}
        <text x=${right} y=${down + em * 2.7} text-anchor="end">${words.leftAxis}</text>
        <path class="limit" d="${limitPath}H${right}" />
        <g clip-path="url(#plot)">
          ${values.map(
            (line, index) =>
              svg`<path class="course" stroke-dasharray=${DASHES[index] ?? "none"}
                d=${line.map((value, at) => `${at ? "L" : "M"}${x(lefts[at] ?? 0)} ${y(value)}`).join("")} />`,
          )}
          ${
            isSparse
              ? values.flatMap((line) =>
                  line.map((value, at) => svg`<circle class="point" cx=${x(lefts[at] ?? 0)} cy=${y(value)} r="4" />`),
                )
              : nothing
          }
        </g>
        ${labels.map(
          ({ limit, at }) =>
            svg`<text class="limit-label" x=${Math.min(at + em * 0.4, right - em * 5)} y=${y(limit) - em * 0.45}>${
              this.isCeiling ? words.limit : words.floor
            } ${percentText(String(limit / 100))}</text>`,
        )}
      </svg>`;
  }
}

customElements.define("wengang-year-chart", YearChart);
