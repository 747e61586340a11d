import { css, html, nothing } from "lit";
import { describe, policies } from "wengang";
import { fromInputs, isEmpty } from "../answers/answers.js";
import { evaluateAnswers } from "../answers/evaluation.js";
import { headlineOf } from "../answers/headline.js";
import { Announcement } from "../shared/announcement.js";
import { Awaiting } from "../shared/awaited.js";
import { engineReady, havePolicies } from "../shared/engine.js";
import { EngineElement } from "../shared/engine-element.js";
import { stateOf } from "../shared/later.js";
import { Printing } from "../shared/printing.js";
import { SizeObserver } from "../shared/size-observer.js";
import { ground } from "../styles/ground.js";
import { view } from "../styles/view.js";
import { quotable } from "./quotable.js";
import "../questions/question-list.js";
import "../result/result-bar.js";
import "../result/result.js";
import "../shared/policy-heading.js";
import "./policy-outline.js";

/** @import { PropertyDeclarations, PropertyValues, TemplateResult } from "lit" */
/** @import { Assessment, Description } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Evaluation } from "../answers/evaluation.js" */
/** @import { Headline } from "../answers/headline.js" */
/** @import { GoToEvent } from "../result/field-links.js" */
/** @import { PolicyRules } from "../rules/policy-rules.js" */
/** @import { AnswersEvent, QuestionList } from "../questions/question-list.js" */
/** @import { ShowSourceEvent } from "../shared/source-reference.js" */

/** One policy: fill in, read the result. What only pages around it set is in `hosted-calculator.js`. */
export class Calculator extends EngineElement {
  /** @type {PropertyDeclarations} */
  static properties = {
    policy: { type: String, reflect: true },
    answersByPolicy: { attribute: false },
    linkTo: { attribute: false },
    applicant: { attribute: false },
    alone: { attribute: false },
  };

  static styles = [
    view,
    ground,
    css`
      /* Heading, outline, form and result one below the other. */
      .head > * + *,
      .entry > * + *,
      .stages > * + * {
        margin-top: calc(var(--step) * 3);
      }

      .started:not(.outlined) .outline {
        display: none;
      }

      /* What there is to copy or print comes with the first answer. */
      .stages:not(.started) > .result {
        display: none;
      }

      .bar {
        position: sticky;
        bottom: 0;
        z-index: 4;
      }

      .keep {
        margin-top: calc(var(--step) * 3);
      }

      #result {
        scroll-margin-top: calc(var(--step) * 2);
      }

      .next {
        margin-top: calc(var(--step) * 6);
      }

      .rules {
        padding-top: calc(var(--step) * 3);
        border-top: 1px solid var(--line);
      }

      .rules h2 {
        margin-bottom: calc(var(--step) * 2);
        font-size: calc(var(--text) * 1.375);
      }

      /* On a low window, or one magnified, the bar would lie over what is being filled in. */
      @media (max-height: 25rem) {
        .bar {
          position: static;
        }
      }

      /* Where there is room, the outline stands beside the form, and then the result. */
      @container (min-width: 56rem) {
        .stages:not(.with-table) {
          display: grid;
          grid-template-columns: minmax(0, 4fr) minmax(0, 5fr);
          grid-template-rows: auto 1fr;
          gap: calc(var(--step) * 3) calc(var(--step) * 7);
        }

        .stages:not(.with-table) > .entry,
        .stages:not(.with-table) .head {
          display: contents;
        }

        .stages:not(.with-table) .outline,
        .stages:not(.with-table) > .result {
          grid-row: 1 / 3;
          grid-column: 2;
          align-self: start;
        }

        .stages:not(.with-table).started .outline,
        .stages:not(.with-table) .bar {
          display: none;
        }

        .stages:not(.with-table) :is(.outline, .result, wengang-question-list) {
          margin-top: 0;
        }

        /* In sight as a whole while the form scrolls; if it is higher than the window, with its lower end. */
        .stages:not(.with-table) > .result {
          position: sticky;
          top: min(var(--step) * 2, 100vh - var(--height, 0px));
        }

        /* A table wants the whole width: the result stands below it. */
        .with-table:is(.outlined, :not(.started)) .head {
          display: grid;
          grid-template-columns: minmax(0, 4fr) minmax(0, 5fr);
          align-items: start;
          column-gap: calc(var(--step) * 7);
        }

        .with-table .outline {
          margin-top: 0;
        }
      }
    `,
  ];

  #announcement = new Announcement(this, () => this.#words);
  #awaiting = new Awaiting(this);
  #printing = new Printing(this);
  /** The policy whose form was empty when it came up: its outline stays where the form lies below it. */
  #outlined = "";
  /** Keeps the whole result in sight, however high it is. */
  #sizes = new SizeObserver(() => requestAnimationFrame(() => this.#measure()));
  /** The form as it stands. @type {Answers} */
  #answers = {};
  /** @type {Evaluation | undefined} */
  #evaluation;
  /** What it was made of. @type {unknown[]} */
  #basis = [];
  /** What a change of leads to another policy, or to another form. @type {string[]} */
  asksFor = ["engine", "policy", "locale", "today"];
  /** @type {Description | undefined} */
  description;
  /** What stands in the form before the reader changes it, and what the reader cannot change. @type {{ first: Answers, locked: Answers }} */
  given = { first: {}, locked: {} };
  /** Gives the reader a file of what is filled in; without it, none is offered. @type {(() => void) | undefined} */
  toFile;

