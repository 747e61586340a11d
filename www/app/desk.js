import { isBlank, newSituation, tidyName } from "./situations.js";
import { changeSaved, forgetAll, readSaved, readTab, watchSaved, writeTab } from "./storage.js";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */
/** @import { Locale } from "wengang" */
/** @import { Content, Situation } from "./situations.js" */

/** How long typing pauses before what was typed is put by. */
const PAUSE_MILLISECONDS = 300;

/** Firefox keeps what is put by on the first only, and phones may fire the second only. */
const LEAVING = /** @type {const} */ (["beforeunload", "pagehide"]);

/**
 * What is being filled in: the situation at hand, others that lie aside in this tab, and those that are saved on the device. None takes
 * the place of another: what is not at hand lies aside, or is saved.
 * @implements {ReactiveController}
 */
export class Desk {
  /** @type {Situation} */
  atHand = newSituation();
  /** Not saved, the latest first. @type {Situation[]} */
  aside = [];
  /** The latest first. @type {Situation[]} */
  saved = [];
  /** On a public computer nothing is kept but in the page itself, until it is left. */
  isPublic = false;
  /** Whether reloading brings back what was filled in. */
  isKept = true;
  /** Whether the device refused to save. */
  savingFailed = false;

  #host;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {(() => void) | undefined} */
  #unwatch;

