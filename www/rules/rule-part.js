import { html, nothing } from "lit";
import { fragmentOf } from "../shared/address.js";
import { LocalisedElement } from "../shared/localised.js";
import { sourceNumber } from "../shared/source-reference.js";
import { base } from "../styles/base.js";
import { ruleStyles } from "./rule-styles.js";
import { ruleId, ruleLabels } from "./rules.js";
import "./formula.js";

/** @import { PropertyDeclarations, TemplateResult } from "lit" */
/** @import { Description, Source } from "wengang" */

/** A part of a rule page. Whatever can be linked to has the rule's name as its id, within the part's shadow root. */
export class RulePart extends LocalisedElement {
  /** @type {PropertyDeclarations} */
  static properties = {
    description: { attribute: false },
    marked: { attribute: false },
    today: { attribute: false },
    alone: { attribute: false },
  };

  static styles = [base, ruleStyles];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** The rule that the reader was sent to. */
    this.marked = "";
    this.today = "";
    /** Whether it stands on a page that has no rule pages: what would be a link to a rule is text. */
    this.alone = false;
  }

  /** @param {string} rule */
  addressOf(rule) {
    return fragmentOf({ view: "rules", policy: this.description?.id ?? "", rule });
  }

  /**
   * @param {string} rule
   * @param {string} text
   * @param {string} [name]
   */
  linkTo(rule, text, name) {
    if (this.alone) return html`<span>${text}</span>`;
    return html`<a class=${name ?? nothing} href=${this.addressOf(rule)}>${text}</a>`;
  }

  /** @param {string} rule */
  current(rule) {
    return rule === this.marked ? "location" : nothing;
  }

  /**
   * The name of a rule with the link to the rule itself.
   * @param {string} rule
   * @param {string} label
   */
  named(rule, label) {
    return html`<span class="named">
      <span>${label}</span>
      <a class="mark" href=${this.addressOf(rule)} aria-label=${this.messages.rulePage.linkTo(label)}>#</a>
    </span>`;
  }

  /**
   * @param {string} rule
   * @param {string} label
   * @param {unknown} content
   */
  entry(rule, label, content) {
    return html`<div class="entry" id=${rule} tabindex="-1" aria-current=${this.current(rule)}>
      <h4>${this.named(rule, label)}</h4>
      ${content}
    </div>`;
  }

  /** @param {string} formula */
  formula(formula) {
    return html`<wengang-formula .formula=${formula} .locale=${this.locale}></wengang-formula>`;
  }

  /** The words of the notice that say it, which are Chinese. @param {string | undefined} quote */
  quoted(quote) {
    if (!quote) return nothing;
    return html`<p class="quote"><i>${this.messages.rulePage.quote}</i><q lang="zh-CN">${quote}</q></p>`;
  }

  /**
   * Below a rule: what its formula names, and where it stands.
   * @param {Source | undefined} source
   * @param {string[]} [uses]
   * @param {string} [usesLabel]
   */
  links(source, uses = [], usesLabel = this.messages.rulePage.uses) {
    if (!this.description) return nothing;
    const labels = ruleLabels(this.description);
    const named = uses.filter((id) => labels.has(id));
    if (named.length === 0 && !source) return nothing;
    const [first, ...others] = named.map((id) => this.linkTo(id, labels.get(id) ?? id));
    return html`<p class="links">
      ${first ? html`<span><i>${usesLabel}</i>${first}</span>${others}` : nothing}
      ${source ? html`<span><i>${this.messages.rulePage.basis}</i>${this.source(source)}</span>` : nothing}
    </p>`;
  }

  /** The common questions that a rule answers, on a page that has them. @param {string} rule */
  faqLinks(rule) {
    const { description } = this;
    if (!description) return nothing;
    const [id = "", list = ""] = rule.split(".").reverse();
    const lists = {
      condition: "conditions",
      deadline: "deadlines",
      "": description.inputs.some((one) => one.id === id) ? "inputs" : "values",
    };
    const known = Reflect.get(lists, list);
    return known
      ? html`<wengang-faq-links .description=${description} .list=${known} .of=${id} .locale=${this.locale}></wengang-faq-links>`
      : nothing;
  }

  /** A source by its number in the list at the end, and the section there. @param {Source} source */
  source(source) {
    const { messages, description } = this;
    const number = description ? sourceNumber(description, source) : 0;
    const secondary =
      source.reliability === "secondary"
        ? html`<span class="tag caution">${messages.source.secondary}</span>`
        : nothing;
    if (number === 0) return html`<span>${source.document} ${source.section}</span>${secondary}`;
    return html`${this.linkTo(ruleId.source(number), messages.rulePage.cited(number, source.section ?? ""))} ${secondary}`;
  }

  /**
   * A source that many items share is given once, below them.
   * @template {{ source?: Source }} T
   * @param {T[]} items
   * @returns {Source | undefined}
   */
  sharedSource(items) {
    const [first] = items;
    const shared = items.length > 1 && items.every(({ source }) => sameText(source, first?.source));
    return shared ? first?.source : undefined;
  }

  /** @returns {TemplateResult | typeof nothing} */
  render() {
    return nothing;
  }
}

/**
 * @param {Source | undefined} one
 * @param {Source | undefined} other
 */
function sameText(one, other) {
  return one?.document === other?.document && one?.section === other?.section && one?.number === other?.number;
}
