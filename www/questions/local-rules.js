import { css, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { labelledAnswer } from "../answers/answer-text.js";
import { textOf, toText } from "../answers/answers.js";
import { emptyFields, evaluateAnswers } from "../answers/evaluation.js";
import { headlineOf } from "../answers/headline.js";
import { chineseNames, chosenRules, ELSEWHERE, fillsOf, PLACE, yearOf } from "../answers/local-rules.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { control } from "../styles/control.js";
import { fields } from "../styles/fields.js";
import { questionFor } from "./question-for.js";
import "../shared/source-reference.js";

/** @import { Description, LocalRules } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Evaluation } from "../answers/evaluation.js" */

/**
 * What the rules of a place fill in, and which place it is.
 * @typedef {CustomEvent<{ answers: Record<string, string> }>} FillEvent
 *
 * One of several ways to compute, and what it comes to.
 * @typedef {{ label: string, answers: Record<string, string>, evaluation: Evaluation, note: string | undefined }} Way
 */

/**
 * Asks for the place before its rules: what is known of it is filled in. Where nobody knows which rule it has, or it has several,
 * each is worked out.
 */
export class LocalRulesChoice extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    answers: { attribute: false },
    evaluation: { attribute: false },
  };

  static styles = [
    base,
    control,
    fields,
    css`
      .place {
        padding: calc(var(--step) * 2) calc(var(--step) * 2.5);
        border-radius: var(--radius);
        background: var(--panel);
      }

      .field {
        max-width: 24rem;
      }

      ul,
      p + p,
      .field + p,
      .ways,
      .questions {
        margin-top: var(--step);
      }

      .way {
        padding-block: calc(var(--step) * 0.5);
        border-top: 1px solid var(--line);
      }

      .questions {
        display: grid;
        gap: calc(var(--step) * 2.5);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Answers} */
    this.answers = {};
    /** @type {Evaluation | undefined} */
    this.evaluation = undefined;
  }

  /** @param {Record<string, string>} answers */
  #fill(answers) {
    this.tell("wengang-fill", { answers });
  }

  render() {
    const { description } = this;
    if (!description || description.locals.length === 0) return nothing;
    const { local, form } = this.messages;
    const chosen = textOf(this.answers, PLACE);
    const names = chineseNames(description.id);
    /** @type {[string, string][]} */
    const places = description.locals.map(({ place }, index) => [names[index] ?? place, place]);
    const rules = chosenRules(description, this.answers);
    return html`<div class="place">
      <div class="field">
        <label for="place">${local.where}</label>
        <select
          id="place"
          @change=${(/** @type {Event} */ event) =>
            this.#fill({ [PLACE]: /** @type {HTMLSelectElement} */ (event.target).value })}
        >
          <option value="" .selected=${live(chosen === "")}>${form.chooseOne}</option>
          ${[...new Map(places)].map(
            ([name, label]) => html`<option value=${name} .selected=${live(name === chosen)}>${label}</option>`,
          )}
          <option value=${ELSEWHERE} .selected=${live(chosen === ELSEWHERE)}>${local.elsewhere}</option>
        </select>
      </div>
      ${rules.length > 0 ? this.#known(description, rules) : nothing}
      ${chosen === "" ? nothing : this.#ways(description, rules)}
    </div>`;
  }

  /**
   * @param {Description} description
   * @param {LocalRules[]} rules
   */
  #known(description, rules) {
    const { local } = this.messages;
    const { filled } = fillsOf(description, rules, this.answers);
    const year = yearOf(description, this.answers);
    const used = [...new Map([...filled.values()].map(({ rule }) => [rule.source?.document, rule])).values()];
    const shown = used.length > 0 ? used : rules.slice(0, 1);
    return html`
      ${
        filled.size === 0
          ? nothing
          : html`<ul>
              ${[...filled].map(([field, { text }]) => {
                const input = description.inputs.find(({ id }) => id === field);
                return input ? html`<li><strong>${labelledAnswer(input, text, this.messages)}</strong></li>` : nothing;
              })}
            </ul>`
      }
      ${shown.map(
        (rule) => html`<p class="small">
          ${rule.note}
          ${rule.year !== undefined && year > 0 && year !== rule.year ? html`<strong>${local.otherYear(rule.year, year)}</strong>` : nothing}
          <wengang-source .source=${rule.source} .locale=${this.locale}></wengang-source>
        </p>`,
      )}
    `;
  }

  /**
   * The question that the rules of places answer, each in its way; and those ways that are left.
   * @param {Description} description
   * @param {LocalRules[]} rules of the place at hand
   * @returns {Way[]}
   */
  #waysOf(description, rules) {
    const { open } = fillsOf(description, rules, this.answers);
    const deciding = description.inputs.find(
      ({ id, type }) => type === "choice" && description.locals.some(({ inputs }) => id in inputs),
    );
    if (!deciding || textOf(this.answers, deciding.id) !== "") return [];
    if (rules.length > 0 && !open.includes(deciding.id)) return [];
    const way = (/** @type {string} */ choice, /** @type {LocalRules | undefined} */ rule) => {
      const ownRules = rule ? [rule] : [];
      const own = [...fillsOf(description, ownRules, this.answers).filled].map(([field, { text }]) => [field, text]);
      /** @type {Record<string, string>} */
      const answers = { [deciding.id]: choice, ...Object.fromEntries(own) };
      const label = deciding.choices?.find(({ id }) => id === choice)?.label ?? choice;
      const evaluation = evaluateAnswers(description, { ...this.answers, ...answers }, { locale: this.locale });
      return { label, answers, evaluation, note: rule?.note };
    };
    if (rules.length === 0) return (deciding.choices ?? []).map(({ id }) => way(id, undefined));
    return rules
      .filter(({ inputs }) => deciding.id in inputs)
      .map((rule) => way(toText(deciding, rule.inputs[deciding.id]), rule));
  }

  /**
   * @param {Description} description
   * @param {LocalRules[]} rules
   */
  #ways(description, rules) {
    const ways = this.#waysOf(description, rules);
    if (ways.length === 0) return nothing;
    const { local, result } = this.messages;
    const shownAnyhow = this.evaluation?.asked ?? [];
    const needed = new Set(ways.flatMap(({ evaluation }) => emptyFields(evaluation)));
    for (const { evaluation } of ways)
      for (const field of evaluation.asked) if (textOf(this.answers, field)) needed.add(field);
    const filled = new Set(ways.flatMap(({ answers }) => Object.keys(answers)));
    const inputs = description.inputs.filter(
      ({ id }) => needed.has(id) && !shownAnyhow.includes(id) && !filled.has(id),
    );
    const outcomes = ways.map(({ evaluation }) => {
      const { judgement, outcome, remark } = headlineOf(description, evaluation, true, this.messages);
      return { judgement, figure: outcome ? result.measure(outcome.figure, outcome.unit) : "", remark };
    });
    const [first] = outcomes;
    const isSettled = ways.every(({ evaluation }) => emptyFields(evaluation).length === 0);
    const isSame = outcomes.every(({ judgement, figure }) => judgement === first?.judgement && figure === first.figure);
    return html`
      <p>${rules.length > 0 ? local.severalWays : local.unknownWay}</p>
      ${isSettled && isSame && first ? html`<p><strong>${local.sameAnyWay(`${first.judgement} ${first.figure}`.trim())}</strong></p>` : nothing}
      <ul class="ways">
        ${ways.map(({ label, answers, note }, index) => {
          const { judgement = "", figure = "", remark = "" } = outcomes[index] ?? {};
          return html`<li class="way">
            <p>${label}${this.messages.colon}<strong>${judgement} ${figure}</strong> <span class="muted">${remark}</span></p>
            ${note ? html`<p class="small muted">${note}</p>` : nothing}
            <button type="button" class="text-button" @click=${() => this.#fill(answers)}>${local.take}</button>
          </li>`;
        })}
      </ul>
      <div class="questions">
        ${inputs.map((input) => {
          const evaluations = ways.map(({ evaluation }) => evaluation);
          const problem = evaluations.flatMap(({ problems }) => problems).find(({ field }) => field === input.id);
          const read = evaluations.find(({ inputs }) => inputs[input.id] !== undefined)?.inputs[input.id];
          return questionFor({ input, answer: textOf(this.answers, input.id), read, problem, locale: this.locale });
        })}
      </div>
    `;
  }
}

customElements.define("wengang-local-rules", LocalRulesChoice);
