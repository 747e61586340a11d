import { css, html, nothing } from "lit";
import { sinceThen } from "../link-text.js";
import { base } from "../styles/base.js";
import { LocalisedElement } from "./localised.js";

/** @import { Assessment, Description } from "wengang" */
/** @import { Past } from "../address.js" */

/** What a link showed when it was made, and whether the rules or the result have changed since. */
export class LinkNotice extends LocalisedElement {
  static properties = {
    past: { attribute: false },
    description: { attribute: false },
    assessment: { attribute: false },
  };

  static styles = [
    base,
    css`
      .notice {
        position: relative;
        margin-bottom: calc(var(--step) * 3);
        padding: calc(var(--step) * 1.5) calc(var(--step) * 2);
        border-inline-start: 6px solid var(--tone);
        border-radius: var(--radius);
        background: var(--ground);
      }

      .same {
        --tone: var(--accent);
        --ground: var(--accent-ground);
      }

      .changed {
        --tone: var(--caution);
        --ground: var(--caution-ground);
      }

      h2 {
        font-size: var(--text);
      }

      ul {
        margin-top: calc(var(--step) * 0.5);
        padding-inline-start: 1.25em;
        list-style: disc;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Past | undefined} */
    this.past = undefined;
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Assessment | undefined} */
    this.assessment = undefined;
  }

  render() {
    const { past, description, assessment, messages } = this;
    if (!past || !description || !assessment) return nothing;
    const { link } = messages;
    const { same, sentences, changes } = sinceThen(past, description, assessment, messages);
    return html`<section class="notice ${same ? "same" : "changed"}" aria-labelledby="heading">
      <h2 id="heading">${link.heading(past.on)}</h2>
      ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
      ${
        changes.length > 0 ? html`<ul>${changes.map(({ date, text }) => html`<li>${date} ${text}</li>`)}</ul>` : nothing
      }
      <button type="button" class="text-button" @click=${() => this.tell("wengang-dismiss", undefined)}>
        ${link.dismiss}
      </button>
    </section>`;
  }
}

customElements.define("wengang-link-notice", LinkNotice);
