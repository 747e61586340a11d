import { css, html, nothing } from "lit";
import { policies } from "wengang";
import { fragmentOf, readAddress } from "../shared/address.js";
import { LocalisedElement } from "../shared/localised.js";
import { disclosure } from "../styles/disclosure.js";
import { view } from "../styles/view.js";
import { readingText } from "./readings.js";
import { RulePart } from "./rule-part.js";
import { ruleStyles } from "./rule-styles.js";
import { ruleId, ruleLabels, rulesMeant } from "./rules.js";
import "../next-steps/contact-list.js";
import "../next-steps/procedure.js";
import "../shared/policy-heading.js";
import "./rule-examples.js";
import "./rule-formulas.js";
import "./rule-parameters.js";
import "./rule-questions.js";
import "./rule-remarks.js";
import "./rule-sources.js";
import "./rule-tables.js";

/** @import { PropertyValues, TemplateResult } from "lit" */
/** @import { Description, ReadingDescription, ScheduleDescription } from "wengang" */
/** @import { FormulaRule } from "./rule-formulas.js" */
/** @import { Remark } from "./rule-remarks.js" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * @typedef {{ name: keyof Messages["rulePage"]["parts"], items: unknown[], content: () => TemplateResult }} Part
 */

/**
 * Everything that a policy says, as an official document would: conditions, amount, figures, what to fill in, sources.
 *
 * Properties: `description`; `rule` (the rule to go to and mark, see `ruleId`; the id of a condition, deadline or warning will do);
 * `locale`; `today`. Event: `wengang-use-example` with `{ policy, inputs }`.
 */
