import { css, html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { describe, engineVersion, loaded, policies } from "wengang";
import { fromInputs, isEmpty } from "../answers/answers.js";
import { speaks } from "../messages/index.js";
import { bringsMore, fragmentOf, readAddress } from "../shared/address.js";
import { Awaiting } from "../shared/awaited.js";
import { EngineElement } from "../shared/engine-element.js";
import { allHere, broughtBy, need, stateOf } from "../shared/later.js";
import { hasPublicAddress, pageAddress } from "../shared/surroundings.js";
import { base } from "../styles/base.js";
import { large } from "../styles/large.js";
import { tokens } from "../styles/tokens.js";
import { Desk } from "./desk.js";
import { frame } from "./frame-styles.js";
import { operatorLine } from "./operator.js";
import { sameResult } from "./past.js";
import { isBlank, newSituation } from "./situations.js";
import { setTextSize } from "./text-size.js";
import "./settings.js";

/** @import { PropertyValues, TemplateResult } from "lit" */
/** @import { Assessment, Description, Locale } from "wengang" */
/** @import { Place } from "../shared/address.js" */
/** @import { Link, Linked } from "./link.js" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Past } from "./past.js" */
/** @import { Situation } from "./situations.js" */
/** @import { Calculator } from "../calculator/calculator.js" */
/** @import { Finder } from "../finder/finder.js" */
/** @import { Operator } from "./operator.js" */
/** @import { Profile as ProfileElement } from "../profile/profile.js" */
/** @import { SettingsEvent } from "./settings.js" */

/**
 * Makes a link to a view of a policy with what is filled in; empty where there is too much for one.
 * @typedef {(view: "policy" | "comparison" | "reconciliation" | "year", description: Description, answers: Answers,
 *   assessment: Assessment, more?: { other?: Answers, shown?: Record<string, string>, months?: Situation["years"][string] }) => string} LinkTo
 *
 * @typedef {CustomEvent<{ policy: string, answers: Answers }>} OpenPolicyEvent
 * @typedef {CustomEvent<{ policy: string, inputs: Record<string, unknown> }>} UseExampleEvent
 */

/** The same each time, so that nothing is drawn anew for it. @type {Finder["filters"]} */
const NO_FILTERS = {};
/** @type {Record<string, string>} */
const NOTHING_SHOWN = {};

/** The same each time, too. @type {Situation["years"][string]} */
const NO_MONTHS = {};

/** The part that a view is drawn by; a dead end needs none. */
const PART_OF = {
  start: "finder",
  profile: "profile",
  policy: "calculator",
  comparison: "comparison",
  reconciliation: "reconciliation",
  year: "year",
  rules: "rules",
  situations: "summary",
  faq: "faq",
  nowhere: undefined,
};

/** How long scrolling pauses before the place reached is noted. */
const SCROLL_PAUSE_MILLISECONDS = 150;
/** How long what was scrolled to may take to be drawn, once all parts are here. */
const DRAWING_MILLISECONDS = 2000;
/** What a reader does who does not wait. */
const DOING = /** @type {const} */ (["pointerdown", "keydown", "wheel", "touchstart"]);
/** How soon after a key the page has followed it elsewhere. */
const KEY_MILLISECONDS = 1000;

/** What the history holds of a place: how far it was scrolled, whether it was narrowed here, and nothing that was filled in. @typedef {{ scroll?: number, own?: boolean } | null} Memory */

/** The web page around the calculator: its places, language, size of text, and what is filled in. */
export class Page extends EngineElement {
  static properties = {
    operator: { type: Object },
    place: { state: true },
    assessment: { state: true },
    /** Why nothing was taken of what a link was to bring along. */
    fault: { state: true },
    /** Index of the size of text; -1 for the ordinary one. */
    large: { state: true },
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
        border: 0;
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

      header nav {
        margin-inline: calc(var(--step) * 2) auto;
      }

      @media (max-width: 30rem) {
        header nav {
          order: 1;
          margin-inline-start: 0;
        }
      }

      /* The footer stays below what has not been drawn yet. */
      main {
        min-height: calc(100vh - 6rem);
      }

      .start {
        display: flex;
        flex-direction: column;
      }

      .last {
        order: 1;
      }

      /* Where a mouse or an address has led here, the whole page says so. */
      main:focus-visible:not([by-key]) {
        outline: none;
      }

      .fault {
        margin-bottom: calc(var(--step) * 3);
        padding: calc(var(--step) * 1.5) calc(var(--step) * 2);
        border-inline-start: 6px solid var(--caution);
        border-radius: var(--radius);
        background: var(--caution-ground);
      }

      .operator {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: calc(var(--step) * 2);
      }

      .operator a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }

      @media print {
        main {
          min-height: 0;
        }

        /* The sheet has the whole of the paper. */
        main.policy {
          padding-block: 0;
        }

        nav {
          display: none !important;
        }
      }
    `,
  ];

  #desk = new Desk(this);
  #awaiting = new Awaiting(this);
  /** Whether the first view has been drawn. */
  #isShown = false;
  /** Whether all parts are here. */
  #isWhole = false;
  /** A language that the page does not speak yet. @type {Locale | undefined} */
  #wanted;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #scrolling;
  /** When a key last did something in the page. */
  #keyAt = Number.NEGATIVE_INFINITY;
  /** An address that brings more along than its place, until that can be read. @type {string | undefined} */
  #link;
  /** What a link has brought along, until the policy that it is about can be asked. @type {Linked | undefined} */
  #linked;
  /** Of the policy at hand; undefined where there is none. @type {Description | undefined} */
  #description;
  /** What the calculator shows, also while the reader looks at something else. @type {string | undefined} */
  #policy;

  constructor() {
    super();
    /** Who runs this copy of the page; undefined where nobody has said. @type {Operator | undefined} */
    this.operator = undefined;
    /** @type {Place} */
    this.place = { view: "start" };
    /** Of the policy at hand. @type {Assessment | undefined} */
    this.assessment = undefined;
    /** @type {Link["fault"]} */
    this.fault = undefined;
    this.large = -1;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("hashchange", this.#followAddress);
    addEventListener("popstate", this.#stopNoting);
    addEventListener("scroll", this.#scrolled, { passive: true });
    this.addEventListener("keydown", this.#noteKey);
    this.#readAddress();
    if (this.#part) need(this.#part);
    allHere.then(() => {
      this.#isWhole = true;
    });
    if (this.place.view === "start" && this.#desk.all.length > 0) need("situations");
    /** @type {Memory} */
    const memory = history.state;
    history.scrollRestoration = "manual";
    if (memory?.scroll) this.#scrollBack(memory.scroll);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#followAddress);
    removeEventListener("popstate", this.#stopNoting);
    removeEventListener("scroll", this.#scrolled);
    this.removeEventListener("keydown", this.#noteKey);
    this.#stopNoting();
  }

  /**
   * What an address brings along is there before anything is drawn of it, and the first view is drawn in its own language at once.
   * @returns {void | Promise<unknown>}
   */
  scheduleUpdate() {
    const coming = this.#readLink() ?? (this.hasUpdated || speaks(this.locale) ? undefined : need("english"));
    return coming ? coming.then(() => this.scheduleUpdate()) : super.scheduleUpdate();
  }

  get #part() {
    return PART_OF[this.place.view];
  }

  #followAddress = () => {
    const before = this.place;
    this.#readAddress();
    // Whoever goes on before the first view is there has another first view.
    if (!this.#isShown && this.#part) need(this.#part);
    // To a rule, its page takes the reader itself.
    if (fragmentOf(before) !== fragmentOf(this.place) && !("rule" in this.place && this.place.rule)) this.#arrive();
  };

  #readAddress() {
    const { place, entries } = readAddress(location.hash);
    this.place = place;
    this.fault = undefined;
    this.#link = !entries || bringsMore(place, entries) ? location.hash : undefined;
    if (this.#link === undefined) return this.#takeScope();
    // What it says of itself stands above the view, and is to be there with it.
    for (const part of ["links", "situations"]) need(part);
    this.requestUpdate();
  }

  /** What reads and makes links with answers. */
  get #links() {
    return /** @type {typeof import("../parts/links.js") | undefined} */ (broughtBy("links"));
  }

  /** @returns {Promise<void> | undefined} what has to come first */
  #readLink() {
    const links = this.#links;
    if (this.#link === undefined) return undefined;
    if (!links) return need("links");
    const { locale, linked, fault } = links.readLink(this.#link);
    this.#link = undefined;
    this.fault = fault;
    if (locale) this.locale = locale;
    if (linked) this.#linked = linked;
    else this.#takeScope();
    return undefined;
  }

  /**
   * For whom the profile is: what is filled in for others stays as it is, and this becomes a situation of its own, unless the address was
   * made by narrowing here.
   */
  #takeScope() {
    const scope = this.place.view === "profile" && this.place.scope;
    if (!scope) return;
    const { id, profile, savedOn } = this.#desk.atHand;
    const address = (/** @type {Omit<ProfileElement["profile"], "answers">} */ scope) =>
      fragmentOf({ view: "profile", scope });
    const { answers, ...own } = profile;
    if (address(own) === address(scope)) return;
    if (history.state?.own || (!savedOn && isEmpty(answers))) this.#profile({ ...scope, answers });
    else this.#takeUpLinked(newSituation({ profile: { ...scope, answers: {} }, link: { policy: "", before: id } }));
  }

  /** What a link brings along is a situation of its own, once it is known what of it can be read. */
  #takeLink() {
    const linked = this.#linked;
    this.#linked = undefined;
    const links = this.#links;
    if (!linked || !links) return;
    const { place } = this;
    const before = this.#desk.atHand.id;
    this.#takeUpLinked(newSituation(links.contentOf(linked, { place, before, description: this.#description })));
  }

  /** @param {Situation} situation */
  #takeUpLinked(situation) {
    this.#desk.takeUp(situation);
    // What the link brought along is not for whoever comes back here later; only where nothing is kept, reloading needs it.
    if (this.#desk.isKept) history.replaceState(history.state, "", fragmentOf(this.place));
  }

  /** Where one view was scrolled to is not noted for the one that a step back or forward has put in its place. */
  #stopNoting = () => clearTimeout(this.#scrolling);

  #scrolled = () => {
    this.#stopNoting();
    this.#scrolling = setTimeout(
      () => replaceState({ ...history.state, scroll: Math.round(scrollY) }),
      SCROLL_PAUSE_MILLISECONDS,
    );
  };

  /** @param {KeyboardEvent} event */
  #noteKey = ({ key, timeStamp }) => {
    if (key === "Enter" || key === " ") this.#keyAt = timeStamp;
  };

  /** @param {Place} place */
  #goTo(place) {
    location.hash = fragmentOf(place);
  }

  /**
   * The same view with other parameters, at an address of its own: going back leads to the one before, unless it was only being typed.
   * @param {Place} place
   * @param {boolean} typing
   */
  #narrow(place, typing) {
    if (fragmentOf(place) === fragmentOf(this.place)) return;
    this.place = place;
    if (typing) history.replaceState({ ...history.state, own: true }, "", fragmentOf(place));
    else history.pushState({ own: true }, "", fragmentOf(place));
  }

  /** @param {Finder["filters"]} filters */
  #filter(filters) {
    const before = this.place.view === "start" ? this.place.filters : undefined;
    const retyped = fragmentOf({ view: "start", filters: { ...before, text: filters.text } });
    this.#narrow({ view: "start", filters }, retyped === fragmentOf({ view: "start", filters }));
  }

  /** @param {ProfileElement["profile"]} profile */
  #profile(profile) {
    const { answersByPolicy, profile: before } = this.#desk.atHand;
    const carry = before.answers === profile.answers ? undefined : this.#sameFacts?.fromProfile;
    const known = carry ? loaded() : [];
    const changed = Object.entries(answersByPolicy).flatMap(([policy, own]) =>
      carry && known.includes(policy) ? [[policy, carry(chinese(policy), before.answers, profile.answers, own)]] : [],
    );
    this.#fillAnswers(Object.fromEntries(changed));
    this.#desk.fill({ profile });
  }

  #forget() {
    this.#desk.forget();
    this.#link = undefined;
    this.#linked = undefined;
    this.fault = undefined;
    history.replaceState(null, "", fragmentOf(this.place));
  }

  /** @param {{ id?: string, place?: Place }} detail */
  #takeUp({ id, place }) {
    const situation = id === undefined ? newSituation() : this.#desk.find(id);
    if (!situation) return;
    this.#desk.takeUp(situation);
    if (place && fragmentOf(place) !== fragmentOf(this.place)) {
      this.#goTo(place);
    } else {
      // Another form begins at its top.
      replaceState(null);
      this.#arrive();
    }
  }

  /** A new place is read from its top, by eyes and by screen readers; one that was left before, from where it was left. */
  async #arrive() {
    this.#stopNoting();
    /** @type {Memory} */
    const memory = history.state;
    await this.updateComplete;
    this.#focusMain();
    if (memory?.scroll) this.#scrollBack(memory.scroll);
    else scrollTo(0, 0);
  }

  /** Lists and forms take some time until they are as long as they were; the reader does not wait for that. @param {number} scroll */
  async #scrollBack(scroll) {
    let until = Date.now() + DRAWING_MILLISECONDS;
    const { place } = this;
    let busy = false;
    const isBusy = () => {
      busy = true;
    };
    for (const type of DOING) addEventListener(type, isBusy, { passive: true });
    do {
      await new Promise(requestAnimationFrame);
      if (busy || this.place !== place) break;
      if (!this.#isWhole) until = Date.now() + DRAWING_MILLISECONDS;
      scrollTo(0, scroll);
    } while (Math.abs(scrollY - scroll) > 1 && Date.now() < until);
    for (const type of DOING) removeEventListener(type, isBusy);
  }

  #focusMain() {
    const main = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("main"));
    main?.toggleAttribute("by-key", performance.now() - this.#keyAt < KEY_MILLISECONDS);
    main?.focus({ preventScroll: true });
    return main;
  }

  /** @param {Event} event */
  #changed({ target }) {
    const calculator = /** @type {Calculator} */ (target);
    const { assessment, answersByPolicy } = calculator;
    this.assessment = assessment;
    const { atHand } = this.#desk;
    const policy = this.#policy;
    const isSame = answersByPolicy === atHand.answersByPolicy;
    // What came out of these answers some time ago stays noted.
    const result = !isSame || (policy && !atHand.results[policy]) ? this.#resultIn(calculator) : {};
    if (isSame) {
      if (Object.keys(result).length > 0) this.#desk.fill({ results: { ...atHand.results, ...result } });
      return;
    }
    const [before = {}, after = {}] = policy ? [atHand.answersByPolicy[policy], answersByPolicy[policy]] : [];
    const answers = policy && this.#sameFacts?.intoProfile(chinese(policy), before, after, atHand.profile.answers);
    const results = { ...atHand.results, ...result };
    this.#desk.fill({ answersByPolicy, results, ...(answers && { profile: { ...atHand.profile, answers } }) });
  }

  /** What comes out now, to be noted with the answers; nothing of what nobody has filled in. @param {Calculator} calculator @returns {Record<string, Past>} */
  #resultIn({ description, assessment, answersByPolicy }) {
    if (!description || !assessment || isEmpty(answersByPolicy[description.id] ?? {})) return {};
    return { [description.id]: this.#pastOf(description, assessment) };
  }

  /** @param {Description} description @param {Assessment} assessment @returns {Past} */
  #pastOf({ version }, { eligibility, amount }) {
    return { on: this.day, version, engine: engineVersion(), eligibility, amount };
  }

  /** What carries answers between the profile and the forms of policies. */
  get #sameFacts() {
    return /** @type {typeof import("../parts/profile.js") | undefined} */ (broughtBy("profile"));
  }

  get needs() {
    return "policy" in this.place ? [this.place.policy] : [];
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    this.#speak();
    if ("policy" in this.place) this.#policy = this.place.policy;
    // Typing changes answers only, and is not to wait for this.
    const isOther = changed.has("place") || changed.has("locale") || changed.has("today") || changed.has("engine");
    if (isOther) this.#description = this.#describe();
    if (this.#linked && this.engine === "ready") this.#takeLink();
  }

  /** Another language is spoken once its words are here. */
  #speak() {
    if (!speaks(this.locale)) {
      this.#wanted = this.locale;
      this.locale = "zh-CN";
    } else if (this.#wanted && speaks(this.#wanted)) {
      this.locale = this.#wanted;
      this.#wanted = undefined;
    }
  }

  /**
   * @param {string} policy
   * @param {Answers} answers
   */
  #answer(policy, answers) {
    this.#fillAnswers({ [policy]: answers });
  }

  /** Of other answers, what came out is noted once it is worked out. @param {Record<string, Answers>} changed */
  #fillAnswers(changed) {
    const { answersByPolicy, results } = this.#desk.atHand;
    const noted = Object.entries(results).filter(([policy]) => !(policy in changed));
    this.#desk.fill({ answersByPolicy: { ...answersByPolicy, ...changed }, results: Object.fromEntries(noted) });
  }

  /**
   * @param {string} policy
   * @param {Answers} answers
   */
  #answerOther(policy, answers) {
    this.#desk.fill({ others: { ...this.#desk.atHand.others, [policy]: answers } });
  }

  /** @param {string} policy */
  #answersTo(policy) {
    return this.#desk.atHand.answersByPolicy[policy] ?? {};
  }

  /** From the profile: its answers fill what is still blank. @param {OpenPolicyEvent} event */
  #open(event) {
    event.preventDefault();
    const { policy, answers } = event.detail;
    const typed = Object.entries(this.#answersTo(policy)).filter(([field, answer]) => !isEmpty({ [field]: answer }));
    this.#answer(policy, { ...answers, ...Object.fromEntries(typed) });
    this.#goTo({ view: "policy", policy });
  }

  /** An example fills an empty form; beside a filled one it becomes the other scenario. @param {UseExampleEvent} event */
  #useExample({ detail: { policy, inputs } }) {
    const answers = fromInputs(describe(policy, this.options), inputs);
    const filled = !isEmpty(this.#answersTo(policy));
    if (filled) this.#answerOther(policy, answers);
    else this.#answer(policy, answers);
    this.#goTo({ view: filled ? "comparison" : "policy", policy });
  }

  /**
   * The other scenario takes the place of what was filled in, and the other way round.
   * @param {string} policy
   * @param {Answers} answers
   */
  #takeScenario(policy, answers) {
    this.#answerOther(policy, this.#answersTo(policy));
    this.#answer(policy, answers);
    this.#goTo({ view: "policy", policy });
  }

  /** @param {PropertyValues<this>} changed */
  updated(changed) {
    if (changed.has("locale") || changed.has("place") || changed.has("engine")) {
      document.documentElement.lang = this.locale;
      const { page } = this.messages;
      const title = this.#description?.title;
      document.title = title ? `${title} · ${page.title}` : page.title;
    }
    if (!this.#isShown && this.engine === "ready" && (!this.#part || stateOf(this.#part) !== "waiting")) {
      this.#isShown = true;
      this.tell("wengang-shown", {});
    }
    if (this.#isShown || this.engine === "failed") this.#wake();
    // At first, they are as they were kept.
    const isSet = changed.get("locale") !== undefined || changed.get("large") !== undefined;
    if (isSet) this.#desk.remember();
    if (changed.has("large")) setTextSize(this, this.large);
  }

  /** On a policy's own page, its rules can be read until all is here. */
  #wake() {
    if (!this.hasAttribute("hidden")) return;
    this.removeAttribute("hidden");
    for (const asleep of document.querySelectorAll("[data-asleep]")) asleep.remove();
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
   * Empty where there are too many answers for a link.
   * @param {Description} description
   * @param {Answers} answers
   * @param {Assessment} assessment
   */
  #linkTo = (description, answers, assessment) => this.#linkWith("policy", description, answers, assessment);

  /** @type {LinkTo} */
  #linkWith = (view, description, answers, assessment, more = {}) => {
    const links = this.#links;
    const entries = links?.entriesOf(description, answers, more.other);
    const beside = links?.entriesBeside(more);
    if (!links || !entries || !beside) return "";
    const place = { view, policy: description.id };
    const past = this.#pastOf(description, assessment);
    return pageAddress + links.fragmentWith(place, [...entries, ...beside], this.locale, past);
  };

  /** @param {Description} description @param {Answers} answers @param {Assessment} assessment @param {Answers} other */
  #linkToComparison = (description, answers, assessment, other) =>
    this.#linkWith("comparison", description, answers, assessment, { other });

  /** Empty where there are too many answers for a link. @param {ProfileElement["profile"]} profile */
  #linkToProfile = ({ answers, ...scope }) => {
    const links = this.#links;
    const given = links?.profileEntries(answers);
    return links && given ? pageAddress + links.fragmentWith({ view: "profile", scope }, given, this.locale) : "";
  };

  get #makesLinks() {
    return hasPublicAddress && this.#links !== undefined;
  }

  render() {
    const { page, nav } = this.messages;
    const { place } = this;
    const desk = this.#desk;
    return html`
      <div
        lang=${this.locale}
        @wengang-save=${(/** @type {CustomEvent} */ { detail }) => desk.save(detail.name)}
        @wengang-forget=${this.#forget}
        @wengang-public=${(/** @type {CustomEvent} */ { detail }) => desk.setPublic(detail.isPublic)}
        @wengang-take-up=${(/** @type {CustomEvent} */ { detail }) => this.#takeUp(detail)}
        @wengang-take-over=${() => {
          const { results } = desk.atHand;
          const { assessment } = this;
          const description = this.#description;
          const now = description && assessment && { [description.id]: this.#pastOf(description, assessment) };
          desk.fill({ link: undefined, results: { ...results, ...now } });
          this.#focusMain();
        }}
        @wengang-rename=${(/** @type {CustomEvent} */ { detail }) => desk.rename(detail.id, detail.name)}
        @wengang-duplicate=${(/** @type {CustomEvent} */ { detail }) => desk.duplicate(detail.id, detail.name)}
        @wengang-remove=${(/** @type {CustomEvent} */ { detail }) => desk.remove(detail.id)}
        @wengang-add=${(/** @type {CustomEvent} */ { detail }) => desk.add(detail.situations)}
      >
        <header class=${this.#printsSheet}>
          <button type="button" class="skip screen-only" @click=${this.#skip}>${nav.skip}</button>
          <div class="width">
            <div class="name">
              <h1><a href=${fragmentOf({ view: "start" })}>${page.title}</a></h1>
              <p class="slogan muted small">${page.tagline}</p>
            </div>
            ${this.#tabs(nav.site, [
              [{ view: "start" }, nav.start],
              [{ view: "profile" }, nav.profile],
              [{ view: "faq" }, nav.faq],
            ])}
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
          ${"policy" in place && (this.#description || this.engine === "loading") ? this.#policyTabs(place.policy) : nothing}
          <main id="main" class=${place.view} tabindex="-1">${this.#around()} ${this.#view()}</main>
        </div>
        <footer class=${this.#printsSheet}>
          <div class="width">
            ${this.#operatorLine()}
            <p>${page.disclaimer}</p>
            <p class="screen-only">${page.privacy}</p>
            ${this.#awaiting.show(
              "situations",
              () => html`<wengang-forgetting
                class="screen-only" .filled=${[desk.atHand, ...desk.aside].some((one) => !one.savedOn && !isBlank(one))} .saved=${desk.saved.length}
                .isKept=${desk.isKept} .isPublic=${desk.isPublic} .locale=${this.locale}
              ></wengang-forgetting>`,
            )}
          </div>
        </footer>
      </div>
    `;
  }

  /** The calculator prints a sheet of its own, with head and foot; what is reconciled is for the authority. */
  get #printsSheet() {
    return ["policy", "reconciliation"].includes(this.place.view) ? "screen-only" : "";
  }

  #operatorLine() {
    const { operator, messages, locale } = this;
    const { title = messages.page.title, version = "" } = this.#description ?? {};
    return operatorLine(operator, { about: messages.operator.reportAbout(title, version), messages, locale });
  }

  #skip() {
    this.#focusMain()?.scrollIntoView();
  }

  get #asksForMonths() {
    return this.#description?.inputs.some(({ months }) => months) ?? false;
  }

  /** @param {string} policy */
  #policyTabs(policy) {
    const { nav } = this.messages;
    const yearTab = /** @type {[Place, string]} */ ([{ view: "year", policy }, nav.year]);
    return this.#tabs(
      nav.views,
      [
        [{ view: "policy", policy }, nav.calculate],
        [{ view: "comparison", policy }, nav.comparison],
        [{ view: "reconciliation", policy }, nav.reconciliation],
        ...(this.#asksForMonths ? [yearTab] : []),
        [{ view: "rules", policy }, nav.rules],
      ],
      "views",
    );
  }

  /**
   * @param {string} name
   * @param {[Place, string][]} places
   * @param {string} [kind]
   */
  #tabs(name, places, kind = "") {
    return html`<nav class=${kind} aria-label=${name}>
      <ul>
        ${places.map(
          ([target, label]) => html`<li>
            <a href=${fragmentOf(target)} aria-current=${target.view === this.place.view ? "page" : nothing}>${label}</a>
          </li>`,
        )}
      </ul>
    </nav>`;
  }

  /** What stands above a view: what is at hand, and what else there is. */
  #around() {
    const { place, messages, fault, locale } = this;
    const { all, atHand, isPublic } = this.#desk;
    if (place.view === "rules" || place.view === "nowhere" || place.view === "situations") return nothing;
    const others = all.filter((one) => one !== atHand);
    return html`
      ${fault ? html`<p class="fault" role="alert">${messages.link[fault]}</p>` : nothing}
      ${this.#wanted ? this.#awaiting.show("english", () => html``) : nothing}
      ${this.#link === undefined ? nothing : this.#awaiting.show("links", () => html``)}
      ${
        // While there is nothing to go on with, they stand last, below what has not been drawn yet.
        place.view === "start"
          ? this.engine !== "ready" && all.length === 0
            ? nothing
            : html`<div class=${all.length > 0 ? "" : "last"}>
                ${this.#awaiting.show(
                  "situations",
                  () => html`<wengang-situations
                    class="screen-only" .situations=${all} .policies=${this.engine === "ready" ? policies(this.options) : []}
                    .isPublic=${isPublic} .locale=${locale}
                  ></wengang-situations>`,
                )}
              </div>`
          : others.length > 0 || atHand.savedOn
            ? this.#awaiting.showAtOnce(
                "situations",
                () => html`<wengang-situation-line
                  .atHand=${atHand} .others=${others} .locale=${locale}
                ></wengang-situation-line>`,
              )
            : nothing
      }
      ${
        place.view === "profile" && atHand.link?.policy === ""
          ? this.#awaiting.showAtOnce(
              "situations",
              () => html`<wengang-link-notice
                .link=${atHand.link} .own=${this.#ownBefore(atHand)} .locale=${locale}
              ></wengang-link-notice>`,
            )
          : nothing
      }
    `;
  }

  /** @param {string} trouble */
  #deadEnd(trouble) {
    return html`<p role="alert">${trouble}</p>
      <p><a class="text-button" href="#/">${this.messages.nav.start}</a></p>`;
  }

  /** @returns {TemplateResult} */
  #view() {
    if (this.engine !== "ready") return super.render();
    const { place, messages, locale } = this;
    const policy = "policy" in place ? place.policy : undefined;
    const description = this.#description;
    if (policy && !description) {
      return html`${this.#deadEnd(messages.unknownPolicy(policy))} ${this.#replay(policy)}`;
    }
    if (place.view === "nowhere") return this.#deadEnd(messages.nowhere);
    const { atHand } = this.#desk;
    // The calculator stays where it is while the reader looks at something else, but never remembers another situation.
    return html`
      ${description ? this.#viewOf(description) : this.#overview()}
      ${keyed(
        atHand.id,
        this.#policy === undefined || (place.view !== "policy" && stateOf("calculator") !== "here")
          ? nothing
          : this.#awaiting.show(
              "calculator",
              () => html`<wengang-calculator
                ?hidden=${place.view !== "policy" || !this.#description}
                .policy=${this.#policy ?? ""}
                .answersByPolicy=${atHand.answersByPolicy}
                .alone=${false}
                .linkTo=${this.#makesLinks ? this.#linkTo : undefined}
                .applicant=${atHand.name}
                .locale=${locale}
                @wengang-result=${this.#changed}
              >${this.#saving("keep")}</wengang-calculator>`,
            ),
      )}
      ${place.view === "profile" ? this.#saving("") : nothing}
    `;
  }

  /** The same answers by the rules of the day on which they were last filled in, where other ones are at hand now. @param {string} policy */
  #replay(policy) {
    const { atHand } = this.#desk;
    const past = atHand.results[policy];
    const description = this.#description;
    const isTold =
      past && (past.version !== description?.version || (this.assessment && !sameResult(past, this.assessment)));
    if (!isTold) return nothing;
    return this.#awaiting.showAtOnce(
      "replay",
      () => html`<wengang-replay
        .policy=${policy} .answers=${this.#answersTo(policy)} .past=${past} .description=${description} .today=${this.today}
        .locale=${this.locale}
      ></wengang-replay>`,
    );
  }

  /** What there was of the reader's own before the link was opened. @param {Situation} situation */
  #ownBefore({ link }) {
    return link && this.#desk.find(link.before);
  }

  /** @param {string} slot */
  #saving(slot) {
    const { atHand, savingFailed, isPublic } = this.#desk;
    return this.#awaiting.show(
      "situations",
      () => html`<wengang-saving
        slot=${slot} class="screen-only" .situation=${atHand} .day=${this.day} .failed=${savingFailed} .isPublic=${isPublic}
        .locale=${this.locale}
      ></wengang-saving>`,
      slot,
    );
  }

  /** Where no policy has been chosen yet. */
  #overview() {
    const { locale, place } = this;
    const { atHand } = this.#desk;
    if (place.view === "profile") {
      return keyed(
        atHand.id,
        this.#awaiting.show(
          "profile",
          () => html`<wengang-profile
            .profile=${atHand.profile} .linkTo=${this.#makesLinks ? this.#linkToProfile : undefined} .today=${this.today} .locale=${locale}
            @wengang-profile=${(/** @type {CustomEvent} */ { detail }) => {
              const { answers: _, ...scope } = detail.profile;
              this.#profile(detail.profile);
              this.#narrow({ view: "profile", scope }, true);
            }}
            @wengang-open-policy=${this.#open}
          ></wengang-profile>`,
        ),
      );
    }
    if (place.view === "situations") {
      return this.#awaiting.show(
        "summary",
        () => html`<wengang-summary
          .situations=${place.ids.flatMap((id) => this.#desk.find(id) ?? [])} .count=${place.ids.length} .today=${this.today} .locale=${locale}
        ></wengang-summary>`,
      );
    }
    if (place.view === "faq") {
      return this.#awaiting.show(
        "faq",
        () => html`<wengang-faq
          .question=${place.question} .region=${place.scope?.region} .usual=${this.#usualRegion} .today=${this.today} .locale=${locale}
          @wengang-region=${(/** @type {CustomEvent} */ { detail }) =>
            this.#narrow({ view: "faq", ...(place.question && { question: place.question }), scope: detail }, true)}
        ></wengang-faq>`,
      );
    }
    return this.#awaiting.show(
      "finder",
      () => html`<wengang-finder
        .filters=${(place.view === "start" && place.filters) || NO_FILTERS} .today=${this.today} .locale=${locale}
        @wengang-filters=${(/** @type {CustomEvent} */ { detail }) => this.#filter(detail.filters)}
      ></wengang-finder>`,
    );
  }

  /** Where the reader was last: the region of the profile, or of the policy that was looked at. */
  get #usualRegion() {
    const { region } = this.#desk.atHand.profile;
    const policy = this.#policy;
    return region ?? (policy && loaded().includes(policy) ? chinese(policy).region : undefined);
  }

  /** @param {Description} description */
  #viewOf(description) {
    const { place, locale } = this;
    const policy = description.id;
    const { atHand } = this.#desk;
    switch (place.view) {
      case "rules":
        return this.#awaiting.show(
          "rules",
          () => html`<wengang-rule-page
            .description=${description} .rule=${place.rule} .today=${this.day} .locale=${locale}
            @wengang-use-example=${this.#useExample}
          ></wengang-rule-page>`,
        );
      case "comparison":
        return this.#awaiting.show(
          "comparison",
          () => html`<wengang-comparison
            .description=${description} .answers=${this.#answersTo(policy)} .other=${atHand.others[policy]}
            .linkTo=${this.#makesLinks ? this.#linkToComparison : undefined} .day=${this.day}
            .today=${this.today} .locale=${locale}
            @wengang-answers=${(/** @type {CustomEvent} */ { detail }) => this.#answer(policy, detail.answers)}
            @wengang-other=${(/** @type {CustomEvent} */ { detail }) => this.#answerOther(policy, detail.answers)}
            @wengang-take-scenario=${(/** @type {CustomEvent} */ { detail }) => this.#takeScenario(policy, detail.answers)}
          ></wengang-comparison>`,
        );
      case "reconciliation":
        return this.#awaiting.show(
          "reconciliation",
          () => html`<wengang-reconciliation
            .description=${description} .answers=${this.#answersTo(policy)} .shown=${atHand.shown[policy] ?? NOTHING_SHOWN}
            .applicant=${atHand.name} .linkTo=${this.#makesLinks ? this.#linkWith : undefined}
            .isLinked=${atHand.link?.policy === policy} .day=${this.day} .today=${this.today} .locale=${locale}
            @wengang-shown-figures=${(/** @type {CustomEvent} */ { detail }) =>
              this.#desk.fill({ shown: { ...atHand.shown, [policy]: detail.shown } })}
          ></wengang-reconciliation>`,
        );
      case "year":
        return this.#awaiting.show(
          "year",
          () => html`<wengang-year
            .description=${description} .answers=${this.#answersTo(policy)} .texts=${atHand.years[policy] ?? NO_MONTHS}
            .linkTo=${this.#makesLinks ? this.#linkWith : undefined} .today=${this.today} .locale=${locale}
            @wengang-months=${(/** @type {CustomEvent} */ { detail }) =>
              this.#desk.fill({ years: { ...this.#desk.atHand.years, [policy]: detail.texts } })}
            @wengang-use-months=${(/** @type {CustomEvent} */ { detail }) => {
              this.#answer(policy, { ...this.#answersTo(policy), ...detail.answers });
              this.#goTo({ view: "policy", policy });
            }}
          ></wengang-year>`,
        );
      default:
        return html`
          ${
            atHand.link?.policy === policy
              ? this.#awaiting.showAtOnce(
                  "situations",
                  () => html`<wengang-link-notice
                    class="screen-only" .link=${atHand.link} .own=${this.#ownBefore(atHand)} .description=${description}
                    .assessment=${this.assessment} .locale=${locale}
                  ></wengang-link-notice>`,
                )
              : nothing
          }
          ${this.#replay(policy)}
        `;
    }
  }
}

/** Described once: typing is not to wait for it. @type {Map<string, Description>} */
const inChinese = new Map();

/** What tells questions apart, whatever language the page speaks. @param {string} policy */
function chinese(policy) {
  const description = inChinese.get(policy) ?? describe(policy, { locale: "zh-CN" });
  inChinese.set(policy, description);
  return description;
}

/** Browsers let it be done so often only. @param {Memory} memory */
function replaceState(memory) {
  try {
    history.replaceState(memory, "");
  } catch {
    // The next pause comes.
  }
}

customElements.define("wengang-page", Page);
