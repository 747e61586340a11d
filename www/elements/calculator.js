import { css, html, nothing } from "lit";
import { describe, policies } from "wengang";
import { fromInputs, isEmpty } from "../answers.js";
import { engineReady } from "../engine.js";
import { evaluateAnswers } from "../evaluation.js";
import { headlineOf } from "../headline.js";
import { view } from "../styles/view.js";
import { EngineElement } from "./engine-element.js";
import "./keep.js";
import "./policy-heading.js";
import "./policy-picker.js";
import "./policy-rules.js";
import "./question-list.js";
import "./result.js";
import "./result-bar.js";

/** @import { PropertyValues } from "lit" */
/** @import { Assessment, Description, Options, PolicySummary } from "wengang" */
/** @import { Answers } from "../answers.js" */
/** @import { Evaluation } from "../evaluation.js" */
/** @import { Headline } from "../headline.js" */
/** @import { GoToEvent } from "./field-links.js" */
/** @import { PolicyEvent } from "./policy-picker.js" */
/** @import { AnswersEvent, QuestionList } from "./question-list.js" */

/** A changed result is read out once typing has paused for this long. */
const ANNOUNCEMENT_PAUSE_MILLISECONDS = 1200;

/**
 * The whole calculator: choose a policy, fill in, read the result.
 *
 * Attributes: `policy` (a policy's id), `fixed` (no other can be chosen), `locale` (`zh-CN` or `en`), `today` (`YYYY-MM-DD`, to
 * check a policy as of another day).
 * Properties: `inputs` (as `evaluate` takes them; setting them fills in the form) and `assessment` (read only).
 * Event: `wengang-change` with `{ policy, inputs, assessment, problems }` whenever the result may have changed.
 */
export class Calculator extends EngineElement {
  static properties = {
    policy: { type: String, reflect: true },
    fixed: { type: Boolean },
    answersByPolicy: { attribute: false },
    linkTo: { attribute: false },
    announcement: { state: true },
  };

  static styles = [
    view,
    css`
      .heading {
        margin-top: calc(var(--step) * 3);
      }

      :host([fixed]) .heading {
        margin-top: 0;
      }

      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(var(--step) * 5);
        margin-top: calc(var(--step) * 3);
        padding-top: calc(var(--step) * 2);
        border-top: 1px solid var(--line);
      }

      .bar {
        position: sticky;
        bottom: 0;
        z-index: 2;
        margin-top: calc(var(--step) * 3);
      }

      #result {
        scroll-margin-top: calc(var(--step) * 2);
      }

      .rules {
        margin-top: calc(var(--step) * 3);
        padding-top: calc(var(--step) * 4);
        border-top: 1px solid var(--line);
      }

      .rules h2 {
        margin-bottom: calc(var(--step) * 3);
        font-size: calc(var(--text) * 1.375);
      }

      @container (min-width: 56rem) {
        /* A table wants the whole width: the result stands below it. */
        .columns:not(.with-table) {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr);
          gap: calc(var(--step) * 8);
        }

        :not(.with-table) > div > .bar {
          display: none;
        }

        .with-table > #result {
          max-width: 42rem;
        }
      }

      @media print {
        .picker,
        .bar {
          display: none;
        }

        .columns {
          display: block;
        }

        #result {
          margin-top: 4mm;
        }
      }
    `,
  ];

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #announcing;
  /** @type {PolicySummary[]} */
  #policies = [];
  /** @type {Description | undefined} */
  #description;
  /** @type {Evaluation | undefined} */
  #evaluation;

  constructor() {
    super();
    /** @type {string} */
    this.policy = "";
    this.fixed = false;
    /**
     * Makes a link that brings back these answers; without it, none is offered.
     * @type {((description: Description, answers: Answers, assessment: Assessment) => string) | undefined}
     */
    this.linkTo = undefined;
    /** Everything typed, for every policy, so that nothing is lost by looking at another. @type {Record<string, Answers>} */
    this.answersByPolicy = {};
    this.announcement = "";
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#announcing);
  }

  /** What the form answers at present; what is not valid is left out. */
  get inputs() {
    return this.#evaluation?.inputs ?? {};
  }

  set inputs(inputs) {
    engineReady.then(() => {
      this.#choosePolicy();
      this.#answer(fromInputs(describe(this.policy, this.options), inputs));
    });
  }

  /** @returns {Assessment | undefined} */
  get assessment() {
    return this.#evaluation?.assessment;
  }

