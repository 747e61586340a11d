import { css, html, nothing } from "lit";
import { describe } from "wengang";
import { fragmentOf, fragmentWith, readAddress } from "../address.js";
import { fromInputs, isEmpty } from "../answers.js";
import { forget, readSaved, reviveAnswers, save } from "../saving.js";
import { base } from "../styles/base.js";
import { frame } from "../styles/frame.js";
import { large } from "../styles/large.js";
import { tokens } from "../styles/tokens.js";
import { hasPublicAddress, pageAddress } from "../surroundings.js";
import { setTextSize } from "../text-size.js";
import "./calculator.js";
import "./comparison.js";
import { EngineElement } from "./engine-element.js";
import "./finder.js";
import "./link-notice.js";
import "./profile.js";
import "./rule-page.js";
import "./saving.js";
import "./settings.js";

/** @import { PropertyValues, TemplateResult } from "lit" */
/** @import { Assessment, Description } from "wengang" */
/** @import { Past, Place } from "../address.js" */
/** @import { Answers } from "../answers.js" */
/** @import { Calculator } from "./calculator.js" */
/** @import { Finder } from "./finder.js" */
/** @import { Profile as ProfileElement } from "./profile.js" */
/** @import { SettingsEvent } from "./settings.js" */

/**
 * @typedef {CustomEvent<{ policy: string, answers: Answers }>} OpenPolicyEvent
 * @typedef {CustomEvent<{ policy: string, inputs: Record<string, unknown> }>} UseExampleEvent
 */

/** How long typing pauses before what was typed is put by. */
const REMEMBER_PAUSE_MILLISECONDS = 300;

/** Firefox keeps what is put by on the first only, and phones may fire the second only. */
const LEAVING = /** @type {const} */ (["beforeunload", "pagehide"]);

/**
 * What a place in the history holds, so that going back or reloading loses nothing. It is gone with the tab.
 * @typedef {Pick<Page, "answersByPolicy" | "others" | "profile" | "filters" | "locale" | "large" | "past">} Memory
 */

/** The web page around the calculator: its places, language, size of text, and what is kept. */
export class Page extends EngineElement {
  static properties = {
    place: { state: true },
    answersByPolicy: { state: true },
    assessment: { state: true },
    past: { state: true },
    profile: { state: true },
    others: { state: true },
    filters: { state: true },
    /** Index of the size of text; -1 for the ordinary one. */
    large: { state: true },
    savedOn: { state: true },
    savingFailed: { state: true },
  };

  static styles = [
    tokens,
    base,
    large,
    frame,
    css`
      .skip {
        position: absolute;
        inset-inline-start: 0;
        display: flex;
        align-items: center;
        min-height: var(--target);
        padding-inline: calc(var(--step) * 2);
        background: var(--accent);
        color: var(--on-accent);
        transform: translateY(-200%);
      }

      .skip:focus {
        transform: none;
        z-index: 10;
      }

      .name {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: calc(var(--step) * 2);
      }

      h1 a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
        color: inherit;
        text-decoration: none;
      }

      /* Where it would push the buttons to a line of their own. */
      @media (max-width: 30rem) {
        .slogan {
          display: none;
        }
      }

      nav ul {
        display: flex;
        flex-wrap: wrap;
        column-gap: calc(var(--step) * 4);
      }

      nav a {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        min-width: var(--target);
        min-height: var(--target);
        border-bottom: 3px solid transparent;
        color: var(--ink);
        text-decoration: none;
      }

      nav a:hover {
        color: var(--accent);
      }

      nav a[aria-current] {
        border-bottom-color: var(--accent);
        color: var(--accent);
        font-weight: 600;
      }

      /* With colours of the reader's own even a transparent line is seen: the current place alone keeps its. */
      @media (forced-colors: active) {
        nav a {
          border-bottom-color: Canvas;
        }

        nav a[aria-current] {
          border-bottom-color: Highlight;
        }
      }

      .views {
        margin-bottom: calc(var(--step) * 3);
        border-bottom: 1px solid var(--line);
      }

      main {
        outline: none;
      }

      @media print {
        nav {
          display: none !important;
        }
      }
    `,
  ];

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #remembering;

  #followAddress = () => this.#readAddress();
  /** Of the policy at hand; undefined where there is none. @type {Description | undefined} */
  #description;
  /** What the calculator shows, also while the reader looks at something else. @type {string | undefined} */
  #policy;

