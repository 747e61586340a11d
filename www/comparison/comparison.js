import { css, html, nothing } from "lit";
import { isEmpty } from "../answers/answers.js";
import { evaluateAnswers } from "../answers/evaluation.js";
import { standIns, textsIn } from "../answers/free-text.js";
import { headlineOf } from "../answers/headline.js";
import { fragmentOf } from "../shared/address.js";
import { Announcement } from "../shared/announcement.js";
import { copyText } from "../shared/clipboard.js";
import { LocalisedElement } from "../shared/localised.js";
import { task } from "../styles/task.js";
import { view } from "../styles/view.js";
import { comparisonText } from "./comparison-text.js";
import { askedInAny, excess, sameAnswer, signedYuan, yuanOf } from "./scenarios.js";
import "../result/verdict.js";
import "../shared/copy-link.js";
import "./scenario-fields.js";
import "./scenario-results.js";

/** @import { PropertyValues } from "lit" */
/** @import { Assessment, Description } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Evaluation } from "../answers/evaluation.js" */
/** @import { Headline } from "../answers/headline.js" */
/** @import { CopyLinkEvent } from "../shared/copy-link.js" */
/** @import { OtherEvent } from "./scenario-fields.js" */

/** @typedef {{ answers: Answers, evaluation: Evaluation, headline: Headline }} Scenario */

/**
 * Two scenarios of one policy side by side: A is what was filled in, B starts as its copy and is edited here.
 *
 * Properties: `description`; `answers` (A); `other` (B; undefined while it is a copy); `linkTo`, which makes a link to both and an empty one
 * where that would be too long, undefined where links lead nowhere; `day`; `locale`; `today`.
 * Events: `wengang-other` with `{ answers }` when B has changed; `wengang-answers` with `{ answers }` when A has, which only swapping
 * does; `wengang-take-scenario` with `{ answers }` when B is to take the place of what was filled in.
 */
