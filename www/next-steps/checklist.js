import { css, html, nothing } from "lit";
import { figureOf } from "../answers/figures.js";
import { worded } from "../shared/worded.js";
import { TickList } from "./tick-list.js";

/** @import { PropertyValues } from "lit" */
/** @import { Description } from "wengang" */
/** @import { Evaluation } from "../answers/evaluation.js" */

/** What to check before confirming with the authority, to be ticked off here or on paper. Nothing of it is kept. */
export class Checklist extends TickList {
  static properties = {
    ...TickList.properties,
    description: { attribute: false },
    evaluation: { attribute: false },
  };

  static styles = [
    ...TickList.styles,
    css`
      li {
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      .figure {
        font-weight: 600;
        text-align: end;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Evaluation | undefined} */
    this.evaluation = undefined;
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    const before = changed.get("description");
    if (before && before.id !== this.description?.id) this.ticked = new Set();
  }

  render() {
    const { description, evaluation } = this;
    if (!description || !evaluation) return nothing;
    return html`<ul>
      ${description.checklist.map(({ text, shows }, index) => {
        const figure = shows ? figureOf(shows, description, evaluation, this.messages)?.text : "";
        return html`<li>
          <label>
            ${this.box(index)}
            <span>${worded(text, this.locale)}</span>
            ${figure ? html`<span class="figure number">${figure}</span>` : nothing}
          </label>
        </li>`;
      })}
    </ul>`;
  }
}

customElements.define("wengang-checklist", Checklist);