  get #answers() {
    return this.answersByPolicy[this.policy] ?? {};
  }

  /** @returns {Headline | undefined} */
  get #headline() {
    if (!this.#description || !this.#evaluation) return undefined;
    return headlineOf(this.#description, this.#evaluation, !isEmpty(this.#answers), this.messages);
  }

  #choosePolicy() {
    this.#policies = policies(this.options);
    this.policy ||= firstChoice(this.#policies)?.id ?? "";
  }

  /** @param {Answers} answers */
  #answer(answers) {
    this.answersByPolicy = { ...this.answersByPolicy, [this.policy]: answers };
  }

  /** @param {PropertyValues<Calculator>} changed */
  willUpdate(changed) {
    if (this.engine !== "ready") return;
    if (changed.has("engine") || changed.has("policy") || changed.has("locale") || changed.has("today")) {
      this.#choosePolicy();
      const known = this.#policies.some(({ id }) => id === this.policy);
      this.#description = known ? describe(this.policy, this.options) : undefined;
    }
    this.#evaluation = this.#description && evaluateAnswers(this.#description, this.#answers, this.options);
  }

  /** @param {PropertyValues<Calculator>} changed */
  updated(changed) {
    const onlyAnnounced = changed.size === 1 && changed.has("announcement");
    if (!this.#evaluation || onlyAnnounced) return;
    const { inputs, assessment, problems } = this.#evaluation;
    this.tell("wengang-change", { policy: this.policy, inputs, assessment, problems });
    if (changed.has("answersByPolicy")) this.#announceSoon();
  }

  #announceSoon() {
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      if (!this.#headline) return;
      const { judgement, outcome, remark } = this.#headline;
      const { result } = this.messages;
      const amount = outcome ? `${outcome.label} ${result.measure(outcome.figure, outcome.unit)}` : "";
      this.announcement = result.announce([judgement, amount, remark].filter(Boolean));
    }, ANNOUNCEMENT_PAUSE_MILLISECONDS);
  }

  /** @param {GoToEvent} event */
  #goTo({ detail }) {
    const questions = /** @type {QuestionList | null} */ (this.renderRoot.querySelector("wengang-question-list"));
    questions?.goTo(detail);
  }

  #showResult() {
    const result = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("#result"));
    result?.focus({ preventScroll: true });
    result?.scrollIntoView();
  }

  render() {
    if (this.engine !== "ready") return super.render();
    const { messages } = this;
    return html`
      <div
        lang=${this.locale}
        @wengang-policy=${(/** @type {PolicyEvent} */ { detail: { policy } }) => {
          this.policy = policy;
        }}
        @wengang-answers=${(/** @type {AnswersEvent} */ { detail: { answers } }) => this.#answer(answers)}
        @wengang-go-to=${this.#goTo}
        @wengang-show-result=${this.#showResult}
      >
        ${
          this.fixed
            ? nothing
            : html`<wengang-policy-picker
                class="picker" .policies=${this.#policies} .chosen=${this.policy} .locale=${this.locale}
              ></wengang-policy-picker>`
        }
        ${
          this.#description && this.#evaluation
            ? this.#calculator(this.#description, this.#evaluation)
            : html`<p role="alert">${messages.unknownPolicy(this.policy)}</p>`
        }
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </div>
    `;
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   */
  #calculator(description, evaluation) {
    const { messages, locale } = this;
    const answers = this.#answers;
    const headline = this.#headline;
    return html`
      <wengang-policy-heading
        class="heading" .description=${description} .today=${this.day} .locale=${locale}
      ></wengang-policy-heading>
      <div class="columns ${description.tables.length > 0 ? "with-table" : ""}">
        <div>
          <wengang-question-list
            .description=${description} .answers=${answers} .evaluation=${evaluation} .locale=${locale}
          ></wengang-question-list>
          <wengang-result-bar
            class="bar" ?hidden=${isEmpty(answers)} .headline=${headline} .locale=${locale}
          ></wengang-result-bar>
        </div>
        <section id="result" tabindex="-1" aria-labelledby="result-heading">
          <h3 id="result-heading" class="visually-hidden">${messages.result.heading}</h3>
          <wengang-result
            .description=${description} .answers=${answers} .evaluation=${evaluation} .headline=${headline} .today=${this.day}
            .locale=${locale}
          ></wengang-result>
          <wengang-keep
            .description=${description} .answers=${answers} .evaluation=${evaluation} .headline=${headline} .day=${this.day}
            .link=${this.linkTo && (() => this.linkTo?.(description, answers, evaluation.assessment) ?? "")} .locale=${locale}
          ></wengang-keep>
        </section>
      </div>
      <section class="rules" aria-labelledby="rules-heading">
        <h2 id="rules-heading">${messages.rules.heading}</h2>
        <wengang-policy-rules .description=${description} .locale=${locale}></wengang-policy-rules>
      </section>
    `;
  }
}

/**
 * What to show before anything is chosen: a policy in force, or else the latest.
 * @param {PolicySummary[]} policies
 */
function firstChoice(policies) {
  const inForce = policies.find(({ status }) => status === "in-force");
  const [latest] = [...policies].sort((one, other) => (other.claimYear ?? 0) - (one.claimYear ?? 0));
  return inForce ?? latest;
}

customElements.define("wengang-calculator", Calculator);
