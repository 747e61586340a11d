import { html, nothing } from "lit";
import { RulePart } from "./rule-part.js";

/** @import { Source } from "wengang" */

/**
 * A sentence of the policy; with `rule` it can be linked to, with `link` it leads somewhere, and `more` is what there is to say of it.
 * @typedef {{ rule?: string, title?: string, link?: { href: string, label: string }, text: string, more?: string, uses?: string[],
 *   source?: Source, quote?: string }} Remark
 */

/** Warnings, notes, exclusions, things to check, changes: a list of sentences. */
export class RuleRemarks extends RulePart {
  static properties = { remarks: { attribute: false } };

  constructor() {
    super();
    /** @type {Remark[]} */
    this.remarks = [];
  }

  render() {
    const shared = this.sharedSource(this.remarks);
    return html`
      <ul>${this.remarks.map((remark) => this.#remark(remark, shared === undefined))}</ul>
      ${this.links(shared)}
    `;
  }

  /**
   * @param {Remark} remark
   * @param {boolean} withSource
   */
  #remark({ rule, title, link, text, more, uses, source, quote }, withSource) {
    return html`<li class="entry" id=${rule ?? nothing} tabindex=${rule ? "-1" : nothing} aria-current=${this.current(rule ?? " ")}>
      ${title ? html`<p class="muted number">${title}</p>` : nothing}
      ${link ? html`<a class="whole" href=${link.href}>${link.label}</a>` : nothing}
      <p>${rule ? this.named(rule, text) : text}</p>
      ${more ? html`<p class="muted">${more}</p>` : nothing}
      ${this.quoted(quote)}
      ${this.links(withSource ? source : undefined, uses, this.messages.rulePage.concerns)}
    </li>`;
  }
}

customElements.define("wengang-rule-remarks", RuleRemarks);
