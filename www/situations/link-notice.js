import { css, html, nothing } from "lit";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { sinceThen } from "./link-text.js";
import { nameOf } from "./situation-file.js";

/** @import { Assessment, Description } from "wengang" */
/** @import { Link, Situation } from "../app/situations.js" */

/**
 * That this is what somebody filled in for a link; what the link says that came out, and whether the rules or the result have changed since.
 *
 * Properties: `link`; `own`, what there was of one's own before; `description`; `assessment`. Events: `wengang-take-over`, where the reader
 * goes on with it as with his own; `wengang-take-up` with `{ id }`, back to what he had.
 */
export class LinkNotice extends LocalisedElement {
  static properties = {
    link: { attribute: false },
    own: { attribute: false },
    description: { attribute: false },
    assessment: { attribute: false },
  };

  static styles = [
    base,
    css`
      .notice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        column-gap: calc(var(--step) * 3);
        margin-bottom: calc(var(--step) * 3);
        padding: calc(var(--step) * 0.5) calc(var(--step) * 2);
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
        display: inline;
        margin-inline-end: 0.5em;
        font-size: var(--text);
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        column-gap: calc(var(--step) * 3);
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
    /** @type {Link | undefined} */
    this.link = undefined;
    /** @type {Situation | undefined} */
    this.own = undefined;
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Assessment | undefined} */
    this.assessment = undefined;
  }

  render() {
    const { link, own, description, assessment, messages } = this;
    const texts = messages.link;
    const { past, unread = [] } = link ?? {};
    if (!link || (past && !assessment)) return nothing;
    const { same, sentences, changes } =
      past && description && assessment
        ? sinceThen(past, description, assessment, messages)
        : { same: true, sentences: [], changes: [] };
    const all = [...sentences, ...(unread.length > 0 ? [texts.unread(unread)] : []), ...(own ? [texts.untouched] : [])];
    return html`<section class="notice screen-only ${same && unread.length === 0 ? "same" : "changed"}" aria-labelledby="heading">
      <div><h2 id="heading">${past ? texts.heading(past.on) : texts.opened}</h2>${all.join(messages.sentenceSeparator)}</div>
      ${
        changes.length > 0 ? html`<ul>${changes.map(({ date, text }) => html`<li>${date} ${text}</li>`)}</ul>` : nothing
      }
      <p class="actions">
        <button type="button" class="text-button" @click=${() => this.tell("wengang-take-over", undefined)}>
          ${texts.dismiss}
        </button>
        ${
          own
            ? html`<button type="button" class="text-button" @click=${() => this.tell("wengang-take-up", { id: own.id })}>
                ${texts.back(nameOf(own, messages))}
              </button>`
            : nothing
        }
      </p>
    </section>`;
  }
}

customElements.define("wengang-link-notice", LinkNotice);
