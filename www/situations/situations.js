import { css, html, nothing } from "lit";
import { isEmpty } from "../answers/answers.js";
import { LONGEST_NAME, newSituation, policiesIn } from "../app/situations.js";
import { fragmentOf, MOST_SITUATIONS } from "../shared/address.js";
import { canDownload } from "../shared/download.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { contentsOf, downloadSituations } from "./exchange.js";
import { nextYear } from "./next-year.js";
import { nameOf } from "./situation-file.js";

/** @import { PolicySummary } from "wengang" */
/** @import { Place } from "../shared/address.js" */
/** @import { Situation } from "../app/situations.js" */

/**
 * What was filled in and can be gone on with: everything that is saved on the device, and what else lies in this tab.
 *
 * Properties: `situations`; `policies`; `isPublic`. Events: `wengang-take-up` with `{ id, place }`; `wengang-rename` and
 * `wengang-duplicate` with `{ id, name }`; `wengang-remove` with `{ id }`; `wengang-add` with `{ situations }`.
 */
export class Situations extends LocalisedElement {
  static properties = {
    situations: { attribute: false },
    policies: { attribute: false },
    isPublic: { attribute: false },
    renaming: { state: true },
    removing: { state: true },
    said: { state: true },
    chosen: { state: true },
  };

