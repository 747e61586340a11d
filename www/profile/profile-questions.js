import { css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { labelledAnswer } from "../answers/answer-text.js";
import { questionFor } from "../questions/question-for.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { turnsOf } from "./findings.js";
import { policyLink } from "./open-policy.js";
import { arranged, missingTables, questionsOf } from "./shared-questions.js";

/** @import { PropertyValues } from "lit" */
/** @import { Case, SharedQuestion } from "./shared-questions.js" */
/** @import { AnswerEvent } from "../questions/question.js" */

/**
 * What a change tells: everything answered, by the keys of the questions.
 * @typedef {CustomEvent<{ answers: Record<string, string> }>} ProfileAnswersEvent
 */

/** The questions of several policies at once, each asked once for all that it reads the same in. */
export class ProfileQuestions extends LocalisedElement {
  static properties = { cases: { attribute: false }, answers: { attribute: false } };

  static styles = [
    base,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        column-gap: calc(var(--step) * 2);
        min-height: var(--target);
      }

      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(var(--step) * 3.5);
        margin-top: var(--step);
      }

      .use {
        margin-bottom: calc(var(--step) * 2);
        padding-top: calc(var(--step) * 1.5);
        border-top: 1px solid var(--line);
        color: var(--muted);
        font-size: var(--small);
      }

      .item:first-child .use {
        padding-top: 0;
        border-top: 0;
      }

      .known {
        margin-bottom: calc(var(--step) * 2);
        color: var(--muted);
      }

      .tables {
        margin-top: calc(var(--step) * 4);
        padding: calc(var(--step) * 2) calc(var(--step) * 2.5);
        border-radius: var(--radius);
        background: var(--panel);
      }

      .tables li {
        margin-top: var(--step);
      }

      a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }

      @media print {
        form {
          gap: 2.5mm;
        }

        .unanswered {
          display: none;
        }

        a {
          min-height: 0;
        }
      }
    `,
  ];

  /** Keys of the questions as they were last shown. @type {string[]} */
  #order = [];
  /** The question answered last. @type {string | undefined} */
  #touched;
  /** Answers before they were cleared. @type {Record<string, string> | undefined} */
  #cleared;
  /** @type {SharedQuestion[]} */
  #questions = [];

  constructor() {
    super();
    /** @type {Case[]} */
    this.cases = [];
    /** @type {Record<string, string>} */
    this.answers = {};
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    const before = changed.get("cases");
    if (before && idsOf(before) !== idsOf(this.cases)) {
      this.#order = [];
      this.#touched = undefined;
    }
    this.#questions = arranged(questionsOf(this.cases, this.#touched), turnsOf(this.cases), this.#order, this.#touched);
    this.#order = this.#questions.map(({ key }) => key);
  }

  /** @param {Record<string, string>} answers */
  #change(answers) {
    this.tell("wengang-profile-answers", { answers });
  }

  /** @param {AnswerEvent} event */
  #answer({ detail: { field, answer } }) {
    this.#touched = field;
    this.#change({ ...this.answers, [field]: answer });
  }

  render() {
    const { form, profile } = this.messages;
    const questions = this.#questions;
    return html`
      <div class="head">
        <h3 id="heading">${form.heading}</h3>
        ${this.#action()}
      </div>
      ${this.#known()}
      ${questions.length === 0 ? html`<p class="muted">${profile.nothingToAsk}</p>` : nothing}
      <form
        aria-labelledby="heading"
        novalidate
        @submit=${(/** @type {Event} */ event) => event.preventDefault()}
        @wengang-answer=${this.#answer}
      >
        ${repeat(
          questions,
          ({ key }) => key,
          (question, index) => this.#question(question, questions[index - 1]),
        )}
      </form>
      ${this.#tables()}
    `;
  }

  /**
   * @param {SharedQuestion} question
   * @param {SharedQuestion | undefined} before
   */
  #question({ input, answer, read, problem, users }, before) {
    const { usedFor } = this.messages.profile;
    const sameUse = before && idsOf(before.users) === idsOf(users);
    return html`<div class="item ${answer === "" ? "unanswered" : ""}">
      ${sameUse ? nothing : html`<p class="use">${usedFor(users.map(({ description }) => description.title))}</p>`}
      ${questionFor({ input, answer, read, problem, locale: this.locale })}
    </div>`;
  }

  /** What follows from the place and the year, and so is not asked. */
  #known() {
    const { profile } = this.messages;
    const known = this.cases.flatMap(({ description, given }) =>
      given.flatMap(({ field, text, rule }) => {
        const input = description.inputs.find(({ id }) => id === field);
        if (!input) return [];
        const from = rule ? profile.knownFrom(rule.place, rule.year) : "";
        return [`${labelledAnswer(input, text, this.messages)}${from}`];
      }),
    );
    if (known.length === 0) return nothing;
    const lines = [...new Set(known)].map((line) => html`<li>${line}</li>`);
    return html`<div class="known small"><p>${profile.known}</p><ul>${lines}</ul></div>`;
  }

  #action() {
    const { form } = this.messages;
    const answered = Object.values(this.answers).some((answer) => answer.trim() !== "");
    if (answered) {
      return actionButton(form.clear, () => {
        this.#cleared = this.answers;
        this.#touched = undefined;
        this.#change({});
      });
    }
    const cleared = this.#cleared;
    return cleared ? actionButton(form.undoClear, () => this.#change(cleared)) : nothing;
  }

  #tables() {
    const { profile } = this.messages;
    const users = this.cases.filter((user) => missingTables(user).length > 0);
    if (users.length === 0) return nothing;
    return html`<section class="tables" aria-labelledby="tables">
      <h4 id="tables">${profile.tables}</h4>
      <p>${profile.tablesHint}</p>
      <ul>
        ${users.map(
          (user) => html`<li>
            ${policyLink(user)}
            <p class="muted small">
              ${missingTables(user)
                .map(({ label }) => label)
                .join(this.messages.separator)}
            </p>
          </li>`,
        )}
      </ul>
    </section>`;
  }
}

/** @param {Case[]} cases */
function idsOf(cases) {
  return cases.map(({ description }) => description.id).join();
}

/**
 * @param {string} label
 * @param {() => void} action
 */
function actionButton(label, action) {
  return html`<button type="button" class="text-button" @click=${action}>${label}</button>`;
}

customElements.define("wengang-profile-questions", ProfileQuestions);
