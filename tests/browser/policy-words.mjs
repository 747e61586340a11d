import { describe } from "../../dist/npm/index.js";
import { messagesIn } from "../../www/messages/all.js";

/** @import { InputDescription, Locale } from "../../dist/npm/index.js" */

/** What the page calls the fields of a policy and the answers to choose from. */
export class PolicyWords {
  /**
   * @param {string} policy
   * @param {Locale} [locale]
   */
  constructor(policy, locale = "zh-CN") {
    this.policy = policy;
    this.description = describe(policy, { locale });
    this.messages = messagesIn(locale);
  }

  /**
   * @param {string} field
   * @returns {InputDescription}
   */
  input(field) {
    const input = this.description.inputs.find(({ id }) => id === field);
    if (!input) throw new Error(`${this.policy} has no field ${field}`);
    return input;
  }

  /** @param {string} field */
  labelOf(field) {
    const { label, optional } = this.input(field);
    return optional ? `${label}${this.messages.form.optional}` : label;
  }

  /**
   * @param {string} field
   * @param {string | boolean} answer
   */
  wordsFor(field, answer) {
    const { yes, no } = this.messages.form;
    if (typeof answer === "boolean") return answer ? yes : no;
    return this.input(field).choices?.find(({ id }) => id === answer)?.label ?? answer;
  }
}
