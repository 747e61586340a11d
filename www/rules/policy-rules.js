import { css, html, nothing } from "lit";
import { fragmentOf } from "../shared/address.js";
import { sourceLink } from "../shared/source-reference.js";
import { worded } from "../shared/worded.js";
import { RulePart } from "./rule-part.js";
import { ruleId } from "./rules.js";

/** @import { PropertyValues, TemplateResult } from "lit" */
/** @import { Description, ParameterDescription, Source } from "wengang" */

/**
 * What a result rests on: notes and the numbered sources, and the figures where no rule page has them. The rule page has the rest.
 */
export class PolicyRules extends RulePart {
  static styles = [
    ...RulePart.styles,
    css`
      .parts {
        columns: 26rem 2;
        column-gap: calc(var(--step) * 6);
      }

      .part {
        padding-bottom: calc(var(--step) * 4);
      }

      h3 {
        break-after: avoid;
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

      @media print {
        .parts {
          columns: auto;
        }
      }
    `,
  ];

  /** What led to a source, to go back to. @type {HTMLElement | undefined} */
  #from;

  /**
   * Takes the reader to a source.
   * @param {number} number
   * @param {HTMLElement | undefined} from
   */
  async showSource(number, from) {
    this.#from = from;
    this.marked = ruleId.source(number);
    await this.updateComplete;
    const source = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("[aria-current]"));
    source?.focus({ preventScroll: true });
    source?.scrollIntoView({ block: "center" });
  }

  #back() {
    this.marked = "";
    this.#from?.focus();
    this.#from = undefined;
  }

  /** @param {PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has("description") && !changed.has("marked")) this.marked = "";
  }

  render() {
    if (!this.description) return nothing;
    const { id, parameters, notes, sources } = this.description;
    const { rules } = this.messages;
    return html`
      <div class="parts">
        ${part(rules.sources, sources, () => this.#sources(sources))}
        ${part(rules.notes, notes, () => this.#notes(notes))}
        ${part(rules.parameters, this.alone ? parameters : [], () => this.#parameters(parameters))}
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
    return html`<ul>
      ${parameters.map(
        ({ id, label, display, history, source: latest }) => html`<li>
          <p class="line">
            <span>${worded(label, this.locale)} ${this.#reference(latest)}</span>
            ${
              display === null
                ? this.linkTo(id, this.#several(history), "whole")
                : html`<strong class="number">${display}</strong>`
            }
          </p>
        </li>`,
      )}
    </ul>`;
  }

  /** @param {ParameterDescription["history"]} history */
  #several(history) {
    const { rules } = this.messages;
    const figures = history.flatMap(({ figures = [] }) => figures);
    return figures.length > 0 ? rules.severalFigures(figures.length) : rules.byDates(history.length);
  }

  /** @param {Description["notes"]} notes */
  #notes(notes) {
    return html`<ul>
      ${notes.map(({ text, source }) => html`<li><p>${worded(text, this.locale)} ${this.#reference(source)}</p></li>`)}
    </ul>`;
  }

  /** @param {Source | undefined} source */
  #reference(source) {
    return html`<wengang-source
      .description=${this.description} .source=${source} .locale=${this.locale}
    ></wengang-source>`;
  }

  /** @param {Source[]} sources */
  #sources(sources) {
    const { source: texts, rulePage, rules, separator } = this.messages;
    const doubtful = sources.some(({ reliability }) => reliability === "secondary");
    return html`
      <ol>
        ${sources.map(({ document, issuer, number, date, reliability, url }, index) => {
          const rule = ruleId.source(index + 1);
          const name = rulePage.cited(index + 1, document);
          const current = this.current(rule);
          return html`<li id=${rule} tabindex="-1" aria-current=${current}>
            <p>
              ${this.linkTo(rule, name, "whole")}
              <span class="tag ${reliability === "secondary" ? "caution" : "muted"}">${texts[reliability]}</span>
            </p>
            <p class="muted small">${[issuer, number, date].filter(Boolean).join(separator)}</p>
            <p class="small">${sourceLink({ url }, this.messages)}</p>
            ${
              current !== nothing && this.#from
                ? html`<button type="button" class="text-button" @click=${this.#back}>${rules.back}</button>`
                : nothing
            }
          </li>`;
        })}
      </ol>
      ${doubtful ? html`<p class="muted small">${texts.secondaryMeaning}</p>` : nothing}
    `;
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
