import { css, html, nothing } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { keyFigures, toHaveAtHand } from "./outline.js";

/** @import { TemplateResult } from "lit" */
/** @import { Description } from "wengang" */

/** Before anything is filled in: what the policy gives and on which conditions, what to have at hand, how and where to apply. */
export class PolicyOutline extends LocalisedElement {
  static properties = { description: { attribute: false } };

  static styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }

      .outline {
        padding: calc(var(--step) * 2) calc(var(--step) * 2.5);
        border-radius: var(--radius);
        background: var(--panel);
      }

      h3 {
        margin-bottom: calc(var(--step) * 0.5);
        font-size: var(--text);
      }

      section + section {
        margin-top: calc(var(--step) * 2);
        padding-top: calc(var(--step) * 2);
        border-top: 1px solid var(--line);
      }

      .line {
        display: flex;
        justify-content: space-between;
        align-items: baseline;
        column-gap: calc(var(--step) * 2);
      }

      .line strong {
        flex: none;
        max-width: 50%;
        font-weight: 600;
      }

      .figures {
        margin-top: calc(var(--step) * 0.5);
        color: var(--muted);
        font-size: var(--small);
      }

      .figures strong {
        color: var(--ink);
      }

      .marked li {
        position: relative;
        padding-inline-start: 1.25em;
      }

      .marked li::before {
        content: "";
        position: absolute;
        inset-inline-start: 0.25em;
        top: 0.65em;
        width: 0.35em;
        height: 0.35em;
        border-radius: 50%;
        background: var(--accent);
      }

      .formula::first-letter {
        text-transform: uppercase;
      }

      a {
        display: inline-flex;
        align-items: center;
        min-width: var(--target);
        min-height: var(--target);
        margin-block: calc((var(--text) * var(--leading) - var(--target)) / 2);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
  }

  render() {
    const { description, messages } = this;
    if (!description) return nothing;
    const { outline } = messages;
    const { conditions, procedure, deadlines, contacts } = description;
    const atHand = toHaveAtHand(description);
    return html`<div class="outline">
      ${this.#outcome(description)}
      ${part(
        outline.conditions,
        conditions,
        () => html`
          <ul class="marked">${conditions.map(({ label }) => html`<li>${label}</li>`)}</ul>
          ${this.#figures(description, conditions)}
        `,
      )}
      ${part(
        outline.atHand,
        atHand,
        () => html`<ul class="marked">
          ${atHand.map(
            ({ label, when, helper }) => html`<li>
              ${label}
              ${when ? html`<span class="muted small">${outline.inSomeCases}</span>` : nothing}
              ${helper ? html`<span class="muted small">${outline.canBeComputed}</span>` : nothing}
            </li>`,
          )}
        </ul>`,
      )}
      ${part(
        outline.apply,
        [...procedure, ...contacts],
        () => html`
          ${procedure.length > 0 ? html`<p>${outline.steps(procedure.map(({ title }) => title))}</p>` : nothing}
          ${deadlines.length > 0 ? html`<p>${outline.deadlines(deadlines.map(({ label }) => label))}</p>` : nothing}
          ${this.#contact(contacts)}
        `,
      )}
    </div>`;
  }

  /** @param {Description} description */
  #outcome(description) {
    const { outline, rulePage } = this.messages;
    const { amount, values } = description;
    const last = values[values.length - 1];
    const what = amount ?? last;
    if (!what) return nothing;
    return html`<section>
      <h3>${amount ? outline.amount : outline.outcome}</h3>
      <p class="formula">${rulePage.equals(what.label, what.formula)}</p>
      ${this.#figures(description, [what])}
    </section>`;
  }

  /**
   * @param {Description} description
   * @param {{ uses: string[] }[]} rules
   */
  #figures(description, rules) {
    const figures = keyFigures(description, rules);
    if (figures.length === 0) return nothing;
    return html`<ul class="figures">
      ${figures.map(
        ({ label, display }) =>
          html`<li class="line"><span>${label}</span><strong class="number">${display}</strong></li>`,
      )}
    </ul>`;
  }

  /** @param {Description["contacts"]} contacts */
  #contact([contact, ...others]) {
    const { outline } = this.messages;
    if (!contact) return nothing;
    if (others.length > 0) return html`<p class="muted">${outline.contacts(others.length + 1)}</p>`;
    const { office, phone } = contact;
    return html`<p>
      ${office} ${phone ? html`<a class="number" href="tel:${phone.replace(/[^\d+]/g, "")}">${phone}</a>` : nothing}
    </p>`;
  }
}

/**
 * @param {string} heading
 * @param {unknown[]} items
 * @param {() => TemplateResult} content
 */
function part(heading, items, content) {
  return items.length > 0 ? html`<section><h3>${heading}</h3>${content()}</section>` : nothing;
}

customElements.define("wengang-policy-outline", PolicyOutline);
