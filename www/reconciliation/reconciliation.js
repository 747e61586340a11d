import { css, html, nothing } from "lit";
import { describe, engineVersion, InvalidInputError, reconcile } from "wengang";
import { answerText } from "../answers/answer-text.js";
import { isEmpty, rowsOf, textOf } from "../answers/answers.js";
import { badPlaces, evaluateAnswers } from "../answers/evaluation.js";
import { standIns, textsIn } from "../answers/free-text.js";
import { ruleId } from "../rules/rules.js";
import { fragmentOf } from "../shared/address.js";
import { copyText } from "../shared/clipboard.js";
import { copyLink } from "../shared/copy-link.js";
import { LocalisedElement } from "../shared/localised.js";
import { canPrint } from "../shared/surroundings.js";
import { worded } from "../shared/worded.js";
import { disclosure } from "../styles/disclosure.js";
import { task } from "../styles/task.js";
import { view } from "../styles/view.js";
import { accountTitle, comesTo, reconciliationText } from "./account-text.js";
import { displayed, showable } from "./showable.js";
import "../letters/letter.js";
import "./account.js";
import "./published-list.js";
import "./shown-fields.js";

/** @import { PropertyValues } from "lit" */
/** @import { Account, Description, Reconciliation as Found } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Evaluation } from "../answers/evaluation.js" */
/** @import { LinkTo } from "../app/page.js" */
/** @import { CopyLinkEvent } from "../shared/copy-link.js" */
/** @import { ShowSourceEvent } from "../shared/source-reference.js" */
/** @import { ShownEvent } from "./shown-fields.js" */

const CHINESE = /** @type {const} */ ("zh-CN");

/**
 * Why an authority shows another figure: what it shows is filled in, and everything is listed by which the policy comes to exactly
 * that. Printed, it is one page for whoever is to look into it.
 *
 * Properties: `description`; `answers`; `shown`, as typed, `isLinked` where a link has brought it, so that it is looked for at once;
 * `applicant`, a name; `linkTo`, which makes a link, undefined where links lead nowhere; `day`; `today`; `locale`.
 * Events: `wengang-shown-figures` with `{ shown }` when what is shown has changed.
 */
