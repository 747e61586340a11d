import { css, html, nothing } from "lit";
import { describe } from "wengang";
import { fromInputs, isEmpty } from "../answers/answers.js";
import { evaluateAnswers } from "../answers/evaluation.js";
import { headlineOf } from "../answers/headline.js";
import { Announcement } from "../shared/announcement.js";
import { Awaiting } from "../shared/awaited.js";
import { entriesOf } from "../shared/catalogue.js";
import { engineReady, havePolicies } from "../shared/engine.js";
import { EngineElement } from "../shared/engine-element.js";
import { select } from "../shared/filters.js";
import { stateOf } from "../shared/later.js";
import { Printing } from "../shared/printing.js";
import { SizeObserver } from "../shared/size-observer.js";
import { stockUp } from "../shared/stock.js";
import { ground } from "../styles/ground.js";
import { view } from "../styles/view.js";
import { NO_PRESET, presetFor } from "./preset.js";
import { quotable } from "./quotable.js";
import { checkSettings } from "./settings.js";
import { Theme } from "./theme.js";
import { ToldHost } from "./told-host.js";
import "../questions/question-list.js";
import "../result/result-bar.js";
import "../result/result.js";
import "../shared/policy-heading.js";
import "./policy-outline.js";
import "./policy-picker.js";

/** @import { PropertyValues } from "lit" */
/** @import { Assessment, Description, Options, PolicySummary } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Evaluation } from "../answers/evaluation.js" */
/** @import { Headline } from "../answers/headline.js" */
/** @import { Mistake, Preset } from "./preset.js" */
/** @import { GoToEvent } from "../result/field-links.js" */
/** @import { PolicyEvent } from "./policy-picker.js" */
/** @import { PolicyRules } from "../rules/policy-rules.js" */
/** @import { AnswersEvent, QuestionList } from "../questions/question-list.js" */
/** @import { ShowSourceEvent } from "../shared/source-reference.js" */

/** Names in an attribute, separated by spaces. */
const names = {
  /** @param {string | null} text */
  fromAttribute: (text) => text?.split(/[\s,]+/).filter(Boolean) ?? [],
};

/**
 * The whole calculator: choose a policy, fill in, read the result. Its attributes, properties, events, parts and custom
 * properties are a contract with the pages that embed it: docs/embedding.md.
 */
export class Calculator extends EngineElement {
  static properties = {
    policy: { type: String, reflect: true },
    fixed: { type: Boolean },
    policies: { converter: names },
    region: { type: String },
    year: { type: String },
    preset: { type: Object },
    locked: { converter: names },
    scheme: { type: String, reflect: true },
    themeColor: { type: String, attribute: "theme-color" },
    refused: { attribute: false },
    answersByPolicy: { attribute: false },
    linkTo: { attribute: false },
    applicant: { attribute: false },
    alone: { attribute: false },
  };

  static styles = [
    view,
    ground,
    css`
      .picker {
        margin-bottom: calc(var(--step) * 3);
      }

      .mistakes {
        margin-bottom: calc(var(--step) * 3);
        padding: calc(var(--step) * 1.5) calc(var(--step) * 2);
        border-inline-start: 6px solid var(--negative);
        border-radius: var(--radius);
        background: var(--negative-ground);
      }

      .mistakes h3 {
        color: var(--negative);
        font-size: var(--text);
      }

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

      @media print {
        .picker {
          display: none;
        }
      }
    `,
  ];

  #announcement = new Announcement(this, () => this.#words);
  /** What there is to choose from. @type {PolicySummary[]} */
  #policies = [];
  /** @type {Description | undefined} */
  #description;
  /** @type {Preset} */
  #preset = NO_PRESET;
  /** The form as it stands. @type {Answers} */
  #answers = {};
  #awaiting = new Awaiting(this);
  #theme = new Theme(this);
  #isThemed = true;
  /** Settings that are no such values, with what they were set to. @type {Map<string, string>} */
  #misread = new Map();
  #host = new ToldHost(this);
  #printing = new Printing(this);
  /** The policy whose form was empty when it came up: its outline stays where the form lies below it. */
  /** What its policies were last chosen by. */
  #choice = "";
  /** The choices whose policies are being fetched, or have been. */
  #stocked = "";
  #outlined = "";
  /** Keeps the whole result in sight, however high it is. */
  #sizes = new SizeObserver(() => requestAnimationFrame(() => this.#measure()));
  /** @type {Evaluation | undefined} */
  #evaluation;

