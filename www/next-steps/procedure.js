import { css, html, nothing } from "lit";
import { dateText, daysBetween } from "../answers/date-text.js";
import { RulePart } from "../rules/rule-part.js";
import { fragmentOf } from "../shared/address.js";
import { addressText } from "../shared/source-reference.js";
import { worded } from "../shared/worded.js";
import { disclosure } from "../styles/disclosure.js";
import { stepsOf } from "./steps.js";
import "./materials.js";

/** @import { Assessment } from "wengang" */
/** @import { Step } from "./steps.js" */

/** What to do, step by step: one's own steps where there is a result, those of others below. */
export class Procedure extends RulePart {
  static properties = { ...RulePart.properties, assessment: { attribute: false } };

  static styles = [
    ...RulePart.styles,
    disclosure,
    css`
      ol {
        counter-reset: step;
      }

      li {
        counter-increment: step;
        position: relative;
        padding-block: calc(var(--step) * 1.25);
        padding-inline-start: 2rem;
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      li::before {
        content: counter(step);
        position: absolute;
        inset-inline-start: 0;
        color: var(--accent);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }

      h4 {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--step);
      }

      .duty {
        padding-inline: 0.5em;
        border: 1px solid currentcolor;
        border-radius: var(--radius);
        color: var(--muted);
        font-size: var(--small);
        font-weight: 400;
      }

      .confirm,
      .apply-for,
      .near {
        color: var(--caution);
      }

      .apply {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: var(--step);
        word-break: break-all;
      }
    `,
  ];

  constructor() {
    super();
    /** Of the applicant; without one the steps are nobody's in particular. @type {Assessment | undefined} */
    this.assessment = undefined;
  }

  render() {
    const { description, assessment, locale, messages } = this;
    if (!description) return nothing;
    const { apply } = description;
    const steps = stepsOf(description, assessment);
    const own = steps.filter(({ applies }) => applies !== false);
    const others = steps.filter(({ applies }) => applies === false);
    const shared = this.sharedSource(steps);
    return html`
      ${this.#list(own, Boolean(shared))}
      ${
        others.length > 0
          ? html`<details>
              <summary>${messages.answer.steps.others(others.length)}</summary>
              ${this.#list(others, Boolean(shared))}
            </details>`
          : nothing
      }
      ${this.links(shared)}
      ${
        assessment && !this.alone && own.some(({ duty }) => duty === "confirm")
          ? html`<p>
              <a class="text-button" href=${fragmentOf({ view: "reconciliation", policy: description.id })}>${messages.answer.steps.letters}</a>
            </p>`
          : nothing
      }
      ${
        apply
          ? html`<p class="apply">
              <b>${messages.rules.apply}</b>
              <a href=${apply.url} target="_blank" rel="noopener noreferrer">${worded(apply.name, locale)}</a>
              <span class="muted small">${addressText(apply.url)}</span>
            </p>`
          : nothing
      }
    `;
  }

  /**
   * @param {Step[]} steps
   * @param {boolean} sourceIsShared
   */
  #list(steps, sourceIsShared) {
    const { locale, messages } = this;
    const texts = messages.answer.steps;
    return html`<ol>
      ${steps.map(
        ({ title, text, who, when, applies, duty, materials, source, ...step }) => html`<li>
          <h4>
            ${worded(title, locale)}
            ${duty ? html`<span class="duty ${duty === "apply" ? "apply-for" : duty}">${texts.duties[duty]}</span>` : nothing}
          </h4>
          ${who || when ? html`<p class="small">${this.#whose(who ?? when ?? "", applies)}</p>` : nothing}
          <p>${worded(text, locale)}</p>
          ${this.#last(step)}
          ${
            materials
              ? html`<wengang-materials .materials=${materials} .locale=${locale}></wengang-materials>`
              : nothing
          }
          ${sourceIsShared ? nothing : this.links(source)}
        </li>`,
      )}
    </ol>`;
  }

  /**
   * @param {string} who
   * @param {boolean | null} applies
   */
  #whose(who, applies) {
    const { steps } = this.messages.answer;
    if (applies) return steps.yours(who);
    return this.assessment && applies === null ? steps.ifYours(who) : steps.whose(who);
  }

  /**
   * By when, and what becomes of those who miss it.
   * @param {Pick<Step, "by" | "day" | "missed">} step
   */
  #last({ by, day, missed }) {
    const { locale, messages, today } = this;
    const { steps, daysLeft } = messages.answer;
    const label = this.description?.deadlines.find(({ id }) => id === by)?.label;
    if (!label && !missed) return nothing;
    const days = day && today ? daysBetween(today, day) : undefined;
    return html`<p>
      ${day ? html`<b>${steps.last(dateText(day, locale))}</b>` : label ? worded(label, locale) : nothing}
      ${days === undefined ? nothing : html`<span class=${days < 0 ? "muted" : days <= 7 ? "near" : ""}>${daysLeft(days)}</span>`}
      ${missed ? html`<span class="near">${steps.missed(missed)}</span>` : nothing}
    </p>`;
  }
}

customElements.define("wengang-procedure", Procedure);
