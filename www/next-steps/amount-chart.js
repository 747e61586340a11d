import Big from "big.js";
import { css, html, nothing, svg } from "lit";
import { groupThousands } from "../answers/number-text.js";
import { hatching } from "../result/hatching.js";
import { LocalisedElement } from "../shared/localised.js";
import { SizeObserver } from "../shared/size-observer.js";
import { base } from "../styles/base.js";
import { drawing } from "../styles/drawing.js";
import { zones } from "../styles/zones.js";
import { amountTicks, countTicks, inUnit } from "./scale.js";

/** @import { PropertyValues } from "lit" */
/** @import { Plot, Point } from "./plot.js" */

/** Keys and by how many points they move the cursor. @type {Record<string, number>} */
const MOVES = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The amount over one count: a line with its cliffs, the present count marked, and a cursor that reads out any other. */
export class AmountChart extends LocalisedElement {
  static properties = {
    plot: { attribute: false },
    label: { attribute: false },
    cursor: { state: true },
    width: { state: true },
    em: { state: true },
  };

  static styles = [
    base,
    zones,
    drawing,
    css`
      .chart {
        border-radius: var(--radius);
        touch-action: pan-y;
        cursor: crosshair;
        break-inside: avoid;
      }

      .cliff {
        stroke: var(--ink);
        stroke-dasharray: 4 3;
      }

      .cliff-label,
      .present-label {
        fill: var(--ink);
        font-weight: 600;
      }

      /* Lines of other cliffs stop short of the words. */
      .cliff-label {
        paint-order: stroke;
        stroke: var(--paper);
        stroke-width: 5;
      }

      .amount {
        fill: none;
        stroke: var(--accent);
        stroke-width: 2.5;
        stroke-linejoin: round;
      }

      .present {
        fill: var(--accent);
        stroke: var(--paper);
        stroke-width: 2;
      }

      .cursor {
        fill: var(--paper);
        stroke: var(--ink);
        stroke-width: 2;
      }

      .reading {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        column-gap: calc(var(--step) * 2);
        margin-top: calc(var(--step) * 0.5);
        font-size: var(--small);
      }

      .key {
        display: inline-flex;
        align-items: center;
        gap: var(--step);
        color: var(--muted);
      }
    `,
  ];

  /** In the next frame: drawn at once, another height would be a change of size within the same round of the observer. */
  #sizes = new SizeObserver(() => requestAnimationFrame(() => this.#measure()));

  constructor() {
    super();
    /** @type {Plot | undefined} */
    this.plot = undefined;
    /** What the amount is called. */
    this.label = "";
    /** Index of the point that is read out; undefined for the present one. @type {number | undefined} */
    this.cursor = undefined;
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

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if (!changed.has("plot")) return;
    const before = changed.get("plot");
    const after = this.plot;
    if (before?.input.id !== after?.input.id || presentOf(before) !== presentOf(after)) this.cursor = undefined;
  }

