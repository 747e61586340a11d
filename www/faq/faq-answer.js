import { css, html, nothing } from "lit";
import { readingText } from "../rules/readings.js";
import { RulePart } from "../rules/rule-part.js";
import { ruleId } from "../rules/rules.js";
import { sourceLink, sourceNumber } from "../shared/source-reference.js";
import { worded } from "../shared/worded.js";
import { answering, saysIt } from "./answering.js";

/** @import { TemplateResult } from "lit" */
/** @import { Description, Source } from "wengang" */
/** @import { Answering } from "./answering.js" */

/** What any item of a description may have. @typedef {{ source?: Source, quote?: string }} Cited */

/** What one policy says to a question: its items, as its rule page has them, with the documents that they are from. */
export class FaqAnswer extends RulePart {
  static properties = { question: { attribute: false } };

  static styles = [
    ...RulePart.styles,
    css`
      .entry h4 {
        font-weight: 600;
      }

      .others {
        margin-top: calc(var(--step) * 2);
        color: var(--muted);
        font-size: var(--text);
      }

      .figure {
        font-size: var(--large);
        font-weight: 600;
      }

      .cited {
        max-width: 44em;
        color: var(--muted);
        font-size: var(--small);
      }

      /* Within a text, the room of a target for fingers moves no line. */
      .cited a,
      h4 a {
        padding-block: calc((var(--target) - var(--small)) / 2);
        overflow-wrap: anywhere;
      }

      .cited a:not(:hover, :focus-visible) {
        text-decoration-color: var(--line);
      }

      .address {
        display: block;
      }

      @media print {
        /* It has the address in its words. */
        .address a::after {
          content: none !important;
        }

        .cited a,
        h4 a {
          padding-block: 0;
          color: inherit;
          text-decoration: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** The id of the question. */
    this.question = "";
  }

  render() {
    const { description, messages } = this;
    if (!description) return nothing;
    const items = answering(description, this.question);
    const [own, readings] = [false, true].map((wanted) => items.filter(({ list }) => (list === "readings") === wanted));
    return html`
      ${saysIt(items) ? nothing : html`<p class="muted">${readings?.length ? messages.faq.leavesOpen : messages.faq.saysNothing}</p>`}
      ${own?.map((item) => this.#item(description, item))}
      ${readings?.length ? html`<h4 class="others">${messages.faq.readings}</h4>` : nothing}
      ${readings?.map((item) => this.#item(description, item))}
    `;
  }

  /** @param {Description} description @param {Answering} item @returns {TemplateResult | typeof nothing} */
  #item(description, { list, index, column }) {
    const { messages } = this;
    switch (list) {
      case "parameters": {
        const item = description.parameters[index];
        if (!item) return nothing;
        const figures = html`${item.history.map(
          ({ from, display, figures }) =>
            html`<p class="number">
              ${from === null ? nothing : html`<span class="muted small">${messages.rules.from(from)}</span> `}${
                figures
                  ? figures.map((figure) => html`${figure.of} <span class="figure">${figure.display}</span> `)
                  : html`<span class="figure">${display}</span>`
              }
            </p>`,
        )}`;
        const [last] = item.history.slice(-1);
        return this.#entry(item.id, item.label, figures, last ?? {});
      }
      case "inputs":
      case "tables": {
        const table = list === "tables" ? description.tables[index] : undefined;
        const asked = column === undefined ? (table ?? description.inputs[index]) : table?.columns[column];
        if (!asked) return nothing;
        const rule = table && column !== undefined ? ruleId.ofTable(table.id, asked.id) : asked.id;
        const help = asked.help ? html`<p>${worded(asked.help, this.locale)}</p>` : nothing;
        return this.#entry(rule, asked.label, html`${help}<p class="muted small">${messages.faq.asked}</p>`, asked);
      }
      case "values":
        return this.#formula(description.values[index], (id) => id);
      case "conditions":
        return this.#formula(description.conditions[index], ruleId.condition);
      case "deadlines":
        return this.#formula(description.deadlines[index], ruleId.deadline);
      case "amount":
        return description.amount ? this.#formula({ ...description.amount, id: "amount" }, (id) => id) : nothing;
      case "schedules": {
        const item = description.schedules?.[index];
        return item
          ? this.#entry(item.id, item.label, this.formula(messages.rulePage.monthsFrom(item.first, item.count)), item)
          : nothing;
      }
      case "readings": {
        const item = description.readings?.[index];
        if (!item) return nothing;
        const said = html`<p>${worded(readingText(item, messages), this.locale)}</p>`;
        const why = item.text ? html`<p class="muted">${worded(item.text, this.locale)}</p>` : nothing;
        return this.#entry(ruleId.part("readings"), item.label, html`${said}${why}`, item);
      }
      case "warnings":
      case "hints":
        return this.#remark("", description[list][index]?.message, {});
      case "procedure":
        return this.#remark(
          description.procedure[index]?.title ?? "",
          description.procedure[index]?.text,
          description.procedure[index] ?? {},
        );
      case "notes":
      case "exclusions":
        return this.#remark("", description[list][index]?.text, description[list][index] ?? {});
      case "unexpressed": {
        const item = description.unexpressed[index];
        return item ? this.#remark("", item.text, item, item.reason) : nothing;
      }
      case "contacts":
        return html`<div class="entry">
          <wengang-contact-list .contacts=${description.contacts.slice(index, index + 1)} .locale=${this.locale}></wengang-contact-list>
        </div>`;
    }
  }

  /** @param {string} rule @param {string} label @param {unknown} content @param {Cited} cited */
  #entry(rule, label, content, { source, quote }) {
    return html`<div class="entry">
      <h4>${this.linkTo(rule, label)}</h4>
      ${content} ${this.quoted(quote)} ${this.links(source)}
    </div>`;
  }

  /**
   * @param {(Cited & { id: string, label: string, formula: string }) | undefined} item
   * @param {(id: string) => string} rule
   */
  #formula(item, rule) {
    return item ? this.#entry(rule(item.id), item.label, this.formula(item.formula), item) : nothing;
  }

  /** @param {string} title @param {string | undefined} text @param {Cited} cited @param {string} [more] */
  #remark(title, text, { source, quote }, more) {
    if (text === undefined) return nothing;
    return html`<div class="entry">
      ${title ? html`<h4>${worded(title, this.locale)}</h4>` : nothing}
      <p>${worded(text, this.locale)}</p>
      ${more ? html`<p class="muted">${worded(more, this.locale)}</p>` : nothing}
      ${this.quoted(quote)} ${this.links(source)}
    </div>`;
  }

  /** By name and number, as there is no list of documents below; it leads to what is said of the document. @param {Source | undefined} source */
  links(source) {
    const { description, messages } = this;
    if (!description || !source) return nothing;
    const { faq, separator, source: texts } = messages;
    const particulars = [source.issuer, source.number, source.date].filter(Boolean).join(separator);
    const number = sourceNumber(description, source);
    const name = faq.document(source.document, particulars);
    return html`<p class="cited">
      ${texts.basis("")}${number > 0 ? this.linkTo(ruleId.source(number), name) : name}${source.section ? `${separator}${source.section}` : nothing}
      ${
        source.reliability === "secondary"
          ? html`<span class="tag caution">${texts.secondary}</span>`
          : html`<span class="address">${sourceLink(source, messages)}</span>`
      }
    </p>`;
  }
}

customElements.define("wengang-faq-answer", FaqAnswer);
