import { css, html, nothing } from "lit";
import { describe } from "wengang";
import { labelledAnswer } from "../answers/answer-text.js";
import { groupThousands } from "../answers/number-text.js";
import { Announcement } from "../shared/announcement.js";
import { Awaiting } from "../shared/awaited.js";
import { describeNow, entriesOf } from "../shared/catalogue.js";
import { EngineElement } from "../shared/engine-element.js";
import { stateOf } from "../shared/later.js";
import { view } from "../styles/view.js";
import { caseOf, findingsOf, inOrder, scopeOf } from "./findings.js";
import { regionName } from "./regions.js";
import { questionsOf } from "./shared-questions.js";
import "../result/result-bar.js";
import "./profile-keep.js";
import "./profile-questions.js";
import "./profile-result.js";
import "./profile-scope.js";

/** @import { PropertyValues } from "lit" */
/** @import { Description, Locale } from "wengang" */
/** @import { Entry } from "../shared/catalogue.js" */
/** @import { Headline } from "../answers/headline.js" */
/** @import { Findings, Profile as Answered, Scope } from "./findings.js" */
/** @import { Case } from "./shared-questions.js" */
/** @import { ProfileAnswersEvent } from "./profile-questions.js" */
/** @import { ScopeEvent } from "./profile-scope.js" */

/**
 * Which subsidies can be had: who asks, where and when, a few answers for all policies, and what they come to.
 *
 * Attributes: `locale`, `today` (`YYYY-MM-DD`). Property: `profile`.
 * Events: `wengang-profile` with `{ profile }` where it changes; `wengang-open-policy` with `{ policy, answers }` where a
 * calculator is asked for: preventing its default keeps the link from being followed.
 */
export class Profile extends EngineElement {
  static properties = { profile: { attribute: false }, linkTo: { attribute: false } };

  static styles = [
    view,
    css`
      .intro {
        max-width: 46em;
        margin-top: calc(var(--step) * 0.5);
      }

      .scope {
        margin-top: calc(var(--step) * 2);
      }

      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(var(--step) * 5);
        margin-top: calc(var(--step) * 3);
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

      @container (min-width: 56rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr);
          gap: calc(var(--step) * 8);
        }

        /* Beside the questions all the way down; the room around it is for the marks of what has the focus. */
        #result {
          position: sticky;
          top: 0;
          align-self: start;
          max-height: 100vh;
          overflow-y: auto;
          margin: calc(var(--step) * -1);
          padding: var(--step);
        }

        .bar {
          display: none;
        }
      }

      @media print {
        .intro,
        .bar {
          display: none;
        }

        .columns {
          display: block;
        }

        #result {
          position: static;
          max-height: none;
          margin: 6mm 0 0;
          padding: 0;
        }
      }
    `,
  ];

  #awaiting = new Awaiting(this);
  #announcement = new Announcement(this, () => this.#words);
  /** @type {Map<string, Description>} */
  #descriptions = new Map();
  /** @type {Entry[]} */
  #entries = [];
  /** The language and day that they are of. */
  #listing = "";
  /** @type {Scope | undefined} */
  #scope;
  /** What the scope was found for. */
  #scoped = "";
  /** @type {Case[]} */
  #cases = [];
  /** @type {Case[]} */
  #references = [];
  /** @type {Findings | undefined} */
  #findings;

  constructor() {
    super();
    /** @type {Answered} */
    this.profile = { answers: {} };
    /** Makes a link that brings back a profile; undefined where it would lead nowhere. @type {((profile: Answered) => string) | undefined} */
    this.linkTo = undefined;
  }

