import { css, html, nothing } from "lit";
import { base } from "../styles/base.js";
import { disclosure } from "../styles/disclosure.js";
import { LocalisedElement } from "./localised.js";

/** @import { Source } from "wengang" */
/** @import { Messages } from "../messages/zh-cn.js" */

/** Where a rule or figure stands: the section in one line, the document behind it on request. */
export class SourceReference extends LocalisedElement {
  static properties = { source: { attribute: false } };

  static styles = [
    base,
    disclosure,
    css`
      :host {
        font-size: var(--small);
        color: var(--muted);
      }

      .document {
        padding: var(--step) 0 var(--step) calc(var(--step) * 1.75);
      }

      .document a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
        word-break: break-all;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Source | undefined} */
    this.source = undefined;
  }

  render() {
    const { source, messages } = this;
    if (!source) return nothing;
    return html`
      <details>
        <summary>
          <span>
            ${messages.source.basis(source.section || source.document)}
            ${source.reliability === "secondary" ? html`<span class="tag caution">${messages.source.secondary}</span>` : nothing}
          </span>
        </summary>
        <div class="document">${sourceText(source, messages)}</div>
      </details>
    `;
  }
}

/**
 * A document with its issuer, number and date, what to know about it, and a link.
 * @param {Source} source
 * @param {Messages} messages
 */
export function sourceText(source, messages) {
  return html`<p>${source.document}</p>${sourceParticulars(source, messages)}`;
}

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
