import { css, html, nothing } from "lit";
import { breakdown } from "../answers/breakdown.js";
import { LocalisedElement } from "../shared/localised.js";
import { worded } from "../shared/worded.js";
import { base } from "../styles/base.js";

/** @import { Assessment, Description } from "wengang" */
/** @import { Line, Section } from "../answers/breakdown.js" */

/** What a result consists of: several amounts that make one, months with what each comes to, other readings of the notice. */
export class Breakdown extends LocalisedElement {
  static properties = { description: { attribute: false }, assessment: { attribute: false } };

  static styles = [
    base,
    css`
      section + section {
        margin-top: calc(var(--step) * 2);
      }

      h3 {
        padding-bottom: calc(var(--step) * 0.75);
      }

      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        column-gap: calc(var(--step) * 2);
        padding-block: calc(var(--step) * 0.75);
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      .figure {
        font-weight: 600;
        text-align: end;
      }

      .detail {
        grid-column: 1 / -1;
        color: var(--muted);
        font-size: var(--small);
      }

      summary {
        min-height: var(--target);
        padding-block: var(--step);
        color: var(--link);
        cursor: pointer;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Assessment | undefined} */
    this.assessment = undefined;
  }

  render() {
    const { description, assessment, messages } = this;
    if (!description || !assessment) return nothing;
    return breakdown(description, assessment, messages).map((section) => this.#section(section));
  }

  /** @param {Section} section */
  #section({ heading, lines, each }) {
    return html`<section>
      <h3>${heading}</h3>
      ${this.#lines(lines)}
      ${
        each
          ? html`<details class="screen-only">
              <summary>${this.messages.breakdown.eachMonth}</summary>
              ${this.#lines(each)}
            </details>`
          : nothing
      }
    </section>`;
  }

  /** @param {Line[]} lines */
  #lines(lines) {
    return html`<ul>
      ${lines.map(
        ({ name, detail, figure }) => html`<li>
          <span>${worded(name, this.locale)}</span> <span class="figure number">${figure}</span>
          ${detail ? html`<span class="detail number">${detail}</span>` : nothing}
        </li>`,
      )}
    </ul>`;
  }
}

customElements.define("wengang-breakdown", Breakdown);
