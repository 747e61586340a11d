import Big from "big.js";
import { css, html, nothing } from "lit";
import { dateText, daysBetween } from "../answers/date-text.js";
import { emptyFields } from "../answers/evaluation.js";
import { headlineOf } from "../answers/headline.js";
import { groupThousands } from "../answers/number-text.js";
import { firstSentence, standingOf } from "../shared/catalogue.js";
import { LocalisedElement } from "../shared/localised.js";
import { worded } from "../shared/worded.js";
import { base } from "../styles/base.js";
import { deadlinesAhead } from "./findings.js";
import { policyLink } from "./open-policy.js";
import { boundsText } from "./profile-text.js";
import { missingTables } from "./shared-questions.js";
import "./combination-sum.js";

/** @import { TemplateResult } from "lit" */
/** @import { Entry } from "../shared/catalogue.js" */
/** @import { Findings, Outcome } from "./findings.js" */
/** @import { Case } from "./shared-questions.js" */

/** @type {Outcome[]} */
const OUTCOMES = ["eligible", "open", "undetermined", "ineligible"];

/** What a profile comes to: the sum, each policy under how it turned out, and what is no subsidy but may help. */
export class ProfileResult extends LocalisedElement {
  static properties = {
    findings: { attribute: false },
    references: { attribute: false },
    replaced: { attribute: false },
    today: { attribute: false },
  };

