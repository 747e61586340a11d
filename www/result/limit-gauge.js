import { css, html, nothing, svg } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { zones } from "../styles/zones.js";
import { hatching } from "./hatching.js";

/** @import { Gauge } from "./gauge.js" */

/** Beside the limit, "0" is written only where the two do not run into each other. */
const ROOM_FOR_ZERO = 14;

/** How a rate stands to its limit: the limit as a mark on a line, the part beyond it hatched, the rate pointing at its place. */
export class LimitGauge extends LocalisedElement {
  static properties = { gauge: { attribute: false } };

  static styles = [
    base,
    zones,
    css`
      figure {
        padding-block: calc(var(--step) * 0.5);
        max-width: 34rem;
        break-inside: avoid;
      }

      .drawing {
        display: block;
        width: 100%;
        height: 4.4em;
        overflow: visible;
        font-size: var(--small);
        font-variant-numeric: tabular-nums;
      }

      text {
        fill: var(--ink);
      }

      .scale {
        fill: var(--muted);
      }

      .value {
        font-weight: 600;
      }

      .pointer {
        fill: var(--ink);
      }

      .limit {
        stroke: var(--ink);
        stroke-width: 2;
      }

      .zero {
        stroke: var(--control-line);
      }

      .keys {
        display: flex;
        flex-wrap: wrap;
        column-gap: calc(var(--step) * 2.5);
        color: var(--muted);
        font-size: var(--small);
      }

      .key {
        display: inline-flex;
        align-items: center;
        gap: var(--step);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Gauge | undefined} */
    this.gauge = undefined;
  }

  render() {
    if (!this.gauge) return nothing;
    const { label, value, limit, met, isCeiling, meets, fails, places } = this.gauge;
    const { result, answer } = this.messages;
    const limitText = isCeiling ? answer.ceiling(limit) : answer.floor(limit);
    const summary = [`${label} ${value}`, limitText, met ? result.met : result.unmet].join(this.messages.separator);
    const [below, above] = isCeiling ? ["met-zone", "unmet-zone"] : ["unmet-zone", "met-zone"];
    const zero = places.zero;
    return html`
      <figure role="img" aria-label=${summary}>
        <svg class="drawing" aria-hidden="true">
          ${hatching}
          <rect class="zone ${below}" x="0" y="1.75em" width="${places.limit}%" height="0.8em" />
          <rect class="zone ${above}" x="${places.limit}%" y="1.75em" width="${100 - places.limit}%" height="0.8em" />
          ${
            Math.abs(zero - places.limit) < ROOM_FOR_ZERO
              ? nothing
              : svg`
                <line class="zero" x1="${zero}%" x2="${zero}%" y1="2.55em" y2="2.85em" />
                <text class="scale" x="${zero}%" y="3.9em" text-anchor=${anchor(zero)}>0</text>`
          }
          <line class="limit" x1="${places.limit}%" x2="${places.limit}%" y1="1.5em" y2="2.95em" />
          <text class="scale" x="${places.limit}%" y="3.9em" text-anchor=${anchor(places.limit)}>${limitText}</text>
          <svg class="pointer" x="${places.value}%" y="1.3em" overflow="visible"><path d="M-6 0h12l-6 9z" /></svg>
          <text class="value" x="${places.value}%" y="0.95em" text-anchor=${anchor(places.value)}>${value}</text>
        </svg>
        <p class="keys" aria-hidden="true">
          <span class="key">${swatch("met-zone")} ${result.met} ${meets}</span>
          <span class="key">${swatch("unmet-zone")} ${result.unmet} ${fails}</span>
        </p>
      </figure>
    `;
  }
}

/** Where the text stands to its place, so that it stays within the drawing. @param {number} place */
function anchor(place) {
  if (place < 20) return "start";
  return place > 80 ? "end" : "middle";
}

/** @param {"met-zone" | "unmet-zone"} zone */
const swatch = (zone) => html`
  <svg class="swatch" width="18" height="12">
    <rect class="zone ${zone}" x="0.5" y="0.5" width="17" height="11" />
  </svg>`;

customElements.define("wengang-limit-gauge", LimitGauge);