export class Reconciliation extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    answers: { attribute: false },
    shown: { attribute: false },
    isLinked: { attribute: false },
    applicant: { type: String },
    linkTo: { attribute: false },
    today: { attribute: false },
    day: { attribute: false },
    found: { state: true },
    problems: { state: true },
    opened: { state: true },
    said: { state: true },
    byHand: { state: true },
    letter: { state: true },
  };

  static styles = [
    view,
    task,
    disclosure,
    css`
      h3 {
        margin-top: calc(var(--step) * 4);
      }

      h4 {
        margin-top: calc(var(--step) * 2);
        font-size: var(--text);
      }

      .note {
        margin-block: calc(var(--step) * 1.5) var(--step);
        padding: var(--step) calc(var(--step) * 2);
        border-inline-start: 6px solid var(--caution);
        border-radius: var(--radius);
        background: var(--caution-ground);
      }

      table {
        width: 100%;
        max-width: 46em;
        margin-top: var(--step);
        border-collapse: collapse;
      }

      th,
      td {
        padding: calc(var(--step) * 0.75) calc(var(--step) * 1.5) calc(var(--step) * 0.75) 0;
        border-bottom: 1px solid var(--line);
        text-align: start;
        font-weight: 400;
        vertical-align: baseline;
      }

      thead th {
        color: var(--muted);
        font-size: var(--small);
      }

      td.number {
        font-weight: 600;
      }

      .ways {
        margin-top: var(--step);
      }

      .ways > li {
        border-bottom: 1px solid var(--line);
        break-inside: avoid;
      }

      .ways summary {
        align-items: baseline;
        margin-block: 0;
        color: var(--ink);
        font-size: var(--text);
        font-weight: 600;
      }

      .ways summary .small {
        flex: none;
        margin-inline-start: auto;
        font-weight: 400;
      }

      @container (max-width: 40rem) {
        .ways summary .small {
          display: none;
        }
      }

      wengang-account {
        display: block;
        padding: 0 0 calc(var(--step) * 2) calc(var(--step) * 2);
      }

      .answers {
        display: grid;
        grid-template-columns: minmax(0, 5fr) minmax(0, 2fr) minmax(0, 5fr) minmax(0, 2fr);
        gap: 0.5mm 3mm;
        font-size: 8.5pt;
      }

      .answers dd {
        margin: 0;
        font-weight: 600;
      }

      wengang-letter {
        margin-top: calc(var(--step) * 2);
      }

      .letter {
        font-size: 12pt;
        line-height: 1.8;
      }

      .letter h2 {
        margin-bottom: 6mm;
        text-align: center;
      }

      .letter .body {
        text-indent: 2em;
      }

      .letter .end {
        text-align: right;
      }

      @media print {
        :host {
          font-size: 9.5pt;
        }

        h3 {
          margin-top: 4mm;
        }

        /* Of the others, the names. */
        details:not([open]) > :not(summary) {
          display: none;
        }
      }
    `,
  ];

  /** @type {Evaluation | undefined} */
  #evaluation;
  /** For what is written to the authority. @type {{ description: Description, found: Found } | undefined} */
  #inChinese;

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Answers} */
    this.answers = {};
    /** @type {Record<string, string>} */
    this.shown = {};
    this.isLinked = false;
    this.applicant = "";
    /** @type {LinkTo | undefined} */
    this.linkTo = undefined;
    this.today = "";
    this.day = "";
    /** What came of the last search; undefined while there is none, or something has changed since. @type {Found | undefined} */
    this.found = undefined;
    /** What is wrong with what is shown, by field; "" for all of it. @type {Record<string, string>} */
    this.problems = {};
    /** Which of the ways is told in full. */
    this.opened = 0;
    /** The outcome of copying. */
    this.said = "";
    /** A text to copy by hand, where the browser lets no page copy. */
    this.byHand = "";
    /** The letter that is being printed, in the place of all else. */
    this.letter = "";
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("afterprint", this.#printed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("afterprint", this.#printed);
  }

  #printed = () => {
    this.letter = "";
  };

  /** @param {string} text */
  async #print(text) {
    this.letter = text;
    await this.updateComplete;
    print();
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    const { description } = this;
    if (!description) return;
    if (changed.has("description") || changed.has("answers") || changed.has("locale") || changed.has("today")) {
      this.#evaluation = evaluateAnswers(description, this.answers, this.#options);
    }
    const before = changed.get("description");
    const isOther = changed.has("answers") || changed.has("shown") || (before && before.id !== description.id);
    if (isOther) this.#clear();
    // What was found is told in the other language too.
    else if (changed.has("description") && this.found) this.#search();
    if (!this.hasUpdated && this.isLinked && !isEmpty(this.shown)) this.#search();
  }

  get #options() {
    return this.today ? { locale: this.locale, today: this.today } : { locale: this.locale };
  }

  #clear() {
    this.found = undefined;
    this.problems = {};
    this.said = "";
    this.byHand = "";
  }

  /** Searches anew, from what is filled in now. */
  #search() {
    const { description, messages } = this;
    const evaluation = this.#evaluation;
    if (!description || !evaluation) return;
    this.#clear();
    const figures = displayed(showable(description, evaluation.asked, messages), this.shown);
    try {
      this.found = reconcile(description.id, evaluation.inputs, figures, this.#options);
      this.#inChinese =
        this.locale === CHINESE
          ? { description, found: this.found }
          : {
              description: describe(description.id, { ...this.#options, locale: CHINESE }),
              found: reconcile(description.id, evaluation.inputs, figures, { ...this.#options, locale: CHINESE }),
            };
      this.opened = 0;
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      this.problems = Object.fromEntries(error.problems.map(({ field, message }) => [field, message]));
    }
  }

  async #find() {
    this.#search();
    await this.updateComplete;
    /** @type {HTMLElement | null} */
    const target = this.renderRoot.querySelector(this.found ? "#found" : "[role=alert]");
    target?.focus();
    target?.scrollIntoView({ block: "nearest" });
  }

  /** @param {Description} description @param {Found} found */
  async #copy(description, found) {
    const { messages, day, applicant } = this;
    const text = reconciliationText(description, found, { day, applicant }, messages);
    const copied = await copyText(text);
    this.said = copied ? messages.reconciliation.copied : "";
    this.byHand = copied ? "" : text;
  }

  render() {
    const { description, messages, locale, shown, problems, found } = this;
    const evaluation = this.#evaluation;
    if (!description || !evaluation) return nothing;
    const { reconciliation } = messages;
    const fields = showable(description, evaluation.asked, messages);
    const general = problems[""];
    return html`<div
      class=${this.letter ? "screen-only" : ""}
      lang=${locale}
      @wengang-show-source=${(/** @type {ShowSourceEvent} */ { detail }) => {
        const rule = ruleId.source(detail.number);
        location.hash = fragmentOf({ view: "rules", policy: description.id, rule });
      }}
    >
      <h2>${reconciliation.title(description.title)}</h2>
      <p class="muted">${description.region}</p>
      <p class="lead screen-only">${reconciliation.lead}</p>
      ${this.applicant ? html`<p class="print-only">${this.applicant}</p>` : nothing}
      <form
        class="screen-only"
        @submit=${(/** @type {Event} */ event) => {
          event.preventDefault();
          this.#find();
        }}
      >
        <h3>${reconciliation.shown}</h3>
        <p class="small muted">${reconciliation.shownHelp}</p>
        <wengang-shown-fields
          .fields=${fields} .shown=${shown} .problems=${problems} .locale=${locale}
          @wengang-shown-figures=${(/** @type {ShownEvent} */ { detail }) => {
            this.shown = detail.shown;
          }}
          @keydown=${(/** @type {KeyboardEvent} */ event) => this.#submitByKey(event)}
        ></wengang-shown-fields>
        <wengang-published-list
          .fields=${fields} .shown=${shown} .locale=${locale}
          @wengang-shown-figures=${(/** @type {ShownEvent} */ { detail }) => {
            this.shown = detail.shown;
          }}
        ></wengang-published-list>
        ${general ? html`<p class="note" role="alert" tabindex="-1">${general}</p>` : nothing}
        ${this.#ownAnswers(evaluation)}
        <p class="actions">
          <button class="button main">${reconciliation.search}</button>
          <a href=${fragmentOf({ view: "policy", policy: description.id })}>
            ${isEmpty(this.answers) ? reconciliation.fillIn : reconciliation.edit}
          </a>
        </p>
      </form>
      ${found ? this.#found(description, evaluation, found) : nothing}
    </div>
    ${this.letter ? letterOnPaper(this.letter) : nothing}`;
  }

  /** A form ends at the border of a shadow root: return in one of its fields does not reach it by itself. @param {KeyboardEvent} event */
  #submitByKey(event) {
    const [target] = event.composedPath();
    if (event.key !== "Enter" || event.isComposing || !(target instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.#find();
  }

  /** What the own answers still lack. @param {Evaluation} evaluation */
  #ownAnswers(evaluation) {
    const { reconciliation } = this.messages;
    const bad = badPlaces(evaluation).length;
    if (isEmpty(this.answers)) return html`<p class="note">${reconciliation.nothingFilledIn}</p>`;
    return bad > 0 ? html`<p class="note">${reconciliation.badAnswers(bad)}</p>` : nothing;
  }

  /** @param {Description} description @param {Evaluation} evaluation @param {Found} found */
  #found(description, evaluation, found) {
    const { messages, said, byHand } = this;
    const chinese = this.#inChinese;
    const { reconciliation, keep, result } = messages;
    const { own, matches, nearest, missing, searched } = found;
    const labels = description.inputs.filter(({ id }) => missing.includes(id)).map(({ label }) => label);
    return html`
      <section aria-labelledby="found">
        <h3 id="found" tabindex="-1">${reconciliation.outcome(found)}</h3>
        ${this.#beside(own)}
        ${matches.length > 0 ? this.#ways(description, own, matches) : nothing}
        ${
          matches.length === 0 && nearest && isOther(nearest)
            ? html`<h4>${reconciliation.nearest}</h4>
                ${this.#ways(description, own, [nearest])}`
            : nothing
        }
        ${matches.length === 0 ? html`<p class="note">${reconciliation.whatNow}</p>` : nothing}
        ${labels.length > 0 ? html`<p class="note">${reconciliation.missing(labels)}</p>` : nothing}
        <p class="small muted">${reconciliation.searched(searched)}</p>
        ${this.#answersOnPaper(description, evaluation)}
        <p class="print-only">${messages.page.title} · ${result.printedOn(this.day)} · ${keep.version(description.version, engineVersion())}</p>
        <p class="print-only">${messages.page.disclaimer}</p>
        <p class="actions screen-only">
          ${canPrint ? html`<button type="button" class="button" @click=${() => print()}>${keep.print}</button>` : nothing}
          <button type="button" class="button" @click=${() => this.#copy(description, found)}>${reconciliation.copy}</button>
          ${this.linkTo ? this.#copyLink(description, evaluation, this.linkTo) : nothing}
        </p>
        <p class="small muted screen-only" role="status">${said}</p>
        <wengang-letter
          class="screen-only" .description=${chinese?.description} .own=${chinese?.found.own} .way=${chinese?.found.matches[this.opened]} .applicant=${this.applicant} .day=${this.day}
          .locale=${this.locale} @wengang-print-letter=${(/** @type {CustomEvent} */ { detail }) => this.#print(detail.text)}
        ></wengang-letter>
        ${
          byHand
            ? html`<label class="small muted screen-only">
                ${keep.copyByHand}
                <textarea readonly rows="6" .value=${byHand}></textarea>
              </label>`
            : nothing
        }
      </section>
    `;
  }

  /** @param {Description} description @param {Evaluation} evaluation @param {LinkTo} linkTo */
  #copyLink(description, { assessment }, linkTo) {
    const { answers, shown } = this;
    const withoutTexts = standIns(description);
    const link = (/** @type {boolean} */ withTexts) =>
      linkTo("reconciliation", description, withTexts ? answers : withoutTexts(answers), assessment, { shown });
    return html`<wengang-copy-link
      .texts=${textsIn(description, answers)} .link=${link} .locale=${this.locale}
      @wengang-copy-link=${async (/** @type {CopyLinkEvent} */ { detail }) =>
        Object.assign(this, await copyLink(detail.link, this.messages))}
    ></wengang-copy-link>`;
  }

  /** What is shown beside what comes of the own answers. @param {Account} own */
  #beside({ figures }) {
    const { messages, locale } = this;
    const { reconciliation } = messages;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${messages.comparison.item}</th>
          <th scope="col">${reconciliation.shown}</th>
          <th scope="col">${reconciliation.own}</th>
        </tr>
      </thead>
      <tbody>
        ${figures.map(
          (figure) => html`<tr>
            <th scope="row">${worded(figure.label, locale)}</th>
            <td class="number">${this.#asShown(figure)}</td>
            <td class="number">${figure.display ?? reconciliation.open}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  /** @param {Account["figures"][number]} figure */
  #asShown({ id, shown }) {
    const { result } = this.messages;
    if (id !== "eligibility") return shown;
    return shown === "eligible" ? result.eligible : result.ineligible;
  }

  /** @param {Description} description @param {Account} own @param {Account[]} accounts */
  #ways(description, own, accounts) {
    const { messages, locale } = this;
    return html`<ol class="ways">
      ${accounts.map(
        (account, index) => html`<li>
          <details
            .open=${index === this.opened}
            @toggle=${(/** @type {Event} */ { target }) => {
              if (/** @type {HTMLDetailsElement} */ (target).open) this.opened = index;
              else if (this.opened === index) this.opened = -1;
            }}
          >
            <summary>
              <span>${index + 1}. ${worded(accountTitle(account, messages), locale)}</span>
              <span class="small muted number">${account.figures.map((figure) => comesTo(figure, messages))[0]}</span>
            </summary>
            <wengang-account
              .description=${description} .own=${own.assessment} .account=${account} .locale=${locale}
            ></wengang-account>
          </details>
        </li>`,
      )}
    </ol>`;
  }

  /** Whoever looks into it needs to see from what it was worked out. @param {Description} description @param {Evaluation} evaluation */
  #answersOnPaper({ inputs, tables, sources }, { asked }) {
    const { messages, answers, locale } = this;
    const given = inputs.filter(({ id }) => asked.includes(id) && textOf(answers, id).trim() !== "");
    const rows = tables.filter(({ id }) => asked.includes(id) && rowsOf(answers, id));
    return html`<div class="print-only">
      <h3>${messages.keep.filledIn}</h3>
      <dl class="answers">
        ${given.map(
          (input) => html`<dt>${worded(input.label, locale)}</dt>
            <dd>${answerText(input, textOf(answers, input.id), messages)}</dd>`,
        )}
        ${rows.map(
          ({ id, label }) => html`<dt>${worded(label, locale)}</dt>
            <dd>${messages.table.rows(rowsOf(answers, id)?.length ?? 0)}</dd>`,
        )}
      </dl>
      <h3>${messages.rules.sources}</h3>
      <ol>
        ${sources.map(
          ({ document, issuer, number, date }, index) => html`<li>
            ${messages.rulePage.cited(index + 1, "")} ${[document, issuer, number, date].filter(Boolean).join(messages.separator)}
          </li>`,
        )}
      </ol>
    </div>`;
  }
}

/** As `docxOf` sets it. @param {string} text */
function letterOnPaper(text) {
  const [heading = "", ...lines] = text.split("\n");
  const end = lines.lastIndexOf("");
  return html`<article class="letter print-only" lang="zh-CN">
    <h2>${heading}</h2>
    ${lines.map((line, index) => html`<p class=${end >= 0 && index > end ? "end" : index > 0 ? "body" : ""}>${line || html`<br />`}</p>`)}
  </article>`;
}

/** Whether anything is read or filled in otherwise. @param {Account} account */
function isOther({ readings, changes }) {
  return readings.length + changes.length > 0;
}

customElements.define("wengang-reconciliation", Reconciliation);
