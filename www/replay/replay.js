import { css, html, nothing } from "lit";
import { describe, engineVersion } from "wengang";
import { evaluateAnswers } from "../answers/evaluation.js";
import { headlineOf } from "../answers/headline.js";
import { sameResult } from "../app/past.js";
import { excess, yuanOf } from "../comparison/scenarios.js";
import { LocalisedElement } from "../shared/localised.js";
import { outcomeText } from "../situations/link-text.js";
import { view } from "../styles/view.js";
import { askedOnlyIn, bothRules, changesSince } from "./both-rules.js";
import { earlierVersion } from "./earlier.js";
import "../comparison/scenario-results.js";
import "../result/verdict.js";

/** @import { PropertyValues } from "lit" */
/** @import { Description } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Evaluation } from "../answers/evaluation.js" */
/** @import { Headline } from "../answers/headline.js" */
/** @import { Past } from "../app/past.js" */
/** @import { Earlier } from "./earlier.js" */

/** Rules with what comes of the answers by them. @typedef {{ description: Description, evaluation: Evaluation, headline: Headline }} Outcome */

/**
 * What somebody filled in some time ago, by the rules of then and by those of now, side by side; and whether what was noted then comes
 * out again.
 *
 * Properties: `policy`; `answers`; `past`, what was noted then; `description` of now, undefined where the policy is gone; `today`.
 */
export class Replay extends LocalisedElement {
  static properties = {
    policy: { attribute: false },
    answers: { attribute: false },
    past: { attribute: false },
    description: { attribute: false },
    today: { attribute: false },
    earlier: { state: true },
  };

