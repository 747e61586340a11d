import { css, html, nothing } from "lit";
import { emptyFields, evaluateAnswers } from "../answers/evaluation.js";
import { standIns, textsIn } from "../answers/free-text.js";
import { fragmentOf } from "../shared/address.js";
import { copyLink } from "../shared/copy-link.js";
import { LocalisedElement } from "../shared/localised.js";
import { task } from "../styles/task.js";
import { view } from "../styles/view.js";
import { answersOf, gapsIn, readYear, seriesOf } from "./months.js";
import { Planner, turnsOf } from "./planner.js";
import { percentText } from "./share-text.js";
import "./month-table.js";
import "./departures.js";

/** @import { PropertyValues } from "lit" */
/** @import { Description } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { LinkTo } from "../app/page.js" */
/** @import { CopyLinkEvent } from "../shared/copy-link.js" */
/** @import { Evaluation } from "../answers/evaluation.js" */
/** @import { MonthTexts, Series, Year as YearFigures } from "./months.js" */
/** @import { Plan } from "./planner.js" */

/**
 * A policy over a year that is still going on: the headcounts of its months and what leaves, where that leads, and how many more may leave.
 *
 * Properties: `description`; `answers`, what was filled in for the policy; `texts`, the figures of the months as typed; `linkTo`, which
 * makes a link, undefined where links lead nowhere; `today`; `locale`.
 * Events: `wengang-months` with `{ texts }`; `wengang-use-months` with `{ answers }` when what the months come to is to be filled in.
 */
