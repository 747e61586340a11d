import { html } from "lit";
import { RulePart } from "./rule-part.js";

/** @import { Source } from "wengang" */

/**
 * A rule that is a formula, with the name that it goes by in links.
 * @typedef {{ rule: string, label: string, formula: string, uses: string[], source?: Source, quote?: string }} FormulaRule
 */

/** Conditions, computed values, the amount, deadlines: each with its formula. */
export class RuleFormulas extends RulePart {
  static properties = { rules: { attribute: false } };

  constructor() {
    super();
    /** @type {FormulaRule[]} */
    this.rules = [];
  }

  render() {
    return html`${this.rules.map(({ rule, label, formula, uses, source, quote }) =>
      this.entry(
        rule,
        label,
        html`${this.formula(formula)} ${this.quoted(quote)} ${this.links(source, uses)} ${this.faqLinks(rule)}`,
      ),
    )}`;
  }
}

customElements.define("wengang-rule-formulas", RuleFormulas);