  constructor() {
    super();
    /** @type {string} */
    this.policy = "";
    /** Whether it stands on a page that has no rule pages to link to. */
    this.alone = true;
    /**
     * Makes a link that brings back these answers; without it, none is offered.
     * @type {((description: Description, answers: Answers, assessment: Assessment) => string) | undefined}
     */
    this.linkTo = undefined;
    /** Whom the answers are about, as far as the reader has said so; for print-outs. */
    this.applicant = "";
    /** Everything typed, for every policy, so that nothing is lost by looking at another. @type {Record<string, Answers>} */
    this.answersByPolicy = {};
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  #measure() {
    const result = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("wengang-result"));
    const height = Math.ceil(result?.getBoundingClientRect().height ?? 0);
    result?.parentElement?.style.setProperty("--height", `${height}px`);
  }

  /** What the form answers at present; what is not valid is left out. */
  get inputs() {
    return this.#evaluation?.inputs ?? {};
  }

  set inputs(inputs) {
    engineReady.then(async () => {
      await havePolicies(this.needs);
      this.fill(fromInputs(describe(this.policy, this.options), inputs));
    });
  }

  /** @returns {Assessment | undefined} */
  get assessment() {
    return this.#evaluation?.assessment;
  }

  /** The fields whose answers the reader cannot change. */
  get lockedFields() {
    return Object.keys(this.given.locked);
  }

  /** Whether anything has been filled in. */
  get started() {
    return !isEmpty(this.#answers, this.lockedFields);
  }

  /** @returns {Headline | undefined} */
  get #headline() {
    if (!this.description || !this.#evaluation) return undefined;
    return headlineOf(this.description, this.#evaluation, this.started, this.messages);
  }

  get needs() {
    return [this.policy];
  }

  /** Ids of the policies that there are. */
  get known() {
    return policies(this.options).map(({ id }) => id);
  }

  /** Why there is no form. */
  get noPolicy() {
    return this.messages.unknownPolicy(quotable(this.policy));
  }

  /** Takes up the policy that was asked for. */
  takeUp() {
    this.description = this.known.includes(this.policy) ? describe(this.policy, this.options) : undefined;
  }

  /** Puts answers into the form. @param {Answers} answers */
  fill(answers) {
    this.answersByPolicy = { ...this.answersByPolicy, [this.policy]: answers };
  }

  /** @param {PropertyValues<Calculator>} changed */
  willUpdate(changed) {
    if (this.engine !== "ready") return;
    if (this.asksFor.some((property) => changed.has(/** @type {keyof Calculator} */ (property)))) this.takeUp();
    this.#evaluate();
    if (!this.started) this.#outlined = this.policy;
    else if (changed.has("policy") && this.#outlined !== this.policy) this.#outlined = "";
  }

  /** Only where something else is to be evaluated: the calculator is drawn anew for every part of it that comes, too. */
  #evaluate() {
    const { first, locked } = this.given;
    const own = this.answersByPolicy[this.policy] ?? first;
    const basis = [this.description, own, locked, this.day];
    if (basis.every((part, index) => part === this.#basis[index])) return;
    this.#basis = basis;
    this.#answers = { ...own, ...locked };
    this.#evaluation =
      this.description && evaluateAnswers(this.description, this.#answers, this.options, this.lockedFields);
  }

  /** @param {PropertyValues<Calculator>} changed */
  updated(changed) {
    if (changed.size === 0) return;
    const result = this.renderRoot.querySelector("wengang-result");
    if (result) this.#sizes.observe(result);
    if (!this.#evaluation) return;
    const { inputs, assessment, problems } = this.#evaluation;
    this.tellResult({ policy: this.policy, inputs, assessment, problems });
    if (changed.has("answersByPolicy")) this.#announcement.soon();
  }

  /** @param {Record<string, unknown>} result */
  tellResult(result) {
    this.tell("wengang-result", result);
  }

  get #words() {
    if (!this.#headline) return "";
    const { judgement, outcome, remark } = this.#headline;
    const { result } = this.messages;
    const amount = outcome ? `${outcome.label} ${result.measure(outcome.figure, outcome.unit)}` : "";
    return result.announce([judgement, amount, remark].filter(Boolean));
  }

  /** @param {GoToEvent} event */
  #goTo({ detail }) {
    const questions = /** @type {QuestionList | null} */ (this.renderRoot.querySelector("wengang-question-list"));
    questions?.goTo(detail);
  }

  /** @param {ShowSourceEvent} event */
  #showSource(event) {
    const rules = /** @type {PolicyRules | null} */ (this.renderRoot.querySelector("wengang-policy-rules"));
    const [from] = event.composedPath();
    rules?.showSource(event.detail.number, from instanceof HTMLElement ? from : undefined);
  }

  #showResult() {
    const result = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("#result"));
    result?.focus({ preventScroll: true });
    result?.scrollIntoView();
  }

  render() {
    return html`
      <div
        class="ground"
        lang=${this.locale}
        @wengang-answers=${(/** @type {AnswersEvent} */ { detail: { answers } }) => this.fill(answers)}
        @wengang-go-to=${this.#goTo}
        @wengang-show-result=${this.#showResult}
        @wengang-show-source=${this.#showSource}
      >
        ${this.above()} ${this.engine === "ready" ? this.#content() : super.render()}
        ${this.#announcement.region}
      </div>
    `;
  }

  /** What stands above everything else. @returns {TemplateResult | typeof nothing} */
  above() {
    return nothing;
  }

  /** What stands above the questions. @returns {TemplateResult | typeof nothing} */
  aboveQuestions() {
    return nothing;
  }

  #content() {
    return this.description && this.#evaluation
      ? this.#calculator(this.description, this.#evaluation)
      : html`<p role="alert">${this.noPolicy}</p>`;
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   */
  #calculator(description, evaluation) {
    const { messages, locale } = this;
    const answers = this.#answers;
    const headline = this.#headline;
    const { started } = this;
    const link =
      this.linkTo &&
      ((/** @type {Answers} */ given = answers) => this.linkTo?.(description, given, evaluation.assessment) ?? "");
    const layout = [
      "stages",
      "screen-only",
      description.tables.length > 0 ? "with-table" : "",
      started ? "started" : "",
      this.#outlined === description.id ? "outlined" : "",
    ];
    return html`
      <div class=${layout.filter(Boolean).join(" ")}>
        <div class="entry">
          <div class="head">
            <wengang-policy-heading
              part="heading" ?linked=${!this.alone} .description=${description} .today=${this.day} .locale=${locale}
            ></wengang-policy-heading>
            <wengang-policy-outline
              class="outline" part="outline" .description=${description} .locale=${locale}
            ></wengang-policy-outline>
          </div>
          <wengang-question-list
            part="questions" .description=${description} .answers=${answers} .evaluation=${evaluation}
            .locked=${this.lockedFields} .locale=${locale}
          >${this.aboveQuestions()}</wengang-question-list>
          <wengang-result-bar
            class="bar" part="bar" ?hidden=${!started} .headline=${headline} .locale=${locale}
          ></wengang-result-bar>
        </div>
        <section id="result" class="result" tabindex="-1" aria-labelledby="result-heading">
          <h3 id="result-heading" class="visually-hidden">${messages.result.heading}</h3>
          <wengang-result
            part="result" exportparts="verdict" .description=${description} .answers=${answers} .evaluation=${evaluation} .headline=${headline}
            .locale=${locale}
          ></wengang-result>
        </section>
      </div>
      <div class="keep screen-only" ?hidden=${!started}>
        ${this.#awaiting.show(
          "keeping",
          () => html`<wengang-keep
            part="keep" .description=${description} .answers=${answers} .evaluation=${evaluation} .headline=${headline} .day=${this.day}
            .link=${link} .toFile=${this.toFile} .locale=${locale}
          ></wengang-keep>`,
        )}
        <slot name="keep"></slot>
      </div>
      ${this.#awaiting.show(
        "nextSteps",
        () => html`<wengang-next-steps
          class="next screen-only" part="next" .description=${description} .evaluation=${evaluation} .started=${started} .today=${this.day}
          .alone=${this.alone} .locale=${locale}
        ></wengang-next-steps>`,
      )}
      <section class="rules screen-only" aria-labelledby="rules-heading">
        <h2 id="rules-heading">${messages.rules.heading}</h2>
        ${this.#awaiting.show(
          "nextSteps",
          () => html`<wengang-policy-rules
            part="rules" .description=${description} .alone=${this.alone} .locale=${locale}
          ></wengang-policy-rules>`,
        )}
      </section>
      ${this.#printing.now ? this.#sheet(description, evaluation, link) : nothing}
    `;
  }

  /**
   * @param {Description} description
   * @param {Evaluation} evaluation
   * @param {((given?: Answers) => string) | undefined} link
   */
  #sheet(description, evaluation, link) {
    const { messages, locale } = this;
    if (stateOf("keeping") !== "here") return html`<p class="print-only">${messages.later.failed}</p>`;
    return html`<wengang-sheet
      class="print-only" part="sheet" .description=${description} .answers=${this.#answers} .evaluation=${evaluation} .headline=${this.#headline}
      .blank=${!this.started} .applicant=${this.applicant} .day=${this.day} .link=${link?.() ?? ""} lang=${locale} .locale=${locale}
    ></wengang-sheet>`;
  }
}
