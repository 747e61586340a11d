import { css, html } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";

/** @import { Filters } from "../shared/filters.js" */

/**
 * @typedef {NonNullable<Filters["topic"]>} FilterTopic
 *
 * What pressing a tile tells: its topic, or none where it was pressed before.
 * @typedef {CustomEvent<{ topic: FilterTopic | undefined }>} TopicEvent
 */

/** What one may want to know, as tiles; the one that is pressed narrows the list below. */
export class TopicTiles extends LocalisedElement {
  static properties = { topics: { attribute: false }, chosen: { attribute: false } };

  static styles = [
    base,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: calc(var(--step) * 1.5);
      }

      li {
        flex: 1 1 min(11rem, 50% - var(--step));
      }

      button {
        display: flex;
        flex-direction: column;
        width: 100%;
        height: 100%;
        padding: calc(var(--step) * 1.5) calc(var(--step) * 2);
        border: 1px solid var(--control-line);
        border-radius: var(--radius);
        background: var(--paper);
        text-align: start;
        cursor: pointer;
      }

      button:hover {
        border-color: var(--accent);
      }

      button[aria-pressed="true"] {
        border-color: var(--accent);
        box-shadow: inset 0 0 0 1px var(--accent);
        background: var(--accent-ground);
      }

      .name {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--step);
        width: 100%;
        font-size: calc(var(--text) * 1.0625);
        font-weight: 600;
      }

      .count {
        flex: none;
        color: var(--muted);
        font-size: var(--small);
        font-weight: 400;
      }

      .hint {
        color: var(--muted);
        font-size: var(--small);
        line-height: 1.45;
        text-wrap: balance;
      }

      @media (forced-colors: active) {
        button[aria-pressed="true"] {
          border: 3px solid Highlight;
        }
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {{ topic: FilterTopic, count: number }[]} */
    this.topics = [];
    /** @type {FilterTopic | undefined} */
    this.chosen = undefined;
  }

  render() {
    const { finder } = this.messages;
    return html`<ul>
      ${this.topics.map(({ topic, count }) => {
        const pressed = topic === this.chosen;
        return html`<li>
          <button
            type="button"
            aria-pressed=${pressed}
            @click=${() => this.tell("wengang-topic", { topic: pressed ? undefined : topic })}
          >
            <span class="name">${finder.topic[topic]} <span class="count">${finder.count(count)}</span></span>
            <span class="hint">${finder.topicHint[topic]}</span>
          </button>
        </li>`;
      })}
    </ul>`;
  }
}

customElements.define("wengang-topic-tiles", TopicTiles);