  constructor() {
    super();
    /** @type {string} */
    this.policy = "";
    this.fixed = false;
    /** Ids of the policies to choose from; all where there are none. @type {string[]} */
    this.policies = [];
    /** The region whose policies there are to choose from, by its Chinese name. */
    this.region = "";
    /** Their year. */
    this.year = "";
    /** What is filled in at first, as `evaluate` takes it; null where the attribute could not be read. @type {Record<string, unknown> | null} */
    this.preset = {};
    /** Fields of the preset that the reader cannot change. @type {string[]} */
    this.locked = [];
    /** Where the page around is always one of them; otherwise it is as the reader has set the system. @type {"light" | "dark" | undefined} */
    this.scheme = undefined;
    /** `#RRGGBB` */
    this.themeColor = "";
    /** What was asked of a frame and cannot be had: names, and values where it is these that are wrong. @type {[string, string?][]} */
    this.refused = [];
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
      this.#choosePolicy();
      await havePolicies([this.policy]);
      this.#answer(fromInputs(describe(this.policy, this.options), inputs));
    });
  }

  /** @returns {Assessment | undefined} */
  get assessment() {
    return this.#evaluation?.assessment;
  }

  get #lockedFields() {
    return Object.keys(this.#preset.locked);
  }

  /** Whether anything has been filled in. */
  get started() {
    return !isEmpty(this.#answers, this.#lockedFields);
  }

  /** @returns {Headline | undefined} */
  get #headline() {
    if (!this.#description || !this.#evaluation) return undefined;
    return headlineOf(this.#description, this.#evaluation, this.started, this.messages);
  }

  /** That of the form; where something is filled in beforehand, all that could have such a question. */
  get needs() {
    const { preset, locked, policies, region, year, locale, today } = this;
    // Listing all policies is not for every key that is pressed.
    const choice = JSON.stringify([policies, region, year, locale, today]);
    if (choice !== this.#choice || this.policy === "") this.#choosePolicy();
    this.#choice = choice;
    const isPlain = preset !== null && Object.keys(preset).length === 0 && locked.length === 0;
    return isPlain ? [this.policy] : [this.policy, ...this.#policies.map(({ id }) => id)];
  }

  #choosePolicy() {
    const { policies, region, year } = this;
    const entries = entriesOf(this.options).filter(
      ({ policy: { id } }) => policies.length === 0 || policies.includes(id),
    );
    const wanted = { ...(region && { region }), ...(year && { year: Number(year) }) };
    this.#policies = select(entries, wanted).map(({ policy }) => policy);
    this.policy ||= firstChoice(this.#policies)?.id ?? "";
  }

  #readPreset() {
    const { preset: inputs, locked, messages } = this;
    const policies = this.#policies.map(({ id }) => id);
    const untouched = inputs !== null && Object.keys(inputs).length === 0 && locked.length === 0;
    this.#preset =
      untouched || !this.#description
        ? NO_PRESET
        : presetFor(this.#description, { inputs, locked, policies }, this.options, messages);
  }

  /** What the page around has set up wrongly. @returns {Mistake[]} */
  get #mistakes() {
    const { badColor, badSetting, unknownSetting } = this.messages.embedding;
    const settings = [...this.refused, ...this.#misread].map(([name, value]) =>
      value === undefined ? unknownSetting(quotable(name)) : badSetting(quotable(name), quotable(value)),
    );
    const colour = this.#isThemed ? [] : [badColor(quotable(this.themeColor))];
    return [...this.#preset.mistakes, ...[...settings, ...colour].map((message) => ({ message }))];
  }

  /** @param {Answers} answers */
  #answer(answers) {
    this.answersByPolicy = { ...this.answersByPolicy, [this.policy]: answers };
  }

  /** @param {PropertyValues<Calculator>} changed */
  willUpdate(changed) {
    checkSettings(this, (name) => changed.has(/** @type {keyof Calculator} */ (name)), this.#misread);
    if (changed.has("themeColor") || changed.has("scheme")) this.#isThemed = this.#theme.apply();
    if (this.engine !== "ready") return;
    if (ASKED_FOR.some((property) => changed.has(property))) {
      const known = this.#policies.some(({ id }) => id === this.policy);
      this.#description = known ? describe(this.policy, this.options) : undefined;
      this.#readPreset();
    }
    const { first, locked } = this.#preset;
    this.#answers = { ...(this.answersByPolicy[this.policy] ?? first), ...locked };
    this.#evaluation =
      this.#description && evaluateAnswers(this.#description, this.#answers, this.options, this.#lockedFields);
    if (!this.started) this.#outlined = this.policy;
    else if (changed.has("policy") && this.#outlined !== this.policy) this.#outlined = "";
  }

  /** @param {PropertyValues<Calculator>} changed */
  updated(changed) {
    if (changed.size === 0) return;
    this.#host.error(this.#error);
    const result = this.renderRoot.querySelector("wengang-result");
    if (result) this.#sizes.observe(result);
    if (!this.#evaluation) return;
    const { policy } = this;
    this.#host.ready({ policy, policies: this.#policies.map(({ id }) => id) });
    this.#stock();
    const { inputs, assessment, problems } = this.#evaluation;
    this.#host.result({ policy, inputs, assessment, problems });
    if (changed.has("answersByPolicy")) this.#announcement.soon();
  }

  /** So that another choice asks nobody for anything. */
  #stock() {
    const ids = this.#policies.map(({ id }) => id);
    if (this.fixed || ids.length < 2 || ids.join() === this.#stocked) return;
    this.#stocked = ids.join();
    stockUp(ids);
  }

  /** @returns {{ code: "engine" | "policy" | "setup", message: string, mistakes: Mistake[] } | undefined} */
  get #error() {
    const { engine, messages } = this;
    const mistakes = this.#mistakes;
    if (engine === "failed") return { code: "engine", message: messages.loadingFailed, mistakes };
    if (engine === "ready" && !this.#description) return { code: "policy", message: this.#noPolicy, mistakes };
    if (mistakes.length === 0) return undefined;
    return { code: "setup", message: messages.embedding.heading, mistakes };
  }

  get #noPolicy() {
    const { policy, messages } = this;
    return policy ? messages.unknownPolicy(quotable(policy)) : messages.embedding.noPolicies;
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
        @wengang-policy=${(/** @type {PolicyEvent} */ { detail: { policy } }) => {
          this.policy = policy;
        }}
        @wengang-answers=${(/** @type {AnswersEvent} */ { detail: { answers } }) => this.#answer(answers)}
        @wengang-go-to=${this.#goTo}
        @wengang-show-result=${this.#showResult}
        @wengang-show-source=${this.#showSource}
      >
        ${this.#setupMistakes()} ${this.engine === "ready" ? this.#content() : super.render()}
        ${this.#announcement.region}
      </div>
    `;
  }

  #setupMistakes() {
    const mistakes = this.#mistakes;
    if (mistakes.length === 0) return nothing;
    return html`<div class="mistakes" part="mistakes" role="alert">
      <h3>${this.messages.embedding.heading}</h3>
      ${mistakes.map(({ message }) => html`<p>${message}</p>`)}
    </div>`;
  }

  #content() {
    return html`
      ${
        this.fixed || this.#policies.length < 2
          ? nothing
          : html`<wengang-policy-picker
              class="picker" part="picker" .policies=${this.#policies} .chosen=${this.policy} .locale=${this.locale}
            ></wengang-policy-picker>`
      }
      ${
        this.#description && this.#evaluation
          ? this.#calculator(this.#description, this.#evaluation)
          : html`<p role="alert">${this.#noPolicy}</p>`
      }
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
              part="heading" .description=${description} .today=${this.day} .locale=${locale}
            ></wengang-policy-heading>
            <wengang-policy-outline
              class="outline" part="outline" .description=${description} .locale=${locale}
            ></wengang-policy-outline>
          </div>
          <wengang-question-list
            part="questions" .description=${description} .answers=${answers} .evaluation=${evaluation}
            .locked=${this.#lockedFields} .locale=${locale}
          ></wengang-question-list>
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
            .link=${link} .locale=${locale}
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

/** What decides which policy is shown and what stands in its form at first. @type {(keyof Calculator)[]} */
const ASKED_FOR = ["engine", "policy", "locale", "today", "policies", "region", "year", "preset", "locked"];

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