export class Year extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    answers: { attribute: false },
    texts: { attribute: false },
    linkTo: { attribute: false },
    today: { attribute: false },
    said: { state: true },
    byHand: { state: true },
  };

  static styles = [
    view,
    task,
    css`
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 22rem) minmax(0, 1fr);
        gap: calc(var(--step) * 4) calc(var(--step) * 7);
        align-items: start;
        margin-top: calc(var(--step) * 4);
      }

      @container (max-width: 54rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }

      section > h3 {
        padding-bottom: calc(var(--step) * 1.5);
      }

      wengang-month-table {
        margin-top: calc(var(--step) * 2);
      }

      .statement {
        padding: calc(var(--step) * 2) calc(var(--step) * 2.5);
        border-inline-start: 6px solid var(--control-line);
        border-radius: var(--radius);
        background: var(--panel);
      }

      .statement.met {
        border-color: var(--positive);
        background: var(--positive-ground);
      }

      .statement.unmet {
        border-color: var(--negative);
        background: var(--negative-ground);
      }

      .statement p + p {
        margin-top: var(--step);
      }

      .verdict {
        font-size: var(--large);
        font-weight: 600;
      }

      .reason,
      .turns {
        margin-top: calc(var(--step) * 2);
      }

      wengang-departures {
        margin-top: calc(var(--step) * 5);
      }

      .missing {
        margin-top: var(--step);
        padding-inline-start: calc(var(--step) * 2.5);
        list-style: disc;
        color: var(--muted);
      }

      .actions {
        margin-top: calc(var(--step) * 3);
      }

      @media print {
        .columns {
          grid-template-columns: 15rem minmax(0, 1fr);
        }
      }
    `,
  ];

  /** @type {YearFigures | undefined} */
  #year;
  /** @type {Evaluation | undefined} */
  #evaluation;
  /** @type {Plan | undefined} */
  #plan;
  /** @type {Planner | undefined} */
  #planner;
  /** @type {number[]} */
  #gaps = [];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Answers} */
    this.answers = {};
    /** @type {MonthTexts} */
    this.texts = {};
    /** @type {LinkTo | undefined} */
    this.linkTo = undefined;
    this.today = "";
    /** The outcome of copying. */
    this.said = "";
    /** A text to copy by hand, where the browser lets no page copy. */
    this.byHand = "";
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    const { description, answers, texts, today, locale } = this;
    if (!description || changed.size === 0) return;
    const options = today ? { locale, today } : { locale };
    const series = seriesOf(description);
    const year = readYear(series, texts);
    const evaluation = evaluateAnswers(description, { ...answers, ...answersOf(year) }, options);
    const { asked } = evaluation;
    // What is not asked has no column, unless something was filled in before.
    const isShown = (/** @type {Series} */ { key, inputs, isSum }) =>
      !isSum || inputs.some(({ id }) => asked.includes(id)) || Object.keys(texts[key] ?? {}).length > 0;
    this.#year = { ...year, series: series.filter(isShown) };
    this.#evaluation = evaluation;
    this.#gaps = gapsIn(year, asked, answers);
    this.#planner = undefined;
    this.#plan = undefined;
    if (year.now === undefined || this.#gaps.length > 0 || year.bad.length > 0) return;
    const planner = new Planner(description, year, evaluation, options);
    this.#planner = planner;
    this.#plan = planner.plan;
  }

  get #asksForMonths() {
    const { description } = this;
    return description?.inputs.some(({ id, months }) => months && this.#evaluation?.asked.includes(id)) ?? false;
  }

  /** @param {number} count */
  #quantity(count) {
    return this.messages.answer.quantity(count, this.#year?.staff?.inputs[0]?.unit);
  }

  render() {
    const { description, messages, locale } = this;
    const { year: words } = messages;
    if (!description || !this.#year) return nothing;
    const isFilled = Object.values(this.texts).some((series) => Object.values(series).some((text) => text.trim()));
    return html`<div lang=${locale}>
      <h2>${description.title}</h2>
      <p class="lead">${words.lead}</p>
      <div class="columns">
        <section aria-labelledby="table">
          <h3 id="table">${words.table}</h3>
          <p class="small muted screen-only">${words.tableHelp}</p>
          <wengang-month-table
            .year=${this.#year} .texts=${this.texts} .locale=${locale}
            @wengang-typed-months=${(/** @type {CustomEvent} */ { detail }) => this.#type(detail.texts)}
          ></wengang-month-table>
          ${
            isFilled
              ? html`<p class="actions screen-only">
                ${this.linkTo ? this.#copyLink(description, this.linkTo) : nothing}
                <button type="button" class="text-button" @click=${() => this.#type({})}>${words.clear}</button>
              </p>
              <p class="small muted screen-only" role="status">${this.said}</p>
              ${
                this.byHand
                  ? html`<label class="small muted screen-only">
                      ${messages.keep.copyByHand}
                      <textarea readonly rows="6" .value=${this.byHand}></textarea>
                    </label>`
                  : nothing
              }`
              : nothing
          }
        </section>
        <div>
          <section aria-labelledby="statement">
            <h3 id="statement">${words.statement}</h3>
            ${this.#statement(description)}
          </section>
          ${
            this.#plan && this.#planner
              ? html`<wengang-departures .plan=${this.#plan} .planner=${this.#planner} .locale=${locale}></wengang-departures>`
              : nothing
          }
        </div>
      </div>
    </div>`;
  }

  /** @param {Description} description @param {LinkTo} linkTo */
  #copyLink(description, linkTo) {
    const { answers, texts: months } = this;
    const withoutTexts = standIns(description);
    const { assessment } = /** @type {Evaluation} */ (this.#evaluation);
    const link = (/** @type {boolean} */ withTexts) =>
      linkTo("year", description, withTexts ? answers : withoutTexts(answers), assessment, { months });
    return html`<wengang-copy-link
      .texts=${textsIn(description, answers)} .link=${link} .locale=${this.locale}
      @wengang-copy-link=${async (/** @type {CopyLinkEvent} */ { detail }) =>
        Object.assign(this, await copyLink(detail.link, this.messages))}
    ></wengang-copy-link>`;
  }

  /** @param {MonthTexts} texts */
  #type(texts) {
    this.texts = texts;
    this.tell("wengang-months", { texts });
  }

  /** @param {Description} description */
  #statement(description) {
    const { year: words } = this.messages;
    const year = /** @type {YearFigures} */ (this.#year);
    const evaluation = /** @type {Evaluation} */ (this.#evaluation);
    if (!this.#asksForMonths) return this.#note(words.notAsked, true);
    if (year.now === undefined) return this.#note(words.blank);
    if (this.#gaps.length > 0) return this.#note(words.gaps(this.#gaps.map(words.month)));
    const planner = this.#planner;
    if (!planner) return nothing;
    const { conditions } = evaluation.assessment;
    const isMet = planner.unchanged?.eligible ?? null;
    const missing = planner.isPartial ? emptyFields(evaluation) : [];
    return html`
      <div class="statement ${isMet === null ? "" : isMet ? "met" : "unmet"}" role="status">
        <p>${this.#standing(planner)}</p>
        ${isMet === null ? nothing : html`<p class="verdict">${this.#verdict(planner, isMet)}</p>`}
        ${this.#plan ? html`<p>${this.#margin(this.#plan)}</p>` : nothing}
      </div>
      ${
        isMet === false && !planner.isPartial
          ? html`<ul class="reason">
            ${conditions.filter(({ met }) => met === false).map(({ explanation }) => html`<li>${explanation}</li>`)}
          </ul>`
          : nothing
      }
      ${this.#turns()}
      ${missing.length === 0 ? nothing : html`${this.#note(isMet === null ? words.missingAll : words.missing, true)} ${this.#list(description, missing)}`}
      <p class="actions screen-only">
        <button type="button" class="button" @click=${this.#use}>${words.use}</button>
        <span class="small muted">${words.useHelp}</span>
      </p>
    `;
  }

  /** @param {Planner} planner @param {boolean} isMet */
  #verdict({ isPartial, measure, description }, isMet) {
    const { year: words, result } = this.messages;
    if (!isPartial || !measure) return isMet ? result.eligible : result.ineligible;
    const label = description.conditions.find(({ id }) => id === measure.condition)?.label ?? "";
    return isMet ? words.conditionMet(label) : words.conditionUnmet(label);
  }

  /** What is still to be filled in for the policy. @param {Description} description @param {string[]} fields */
  #list({ inputs, tables }, fields) {
    const labels = fields.map((id) => [...inputs, ...tables].find((one) => one.id === id)?.label ?? id);
    return html`<ul class="missing">${labels.map((label) => html`<li>${label}</li>`)}</ul>`;
  }

  /** @param {string} text @param {boolean} [leadsToForm] */
  #note(text, leadsToForm = false) {
    const policy = this.description?.id ?? "";
    return html`<p class="reason" role="status">
      ${text}
      ${
        leadsToForm
          ? html`<a class="screen-only" href=${fragmentOf({ view: "policy", policy })}>${this.messages.year.toForm}</a>`
          : nothing
      }
    </p>`;
  }

  /** @param {Planner} planner */
  #standing({ year: { now = 0 }, rest, present, measure, unchanged, description, shares }) {
    const { year: words, answer, separator } = this.messages;
    const parts = [words.now(words.month(now), this.#quantity(present)), rest > 0 ? words.unchanged : ""];
    if (measure && unchanged?.value !== undefined && unchanged.limit !== undefined) {
      const label = description.values.find(({ id }) => id === measure.value)?.label ?? "";
      const limit = percentText(unchanged.limit);
      const value = percentText(unchanged.value, unchanged.limit);
      parts.push(words.stands(label, value, measure.isCeiling ? answer.ceiling(limit) : answer.floor(limit)));
    } else if (!measure) parts.push(...shares.map(({ label, share }) => words.share(label, percentText(share))));
    return parts.filter(Boolean).join(separator);
  }

  /** @param {Plan} plan */
  #margin({ margin }) {
    const { year: words } = this.messages;
    if (!margin) return "";
    if (margin.most <= 0) return words.noMargin;
    const quantity = this.#quantity(margin.most);
    return margin.isExact ? words.margin(quantity) : words.marginAtLeast(quantity);
  }

  /** Where the limit becomes another one, as people leave one by one, or with one more. */
  #turns() {
    const [plan, planner] = [this.#plan, this.#planner];
    const measure = planner?.measure;
    const [course] = plan?.courses ?? [];
    if (!plan || !planner || !measure || !course) return nothing;
    const { year: words } = this.messages;
    const label = planner.labelOf(measure.limit);
    const turns = plan.courses
      .filter(({ way }) => !way.counts)
      .flatMap(({ way, outcomes }) =>
        turnsOf(outcomes).map(({ left, before, after }) => {
          const when = planner.isByMonth ? (way.atOnce ? words.atOnce : words.inDecember) : "";
          const remaining = this.#quantity(planner.present - left);
          return words.turn(this.#quantity(left), when, remaining, label, percentText(before), percentText(after));
        }),
      );
    const [present] = course.outcomes;
    const back = plan.oneMore?.limit;
    if (back !== undefined && present?.limit !== undefined && back !== present.limit)
      turns.unshift(words.turnBack(label, percentText(present.limit), percentText(back)));
    return turns.length === 0 ? nothing : html`<div class="turns">${turns.map((turn) => html`<p>${turn}</p>`)}</div>`;
  }

  #use = () => {
    if (!this.#year || !this.#evaluation) return;
    this.tell("wengang-use-months", { answers: answersOf(this.#year) });
  };
}

customElements.define("wengang-year", Year);
