// The mini-program's components as miniprogram-simulate draws them, by WeChat's own component system and compiler.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { PolicyWords } from "../browser/policy-words.mjs";
import { PACKAGE, wxWebAssembly } from "./logic-layer.mjs";

/** @import { Locale } from "../../dist/npm/index.js" */

/** Without their types, which would make browsers of phones and phones of browsers. @type {(name: string) => any} */
const installed = createRequire(import.meta.url);
const { JSDOM } = installed("jsdom");

const { window } = new JSDOM("");
const { document, CustomEvent } = window;
Object.assign(globalThis, { window, document, CustomEvent, WXWebAssembly: wxWebAssembly() });
const simulate = installed("miniprogram-simulate");

/** Where Node takes scripts for CommonJS, as WeChat does, and not for modules, as in this repository. */
const root = mkdtempSync(join(tmpdir(), "wengang-"));
after(() => rmSync(root, { recursive: true }));
cpSync(PACKAGE, root, { recursive: true });
writeFileSync(join(root, "package.json"), JSON.stringify({ type: "commonjs" }));
const path = join(root, "components/wengang-calculator/wengang-calculator");
const calculator = simulate.load(path, "wengang-calculator", { compiler: "official", rootPath: root });

/** Events and drawing take their turns. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/** The native calculator as its user sees it: questions are found by their labels. */
export class Phone extends PolicyWords {
  /**
   * @param {string} policy
   * @param {{ locale?: Locale, preset?: object, answers?: object }} [properties]
   */
  static async open(policy, { locale = "zh-CN", preset, answers } = {}) {
    const component = simulate.render(calculator, {
      policy,
      locale,
      ...(preset && { preset }),
      ...(answers && { answers }),
    });
    component.attach(document.createElement("div"));
    const phone = new Phone(policy, locale, component);
    for (let turn = 0; component.data.state === "loading" && turn < 1000; turn += 1) await settled();
    return phone;
  }

  /** What was told last. @type {any} */
  told;
  /** What was typed, as it was told last. @type {any} */
  typed;

  /**
   * @param {string} policy
   * @param {Locale} locale
   * @param {any} component
   */
  constructor(policy, locale, component) {
    super(policy, locale);
    this.component = component;
    component.addEventListener("result", (/** @type {any} */ { detail }) => {
      this.told = detail;
    });
    component.addEventListener("answers", (/** @type {any} */ { detail }) => {
      this.typed = detail.answers;
    });
  }

  /**
   * @param {string} label
   * @param {string} [kind] `question`, or `cell` within a table
   * @param {number} [row]
   */
  question(label, kind = "question", row = 0) {
    const all = this.component.querySelectorAll(`.${kind}`);
    return all.filter((/** @type {any} */ one) => one.data.question.label === label)[row];
  }

  /** @param {string} field */
  field(field) {
    return this.question(this.input(field).label);
  }

  /**
   * Answers as a finger would: by typing, by choosing from a list, by rolling.
   * @param {any} question
   * @param {string} words
   */
  async give(question, words) {
    const { choices, control } = question.data.question;
    const at = choices.findIndex((/** @type {{ label: string }} */ { label }) => label === words);
    if (control === "text") await this.type(question, words);
    else if (control === "roller") await this.send(question, ".roller", "change", { value: String(at) });
    else if (control === "date") await this.send(question, ".date", "change", { value: words });
    else await this.send(question, ".choices", "change", { value: choices[at].id });
    if (control === "text") await this.send(question, ".input", "blur", { value: words });
  }

  /**
   * @param {any} question
   * @param {string} text
   */
  async type(question, text) {
    await this.send(question, ".input", "input", { value: text });
  }

  /** @param {Record<string, string | boolean>} answers */
  async fill(answers) {
    for (const [field, answer] of Object.entries(answers))
      await this.give(this.field(field), this.wordsFor(field, answer));
  }

  /** @param {string} name of a button, by its class */
  async tap(name, at = 0) {
    const button = this.component.querySelectorAll(`.${name}`)[at];
    button.dispatchEvent("tap");
    await settled();
  }

  /**
   * @param {any} component
   * @param {string} selector
   * @param {string} event
   * @param {object} detail
   */
  async send(component, selector, event, detail) {
    component.querySelector(selector).dispatchEvent(event, { detail });
    await settled();
  }

  /** All text there is. */
  get text() {
    return this.component.dom.textContent;
  }

  /** The text of the result, by its class. @param {string} name */
  result(name) {
    return this.component
      .querySelector(".result")
      .querySelectorAll(`.${name}`)
      .map((/** @type {any} */ { dom }) => dom.textContent);
  }
}

/**
 * One question by itself, with the answers that it tells.
 * @param {object} question as the logic hands it to a template
 */
export function openQuestion(question) {
  const alone = join(root, "components/wengang-question/wengang-question");
  const loaded = simulate.load(alone, "wengang-question", { compiler: "official", rootPath: root });
  const component = simulate.render(loaded, { question, words: {} });
  component.attach(document.createElement("div"));
  /** @type {string[]} */
  const answers = [];
  component.addEventListener("answer", (/** @type {any} */ { detail }) => answers.push(detail.text));
  return { component, answers };
}
