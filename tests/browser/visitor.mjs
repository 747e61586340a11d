import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { CONTROL } from "./webdriver.mjs";

/** @import { PolicyWords } from "./policy-words.mjs" */
/** @import { Handle, Session } from "./webdriver.mjs" */

/** What the controls of a role are in HTML. */
const ROLES = {
  button: "button",
  heading: "h1, h2, h3, h4",
  link: "a[href]",
  list: "select",
  radio: "input[type=radio]",
  searchbox: "input[type=search]",
  text: "input[type=text], textarea",
  tiles: "[role=radiogroup]",
};

/**
 * What a visitor looks for: visible elements, in any open shadow root, that match a selector and, where these are given, have
 * exactly this accessible name, contain this text, and lie within another element or what matches another selector.
 * @typedef {{ css: string, name?: string, text?: string, within?: string | Handle }} Sought
 * @typedef {keyof typeof ROLES} Role
 */

/** For how long what is expected may be due. */
const PATIENCE_MILLISECONDS = 10_000;

/** For how long browsers may keep a request to themselves. */
const REST_MILLISECONDS = 250;

/** Somebody who uses the page in a browser other than Chromium: real clicks and keys, on what is visible and named. */
export class Visitor {
  #loaded;

  /**
   * @param {Session} session
   * @param {string} site
   */
  constructor(session, site) {
    this.session = session;
    this.site = site;
    this.#loaded = 0;
  }

  /** Opens the page anew. @param {string} fragment */
  async visit(fragment) {
    await this.session.open("about:blank");
    await this.session.open(`${this.site}/${fragment}`);
    await this.#arrive();
  }

  async reload() {
    await this.session.reload();
    await this.#arrive();
  }

  async #arrive() {
    await this.session.run(collectComplaints);
    await this.find({ css: "h2" });
    await this.#rest();
    this.#loaded = await this.session.run(countRequests);
  }

  /** The page says when it has loaded all. */
  async #rest() {
    const isLoaded = () => performance.getEntriesByName("wengang-loaded").length > 0;
    await this.#until(() => this.session.run(isLoaded), Boolean, "everything to be loaded");
    let count;
    do {
      count = await this.session.run(countRequests);
      await pause(REST_MILLISECONDS);
    } while (count !== (await this.session.run(countRequests)));
  }

  /** The page has sent no request since all was loaded, and complained of nothing. */
  async seesNoTrouble() {
    assert.deepEqual(await this.session.run(() => Reflect.get(window, "complaints")), []);
    assert.equal(await this.session.run(countRequests), this.#loaded, "requests after loading");
  }

  /**
   * Waits for an element.
   * @param {Sought} sought
   * @param {number} [position] from 0
   */
  async find(sought, position = 0) {
    const found = await this.#until(
      () => this.#look(sought),
      (elements) => elements.length > position,
      `there to be ${JSON.stringify(sought)}`,
    );
    return /** @type {Handle} */ (found[position]);
  }

  /**
   * @param {Role} role
   * @param {string} name
   * @param {Sought["within"]} [within]
   */
  named(role, name, within) {
    return this.find({ css: ROLES[role], name, within });
  }

  /**
   * Waits until an element says this.
   * @param {string} css
   * @param {string} text
   */
  async sees(css, text) {
    await this.find({ css, text });
  }

  /**
   * Waits until nothing like this is left.
   * @param {Sought} sought
   */
  async seesNo(sought) {
    await this.#until(
      () => this.#look(sought),
      (elements) => elements.length === 0,
      `there to be no ${JSON.stringify(sought)}`,
    );
  }

  /**
   * @param {Role} role
   * @param {string} name
   * @param {Sought["within"]} [within]
   */
  async press(role, name, within) {
    await this.session.click(await this.named(role, name, within));
  }

  /**
   * Types into a field in the place of what is there.
   * @param {Handle} field
   * @param {string} text
   */
  async write(field, text) {
    await this.session.click(field);
    await this.session.type(field, `${CONTROL}a`);
    await this.session.type(field, text);
  }

  /**
   * Takes one choice of a list.
   * @param {Handle} list
   * @param {string} choice
   */
  async choose(list, choice) {
    const option = await this.session.run(
      (/** @type {HTMLSelectElement} */ { options }, /** @type {string} */ choice) =>
        [...options].find(({ text }) => text.trim() === choice),
      list,
      choice,
    );
    assert.ok(option, `a choice called ${choice}`);
    await this.session.pick(option);
  }

  /**
   * Fills in questions by their labels.
   * @param {PolicyWords} words
   * @param {Record<string, string | boolean>} answers
   * @param {string} [within]
   */
  async answer(words, answers, within) {
    const css = [ROLES.text, ROLES.list, ROLES.tiles].join();
    for (const [field, answer] of Object.entries(answers)) {
      const control = await this.find({ css, name: words.labelOf(field), within });
      const kind = await this.session.run((/** @type {Element} */ { localName }) => localName, control);
      if (kind === "fieldset") await this.press("radio", words.wordsFor(field, answer), control);
      else if (kind === "select") await this.choose(control, words.wordsFor(field, answer));
      else await this.write(control, String(answer));
    }
  }

  /** What a field holds. @param {Handle} field @returns {Promise<string>} */
  valueOf(field) {
    return this.session.run((/** @type {HTMLInputElement} */ { value }) => value, field);
  }

  /**
   * Copies text somewhere else, as if from a spreadsheet.
   * @param {string} text
   */
  async copyElsewhere(text) {
    const area = await this.session.run((/** @type {string} */ text) => {
      const area = document.createElement("textarea");
      document.body.prepend(area);
      area.value = text;
      return area;
    }, text);
    await this.session.type(area, `${CONTROL}ac`);
    await this.session.run((/** @type {Element} */ area) => area.remove(), area);
  }

  /** @param {Handle} field */
  async paste(field) {
    await this.session.click(field);
    await this.session.type(field, `${CONTROL}v`);
  }

  /** @param {Sought} sought */
  #look({ within, ...sought }) {
    return this.session.run(look, sought, within);
  }

  /**
   * @template T
   * @param {() => Promise<T>} ask
   * @param {(answer: T) => boolean} enough
   * @param {string} what
   */
  async #until(ask, enough, what) {
    const end = Date.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      const answer = await ask();
      if (enough(answer)) return answer;
      if (Date.now() > end) throw new assert.AssertionError({ message: `Waited for ${what}` });
      await pause(30);
    }
  }
}

