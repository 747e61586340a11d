import { css, html, nothing } from "lit";
import { RulePart } from "../rules/rule-part.js";
import { addressText } from "../shared/source-reference.js";
import { worded } from "../shared/worded.js";

/** What to do, step by step. */
export class Procedure extends RulePart {
  static styles = [
    ...RulePart.styles,
    css`
      ol {
        counter-reset: step;
      }

      li {
        counter-increment: step;
        position: relative;
        padding-block: calc(var(--step) * 1.25);
        padding-inline-start: 2rem;
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      li::before {
        content: counter(step);
        position: absolute;
        inset-inline-start: 0;
        color: var(--accent);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }

      .apply {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: var(--step);
        word-break: break-all;
      }
    `,
  ];

  render() {
    const { procedure = [], apply } = this.description ?? {};
    const shared = this.sharedSource(procedure);
    return html`
      <ol>
        ${procedure.map(
          ({ title, text, source }) => html`<li>
            <h4>${worded(title, this.locale)}</h4>
            <p>${worded(text, this.locale)}</p>
            ${shared ? nothing : this.links(source)}
          </li>`,
        )}
      </ol>
      ${this.links(shared)}
      ${
        apply
          ? html`<p class="apply">
              <b>${this.messages.rules.apply}</b>
              <a href=${apply.url} target="_blank" rel="noopener noreferrer">${worded(apply.name, this.locale)}</a>
              <span class="muted small">${addressText(apply.url)}</span>
            </p>`
          : nothing
      }
    `;
  }
}

customElements.define("wengang-procedure", Procedure);
