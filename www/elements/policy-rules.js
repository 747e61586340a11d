import { css, html, nothing } from "lit";
import { fragmentOf } from "../address.js";
import { ruleId } from "../rules.js";
import "./procedure.js";
import { RulePart } from "./rule-part.js";
import { sourceLink } from "./source-reference.js";

/** @import { TemplateResult } from "lit" */
/** @import { Description, ParameterDescription, Source } from "wengang" */

/** What a reader of a result wants of the policy: figures, notes, procedure, sources. The rule page has the rest. */
export class PolicyRules extends RulePart {
  static styles = [
    ...RulePart.styles,
    css`
      .parts {
        columns: 26rem 2;
        column-gap: calc(var(--step) * 6);
      }

      .part {
        break-inside: avoid;
        padding-bottom: calc(var(--step) * 4);
      }

      h3 {
        padding-bottom: calc(var(--step) * 1.5);
      }

      li {
        padding-block: calc(var(--step) * 1.25);
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: baseline;
        column-gap: calc(var(--step) * 2);
      }

      .secondary {
        margin-bottom: calc(var(--step) * 1.5);
        padding: var(--step) calc(var(--step) * 2);
        border-inline-start: 4px solid var(--caution);
        border-radius: var(--radius);
        background: var(--caution-ground);
        font-size: var(--small);
      }

      @media print {
        .parts {
          columns: auto;
        }
      }
    `,
  ];

  render() {
    if (!this.description) return nothing;
    const { id, parameters, notes, procedure, apply, sources } = this.description;
    const { rules } = this.messages;
    return html`
      <div class="parts">
        ${part(rules.parameters, parameters, () => this.#parameters(parameters))}
        ${part(rules.notes, notes, () => this.#notes(notes))}
        ${part(
          rules.procedure,
          apply ? [...procedure, apply] : procedure,
          () => html`<wengang-procedure
            .description=${this.description} .alone=${this.alone} .locale=${this.locale}
          ></wengang-procedure>`,
        )}
        ${part(rules.sources, sources, () => this.#sources(sources))}
      </div>
      ${
        this.alone
          ? nothing
          : html`<p class="screen-only">
              <a class="whole" href=${fragmentOf({ view: "rules", policy: id })}>${rules.more}</a>
            </p>`
      }
    `;
  }

  /** @param {ParameterDescription[]} parameters */
  #parameters(parameters) {
    const { rules, source } = this.messages;
    const doubtful = parameters.some((parameter) => parameter.source.reliability === "secondary");
    return html`
      ${doubtful ? html`<p class="secondary">${source.secondaryMeaning}</p>` : nothing}
      <ul>
        ${parameters.map(
          ({ id, label, display, history, source: latest }) => html`<li>
            <p class="line">
              <span>${label}</span>
              ${
                display === null
                  ? this.linkTo(id, rules.byDates(history.length), "whole")
                  : html`<strong class="number">${display}</strong>`
              }
            </p>
            ${this.links(latest)}
          </li>`,
        )}
      </ul>
    `;
  }

  /** @param {Description["notes"]} notes */
  #notes(notes) {
    return html`<ul>
      ${notes.map(({ text, source }) => html`<li><p>${text}</p>${this.links(source)}</li>`)}
    </ul>`;
  }

  /** @param {Source[]} sources */
  #sources(sources) {
    const { source: texts, rulePage, separator } = this.messages;
    return html`<ol>
      ${sources.map(
        ({ document, issuer, number, date, reliability, url }, index) => html`<li>
          <p>
            ${this.linkTo(ruleId.source(index + 1), rulePage.cited(index + 1, document), "whole")}
            <span class="tag ${reliability === "secondary" ? "caution" : "muted"}">${texts[reliability]}</span>
          </p>
          <p class="muted small">${[issuer, number, date].filter(Boolean).join(separator)}</p>
          <p class="small">${sourceLink({ url }, this.messages)}</p>
        </li>`,
      )}
    </ol>`;
  }
}

/**
 * A part under its heading, where the policy has anything to say on it.
 * @param {string} heading
 * @param {unknown[]} items
 * @param {() => TemplateResult} content
 */
function part(heading, items, content) {
  return items.length > 0 ? html`<section class="part"><h3>${heading}</h3>${content()}</section>` : nothing;
}

customElements.define("wengang-policy-rules", PolicyRules);