  /** @param {Plot} plot */
  #at({ points, present }) {
    return Math.min(this.cursor ?? present, points.length - 1);
  }

  /** @param {Point | undefined} point */
  #read(point) {
    if (!this.plot || !point) return "";
    const { answer, result } = this.messages;
    const amount = point.yuan === null ? result.amountPending : result.yuan(groupThousands(point.yuan.toFixed(2)));
    const verdict = point.eligible === null ? "" : point.eligible ? result.eligible : result.ineligible;
    return answer.reads(answer.quantity(point.count, this.plot.input.unit), [amount, verdict].filter(Boolean));
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const by = MOVES[event.key];
    if (!this.plot || by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.cursor = Math.min(Math.max(this.#at(this.plot) + by, 0), this.plot.points.length - 1);
  }

  /** @param {PointerEvent} event */
  #point(event) {
    // What scrolls under a pointer at rest is not pointed at.
    const rests = event.type === "pointermove" && event.movementX === 0 && event.movementY === 0;
    if (!this.plot || rests) return;
    const { points } = this.plot;
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const { left, right, toCount } = this.#layout(this.plot);
    const x = ((event.clientX - box.left) * this.width) / box.width;
    const count = toCount(Math.min(Math.max(x, left), right));
    const distances = points.map((point) => Math.abs(point.count - count));
    this.cursor = distances.indexOf(Math.min(...distances));
  }

  /**
   * Where everything lies, in pixels.
   * @param {Plot} plot
   */
  #layout({ points, cliffs, input }) {
    const { em, width } = this;
    const { answer } = this.messages;
    const from = points[0]?.count ?? 0;
    const to = points[points.length - 1]?.count ?? 0;
    const largest = points.reduce((most, { yuan }) => (yuan?.gt(most) ? yuan : most), new Big("0.01"));
    const ticks = amountTicks(largest);
    const top = ticks[ticks.length - 1] ?? largest;
    const unit = answer.moneyUnits.find(({ places }) => places === 0 || top.gte(new Big(10).pow(places + 1))) ?? {
      places: 0,
      name: "",
    };
    const amounts = ticks.map((yuan) => ({ yuan, text: inUnit(yuan, unit.places) }));
    const left = em * (0.6 * Math.max(...amounts.map(({ text }) => text.length)) + 0.8);
    // Where there is no room for a chart it is cut off, and not turned round.
    const right = Math.max(width - em * 1.6, left + em);
    const x = (/** @type {number} */ count) => left + ((count - from) / (to - from || 1)) * (right - left);
    const labels = stack(
      cliffs.map(({ count, begins }) => {
        const quantity = answer.quantity(count, input.unit);
        const text = begins ? answer.from(quantity) : answer.upTo(quantity);
        return { text, width: em * widthOf(text), x: x(begins ? count - 0.5 : count + 0.5) };
      }),
      { left, right },
    );
    const rows = Math.max(0, ...labels.map(({ row }) => row + 1));
    const high = em * (1.5 + 1.35 * rows + 0.4);
    const low = high + Math.min(Math.max(width * 0.3, em * 8), em * 13);
    const y = (/** @type {Big} */ yuan) => low - (Number(yuan) / Number(top)) * (low - high);
    const toCount = (/** @type {number} */ at) => from + ((at - left) / (right - left)) * (to - from);
    return {
      left,
      right,
      high,
      low,
      x,
      y,
      toCount,
      amounts,
      unit: unit.name,
      labels,
      from,
      to,
      height: low + em * 3.1,
    };
  }

  render() {
    const { plot, messages } = this;
    if (!plot) return nothing;
    const { answer, result } = messages;
    const { points } = plot;
    const at = this.#at(plot);
    const point = points[at];
    return html`
      <div
        class="chart"
        role="slider"
        tabindex="0"
        aria-label=${answer.chart(this.label, plot.input.label)}
        aria-valuemin=${points[0]?.count ?? 0}
        aria-valuemax=${points[points.length - 1]?.count ?? 0}
        aria-valuenow=${point?.count ?? 0}
        aria-valuetext=${this.#read(point)}
        @keydown=${this.#move}
        @pointermove=${this.#point}
        @pointerdown=${this.#point}
      >
        ${this.#drawing(plot, at)}
      </div>
      <p class="reading">
        <span class="now number">${this.#read(point)}</span>
        ${
          points.some(({ eligible }) => eligible === false)
            ? html`<span class="key" aria-hidden="true">
                <svg class="swatch" width="18" height="12"><rect class="unmet-zone" width="18" height="12" /></svg>
                ${result.ineligible}
              </span>`
            : nothing
        }
      </p>
    `;
  }

  /**
   * @param {Plot} plot
   * @param {number} at
   */
  #drawing(plot, at) {
    const { em, width } = this;
    const { answer } = this.messages;
    const { points, present, input } = plot;
    const layout = this.#layout(plot);
    const { left, right, high, low, x, y, amounts, unit, labels, from, to, height } = layout;
    const [now, read] = [points[present], points[at]];
    const nowText = answer.now(answer.quantity(now?.count ?? 0, input.unit));
    return svg`
      <svg class="drawing" viewBox="0 0 ${width} ${height}" aria-hidden="true">
        ${hatching}
        <text x=${left} y=${em}>${answer.axisUnit(this.label, unit)}</text>
        ${unmet(points, x).map(
          ([start, end]) =>
            svg`<rect class="unmet-zone" x=${start} y=${high} width=${end - start} height=${low - high} />`,
        )}
        ${amounts.map(
          ({ yuan, text }) => svg`
            <line class=${yuan.eq(0) ? "axis" : "grid"} x1=${left} x2=${right} y1=${y(yuan)} y2=${y(yuan)} />
            <text x=${left - em * 0.5} y=${y(yuan) + em * 0.35} text-anchor="end">${text}</text>`,
        )}
        ${countTicks(
          from,
          to,
          Math.max(2, Math.floor((right - left) / (em * Math.max(5, 2 + widthOf(groupThousands(String(to))))))),
        ).map(
          (count) => svg`
            <line class="axis" x1=${x(count)} x2=${x(count)} y1=${low} y2=${low + em * 0.3} />
            <text x=${x(count)} y=${low + em * 1.35} text-anchor="middle">${groupThousands(String(count))}</text>`,
        )}
        ${labels.map(
          ({ x, row }) => svg`<line class="cliff" x1=${x} x2=${x} y1=${em * (2.8 + 1.35 * row)} y2=${low} />`,
        )}
        ${labels.map(
          ({ text, start, row }) =>
            svg`<text class="cliff-label" x=${start} y=${em * (2.5 + 1.35 * row)}>${text}</text>`,
        )}
        <path class="amount" d=${line(points, x, y)} />
        ${
          now && now.yuan !== null
            ? svg`
              <line class="axis" x1=${x(now.count)} x2=${x(now.count)} y1=${y(now.yuan)} y2=${low + em * 0.3} />
              <circle class="present" cx=${x(now.count)} cy=${y(now.yuan)} r="6" />`
            : nothing
        }
        ${
          now &&
          svg`<text
            class="present-label"
            x=${Math.min(Math.max(x(now.count), left + (em * widthOf(nowText)) / 2), right - (em * widthOf(nowText)) / 2)}
            y=${low + em * 2.75}
            text-anchor="middle"
          >${nowText}</text>`
        }
        ${
          read && read.yuan !== null && at !== present
            ? svg`<circle class="cursor" cx=${x(read.count)} cy=${y(read.yuan)} r="6" />`
            : nothing
        }
      </svg>`;
  }
}

