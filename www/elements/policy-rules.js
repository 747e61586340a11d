import { css, html, nothing } from "lit";
import { base } from "../styles/base.js";
import { LocalisedElement } from "./localised.js";
import { sourceText } from "./source-reference.js";

/** @import { TemplateResult } from "lit" */
/** @import { Description, ParameterDescription, Source } from "wengang" */

/** What the policy rests on: parameters, notes, procedure, contacts, sources. */
export class PolicyRules extends LocalisedElement {
  static properties = { description: { attribute: false } };

  static styles = [
    base,
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

      h4 {
        font-size: var(--text);
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
        column-gap: calc(var(--step) * 2);
      }

      strong {
        font-weight: 600;
      }

      ol.numbered {
        counter-reset: step;
      }

      ol.numbered > li {
        counter-increment: step;
        position: relative;
        padding-inline-start: 2rem;
      }

      ol.numbered > li::before {
        content: counter(step);
        position: absolute;
        inset-inline-start: 0;
        color: var(--accent);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }

      .tel {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }

      a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
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
        a {
          min-height: 0;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
  }

  render() {
    if (!this.description) return nothing;
    const { parameters, notes, procedure, contacts, sources } = this.description;
    const { rules } = this.messages;
    return html`
      <div class="parts">
        ${part(rules.parameters, parameters, () => this.#parameters(parameters))}
        ${part(
          rules.notes,
          notes,
          () => html`<ul>
            ${notes.map(({ text, source }) => html`<li><p>${text}</p>${this.#basis(source)}</li>`)}
          </ul>`,
        )}
        ${part(
          rules.procedure,
          procedure,
          () => html`<ol class="numbered">
            ${procedure.map(
              ({ title, text, source }) => html`<li>
                <h4>${title}</h4>
                <p>${text}</p>
                ${this.#basis(source)}
              </li>`,
            )}
          </ol>`,
        )}
        ${part(rules.contacts, contacts, () => this.#contacts(contacts))}
        ${part(rules.sources, sources, () => this.#sources(sources))}
      </div>
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
          (parameter) => html`<li>
            <p class="line">
              <span>${parameter.label}</span>
              <strong class="number">${parameter.display ?? rules.byDate}</strong>
            </p>
            ${parameter.history.length > 1 ? this.#history(parameter) : nothing}
            ${this.#basis(parameter.source)}
          </li>`,
        )}
      </ul>
    `;
  }

  /** @param {ParameterDescription} parameter */
  #history({ history }) {
    const { rules } = this.messages;
    return history.map(
      ({ from, display }) => html`<p class="line small muted">
        <span>${from === null ? rules.throughout : rules.from(from)}</span> <span class="number">${display}</span>
      </p>`,
    );
  }

  /** @param {Description["contacts"]} contacts */
  #contacts(contacts) {
    return html`<ul>
      ${contacts.map(
        ({ name, office, channel, phone }) => html`<li>
          <h4>${name}</h4>
          <p>${office}</p>
          ${channel ? html`<p class="muted">${channel}</p>` : nothing}
          ${phone ? html`<a class="number" href="tel:${phone.replace(/[^\d+]/g, "")}">${phone}</a>` : nothing}
        </li>`,
      )}
    </ul>`;
  }

  /** @param {Source[]} sources */
  #sources(sources) {
    const { source: texts } = this.messages;
    return html`<ul>
      ${sources.map(
        (source) => html`<li>
          <span class="tag ${source.reliability === "secondary" ? "caution" : "muted"}">
            ${texts[source.reliability]}
          </span>
          ${sourceText(source, this.messages)}
        </li>`,
      )}
    </ul>`;
  }

  /** @param {Source | undefined} source */
  #basis(source) {
    return source ? html`<wengang-source .source=${source} .locale=${this.locale}></wengang-source>` : nothing;
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