export class RulePage extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    rule: { attribute: false },
    today: { attribute: false },
    marked: { state: true },
  };

  static styles = [
    view,
    ruleStyles,
    disclosure,
    css`
      .page {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(var(--step) * 3);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: calc(var(--step) * 2);
        margin-top: calc(var(--step) * 2);
      }

      .head .button {
        text-decoration: none;
      }

      .beside {
        display: none;
      }

      .above {
        margin-top: calc(var(--step) * 3);
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }

      .above summary {
        margin-block: 0;
        padding-inline: calc(var(--step) * 2);
        color: var(--ink);
        font-size: var(--text);
      }

      .above ol {
        padding: 0 calc(var(--step) * 2) var(--step);
      }

      nav a {
        display: flex;
        align-items: center;
        min-height: var(--target);
        text-decoration: none;
      }

      nav a:hover {
        text-decoration: underline;
      }

      section {
        max-width: 50rem;
        padding-bottom: calc(var(--step) * 6);
      }

      h3 {
        padding-bottom: calc(var(--step) * 1.5);
        font-size: calc(var(--text) * 1.3125);
      }

      code {
        font-family: ui-monospace, monospace;
      }

      @container (min-width: 60rem) {
        .page {
          grid-template-columns: 15rem minmax(0, 1fr);
          column-gap: calc(var(--step) * 8);
          margin-top: calc(var(--step) * 4);
          padding-top: calc(var(--step) * 3);
          border-top: 1px solid var(--line);
        }

        .above {
          display: none;
        }

        .beside {
          display: block;
        }

        .beside ol {
          position: sticky;
          top: calc(var(--step) * 2);
          max-height: calc(100vh - var(--step) * 4);
          overflow-y: auto;
        }

        .beside a {
          padding-inline: calc(var(--step) * 1.5);
          border-inline-start: 2px solid var(--line);
        }

        .beside a:hover {
          border-color: var(--accent);
        }
      }

      @media print {
        nav {
          display: none !important;
        }

        .page {
          display: block;
          border-top: 2px solid var(--ink);
          margin-top: 4mm;
          padding-top: 4mm;
        }

        section {
          max-width: none;
          padding-bottom: 6mm;
        }

        .imprint {
          padding-top: 3mm;
          border-top: 1px solid var(--line);
          font-size: 9pt;
        }
      }
    `,
  ];

  /** The rule that was last gone to, so that a rendering for another reason moves nothing. */
  #arrivedAt = "";

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {string | undefined} */
    this.rule = undefined;
    this.today = "";
    this.marked = "";
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.get("description") && this.description?.id !== changed.get("description")?.id) this.#arrivedAt = "";
    if (!this.rule) {
      this.marked = "";
      this.#arrivedAt = "";
    }
  }

  updated() {
    if (this.description && this.rule && this.rule !== this.#arrivedAt) this.goTo(this.rule);
  }

  /**
   * Marks a rule and takes the reader and the keyboard there.
   * @param {string} rule
   */
  async goTo(rule) {
    this.rule = rule;
    this.#arrivedAt = rule;
    const parts = [...this.renderRoot.querySelectorAll("*")].filter((element) => element instanceof RulePart);
    await Promise.all(parts.map((part) => part.updateComplete));
    for (const name of rulesMeant(rule)) {
      const roots = [this.renderRoot, ...parts.map((part) => part.renderRoot)];
      const place = roots.map((root) => root.querySelector(`#${CSS.escape(name)}`)).find((found) => found !== null);
      if (!place) continue;
      this.marked = name;
      /** @type {HTMLElement} */ (place).focus({ preventScroll: true });
      place.scrollIntoView();
      return;
    }
  }

  /**
   * Links within the page lead there even where the address is the same as before, or belongs to a host page.
   * @param {MouseEvent} event
   */
  #follow(event) {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((element) => element instanceof HTMLAnchorElement);
    const address = link?.getAttribute("href") ?? "";
    if (!address.startsWith("#")) return;
    const { place } = readAddress(address);
    if (place.view === "rules" && place.policy === this.description?.id && place.rule) this.goTo(place.rule);
  }

  render() {
    const { description, locale, messages, today } = this;
    if (!description) return nothing;
    const { rulePage } = messages;
    const parts = this.#parts(description)
      .filter(({ items }) => items.length > 0)
      .map((part, index) => ({ ...part, heading: rulePage.numbered(index, rulePage.parts[part.name]) }));
    const contents = html`<ol>
      ${parts.map(
        ({ name, heading }) =>
          html`<li><a href=${fragmentOf({ view: "rules", policy: description.id, rule: ruleId.part(name) })}>${heading}</a></li>`,
      )}
    </ol>`;
    return html`<div lang=${locale} @click=${this.#follow}>
      <wengang-policy-heading
        linked .description=${description} .today=${today} .locale=${locale}
      ></wengang-policy-heading>
      <p class="head screen-only">
        <a class="button" href=${fragmentOf({ view: "policy", policy: description.id })}>${rulePage.calculate}</a>
      </p>
      <div class="page">
        <nav class="above" aria-label=${rulePage.contents}>
          <details><summary>${rulePage.contents}</summary>${contents}</details>
        </nav>
        <nav class="beside" aria-label=${rulePage.contents}>${contents}</nav>
        <div>
          ${parts.map(
            ({ name, heading, content }) => html`<section aria-labelledby=${ruleId.part(name)}>
              <h3 id=${ruleId.part(name)} tabindex="-1">${heading}</h3>
              ${content()}
            </section>`,
          )}
          <p class="imprint muted small">
            ${rulePage.version} <code>${description.version}</code><br />${rulePage.versionMeaning}
            <span class="print-only">${rulePage.printedOn(today)}</span>
          </p>
        </div>
      </div>
    </div>`;
  }

  /**
   * @param {Description} description
   * @returns {Part[]}
   */
  #parts(description) {
    const { conditions, amount, values, parameters, inputs, tables, deadlines, warnings, exclusions } = description;
    const { procedure, apply, checklist, contacts, examples, notes, unexpressed, sources, changes } = description;
    const { schedules = [], readings = [] } = description;
    const { locale, marked, today } = this;
    const calculation = [...values.map(named), ...(amount ? [{ rule: "amount", ...amount }] : [])];
    return [
      this.#formulas(
        "conditions",
        conditions.map(({ id, ...rest }) => ({ rule: ruleId.condition(id), ...rest })),
      ),
      this.#formulas("calculation", calculation),
      this.#formulas(
        "schedules",
        schedules.flatMap((schedule) => this.#schedule(schedule)),
      ),
      {
        name: "parameters",
        items: parameters,
        content: () => html`<wengang-rule-parameters
          .description=${description} .marked=${marked} .today=${today} .locale=${locale}
        ></wengang-rule-parameters>`,
      },
      this.#remarks(
        "readings",
        readings.map((reading) => this.#reading(reading)),
      ),
      {
        name: "questions",
        items: inputs,
        content: () => html`<wengang-rule-questions
          .description=${description} .marked=${marked} .locale=${locale}
        ></wengang-rule-questions>`,
      },
      {
        name: "tables",
        items: tables,
        content: () => html`<wengang-rule-tables
          .description=${description} .marked=${marked} .locale=${locale}
        ></wengang-rule-tables>`,
      },
      this.#formulas(
        "deadlines",
        deadlines.map(({ id, ...rest }) => ({ rule: ruleId.deadline(id), ...rest })),
      ),
      this.#remarks(
        "warnings",
        warnings.map(({ code, message, fields }) => ({ rule: ruleId.warning(code), text: message, uses: fields })),
      ),
      this.#remarks("exclusions", this.#exclusions(exclusions)),
      {
        name: "procedure",
        items: apply ? [...procedure, apply] : procedure,
        content: () => html`<wengang-procedure .description=${description} .locale=${locale}></wengang-procedure>`,
      },
      this.#remarks("checklist", this.#checklist(description, checklist)),
      {
        name: "contacts",
        items: contacts,
        content: () => html`<wengang-contact-list all .contacts=${contacts} .locale=${locale}></wengang-contact-list>`,
      },
      {
        name: "examples",
        items: examples,
        content: () => html`<wengang-rule-examples
          .description=${description} .today=${today} .locale=${locale}
        ></wengang-rule-examples>`,
      },
      this.#remarks("notes", notes),
      this.#remarks(
        "unexpressed",
        unexpressed.map(({ reason, ...rest }) => ({ ...rest, more: reason })),
      ),
      {
        name: "sources",
        items: sources,
        content: () => html`<wengang-rule-sources
          .description=${description} .marked=${marked} .locale=${locale}
        ></wengang-rule-sources>`,
      },
      this.#remarks(
        "changes",
        changes.map(({ date, text }) => ({ title: date, text })),
      ),
    ];
  }

  /**
   * @param {Part["name"]} name
   * @param {FormulaRule[]} rules
   * @returns {Part}
   */
  #formulas(name, rules) {
    return {
      name,
      items: rules,
      content: () => html`<wengang-rule-formulas
        .description=${this.description} .rules=${rules} .marked=${this.marked} .locale=${this.locale}
      ></wengang-rule-formulas>`,
    };
  }

  /**
   * @param {Part["name"]} name
   * @param {Remark[]} remarks
   * @returns {Part}
   */
  #remarks(name, remarks) {
    return {
      name,
      items: remarks,
      content: () => html`<wengang-rule-remarks
        .description=${this.description} .remarks=${remarks} .marked=${this.marked} .locale=${this.locale}
      ></wengang-rule-remarks>`,
    };
  }

  /**
   * @param {ScheduleDescription} schedule
   * @returns {FormulaRule[]}
   */
  #schedule({ id, label, first, count, values, rowAmount, source }) {
    const { rulePage } = this.messages;
    const cited = source ? { source } : {};
    return [
      { rule: id, label, formula: rulePage.monthsFrom(first, count), uses: [], ...cited },
      ...values.map(({ id: value, ...rest }) => ({ ...rest, rule: `${id}.${value}` })),
      ...(rowAmount ? [{ rule: `${id}.amount`, label: rulePage.ofMonth, formula: rowAmount, uses: [] }] : []),
    ];
  }

  /**
   * @param {ReadingDescription} reading
   * @returns {Remark}
   */
  #reading(reading) {
    const { label, text, source } = reading;
    return {
      title: label,
      text: readingText(reading, this.messages),
      ...(text ? { more: text } : {}),
      ...(source ? { source } : {}),
    };
  }

  /**
   * @param {Description["exclusions"]} exclusions
   * @returns {Remark[]}
   */
  #exclusions(exclusions) {
    const all = exclusions.length > 0 ? policies({ locale: this.locale }) : [];
    return exclusions.map(({ policy, text, source }) => {
      const other = all.find(({ id }) => id === policy);
      const label = other ? `${other.region} · ${other.title}` : policy;
      return { text, source, link: { href: fragmentOf({ view: "rules", policy }), label } };
    });
  }

  /**
   * @param {Description} description
   * @param {Description["checklist"]} checklist
   * @returns {Remark[]}
   */
  #checklist(description, checklist) {
    const known = ruleLabels(description);
    return checklist.map(({ text, shows }) => ({ text, uses: shows && known.has(shows) ? [shows] : [] }));
  }
}

/**
 * @template {{ id: string }} T
 * @param {T} rule
 */
function named({ id, ...rest }) {
  return { rule: id, ...rest };
}

customElements.define("wengang-rule-page", RulePage);
