import { html, nothing } from "lit";
import { fragmentOf } from "../shared/address.js";
import { RulePart } from "./rule-part.js";
import { inputFacts } from "./rules.js";

/** @import { InputDescription } from "wengang" */

/** What has to be filled in: what it may be, when it is asked, and where that stands. */
export class RuleQuestions extends RulePart {
  render() {
    const { order = [], inputs = [] } = this.description ?? {};
    const asked = order.flatMap((id) => inputs.find((input) => input.id === id) ?? []);
    return html`${asked.map((input) => this.entry(input.id, input.label, this.#question(input)))}`;
  }

  /** @param {InputDescription} input */
  #question(input) {
    const { rulePage } = this.messages;
    return html`
      <p>${inputFacts(input, this.messages)}</p>
      ${input.when ? html`<p class="muted">${rulePage.askedWhen(input.when)}</p>` : nothing}
      ${input.help ? html`<p class="muted">${input.help}</p>` : nothing}
      ${
        input.helper?.kind === "policy"
          ? html`<p class="links"><a href=${fragmentOf({ view: "policy", policy: input.helper.policy })}>${rulePage.helper}</a></p>`
          : nothing
      }
      ${this.links(input.source)}
      ${this.faqLinks(input.id)}
    `;
  }
}

customElements.define("wengang-rule-questions", RuleQuestions);
