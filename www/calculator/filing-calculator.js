import { html } from "lit";
import { describe, loaded, policies } from "wengang";
import { isEmpty } from "../answers/answers.js";
import { newSituation, policiesIn, tidyName } from "../app/situations.js";
import { engineReady, havePolicies } from "../shared/engine.js";
import { contentsOf, downloadSituations } from "../situations/exchange.js";
import { answersIn, isSame, withAnswers } from "../situations/policy-answers.js";
import { nameOf, readFileText } from "../situations/situation-file.js";
import "../messages/zh-cn-situation-file.js";
import "../messages/zh-cn-situations.js";
import "../situations/situation-file-opener.js";
import { Calculator } from "./calculator.js";
import { quotable } from "./quotable.js";

/** @import { PropertyDeclarations, PropertyValues } from "lit" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Situation } from "../app/situations.js" */
/** @import { Contents, Refusal } from "../situations/situation-file.js" */

/**
 * What became of a file for the policy that is shown.
 * @typedef {{ policy: string } & ({ outcome: "filled" | "unanswered" | "kept" } | { outcome: "refused", reason: Refusal })} FileOutcome
 */

/**
 * A calculator with no page around it that keeps what is filled in: the reader opens a file of situations, and saves one. What is in the file
 * about other policies goes back into it as it came.
 */
export class FilingCalculator extends Calculator {
  /** @type {PropertyDeclarations} */
  static properties = {
    titles: { attribute: false },
    said: { state: true },
    asking: { state: true },
    over: { state: true },
  };

  /** What is in the file that is open. @type {Situation[]} */
  #situations = [];
  /** Which of them was chosen. @type {Situation | undefined} */
  #chosen;
  /** The policies of which what is filled in goes into the file, as it came from there or is not there. @type {Set<string>} */
  #settled = new Set();
  #whole = true;