/** @param {Plot | undefined} plot */
const presentOf = (plot) => plot?.points[plot.present]?.count;

/**
 * The line through the points. Between two counts the verdict turns at once; elsewhere the amount goes straight on.
 * @param {Point[]} points
 * @param {(count: number) => number} x
 * @param {(yuan: Big) => number} y
 */
function line(points, x, y) {
  let path = "";
  /** @type {Point | undefined} */
  let before;
  for (const point of points) {
    if (point.yuan !== null) {
      const end = `${x(point.count)} ${y(point.yuan)}`;
      if (before?.yuan === undefined || before.yuan === null) path += `M${end}`;
      else if (before.eligible === point.eligible) path += `L${end}`;
      else path += `H${(x(before.count) + x(point.count)) / 2}V${y(point.yuan)}H${x(point.count)}`;
    }
    before = point;
  }
  return path;
}

/**
 * From where to where the condition is not met.
 * @param {Point[]} points
 * @param {(count: number) => number} x
 */
function unmet(points, x) {
  /** @type {[number, number][]} */
  const stretches = [];
  for (const [index, { count, eligible }] of points.entries()) {
    if (eligible !== false) continue;
    const [before, after] = [points[index - 1], points[index + 1]];
    const start = before ? (x(before.count) + x(count)) / 2 : x(count);
    const end = after ? (x(after.count) + x(count)) / 2 : x(count);
    const last = stretches[stretches.length - 1];
    if (last && before?.eligible === false) last[1] = end;
    else stretches.push([start, end]);
  }
  return stretches;
}

/**
 * Labels over their places, moved up a row where they would run into each other, and in from the edges.
 * @param {{ text: string, width: number, x: number }[]} labels
 * @param {{ left: number, right: number }} edges
 */
function stack(labels, { left, right }) {
  /** @type {number[]} */
  const ends = [];
  return labels.map((label) => {
    const start = Math.min(Math.max(label.x - label.width / 2, left), right - label.width);
    const free = ends.findIndex((end) => end < start);
    const row = free < 0 ? ends.length : free;
    ends[row] = start + label.width;
    return { ...label, start, row };
  });
}

/** Roughly how many times its height a text is wide. @param {string} text */
const widthOf = (text) => [...text].reduce((sum, character) => sum + (character > "\u2e80" ? 1.05 : 0.62), 0.4);

customElements.define("wengang-amount-chart", AmountChart);