  static styles = [
    base,
    css`
      section {
        margin-top: calc(var(--step) * 3);
      }

      h3 {
        padding-bottom: var(--step);
      }

      h3 .muted {
        font-size: var(--small);
        font-weight: 400;
      }

      li {
        padding-block: calc(var(--step) * 0.5) var(--step);
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        column-gap: calc(var(--step) * 2);
      }

      .amount {
        margin-inline-start: auto;
        font-size: var(--large);
        font-weight: 600;
      }

      .name {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: var(--step);
      }

      a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }

      .negative {
        color: var(--negative);
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
    /** @type {Findings | undefined} */
    this.findings = undefined;
    /** @type {Case[]} */
    this.references = [];
    /** @type {Entry[]} */
    this.replaced = [];
    /** @type {string} */
    this.today = "";
  }

  render() {
    if (!this.findings) return nothing;
    const { outcomes } = this.findings;
    const { profile } = this.messages;
    const subsidies = OUTCOMES.flatMap((outcome) => outcomes[outcome]);
    return html`
      ${
        subsidies.length > 0
          ? html`<wengang-combination-sum .findings=${this.findings} .locale=${this.locale}></wengang-combination-sum>`
          : html`<p>${profile.noSubsidies}</p>`
      }
      ${OUTCOMES.map((outcome) => this.#group(outcome, outcomes[outcome]))}
      ${this.#references()}
      ${this.replaced.map(({ policy }) => html`<p class="replaced muted small">${profile.replaced(policy.title)}</p>`)}
    `;
  }

  /**
   * @param {Outcome} outcome
   * @param {Case[]} cases
   */
  #group(outcome, cases) {
    if (cases.length === 0) return nothing;
    const { finder, profile } = this.messages;
    return html`<section aria-labelledby=${outcome}>
      <h3 id=${outcome}>
        ${profile.outcome[outcome]} <span class="muted">${finder.count(cases.length)}</span>
      </h3>
      <ul>
        ${cases.map(
          (one) => html`<li>
            ${this.#line(one)} ${outcome === "ineligible" ? nothing : this.#deadline(one)} ${this.#remarks(outcome, one)}
          </li>`,
        )}
      </ul>
    </section>`;
  }

  /**
   * @param {Case} one
   * @param {string} [figure]
   */
  #line(one, figure = this.#amount(one)) {
    const standing = standingOf(one.description, this.today);
    const { policy, profile } = this.messages;
    return html`<p class="line">
      <span class="name">
        ${policyLink(one)}
        ${one.past ? html`<span class="tag caution">${standing === "in-force" ? profile.yearOver : policy.badge[standing]}</span>` : nothing}
      </span>
      ${figure ? html`<span class="amount number">${figure}</span>` : nothing}
    </p>`;
  }

  /** The next of its deadlines. @param {Case} one */
  #deadline({ evaluation }) {
    const { today, messages, locale } = this;
    const [next] = deadlinesAhead(evaluation, today);
    if (!next) return nothing;
    const { label, date } = next;
    const left = messages.answer.daysLeft(daysBetween(today, date));
    return html`<p class="small">
      <time class="number" datetime=${date}>${dateText(date, locale)}</time> · ${left} · ${worded(label, locale)}
    </p>`;
  }

  /** @param {Case} one */
  #amount(one) {
    const { amount, eligibility } = one.evaluation.assessment;
    const pending = this.findings?.pending.find((open) => open.one === one);
    if (pending) return boundsText(pending, this.messages);
    return amount === null || eligibility === "ineligible" ? "" : this.messages.result.yuan(groupThousands(amount));
  }

  /**
   * @param {Outcome} outcome
   * @param {Case} one
   */
  #remarks(outcome, one) {
    const { conditions, warnings } = one.evaluation.assessment;
    const failed = conditions.find(({ met }) => met === false);
    if (outcome === "ineligible" && failed) {
      return html`<p class="small">
        <span class="negative">${failed.label}${this.messages.colon}${this.messages.result.unmet}</span>
        <span class="muted">${failed.explanation}</span>
      </p>`;
    }
    /** @type {(string | TemplateResult)[]} */
    const remarks = outcome === "undetermined" ? [] : warnings.map(({ message }) => message);
    if (outcome !== "eligible") remarks.unshift(this.#missing(outcome, one));
    else remarks.unshift(...this.#alternatives(one));
    return remarks.map((remark) => html`<p class="muted small">${remark}</p>`);
  }

  /**
   * Where the largest of several amounts is paid: what each comes to, so that one sees why it is this.
   * @param {Case} one
   */
  #alternatives({ description: { amount, values }, evaluation: { assessment } }) {
    const { profile, result } = this.messages;
    const ways = (amount?.uses ?? []).flatMap((id) => {
      const value = values.find((value) => value.id === id);
      const figure = assessment.values[id];
      return value?.type === "money" && typeof figure === "string"
        ? [{ label: value.label, figure: new Big(figure) }]
        : [];
    });
    const all = (amount?.uses ?? []).length === ways.length;
    const paid = ways.filter(({ figure }) => figure.gt(0));
    const largest = ways.reduce((most, { figure }) => (figure.gt(most) ? figure : most), new Big(0));
    if (!all || paid.length < 2 || !largest.round(2, 1).eq(assessment.amount ?? -1)) return [];
    const texts = paid
      .sort((one, other) => other.figure.cmp(one.figure))
      .map(({ label, figure }) => `${label}${this.messages.colon}${result.yuan(groupThousands(figure.toFixed(2, 1)))}`);
    return [profile.largestOf(texts.join(profile.clauseSeparator))];
  }

  /**
   * What is still needed: by name where little is, or where only the amount waits for it; else how much.
   * @param {Outcome} outcome
   * @param {Case} one
   */
  #missing(outcome, one) {
    const { profile, result, separator } = this.messages;
    const { inputs } = one.description;
    const fields = emptyFields(one.evaluation).filter((field) => inputs.some(({ id }) => id === field));
    const labels = fields.map((field) => inputs.find(({ id }) => id === field)?.label ?? field);
    const tables = missingTables(one).map(({ label }) => profile.onItsPage(label));
    const bad = one.evaluation.problems.length > 0 ? [result.badEntries(one.evaluation.problems.length)] : [];
    const few = outcome === "open" || labels.length <= 2;
    const needed = few ? labels : [result.stillMissing(labels.length)];
    const text = [...needed, ...tables, ...bad].join(profile.listSeparator);
    return few && labels.length + tables.length > 0
      ? `${result.missing}${this.messages.colon}${text}`
      : text || separator;
  }

  #references() {
    const { profile } = this.messages;
    if (this.references.length === 0) return nothing;
    return html`<section aria-labelledby="references">
      <h3 id="references">${profile.references}</h3>
      <ul>
        ${this.references.map((one) => {
          const { outcome } = headlineOf(one.description, one.evaluation, true, this.messages);
          const figure = outcome ? this.messages.result.measure(outcome.figure, outcome.unit) : "";
          return html`<li>
            ${this.#line(one, figure)}
            <p class="muted small">${firstSentence(one.description.summary)}</p>
          </li>`;
        })}
      </ul>
    </section>`;
  }
}

customElements.define("wengang-profile-result", ProfileResult);