  /** @param {ReactiveControllerHost & { day: string, locale: Locale, large: number }} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    const { locale, large } = this.#take();
    if (locale === "en") this.#host.locale = locale;
    if (large !== undefined) this.#host.large = large;
    this.#unwatch = watchSaved(this.#changedElsewhere);
    for (const type of LEAVING) addEventListener(type, this.#leave);
    addEventListener("pageshow", this.#comeBack);
  }

  hostDisconnected() {
    this.#unwatch?.();
    for (const type of LEAVING) removeEventListener(type, this.#leave);
    removeEventListener("pageshow", this.#comeBack);
    clearTimeout(this.#timer);
  }

  /** What the browser has kept. */
  #take() {
    const tab = readTab();
    this.isPublic = tab.isPublic === true || new URLSearchParams(location.search).has("public");
    this.saved = readSaved();
    const all = this.isPublic ? [] : [...tab.situations, ...this.saved];
    this.atHand = all.find(({ id }) => id === tab.at) ?? newSituation();
    this.aside = all.filter((one) => !one.savedOn && one !== this.atHand);
    if (this.isPublic && tab.situations.length > 0) this.#keepTab();
    this.#host.requestUpdate();
    return tab;
  }

  /** All that there is to go on with, the one at hand first. */
  get all() {
    const others = [...this.aside, ...(this.isPublic ? [] : this.saved)].filter(({ id }) => id !== this.atHand.id);
    return [this.atHand, ...others].filter((one) => one.savedOn || !isBlank(one));
  }

  /** @param {Content} change */
  fill(change) {
    this.#set({ atHand: { ...this.atHand, ...change } });
    this.remember();
  }

  /**
   * Takes up another situation; the one that was at hand is laid aside.
   * @param {Situation} situation
   */
  takeUp(situation) {
    if (this.#timer !== undefined) this.#putBy();
    const before = this.atHand;
    const others = this.aside.filter(({ id }) => id !== situation.id && id !== before.id);
    this.#set({ atHand: situation, aside: before.savedOn || isBlank(before) ? others : [before, ...others] });
    this.#keepTab();
  }

  /** @param {string} id */
  find(id) {
    return this.all.find((one) => one.id === id);
  }

  /**
   * Saves what is at hand on the device, under a name, and from then on with every change.
   * @param {string} name
   */
  save(name) {
    this.#set({ atHand: { ...this.atHand, name: tidyName(name), savedOn: this.#host.day, link: undefined } });
    this.#putBy();
  }

  /** @param {string} id @param {string} name */
  rename(id, name) {
    this.#change(id, (one) => [{ ...one, name: tidyName(name) }]);
  }

  /** @param {string} id @param {string} name of the copy */
  duplicate(id, name) {
    this.#change(id, (one) => [newSituation({ ...one, id: undefined, name: tidyName(name), link: undefined }), one]);
  }

  /** @param {string} id */
  remove(id) {
    this.#change(id, () => []);
  }

  /**
   * Puts one or more in the place of one, wherever it lies.
   * @param {string} id
   * @param {(one: Situation) => Situation[]} change
   */
  #change(id, change) {
    if (this.#timer !== undefined) this.#putBy();
    const changed = (/** @type {Situation[]} */ list) => list.flatMap((one) => (one.id === id ? change(one) : [one]));
    const isSaved = this.saved.some((one) => one.id === id);
    const saved = isSaved ? changeSaved(changed) : this.saved;
    const [others, [atHand = newSituation()]] = split(changed([this.atHand]), this.atHand.id);
    const aside = [...(isSaved ? [] : others), ...changed(this.aside)];
    this.#set({ atHand, aside, saved: saved ?? this.saved, savingFailed: saved === undefined });
    this.#keepTab();
  }

  /** Takes in what a file holds; nothing of it is saved yet. @param {Situation[]} situations */
  add(situations) {
    const added = situations.map((one) => newSituation({ ...one, id: undefined, savedOn: "", link: undefined }));
    this.#set({ aside: [...added, ...this.aside] });
    this.#keepTab();
  }

  forget() {
    forgetAll();
    this.#clear();
    this.#keepTab();
  }

  /** @param {boolean} isPublic */
  setPublic(isPublic) {
    // What is saved stays so, without what comes.
    this.#set({ isPublic, atHand: { ...this.atHand, savedOn: "" } });
    this.#keepTab();
  }

  #clear() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#set({ atHand: newSituation(), aside: [], saved: [], savingFailed: false });
  }

  /** @param {Partial<Pick<Desk, "atHand" | "aside" | "saved" | "isPublic" | "isKept" | "savingFailed">>} change */
  #set(change) {
    Object.assign(this, change);
    this.#host.requestUpdate();
  }

  /** Puts by what was typed, as soon as typing pauses. */
  remember() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#putBy, PAUSE_MILLISECONDS);
  }

  #putBy = () => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.atHand.savedOn) this.#saveAtHand();
    this.#keepTab();
  };

  #saveAtHand() {
    const one = { ...this.atHand, savedOn: this.#host.day };
    const saved = changeSaved((list) => [one, ...list.filter(({ id }) => id !== one.id)]);
    if (saved) this.#set({ atHand: one, saved, savingFailed: false });
    else this.#set({ atHand: { ...one, savedOn: "" }, savingFailed: true });
  }

  #keepTab() {
    const { atHand, aside, isPublic } = this;
    const { locale, large } = this.#host;
    const situations = isPublic ? [] : [atHand, ...aside].filter((one) => !one.savedOn && !isBlank(one));
    const isKept = writeTab({
      at: isPublic || (isBlank(atHand) && !atHand.savedOn) ? undefined : atHand.id,
      isPublic: isPublic || undefined,
      locale: locale === "en" ? locale : undefined,
      large: large >= 0 ? large : undefined,
      situations,
    });
    if (isKept !== this.isKept) this.#set({ isKept });
  }

  /** Who leaves or reloads the page at once has typed all the same. @param {Event} event */
  #leave = ({ type }) => {
    if (this.#timer !== undefined) this.#putBy();
    if (this.isPublic && type === "pagehide") this.#clear();
  };

  /** The browser may have kept the page itself, and what it holds may have been forgotten meanwhile. @param {PageTransitionEvent} event */
  #comeBack = ({ persisted }) => {
    if (persisted && this.isKept) this.#take();
  };

  /** @param {boolean} forgotten */
  #changedElsewhere = (forgotten) => {
    if (forgotten) {
      this.#clear();
      this.#keepTab();
      return;
    }
    const saved = readSaved();
    const { atHand } = this;
    const there = saved.find(({ id }) => id === atHand.id);
    this.#set({ saved });
    // What is being typed here comes later; what was removed there stays here.
    if (atHand.savedOn && this.#timer === undefined) this.#set({ atHand: there ?? { ...atHand, savedOn: "" } });
  };
}

/** @param {Situation[]} list @param {string} id @returns {[Situation[], Situation[]]} */
function split(list, id) {
  return [list.filter((one) => one.id !== id), list.filter((one) => one.id === id)];
}
