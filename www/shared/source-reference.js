import { css, html, nothing } from "lit";
import { base } from "../styles/base.js";
import { LocalisedElement } from "./localised.js";

/** @import { Description, Source } from "wengang" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * Asks to be shown a document in the list of sources, by its number there.
 * @typedef {CustomEvent<{ number: number }>} ShowSourceEvent
 */

/** Where a rule or figure stands: the number of the document in the list of sources, which it leads to. */
export class SourceReference extends LocalisedElement {
  static properties = { description: { attribute: false }, source: { attribute: false } };

  static styles = [
    base,
    css`
      :host {
        display: inline;
        color: var(--muted);
        font-size: var(--small);
      }

      /* A full target for fingers that takes up no more than its line of text. */
      button {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        min-width: var(--target);
        min-height: var(--target);
        margin: calc((var(--small) * var(--leading) - var(--target)) / 2) calc((2em - var(--target)) / 2);
        padding: 0;
        border: 0;
        border-radius: var(--radius);
        background: none;
        color: inherit;
        font-weight: 400;
        cursor: pointer;
      }

      button:hover {
        color: var(--accent);
        text-decoration: underline;
      }

      .secondary {
        color: var(--caution);
      }

      @media print {
        .print-only {
          display: inline;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Source | undefined} */
    this.source = undefined;
  }

  focus() {
    this.renderRoot.querySelector("button")?.focus();
  }

  render() {
    const { description, source, messages } = this;
    const number = description && source ? sourceNumber(description, source) : 0;
    if (!source || number === 0) return nothing;
    const { rulePage, source: texts } = messages;
    const section = source.section ?? "";
    const secondary = source.reliability === "secondary" ? `（${texts.secondary}）` : "";
    const basis = texts.basis(`${section || source.document}${secondary}`);
    return html`<button
        type="button"
        class="screen-only ${secondary && "secondary"}"
        title=${basis}
        aria-label=${rulePage.cited(number, basis)}
        @click=${() => this.tell("wengang-show-source", { number })}
      >${rulePage.cited(number, "")}</button
      ><span class="print-only">${rulePage.cited(number, section)}</span>`;
  }
}

/**
 * The number of a source in the policy's list, from 1; 0 where it is not in there.
 * @param {Description} description
 * @param {Source} source
 */
export function sourceNumber({ sources }, source) {
  return sources.findIndex((other) => SAME_SOURCE.every((key) => other[key] === source[key])) + 1;
}

const SAME_SOURCE = /** @type {const} */ (["document", "issuer", "number", "date", "url"]);

/**
 * Everything about a document but its title.
 * @param {Source} source
 * @param {Messages} messages
 */
export function sourceParticulars(source, messages) {
  const particulars = [source.issuer, source.number, source.date].filter(Boolean).join(messages.separator);
  return html`
    ${particulars ? html`<p class="muted">${particulars}</p>` : nothing}
    ${source.note ? html`<p class="muted">${source.note}</p>` : nothing}
    ${sourceLink(source, messages)}
  `;
}

/**
 * Where a document can be read, with the address in sight: whose it is tells how far it can be trusted.
 * @param {Pick<Source, "url">} source
 * @param {Messages} messages
 */
export function sourceLink({ url }, messages) {
  if (!url) return nothing;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer"
    >${messages.source.open(addressText(url))}</a
  >`;
}

/** An address as it is read out. @param {string} url */
export function addressText(url) {
  return url.replace(/^https?:\/\/|\/$/g, "");
}

customElements.define("wengang-source", SourceReference);