export class Comparison extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    answers: { attribute: false },
    other: { attribute: false },
    today: { attribute: false },
    day: { attribute: false },
    linkTo: { attribute: false },
    said: { state: true },
    shown: { state: true },
  };

  static styles = [
    view,
    task,
    css`
      h3 {
        margin-top: calc(var(--step) * 5);
        padding-bottom: calc(var(--step) * 1.5);
      }

      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: calc(var(--step) * 2) calc(var(--step) * 5);
      }

      .heads {
        position: sticky;
        top: 0;
        z-index: 1;
        margin-top: calc(var(--step) * 4);
        padding-block: var(--step);
        border-bottom: 1px solid var(--control-line);
        background: var(--paper);
        font-weight: 600;
      }

      .heads span:last-child {
        padding-inline-start: calc(var(--step) * 1.5 + 3px);
      }

      .stacked {
        display: none;
        margin-block: calc(var(--step) * 2) var(--step);
      }

      .verdicts h4 {
        padding-bottom: calc(var(--step) * 0.5);
        font-size: var(--text);
      }

      .difference {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: calc(var(--step) * 1.5);
        margin-top: calc(var(--step) * 2);
      }

      .difference strong {
        font-size: var(--large);
      }

      .details {
        margin-top: calc(var(--step) * 2);
      }

      .bar {
        position: sticky;
        bottom: 0;
        z-index: 1;
        display: flex;
        flex-wrap: wrap;
        column-gap: calc(var(--step) * 3);
        padding: calc(var(--step) * 1.25) calc(var(--step) * 2);
        border: 1px solid var(--line);
        border-top: 3px solid var(--accent);
        border-radius: var(--radius) var(--radius) 0 0;
        background: var(--paper);
        box-shadow: 0 -2px 12px rgb(0 0 0 / 12%);
      }

      .bar .by {
        margin-inline-start: auto;
        font-weight: 600;
      }

      @container (max-width: 40rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }

        .heads {
          display: none;
        }

        .stacked {
          display: block;
        }
      }

      @media print {
        .bar {
          display: none;
        }

        .heads {
          position: static;
        }

        .columns {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
      }
    `,
  ];

  #announcement = new Announcement(this, () => this.#words);
  /** @type {Scenario | undefined} */
  #first;
  /** @type {Scenario | undefined} */
  #second;

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Answers} */
    this.answers = {};
    /** @type {Answers | undefined} */
    this.other = undefined;
    this.today = "";
    this.day = "";
    /** @type {((description: Description, answers: Answers, assessment: Assessment, other: Answers) => string) | undefined} */
    this.linkTo = undefined;
    /** The outcome of the last copying. */
    this.said = "";
    /** A text to copy by hand, where the browser lets no page copy. */
    this.shown = "";
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if (!this.description || changed.size === 0) return;
    this.#first = this.#scenario(this.description, this.answers);
    this.#second = this.#scenario(this.description, this.other ?? this.answers);
  }

  /** @param {PropertyValues<this>} changed */
  updated(changed) {
    if (changed.has("other") && !changed.has("description")) this.#announcement.soon();
  }

  get #words() {
    if (!this.#first || !this.#second) return "";
    const { comparison, result } = this.messages;
    return result.announce([
      `${comparison.second} ${this.#second.headline.judgement}`,
      this.#difference(this.#first, this.#second),
    ]);
  }

  /**
   * @param {Description} description
   * @param {Answers} answers
   * @returns {Scenario}
   */
  #scenario(description, answers) {
    const options = this.today ? { locale: this.locale, today: this.today } : { locale: this.locale };
    const evaluation = evaluateAnswers(description, answers, options);
    return { answers, evaluation, headline: headlineOf(description, evaluation, !isEmpty(answers), this.messages) };
  }

  /** @param {Answers} answers */
  #change(answers) {
    this.other = answers;
    this.tell("wengang-other", { answers });
  }

  /**
   * @param {Scenario} first
   * @param {Scenario} second
   */
  #swap(first, second) {
    this.answers = second.answers;
    this.tell("wengang-answers", { answers: second.answers });
    this.#change(first.answers);
  }

  /**
   * How the amounts, or else the outcomes, of the two differ, as a sentence.
   * @param {Scenario} first
   * @param {Scenario} second
   */
  #difference(first, second) {
    const { comparison, result } = this.messages;
    const yuan = excess(first.evaluation.assessment.amount, second.evaluation.assessment.amount);
    if (yuan === undefined) return this.description?.amount ? comparison.amountOpen : "";
    if (yuan.eq(0)) return comparison.sameAmount;
    const amount = result.yuan(yuanOf(yuan));
    return yuan.gt(0) ? comparison.more(amount) : comparison.less(amount);
  }

  /**
   * @param {string} text
   * @param {string} done
   */
  async #copy(text, done) {
    const copied = await copyText(text);
    this.said = copied ? done : "";
    this.shown = copied ? "" : text;
  }

  /** Copying both, as text or as a link. @param {Description} description @param {Scenario} first @param {Scenario} second @param {string[]} fields */
  #keep(description, first, second, fields) {
    const { messages, linkTo, day } = this;
    const { comparison, keep } = messages;
    const link = (/** @type {Answers} */ answers, /** @type {Answers} */ other) =>
      linkTo?.(description, answers, first.evaluation.assessment, other) ?? "";
    const isKnown = excess(first.evaluation.assessment.amount, second.evaluation.assessment.amount) !== undefined;
    const text = () => {
      const context = {
        fields,
        difference: isKnown ? this.#difference(first, second) : "",
        day,
        link: link(first.answers, second.answers),
      };
      return comparisonText(description, first, second, context, messages);
    };
    const texts = [...textsIn(description, first.answers), ...textsIn(description, second.answers)];
    const linkOf = (/** @type {boolean} */ withTexts) => {
      if (withTexts) return link(first.answers, second.answers);
      const without = standIns(description);
      return link(without(first.answers), without(second.answers));
    };
    return html`
      <p class="actions screen-only">
        <button type="button" class="button" @click=${() => this.#copy(text(), comparison.copied)}>${comparison.copy}</button>
        ${
          linkTo
            ? html`<wengang-copy-link
                .texts=${[...new Set(texts)]} .link=${linkOf} .locale=${this.locale}
                @wengang-copy-link=${(/** @type {CopyLinkEvent} */ { detail }) =>
                  detail.link ? this.#copy(detail.link, keep.linkCopied) : this.#tooMuch()}
              ></wengang-copy-link>`
            : nothing
        }
      </p>
      <p class="small muted screen-only" role="status">${this.said}</p>
      ${
        this.shown
          ? html`<label class="small muted screen-only">
              ${keep.copyByHand}
              <textarea readonly rows="6" .value=${this.shown}></textarea>
            </label>`
          : nothing
      }
    `;
  }

  #tooMuch() {
    this.shown = "";
    this.said = this.messages.keep.tooMuchForLink;
  }

  render() {
    const { description, messages, locale } = this;
    const [first, second] = [this.#first, this.#second];
    if (!description || !first || !second) return nothing;
    const { comparison } = messages;
    const yuan = excess(first.evaluation.assessment.amount, second.evaluation.assessment.amount);
    const fields = askedInAny(description, [first.evaluation, second.evaluation]);
    const same = fields.every((field) => sameAnswer(field, first, second));
    return html`<div
      lang=${locale}
      @wengang-other=${(/** @type {OtherEvent} */ { detail }) => {
        this.other = detail.answers;
      }}
    >
      <h2>${description.title}</h2>
      <p class="lead">${comparison.lead}</p>
      <p class="actions screen-only">
        <button type="button" class="button" aria-disabled=${same} @click=${() => same || this.#change({ ...first.answers })}>
          ${comparison.makeAllSame}
        </button>
        <button type="button" class="button" aria-disabled=${same} @click=${() => same || this.#swap(first, second)}>
          ${comparison.swap}
        </button>
        <a href=${fragmentOf({ view: "policy", policy: description.id })}>
          ${isEmpty(first.answers) ? comparison.fillFirst : comparison.editFirst}
        </a>
      </p>
      <section aria-label=${comparison.fields}>
        <p class="stacked muted small" aria-hidden="true">${comparison.stacked}</p>
        <p class="columns heads" aria-hidden="true"><span>${comparison.first}</span><span>${comparison.second}</span></p>
        <wengang-scenario-fields
          .description=${description}
          .answers=${first.answers}
          .other=${second.answers}
          .evaluation=${first.evaluation}
          .otherEvaluation=${second.evaluation}
          .locale=${locale}
        ></wengang-scenario-fields>
        ${this.#bar(first, second, yuan)}
      </section>
      <section aria-labelledby="results">
        <h3 id="results">${comparison.results}</h3>
        <div class="columns verdicts">
          ${[
            { name: comparison.first, headline: first.headline },
            { name: comparison.second, headline: second.headline },
          ].map(
            ({ name, headline }) => html`<div>
              <h4>${name}</h4>
              <wengang-verdict .headline=${headline} .locale=${locale}></wengang-verdict>
            </div>`,
          )}
        </div>
        <p class="difference">
          ${yuan === undefined ? nothing : html`<strong class="number">${messages.result.yuan(signedYuan(yuan))}</strong>`}
          <span class="muted">${this.#difference(first, second)}</span>
        </p>
        <p class="actions screen-only">
          <button
            type="button"
            class="button main"
            aria-disabled=${same}
            @click=${() => same || this.tell("wengang-take-scenario", { answers: second.answers })}
          >
            ${comparison.take}
          </button>
        </p>
        ${isEmpty(first.answers) && isEmpty(second.answers) ? nothing : this.#keep(description, first, second, fields)}
        <wengang-scenario-results
          class="details"
          .description=${description}
          .assessments=${[first.evaluation.assessment, second.evaluation.assessment]}
          .locale=${locale}
        ></wengang-scenario-results>
      </section>
      ${this.#announcement.region}
    </div>`;
  }

  /**
   * Both results in one line, in sight while B is edited.
   * @param {Scenario} first
   * @param {Scenario} second
   * @param {Big | undefined} yuan
   */
  #bar(first, second, yuan) {
    return html`<p class="bar" aria-hidden="true">
      <span>A ${this.#inShort(first.headline)}</span>
      <span>B ${this.#inShort(second.headline)}</span>
      ${yuan === undefined ? nothing : html`<span class="by number">${this.messages.result.yuan(signedYuan(yuan))}</span>`}
    </p>`;
  }

  /** @param {Headline} headline */
  #inShort({ judgement, outcome }) {
    const amount = outcome ? this.messages.result.measure(outcome.figure, outcome.unit) : "";
    return html`<strong class="number">${amount}</strong> ${judgement}`;
  }
}

customElements.define("wengang-comparison", Comparison);