  constructor() {
    super();
    /** What policies are called that are not at hand, by their ids. @type {Record<string, string>} */
    this.titles = {};
    this.said = "";
    /** What the reader has to say before it goes on. @type {"" | "which" | "replace"} */
    this.asking = "";
    this.over = false;
    this.toFile = () => this.#save();
    this.addEventListener("dragover", this.#drag);
    this.addEventListener("dragleave", this.#leave);
    this.addEventListener("drop", this.#drop);
  }

  /** What became of a file. @param {FileOutcome} _outcome */
  tellFile(_outcome) {}

  /**
   * Opens a file of situations, as its reader does.
   * @param {Blob | string | object} file it, its text, or what that says
   * @returns {Promise<boolean>} whether it is one
   */
  async openSituations(file) {
    const contents = file instanceof Blob ? await contentsOf(file) : readFileText(textOf(file));
    await engineReady;
    if (contents.refusal) {
      this.asking = "";
      this.said = this.messages.situationFile.refused[contents.refusal];
      this.tellFile({ policy: this.policy, outcome: "refused", reason: contents.refusal });
      return false;
    }
    await this.#open(contents);
    return true;
  }

  /** @param {Extract<Contents, { whole: boolean }>} contents */
  async #open({ situations, whole }) {
    this.#situations = situations;
    this.#whole = whole;
    this.#chosen = undefined;
    this.said = "";
    const [only, ...more] = situations;
    if (only && more.length === 0) await this.#choose(only);
    else this.asking = "which";
  }

  /** @param {Situation} situation */
  async #choose(situation) {
    this.#chosen = situation;
    this.#settled.clear();
    await this.#fill();
  }

  /** Fills in what the file has for the policy that is shown, where that takes the place of nothing that was typed. */
  async #fill() {
    await havePolicies([this.policy]);
    await this.updateComplete;
    const { policy, messages } = this;
    const chosen = this.#chosen;
    this.asking = "";
    if (!chosen || !this.description) return;
    const { answers } = this.#found(chosen);
    if (isEmpty(answers)) {
      const titles = policiesIn(chosen).map((id) => this.#titleOf(id));
      this.#settled.add(policy);
      this.#say(messages.situationFile.otherPolicies(nameOf(chosen, messages), titles));
      this.tellFile({ policy, outcome: "unanswered" });
      return;
    }
    const own = this.answersByPolicy[policy] ?? {};
    if (isEmpty(own, this.lockedFields) || isSame(own, answers)) this.#replace(true);
    else this.asking = "replace";
  }

  /** @param {boolean} agreed */
  #replace(agreed) {
    const { policy, messages } = this;
    const { situationFile: texts } = messages;
    const chosen = this.#chosen;
    if (!chosen) return;
    this.asking = "";
    this.#settled.add(policy);
    const name = nameOf(chosen, messages);
    if (!agreed) {
      this.#say(texts.keptOwn(name));
      this.tellFile({ policy, outcome: "kept" });
      return;
    }
    const { answers, shared, foreign } = this.#found(chosen);
    const { first, locked } = this.given;
    const overruled = Object.entries(locked).filter(
      ([id, answer]) => id in answers && !isSame({ id: answer }, { id: answers[id] ?? "" }),
    );
    this.fill({ ...first, ...answers });
    this.#say(
      texts.opened(name),
      shared > 0 && texts.shared(shared),
      foreign > 0 && texts.foreign(foreign),
      overruled.length > 0 && texts.locked(overruled.length),
    );
    this.tellFile({ policy, outcome: "filled" });
  }

  /** @param {...(string | false)} sentences */
  #say(...sentences) {
    const { situationFile, sentenceSeparator } = this.messages;
    this.said = [...sentences, !this.#whole && situationFile.damaged].filter(Boolean).join(sentenceSeparator);
  }

  /** @param {Situation} situation */
  #found(situation) {
    // None is fetched for it: that would tell a server what is in the file.
    const others = loaded().filter((id) => id !== this.policy && id in situation.answersByPolicy);
    return answersIn(
      describe(this.policy),
      situation,
      others.map((id) => describe(id)),
    );
  }

  /** @param {string} id */
  #titleOf(id) {
    const known = policies(this.options).find((one) => one.id === id);
    return known ? `${known.region} · ${known.title}` : (this.titles[id] ?? quotable(id));
  }

  #save() {
    const { description, messages } = this;
    if (!description) return;
    const before = this.#chosen ?? newSituation({ name: tidyName(`${description.title} ${this.day}`) });
    const goesIn = (/** @type {string} */ id) => !this.#chosen || id === this.policy || this.#settled.has(id);
    const after = Object.entries(this.answersByPolicy)
      .filter(([id]) => goesIn(id))
      .reduce((situation, [id, answers]) => withAnswers(describe(id), situation, this.#wholeForm(id, answers)), before);
    const all = this.#chosen ? this.#situations.map((one) => (one === this.#chosen ? after : one)) : [after];
    downloadSituations(all, nameOf(before, messages));
  }

  /** @param {string} id @param {Answers} answers */
  #wholeForm(id, answers) {
    return id === this.policy ? { ...answers, ...this.given.locked } : answers;
  }

  /** @param {DragEvent} event */
  #drag = (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.over = true;
  };

  #leave = () => {
    this.over = false;
  };

  /** @param {DragEvent} event */
  #drop = (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    this.over = false;
    if (!file) return;
    event.preventDefault();
    this.openSituations(file);
  };

  /** What was said in another language is said no more. @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has("locale") && this.hasUpdated) this.said = "";
  }

  /** @param {PropertyValues<this>} changed */
  updated(changed) {
    super.updated(changed);
    if (changed.has("policy") && this.#chosen && !this.#settled.has(this.policy)) this.#fill();
  }

  aboveQuestions() {
    const { messages, asking, said, policy } = this;
    return html`<wengang-situation-file-opener
      part="file" .policy=${policy} .situations=${asking === "which" ? this.#situations : []} .said=${said} .over=${this.over}
      .replacing=${asking === "replace" && this.#chosen ? nameOf(this.#chosen, messages) : ""} .locale=${this.locale}
      .open=${(/** @type {File} */ file) => this.openSituations(file)}
      .choose=${(/** @type {Situation} */ situation) => this.#choose(situation)}
      .replace=${(/** @type {boolean} */ agreed) => this.#replace(agreed)}
    ></wengang-situation-file-opener>`;
  }
}

/** What a page hands over, as text. @param {string | object} file */
function textOf(file) {
  try {
    return typeof file === "string" ? file : (JSON.stringify(file) ?? "");
  } catch {
    return "";
  }
}