/**
 * Runs in the page: see Sought.
 * @param {Omit<Sought, "within">} sought
 * @param {string | Element | null} within
 */
function look({ css, name, text }, within) {
  /** @param {Document | ShadowRoot} root @returns {Generator<Element>} */
  function* all(root) {
    for (const element of root.querySelectorAll("*")) {
      yield element;
      if (element.shadowRoot) yield* all(element.shadowRoot);
    }
  }
  const tidy = (/** @type {string} */ text) => text.replace(/\s+/g, " ").trim();
  /** @param {Node} node @returns {string} */
  const textOf = (node) => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node.ariaHidden === "true" || node.localName === "style") return "";
    return [...(node.shadowRoot ?? node).childNodes].map(textOf).join("");
  };
  const nameOf = (/** @type {Element} */ element) => {
    const root = /** @type {ShadowRoot} */ (element.getRootNode());
    const labelled = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
    const own = /** @type {HTMLInputElement} */ (element).labels ?? [];
    const labels = labelled.length > 0 ? labelled.map((id) => root.getElementById(id)) : [...own];
    if (labels.length === 0) return tidy(element.ariaLabel ?? textOf(element));
    return tidy(labels.map((label) => (label ? textOf(label) : "")).join(" "));
  };
  const isWithin = (/** @type {Element} */ element) => {
    for (let node = /** @type {Node | null} */ (element); node; ) {
      if (node === within || (typeof within === "string" && node instanceof Element && node.matches(within)))
        return true;
      node = node instanceof ShadowRoot ? node.host : node.parentNode;
    }
    return within === null;
  };
  return [...all(document)].filter(
    (element) =>
      element.matches(css) &&
      element.checkVisibility({ visibilityProperty: true }) &&
      isWithin(element) &&
      (name === undefined || nameOf(element) === tidy(name)) &&
      (text === undefined || tidy(textOf(element)).includes(tidy(text))),
  );
}

/** Runs in the page. */
function collectComplaints() {
  /** @type {string[]} */
  const complaints = [];
  Object.assign(window, { complaints });
  addEventListener("error", ({ message }) => complaints.push(message));
  addEventListener("unhandledrejection", ({ reason }) => complaints.push(String(reason)));
  addEventListener("securitypolicyviolation", ({ violatedDirective }) => complaints.push(violatedDirective));
  for (const level of /** @type {const} */ (["error", "warn"])) {
    const say = console[level];
    console[level] = (...values) => {
      complaints.push(values.join(" "));
      say(...values);
    };
  }
}

/** Runs in the page. */
function countRequests() {
  return performance.getEntriesByType("resource").length;
}
