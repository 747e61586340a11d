import { css, html, nothing } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { worded } from "../shared/worded.js";
import { base } from "../styles/base.js";
import { comesTo } from "./account-text.js";
import "../comparison/scenario-results.js";
import "../shared/source-reference.js";

/** @import { Account as Found, Assessment, Description, Source } from "wengang" */

/**
 * One way in which what is shown comes about: what is read or filled in otherwise, what to look into, and both calculations side
 * by side.
 */
export class Account extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    /** With the answers as they were given. */
    own: { attribute: false },
    account: { attribute: false },
  };

  static styles = [
    base,
    css`
      li {
        padding-block: calc(var(--step) * 0.75);
      }

      .figures {
        margin-top: var(--step);
      }

      .figures li {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: calc(var(--step) * 1.5);
        padding-block: 0;
      }

      .same {
        color: var(--positive);
      }

      .other {
        color: var(--negative);
      }

      h4 {
        margin: calc(var(--step) * 1.5) 0 0;
        font-size: var(--text);
      }

      .why {
        padding-inline-start: calc(var(--step) * 1.5);
        border-inline-start: 3px solid var(--accent);
      }

      .from {
        color: var(--muted);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Assessment | undefined} */
    this.own = undefined;
    /** @type {Found | undefined} */
    this.account = undefined;
  }

  render() {
    const { description, own, account, messages, locale } = this;
    if (!description || !own || !account) return nothing;
    const { reconciliation } = messages;
    const { readings, changes, figures, assessment } = account;
    return html`
      <ul class="figures">
        ${figures.map(
          (figure) => html`<li>
            <span>${worded(figure.label, locale)}</span>
            <strong class="number">${figure.display ?? reconciliation.open}</strong>
            <span class="small ${figure.how ? "same" : "other"}">${comesTo(figure, messages)}</span>
          </li>`,
        )}
      </ul>
      ${
        readings.length + changes.length === 0
          ? nothing
          : html`<h4>${reconciliation.toCheck}</h4>
              <ul>
                ${readings.map(
                  ({ id, label, text, source }) => html`<li class="why">
                    <p><strong>${worded(label, locale)}</strong> ${this.#source(description, source)}</p>
                    ${text ? html`<p class="small">${worded(text, locale)}</p>` : nothing}
                    <p class="small muted">${reconciliation.askWhich}</p>
                    ${this.#faqLinks(description, "readings", id)}
                  </li>`,
                )}
                ${changes.map((change) => this.#change(description, change))}
              </ul>`
      }
      <h4>${reconciliation.sideBySide}</h4>
      <wengang-scenario-results
        .description=${description} .assessments=${[own, assessment]} .names=${[reconciliation.own, reconciliation.theirs]}
        .working=${true} .onlyDifferent=${true} .locale=${locale}
      ></wengang-scenario-results>
    `;
  }

  /** @param {Description} description @param {Found["changes"][number]} change */
  #change(description, { field, label, fromDisplay, toDisplay, or, definitions }) {
    const { messages, locale } = this;
    const { reconciliation } = messages;
    const input = description.inputs.find(({ id }) => id === field);
    const to = [toDisplay, ...or.map((other) => other.toDisplay)].join(messages.listSeparator);
    return html`<li class="why">
      <p>
        <strong>${worded(label, locale)}</strong> ${this.#source(description, input?.source)}
        <span class="number">
          <span class="from">${fromDisplay ?? reconciliation.notFilledIn}</span> → <strong>${to}</strong>
        </span>
      </p>
      ${input?.help ? html`<p class="small muted">${worded(input.help, locale)}</p>` : nothing}
      ${definitions.map(
        (definition) => html`<p class="small">
          ${reconciliation.definedOtherwise(definition.label)}${worded(definition.text, locale)}
        </p>`,
      )}
      ${this.#faqLinks(description, "inputs", field)}
    </li>`;
  }

  /** The common questions that are about it. @param {Description} description @param {"readings" | "inputs"} list @param {string} id */
  #faqLinks(description, list, id) {
    return html`<wengang-faq-links
      .description=${description} .list=${list} .of=${id} .locale=${this.locale}
    ></wengang-faq-links>`;
  }

  /** @param {Description} description @param {Source | undefined} source */
  #source(description, source) {
    return source
      ? html`<wengang-source .description=${description} .source=${source} .locale=${this.locale}></wengang-source>`
      : nothing;
  }
}

customElements.define("wengang-account", Account);
