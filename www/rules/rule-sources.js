import { css, html, nothing } from "lit";
import { sourceParticulars } from "../shared/source-reference.js";
import { RulePart } from "./rule-part.js";
import { ruleId } from "./rules.js";

/** The documents behind the policy, in full and numbered, as the rules cite them. */
export class RuleSources extends RulePart {
  static styles = [
    ...RulePart.styles,
    css`
      li {
        display: grid;
        grid-template-columns: 3rem minmax(0, 1fr);
      }
    `,
  ];

  render() {
    const { source: texts, rulePage } = this.messages;
    const { checkedOn } = this.description ?? {};
    return html`${checkedOn ? html`<p class="muted small">${texts.checkedMeaning(checkedOn)}</p>` : nothing}
    <ol>
      ${this.description?.sources.map((source, index) => {
        const rule = ruleId.source(index + 1);
        const { document, reliability } = source;
        return html`<li class="entry" id=${rule} tabindex="-1" aria-current=${this.current(rule)}>
          <span class="number">${rulePage.cited(index + 1, "")}</span>
          <div>
            <h4>${this.named(rule, document)}</h4>
            <span class="tag ${reliability === "secondary" ? "caution" : "muted"}">${texts[reliability]}</span>
            ${sourceParticulars(source, this.messages)}
          </div>
        </li>`;
      })}
    </ol>`;
  }
}

customElements.define("wengang-rule-sources", RuleSources);
