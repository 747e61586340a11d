import { css, html, nothing } from "lit";
import { base } from "../styles/base.js";
import { disclosure } from "../styles/disclosure.js";
import { whatIfs } from "../what-if.js";
import { LocalisedElement } from "./localised.js";

/** @import { PropertyValues } from "lit" */
/** @import { Description } from "wengang" */
/** @import { Evaluation } from "../evaluation.js" */
/** @import { WhatIf } from "../what-if.js" */

/** For which counts the result would be eligible, and how far the present ones are from the turn. */
export class WhatIfList extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    evaluation: { attribute: false },
    today: { attribute: false },
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
    `,
  ];

  /** @type {WhatIf[]} */
  #whatIfs = [];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Evaluation | undefined} */
    this.evaluation = undefined;
    this.today = "";
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    const { description, evaluation, locale, today } = this;
    if (!description || !evaluation || !(changed.has("description") || changed.has("evaluation"))) return;
    this.#whatIfs = whatIfs(description, evaluation, { locale, today });
  }

  render() {
    const [nearest, ...others] = this.#whatIfs;
    if (!nearest) return nothing;
    const { answer } = this.messages;
    return html`
      <section>
        <h3>${answer.whatIf}</h3>
        ${this.#field(nearest)}
        ${
          others.length > 0
            ? html`<details class="screen-only">
                <summary>${answer.more}</summary>
                ${others.map((other) => this.#field(other))}
              </details>`
            : nothing
        }
      </section>
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