  constructor() {
    super();
    /** @type {Place} */
    this.place = { view: "start" };
    /** @type {Record<string, Answers>} */
    this.answersByPolicy = {};
    /** Of the policy at hand. @type {Assessment | undefined} */
    this.assessment = undefined;
    /** @type {Past | undefined} */
    this.past = undefined;
    /** What the profile asks, put by for the reader. @type {ProfileElement["profile"]} */
    this.profile = { answers: {} };
    /** The other scenario of each policy, as far as one was compared. @type {Record<string, Answers>} */
    this.others = {};
    /** What the list of policies is narrowed to. @type {Finder["filters"]} */
    this.filters = {};
    this.large = -1;
    /** @type {string | undefined} */
    this.savedOn = undefined;
    this.savingFailed = false;
  }

  connectedCallback() {
    super.connectedCallback();
    const saved = readSaved();
    if (saved) {
      this.answersByPolicy = saved.answersByPolicy;
      this.savedOn = saved.savedOn;
    }
    /** @type {Memory | null} */
    const memory = history.state;
    const { place, locale, answers, past } = readAddress(location.hash);
    this.place = place;
    if (memory?.answersByPolicy) {
      this.answersByPolicy = reviveAnswers(memory.answersByPolicy);
      this.others = reviveAnswers(memory.others);
      this.profile = memory.profile;
      this.filters = memory.filters ?? {};
      this.locale = memory.locale;
      this.large = memory.large;
      this.past = memory.past;
    } else {
      if (locale) this.locale = locale;
      if (answers && place.view === "policy") {
        this.answersByPolicy = { ...this.answersByPolicy, [place.policy]: answers };
        this.past = past;
      }
    }
    addEventListener("hashchange", this.#followAddress);
    for (const type of LEAVING) addEventListener(type, this.#leave);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#followAddress);
    for (const type of LEAVING) removeEventListener(type, this.#leave);
    clearTimeout(this.#remembering);
  }

  #readAddress() {
    const { place, locale, answers, past } = readAddress(location.hash);
    const moved = fragmentOf(place) !== fragmentOf(this.place);
    this.place = place;
    if (locale) this.locale = locale;
    if (answers && place.view === "policy") {
      this.answersByPolicy = { ...this.answersByPolicy, [place.policy]: answers };
      this.past = past;
    } else if (moved) {
      this.past = undefined;
    }
    // What was typed last may have come too late for the place that it was typed in.
    this.#putBy();
    // To a rule, its page takes the reader itself.
    if (moved && !("rule" in place && place.rule)) this.#arrive();
  }

  /** Puts by what was typed, as soon as typing pauses. */
  #remember() {
    clearTimeout(this.#remembering);
    this.#remembering = setTimeout(this.#putBy, REMEMBER_PAUSE_MILLISECONDS);
  }

  /** In this place of the history, and on the device where that was asked for. */
  #putBy = () => {
    const { answersByPolicy, others, profile, filters, locale, large, past } = this;
    clearTimeout(this.#remembering);
    this.#remembering = undefined;
    try {
      history.replaceState({ answersByPolicy, others, profile, filters, locale, large, past }, "");
    } catch {
      // Too much for the history: the page itself still holds it.
    }
    if (this.savedOn) this.#save();
  };

  /** Who leaves or reloads the page at once has typed all the same. */
  #leave = () => {
    if (this.#remembering !== undefined) this.#putBy();
  };

  #save() {
    const savedOn = this.day;
    const kept = save({ savedOn, answersByPolicy: this.answersByPolicy });
    this.savedOn = kept ? savedOn : undefined;
    this.savingFailed = !kept;
  }

  #forget() {
    forget();
    clearTimeout(this.#remembering);
    this.#remembering = undefined;
    history.replaceState(null, "", fragmentOf(this.place));
    this.answersByPolicy = {};
    this.others = {};
    this.profile = { answers: {} };
    this.past = undefined;
    this.savedOn = undefined;
    this.savingFailed = false;
    this.#arrive();
  }

  /** A new place is read from its top, by eyes and by screen readers. */
  async #arrive() {
    await this.updateComplete;
    scrollTo(0, 0);
    this.#focusMain();
  }

  #focusMain() {
    const main = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("main"));
    main?.focus({ preventScroll: true });
    return main;
  }

  /** @param {Event} event */
  #changed({ target }) {
    const calculator = /** @type {Calculator} */ (target);
    this.assessment = calculator.assessment;
    if (calculator.answersByPolicy === this.answersByPolicy) return;
    this.answersByPolicy = calculator.answersByPolicy;
    this.#remember();
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if ("policy" in this.place) this.#policy = this.place.policy;
    // Typing changes answers only, and is not to wait for this.
    const isOther = changed.has("place") || changed.has("locale") || changed.has("today") || changed.has("engine");
    if (isOther) this.#description = this.#describe();
  }

  /**
   * @param {string} policy
   * @param {Answers} answers
   */
  #answer(policy, answers) {
    this.answersByPolicy = { ...this.answersByPolicy, [policy]: answers };
    this.#remember();
  }

  /**
   * @param {string} policy
   * @param {Answers} answers
   */
  #answerOther(policy, answers) {
    this.others = { ...this.others, [policy]: answers };
    this.#remember();
  }

  /** From the profile: its answers fill what is still blank. @param {OpenPolicyEvent} event */
  #open(event) {
    event.preventDefault();
    const { policy, answers } = event.detail;
    const present = this.answersByPolicy[policy] ?? {};
    const typed = Object.entries(present).filter(([field, answer]) => !isEmpty({ [field]: answer }));
    this.#answer(policy, { ...answers, ...Object.fromEntries(typed) });
    location.hash = fragmentOf({ view: "policy", policy });
  }

  /** An example fills an empty form; beside a filled one it becomes the other scenario. @param {UseExampleEvent} event */
  #useExample({ detail: { policy, inputs } }) {
    const answers = fromInputs(describe(policy, this.options), inputs);
    const filled = !isEmpty(this.answersByPolicy[policy] ?? {});
    if (filled) this.#answerOther(policy, answers);
    else this.#answer(policy, answers);
    location.hash = fragmentOf({ view: filled ? "comparison" : "policy", policy });
  }

  /**
   * The other scenario takes the place of what was filled in, and the other way round.
   * @param {string} policy
   * @param {Answers} answers
   */
  #takeScenario(policy, answers) {
    this.#answerOther(policy, this.answersByPolicy[policy] ?? {});
    this.#answer(policy, answers);
    location.hash = fragmentOf({ view: "policy", policy });
  }

  /** @param {PropertyValues<this>} changed */
  updated(changed) {
    if (changed.has("locale") || changed.has("place") || changed.has("engine")) {
      document.documentElement.lang = this.locale;
      const { page } = this.messages;
      const title = this.#description?.title;
      document.title = title ? `${title} · ${page.title}` : page.title;
    }
    if (changed.has("locale") || changed.has("large")) this.#remember();
    if (changed.has("large")) setTextSize(this, this.large);
  }

  /** @returns {Description | undefined} */
  #describe() {
    const { place } = this;
    if (this.engine !== "ready" || !("policy" in place)) return undefined;
    try {
      return describe(place.policy, this.options);
    } catch {
      return undefined;
    }
  }

  /**
   * @param {Description} description
   * @param {Answers} answers
   * @param {Assessment} assessment
   */
  #linkTo = (description, answers, { eligibility, amount }) => {
    const past = { on: this.day, version: description.version, eligibility, amount };
    return pageAddress + fragmentWith(description, answers, past, this.locale);
  };

  render() {
    const { page, nav } = this.messages;
    return html`
      <div
        lang=${this.locale}
        @wengang-save=${this.#save}
        @wengang-forget=${this.#forget}
        @wengang-dismiss=${() => {
          this.past = undefined;
          this.#focusMain();
        }}
      >
        <header>
          <a class="skip screen-only" href="#main" @click=${this.#skip}>${nav.skip}</a>
          <div class="width">
            <div class="name">
              <h1><a href=${fragmentOf({ view: "start" })}>${page.title}</a></h1>
              <p class="slogan muted small">${page.tagline}</p>
            </div>
            <wengang-settings
              class="screen-only" .large=${this.large} .locale=${this.locale}
              @wengang-settings=${(/** @type {SettingsEvent} */ { detail }) => {
                this.large = detail.large;
                this.locale = detail.locale;
              }}
            ></wengang-settings>
          </div>
        </header>
        <div class="width">
          ${this.#places()}
          <main id="main" tabindex="-1">${this.#view()}</main>
        </div>
        <footer>
          <div class="width">
            <p>${page.disclaimer}</p>
            <p class="screen-only">${page.privacy}</p>
            ${
              this.savedOn ||
              this.savingFailed ||
              Object.values(this.answersByPolicy).some((answers) => !isEmpty(answers))
                ? html`<wengang-saving
                    class="screen-only" .savedOn=${this.savedOn} .failed=${this.savingFailed} .locale=${this.locale}
                  ></wengang-saving>`
                : nothing
            }
          </div>
        </footer>
      </div>
    `;
  }

  /** @param {Event} event */
  #skip(event) {
    event.preventDefault();
    this.#focusMain()?.scrollIntoView();
  }

  #places() {
    const { nav } = this.messages;
    const { place } = this;
    /** @type {[Place, string][]} */
    const places = [
      [{ view: "start" }, nav.start],
      [{ view: "profile" }, nav.profile],
    ];
    if ("policy" in place && this.#description) {
      const { policy } = place;
      places.push(
        [{ view: "policy", policy }, nav.calculate],
        [{ view: "comparison", policy }, nav.comparison],
        [{ view: "rules", policy }, nav.rules],
      );
    }
    return html`<nav class="views" aria-label=${nav.views}>
      <ul>
        ${places.map(
          ([target, label]) => html`<li>
            <a href=${fragmentOf(target)} aria-current=${target.view === place.view ? "page" : nothing}>${label}</a>
          </li>`,
        )}
      </ul>
    </nav>`;
  }

  /** @returns {TemplateResult} */
  #view() {
    if (this.engine !== "ready") return super.render();
    const { place, messages } = this;
    const policy = "policy" in place ? place.policy : undefined;
    const description = this.#description;
    if (policy && !description) return html`<p role="alert">${messages.unknownPolicy(policy)}</p>`;
    // The calculator stays where it is while the reader looks at something else.
    return html`
      ${description ? this.#viewOf(description) : this.#overview()}
      ${
        this.#policy === undefined
          ? nothing
          : html`<wengang-calculator
              fixed
              ?hidden=${place.view !== "policy" || !this.#description}
              .policy=${this.#policy}
              .answersByPolicy=${this.answersByPolicy}
              .alone=${false}
              .linkTo=${hasPublicAddress ? this.#linkTo : undefined}
              .locale=${this.locale}
              @wengang-result=${this.#changed}
            ></wengang-calculator>`
      }
    `;
  }

  /** Where no policy has been chosen yet. */
  #overview() {
    const { locale } = this;
    if (this.place.view === "profile") {
      return html`<wengang-profile
        .profile=${this.profile} .today=${this.today} .locale=${locale}
        @wengang-profile=${(/** @type {CustomEvent} */ { detail }) => {
          this.profile = detail.profile;
          this.#remember();
        }}
        @wengang-open-policy=${this.#open}
      ></wengang-profile>`;
    }
    return html`<wengang-finder
      .filters=${this.filters} .locale=${locale}
      @wengang-filters=${(/** @type {CustomEvent} */ { detail }) => {
        this.filters = detail.filters;
        this.#remember();
      }}
    ></wengang-finder>`;
  }

  /** @param {Description} description */
  #viewOf(description) {
    const { place, locale } = this;
    const policy = description.id;
    switch (place.view) {
      case "rules":
        return html`<wengang-rule-page
          .description=${description} .rule=${place.rule} .today=${this.day} .locale=${locale}
          @wengang-use-example=${this.#useExample}
        ></wengang-rule-page>`;
      case "comparison":
        return html`<wengang-comparison
          .description=${description} .answers=${this.answersByPolicy[policy] ?? {}} .other=${this.others[policy]}
          .today=${this.today} .locale=${locale}
          @wengang-answers=${(/** @type {CustomEvent} */ { detail }) => this.#answer(policy, detail.answers)}
          @wengang-other=${(/** @type {CustomEvent} */ { detail }) => this.#answerOther(policy, detail.answers)}
          @wengang-take-scenario=${(/** @type {CustomEvent} */ { detail }) => this.#takeScenario(policy, detail.answers)}
        ></wengang-comparison>`;
      default:
        return html`<wengang-link-notice
          .past=${this.past} .description=${description} .assessment=${this.assessment} .locale=${locale}
        ></wengang-link-notice>`;
    }
  }
}

customElements.define("wengang-page", Page);