  static styles = [
    base,
    css`
      section {
        margin-bottom: calc(var(--step) * 4);
      }

      h2 {
        margin-bottom: var(--step);
      }

      li.situation {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        column-gap: calc(var(--step) * 4);
        padding-block: calc(var(--step) * 0.75);
        border-top: 1px solid var(--line);
      }

      .what {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: calc(var(--step) * 3);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: calc(var(--step) * 2);
      }

      .places {
        display: flex;
        flex-wrap: wrap;
        column-gap: calc(var(--step) * 3);
      }

      .places a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }

      .actions,
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: calc(var(--step) * 3);
      }

      input[type="text"] {
        width: 100%;
        max-width: 24em;
        min-height: var(--target);
        padding: 0 calc(var(--step) * 1.25);
        border: 1px solid var(--control-line);
        border-radius: var(--radius);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
      }

      .choice {
        display: inline-flex;
        align-items: center;
        column-gap: var(--step);
        min-height: var(--target);
      }

      .choice input {
        width: 1.25rem;
        height: 1.25rem;
        margin: 0;
        accent-color: var(--accent);
      }

      .file:focus-within {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }

      .file {
        position: relative;
      }

      .caution {
        color: var(--caution);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Situation[]} */
    this.situations = [];
    /** @type {PolicySummary[]} */
    this.policies = [];
    this.isPublic = false;
    /** The id of the one that is being given another name. */
    this.renaming = "";
    /** The id of the one that is to be deleted, once that is confirmed. */
    this.removing = "";
    this.said = "";
    /** Ids of those that are to be compared. @type {string[]} */
    this.chosen = [];
  }

  /** @param {string} next what the keyboard goes on with */
  async #focus(next) {
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(next))?.focus();
  }

  /** @param {Event} event */
  async #open({ target }) {
    const field = /** @type {HTMLInputElement} */ (target);
    const [file] = field.files ?? [];
    if (!file) return;
    const contents = await contentsOf(file);
    // The same file again is a change, too.
    field.value = "";
    const { situations: texts, situationFile, sentenceSeparator } = this.messages;
    if (contents.refusal) {
      this.said = situationFile.refused[contents.refusal];
      return;
    }
    const { situations, whole } = contents;
    this.tell("wengang-add", { situations });
    this.said = [texts.opened(situations.length), whole ? "" : situationFile.damaged].join(sentenceSeparator);
  }

  /** @param {Situation} situation @param {string} name */
  async #nextYear(situation, name) {
    const texts = this.messages.situations;
    const { content, left } = await nextYear({ ...situation, name });
    const titles = this.policies.filter(({ id }) => left.includes(id)).map(({ title }) => title);
    const isNothing = isBlankForm(content);
    if (!isNothing) {
      const isNamed = content.name !== name;
      const own = newSituation({ ...content, name: isNamed ? content.name : texts.nextYearOf(name) });
      this.tell("wengang-add", { situations: [own] });
    }
    this.said = [
      isNothing ? texts.nothingCarried : texts.carried,
      titles.length > 0 ? texts.noNextYear(titles) : "",
    ].join("");
  }

  render() {
    const { situations, messages } = this;
    const texts = messages.situations;
    return html`<section aria-labelledby="heading">
      <h2 id="heading" class=${situations.length > 0 ? "" : "visually-hidden"} tabindex="-1">${texts.heading}</h2>
      <ul>${situations.map((one) => html`<li class="situation">${this.#situation(one)}</li>`)}</ul>
      ${situations.length > 1 ? this.#comparing() : nothing}
      <p class="actions">
        <label class="text-button file">
          ${texts.openFile}
          <input class="visually-hidden" type="file" accept=".json,application/json" @change=${this.#open} />
        </label>
        ${
          situations.length > 1 && canDownload()
            ? textButton(texts.allToFile, () => downloadSituations(situations, texts.fileName))
            : nothing
        }
      </p>
      <p role="status">${this.said}</p>
    </section>`;
  }

  /** What leads to those that are chosen, side by side. */
  #comparing() {
    const texts = this.messages.situations;
    // One that was chosen may be gone.
    const ids = this.situations.map(({ id }) => id).filter((id) => this.chosen.includes(id));
    const isComparison = ids.length > 1 && ids.length <= MOST_SITUATIONS;
    return html`<p class="actions">
      ${
        isComparison
          ? html`<a class="button" href=${fragmentOf({ view: "situations", ids })}>${texts.compare(ids.length)}</a>`
          : html`<span class="muted small">${texts.chooseMore(MOST_SITUATIONS)}</span>`
      }
    </p>`;
  }

  /** @param {Situation} situation @param {string} name */
  #choice({ id }, name) {
    const choose = (/** @type {Event} */ { target }) => {
      const { checked } = /** @type {HTMLInputElement} */ (target);
      this.chosen = checked ? [...this.chosen, id] : this.chosen.filter((other) => other !== id);
    };
    return html`<label class="choice"
      ><input
        type="checkbox" aria-label=${this.messages.situations.choose(name)} .checked=${this.chosen.includes(id)} @change=${choose}
      /><strong>${name}</strong></label
    >`;
  }

  /** @param {Situation} situation */
  #situation(situation) {
    const { messages } = this;
    const { situations: texts, saving } = messages;
    const { id, savedOn } = situation;
    const name = nameOf(situation, messages);
    const where = savedOn ? texts.savedOn(savedOn) : this.isPublic ? texts.inPage : texts.inTab;
    return html`
      <div class="what">
      <p class="head">
        ${this.situations.length > 1 ? this.#choice(situation, name) : html`<strong>${name}</strong>`} <span class="muted small">${where}</span></p>
      <p class="places">${this.#places(situation).map(([place, label]) => this.#link(situation, place, label, name))}</p>
      </div>
      ${this.renaming === id ? this.#renaming(situation, name) : nothing}
      ${
        this.removing === id
          ? html`<p class="actions">
              <span class="caution">${texts.removeWhat(name)}</span>
              <button
                type="button" class="button" id="remove"
                @click=${() => {
                  this.removing = "";
                  this.tell("wengang-remove", { id });
                  this.#focus("#heading");
                }}
              >${texts.remove}</button>
              ${textButton(saving.cancel, () => {
                this.removing = "";
                this.#focus(`#remove-${id}`);
              })}
            </p>`
          : nothing
      }
      ${
        this.renaming === id || this.removing === id
          ? nothing
          : html`<p class="actions small">
              <a
                class="text-button" href=${fragmentOf({ view: "situations", ids: [id] })} aria-label=${texts.about(texts.summary, name)}
              >${texts.summary}</a>
              ${this.#action(saving.rename, name, `rename-${id}`, () => {
                this.renaming = id;
                this.#focus("#name");
              })}
              ${this.#action(texts.duplicate, name, `duplicate-${id}`, () =>
                this.tell("wengang-duplicate", { id, name: texts.copyOf(name) }),
              )}
              ${
                isBlankForm(situation)
                  ? nothing
                  : this.#action(texts.nextYear, name, `next-${id}`, () => this.#nextYear(situation, name))
              }
              ${canDownload() ? this.#action(saving.toFile, name, `file-${id}`, () => downloadSituations([situation], name)) : nothing}
              ${this.#action(texts.remove, name, `remove-${id}`, () => {
                this.removing = id;
                this.#focus("#remove");
              })}
            </p>`
      }
    `;
  }

  /** Where something of it was filled in. @param {Situation} situation @returns {[Place, string][]} */
  #places(situation) {
    const { nav, unknownPolicy } = this.messages;
    const titles = new Map(this.policies.map(({ id, title }) => [id, title]));
    /** @type {[Place, string][]} */
    const places = policiesIn(situation).map((policy) => [
      { view: "policy", policy },
      titles.get(policy) ?? unknownPolicy(policy),
    ]);
    const { answers, ...scope } = situation.profile;
    if (!isEmpty(answers)) places.push([{ view: "profile", scope }, nav.profile]);
    return places;
  }

  /**
   * @param {Situation} situation
   * @param {Place} place
   * @param {string} label
   * @param {string} name
   */
  #link({ id }, place, label, name) {
    const takeUp = (/** @type {MouseEvent} */ event) => {
      // Another tab has the address only.
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      this.tell("wengang-take-up", { id, place });
    };
    return html`<a
      href=${fragmentOf(place)} aria-label=${this.messages.situations.about(label, name)} @click=${takeUp}
    >${label}</a>`;
  }

  /** @param {string} label @param {string} name @param {string} id @param {() => void} action */
  #action(label, name, id, action) {
    const about = this.messages.situations.about(label, name);
    return html`<button type="button" class="text-button" id=${id} aria-label=${about} @click=${action}>${label}</button>`;
  }

  /** @param {Situation} situation @param {string} name */
  #renaming({ id }, name) {
    const { saving } = this.messages;
    const done = () => {
      this.renaming = "";
      this.#focus(`#rename-${id}`);
    };
    const rename = (/** @type {Event} */ event) => {
      event.preventDefault();
      const { value } = /** @type {HTMLInputElement} */ (this.renderRoot.querySelector("#name"));
      if (value.trim()) this.tell("wengang-rename", { id, name: value });
      done();
    };
    return html`<form autocomplete="off" @submit=${rename}>
      <input
        id="name" type="text" autocomplete="off" aria-label=${saving.name} maxlength=${LONGEST_NAME} .value=${name}
      />
      <button type="submit" class="button">${saving.renameDone}</button>
      ${textButton(saving.cancel, done)}
    </form>`;
  }
}

/** Whether nothing was filled in in the form of a policy. @param {Pick<Partial<Situation>, "answersByPolicy">} situation */
function isBlankForm({ answersByPolicy = {} }) {
  return Object.values(answersByPolicy).every((answers) => isEmpty(answers));
}

/**
 * @param {string} label
 * @param {() => void} action
 */
function textButton(label, action) {
  return html`<button type="button" class="text-button" @click=${action}>${label}</button>`;
}

customElements.define("wengang-situations", Situations);