  static styles = [
    view,
    css`
      section {
        margin-bottom: calc(var(--step) * 4);
        padding: calc(var(--step) * 2);
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }

      h2 {
        font-size: var(--large);
      }

      p {
        margin-top: var(--step);
      }

      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: calc(var(--step) * 2) calc(var(--step) * 3);
        margin-top: calc(var(--step) * 2);
      }

      h3 {
        padding-bottom: calc(var(--step) * 0.5);
        font-size: var(--text);
      }

      .version {
        margin-top: calc(var(--step) * 0.5);
        overflow-wrap: anywhere;
      }

      ul {
        padding-inline-start: 1.25em;
        list-style: disc;
      }

      .note {
        max-width: 46em;
        padding-inline-start: calc(var(--step) * 1.5);
        border-inline-start: 6px solid var(--caution);
      }

      .note.same {
        border-inline-start-color: var(--positive);
      }

      wengang-scenario-results {
        margin-top: calc(var(--step) * 2);
      }

      @container (max-width: 32rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }

      @media print {
        section {
          padding: 0;
          border: 0;
        }

        .columns {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.policy = "";
    /** @type {Answers} */
    this.answers = {};
    /** @type {Past | undefined} */
    this.past = undefined;
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {string | undefined} */
    this.today = undefined;
    /** The rules of then; undefined while they are on their way, or not needed. @type {Earlier | undefined} */
    this.earlier = undefined;
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    const isOther =
      changed.has("policy") || (changed.has("past") && changed.get("past")?.version !== this.past?.version);
    if (isOther) this.#fetch();
  }

  async #fetch() {
    const { policy, past, description } = this;
    this.earlier = undefined;
    if (!past || past.version === description?.version) return;
    const earlier = await earlierVersion(policy, past.version);
    if (policy === this.policy && past.version === this.past?.version) this.earlier = earlier;
  }

  get #options() {
    return this.today ? { locale: this.locale, today: this.today } : { locale: this.locale };
  }

  /**
   * @param {Description} description
   * @param {Answers} answers
   * @returns {Outcome}
   */
  #outcomeBy(description, answers) {
    const evaluation = evaluateAnswers(description, answers, this.#options);
    return { description, evaluation, headline: headlineOf(description, evaluation, true, this.messages) };
  }

  render() {
    const { past, description, earlier, messages } = this;
    if (!past) return nothing;
    const { replay } = messages;
    const now = description && this.#outcomeBy(description, this.answers);
    if (past.version === description?.version && now) return this.#section(this.#sameRules(past, now));
    if (!earlier) return this.#section(html`<p role="status">${replay.coming}</p>`);
    if ("fault" in earlier) return this.#section(this.#withoutRules(past, earlier.fault));
    const rules = describe(earlier.name, this.#options);
    return this.#section(this.#sideBySide(past, this.#outcomeBy(rules, this.answers), now));
  }

  /** @param {unknown} content */
  #section(content) {
    return html`<section lang=${this.locale} aria-labelledby="heading">
      <h2 id="heading">${this.messages.replay.heading}</h2>
      ${content}
    </section>`;
  }

  /** The versions of the engine, where they differ or one is not known. @param {Past} past */
  #engines({ engine }) {
    const { replay } = this.messages;
    const now = engineVersion();
    if (engine === "") return replay.engineUnknown;
    return engine === now ? "" : replay.engines(engine, now);
  }

  /** @param {Past} past @param {Outcome} now */
  #sameRules(past, { evaluation }) {
    const { replay, sentenceSeparator } = this.messages;
    const sentences = [
      replay.sameRules(outcomeText(past, this.messages), outcomeText(evaluation.assessment, this.messages)),
      this.#engines(past),
      replay.forged,
    ];
    return html`<p class="note">${sentences.filter(Boolean).join(sentenceSeparator)}</p>`;
  }

  /** @param {Past} past @param {Extract<Earlier, { fault: string }>["fault"]} fault */
  #withoutRules(past, fault) {
    const { description, messages } = this;
    const { replay, sentenceSeparator } = messages;
    const sentences = [
      replay[fault](past.version),
      replay.noted(outcomeText(past, messages)),
      description ? replay.onlyNow(description.version) : "",
    ];
    return html`
      <p class="note" role="status">${sentences.filter(Boolean).join(sentenceSeparator)}</p>
      ${
        fault === "unreachable"
          ? html`<p><button type="button" class="button" @click=${() => this.#fetch()}>${replay.again}</button></p>`
          : nothing
      }
    `;
  }

  /** @param {Past} past @param {Outcome} then @param {Outcome | undefined} now */
  #sideBySide(past, then, now) {
    const { messages, locale } = this;
    const { replay, sentenceSeparator } = messages;
    const { assessment } = then.evaluation;
    const isSame = sameResult(past, assessment);
    const [noted, again] = [outcomeText(past, messages), outcomeText(assessment, messages)];
    const sentences = [
      isSame ? replay.reproduced(again) : replay.notReproduced(noted, again),
      this.#engines(past),
      past.amount === null && past.eligibility === "not-assessed" ? replay.onlyVerdict : "",
      isSame ? "" : replay.forged,
    ];
    const changes = now ? changesSince(then.description, now.description) : [];
    return html`
      <p class="note ${isSame ? "same" : ""}" role="status">${sentences.filter(Boolean).join(sentenceSeparator)}</p>
      ${now ? nothing : html`<p>${replay.gone}</p>`}
      ${
        changes.length > 0
          ? html`<h3>${replay.changes}</h3>
              <ul>${changes.map(({ date, text }) => html`<li>${date} ${text}</li>`)}</ul>`
          : nothing
      }
      <div class="columns">
        ${this.#column(replay.rulesThen, then, past.on)} ${now ? this.#column(replay.rulesNow, now) : nothing}
      </div>
      ${now ? this.#differences(then, now) : nothing}
      <wengang-scenario-results
        .description=${now ? bothRules(then.description, now.description) : then.description}
        .assessments=${[assessment, (now ?? then).evaluation.assessment]} .names=${[replay.rulesThen, replay.rulesNow]}
        .rules=${now && [then.description, now.description]}
        .onlyDifferent=${now !== undefined} working .locale=${locale}
      ></wengang-scenario-results>
    `;
  }

  /** @param {string} name @param {Outcome} outcome @param {string} [on] */
  #column(name, { description, headline }, on) {
    return html`<div>
      <h3>${name}</h3>
      <wengang-verdict .headline=${headline} .locale=${this.locale}></wengang-verdict>
      <p class="small muted version">${this.messages.replay.version(description.title, description.version, on)}</p>
    </div>`;
  }

  /** By how much the amounts differ, and which questions only one of them asks. @param {Outcome} then @param {Outcome} now */
  #differences(then, now) {
    const { replay, result } = this.messages;
    const yuan = excess(then.evaluation.assessment.amount, now.evaluation.assessment.amount);
    const amount = yuan && result.yuan(yuanOf(yuan));
    const [before, after] = [then, now].map(({ description, evaluation }) => ({
      description,
      asked: evaluation.asked,
    }));
    const lost = before && after ? askedOnlyIn(before, after) : [];
    const gained = before && after ? askedOnlyIn(after, before) : [];
    return html`
      ${
        yuan === undefined || amount === undefined
          ? nothing
          : html`<p><strong>${yuan.eq(0) ? replay.sameAmount : yuan.gt(0) ? replay.more(amount) : replay.less(amount)}</strong></p>`
      }
      ${gained.length > 0 ? html`<p>${replay.askedNow(gained)}</p>` : nothing}
      ${lost.length > 0 ? html`<p>${replay.askedThen(lost)}</p>` : nothing}
    `;
  }
}

customElements.define("wengang-replay", Replay);