  /** @param {Partial<Answered>} change */
  #change(change) {
    this.profile = { ...this.profile, ...change };
    this.tell("wengang-profile", { profile: this.profile });
    this.#announcement.soon();
  }

  /** What there is cannot be told before the engine is there, and what lies where. */
  get #isReady() {
    return this.engine === "ready" && stateOf("china") === "here";
  }

  get needs() {
    if (!this.#isReady) return [];
    const { subsidies, references } = this.#scopeNow();
    return [...subsidies, ...references].map(({ policy }) => policy.id);
  }

  /** Listing policies, and finding those that are meant, is not for every key that is pressed. */
  #scopeNow() {
    const { audience, region, year } = this.profile;
    const listing = `${this.locale} ${this.day}`;
    if (listing !== this.#listing) this.#entries = entriesOf(this.options);
    const wanted = [listing, audience, region, year].join();
    const scope = this.#scope && wanted === this.#scoped ? this.#scope : scopeOf(this.#entries, this.profile, this.day);
    this.#listing = listing;
    this.#scoped = wanted;
    this.#scope = scope;
    return scope;
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if (!this.#isReady || (changed.size === 0 && this.#findings)) return;
    if (changed.has("engine") || changed.has("locale") || changed.has("today")) this.#descriptions.clear();
    const scope = this.#scopeNow();
    describeNow([...scope.subsidies, ...scope.references], this.options);
    this.#cases = inOrder(scope.subsidies.map((entry) => this.#case(entry, scope)));
    this.#references = scope.references.map((entry) => this.#case(entry, scope));
    this.#findings = findingsOf(this.#cases, this.options);
  }

  /**
   * @param {Entry} entry
   * @param {Scope} scope
   */
  #case({ policy: { id } }, { region, year }) {
    const description = this.#describe(id, this.locale);
    const about = { region, year, day: this.day };
    const before = [...this.#cases, ...this.#references].find((one) => one.description === description);
    return caseOf(description, this.#describe(id, "zh-CN"), this.profile.answers, about, this.options, before);
  }

  /**
   * @param {string} id
   * @param {Locale} locale
   */
  #describe(id, locale) {
    const key = `${id} ${locale}`;
    const description = this.#descriptions.get(key) ?? describe(id, { ...this.options, locale });
    this.#descriptions.set(key, description);
    return description;
  }

  /** @returns {Headline | undefined} */
  get #headline() {
    if (!this.#findings || this.#cases.length === 0) return undefined;
    const { outcomes, combination, pending } = this.#findings;
    const { profile, result, separator } = this.messages;
    const open = pending.length;
    const remark = [
      profile.tally(outcomes.eligible.length, outcomes.ineligible.length),
      open > 0 ? profile.stillOpen(open) : "",
    ];
    return {
      tone: combination.policies.length > 0 && open === 0 ? "positive" : "neutral",
      judgement: open > 0 ? profile.sumAtLeast : profile.sum,
      outcome: { label: "", figure: groupThousands(combination.total), unit: result.yuanUnit, reading: "" },
      remark: remark.filter(Boolean).join(separator),
    };
  }

  get #words() {
    if (!this.#headline) return "";
    const { judgement, outcome, remark } = this.#headline;
    const { announce, measure } = this.messages.result;
    const amount = outcome ? measure(outcome.figure, outcome.unit) : "";
    return announce([`${judgement} ${amount}`, remark].filter(Boolean));
  }

  /** Who asks, where and for which year. */
  get #about() {
    const { region, year } = this.#scope ?? {};
    const { policy } = this.messages;
    const place = region && regionName(this.#entries, region, this.locale);
    const { audience } = this.profile;
    return [audience && policy.audience[audience], place, year && policy.claimYear(year)].filter(Boolean).join(" · ");
  }

  get #answered() {
    const questions = questionsOf(this.#cases).filter(({ answer }) => answer.trim() !== "");
    return questions.map(({ input, answer }) => labelledAnswer(input, answer, this.messages));
  }

  #showResult() {
    const result = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("#result"));
    result?.focus({ preventScroll: true });
    result?.scrollIntoView();
  }

  render() {
    if (this.engine !== "ready") return super.render();
    const { profile } = this.messages;
    return html`
      <div
        lang=${this.locale}
        @wengang-scope=${(/** @type {ScopeEvent} */ { detail }) => this.#change(detail)}
        @wengang-profile-answers=${(/** @type {ProfileAnswersEvent} */ { detail: { answers } }) => this.#change({ answers })}
        @wengang-show-result=${this.#showResult}
      >
        <h2>${profile.heading}</h2>
        <p class="intro">${profile.intro}</p>
        ${this.#awaiting.showAtOnce(
          "china",
          () => html`<wengang-profile-scope
              class="scope"
              .entries=${this.#entries} .audience=${this.profile.audience} .scope=${this.#scope}
              .day=${this.day} .locale=${this.locale}
            ></wengang-profile-scope>
            ${this.#scope?.region === undefined ? nothing : this.#columns(this.#scope)}`,
        )}
        ${this.#announcement.region}
      </div>
    `;
  }

  /** @param {Scope} scope */
  #columns(scope) {
    const { messages, locale } = this;
    const { answers } = this.profile;
    const started = Object.values(answers).some((answer) => answer.trim() !== "");
    return html`
      <div class="columns">
        <div>
          <wengang-profile-questions
            .cases=${this.#cases} .answers=${answers} .locale=${locale}
          ></wengang-profile-questions>
          <wengang-result-bar
            class="bar" ?hidden=${!started} .headline=${this.#headline} .locale=${locale}
          ></wengang-result-bar>
        </div>
        <section id="result" tabindex="-1" aria-labelledby="result-heading">
          <h3 id="result-heading" class="visually-hidden">${messages.result.heading}</h3>
          <wengang-profile-result
            .findings=${this.#findings} .references=${this.#references} .replaced=${scope.replaced}
            .today=${this.day} .locale=${locale}
          ></wengang-profile-result>
          ${
            started && this.#findings
              ? html`<wengang-profile-keep
                  .findings=${this.#findings} .about=${this.#about} .answered=${this.#answered} .day=${this.day}
                  .link=${this.linkTo && (() => this.linkTo?.(this.profile) ?? "")} .locale=${locale}
                ></wengang-profile-keep>`
              : nothing
          }
        </section>
      </div>
    `;
  }
}

customElements.define("wengang-profile", Profile);
