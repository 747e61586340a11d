import { css, html, nothing } from "lit";
import { describe } from "wengang";
import { fragmentOf } from "../shared/address.js";
import { appliesIn, distanceFrom, entriesOf, regionsOf } from "../shared/catalogue.js";
import { EngineElement } from "../shared/engine-element.js";
import { NATIONWIDE } from "../shared/nationwide.js";
import { canPrint } from "../shared/surroundings.js";
import { worded } from "../shared/worded.js";
import { control } from "../styles/control.js";
import { fields } from "../styles/fields.js";
import { task } from "../styles/task.js";
import { view } from "../styles/view.js";
import { answering, saysIt } from "./answering.js";
import { groupsOfQuestions, inWords, questionCalled } from "./questions.js";
import "../next-steps/contact-list.js";
import "./faq-answer.js";

/** @import { PropertyValues } from "lit" */
/** @import { Description } from "wengang" */
/** @import { Entry } from "../shared/catalogue.js" */
/** @import { Question } from "./questions.js" */

/**
 * The questions that many ask: all of them, or one, with what the policies of a place say to it, or that they do not say it.
 *
 * Properties: `question` (its id; all of them without it), `region` (the Chinese name of the place), `usual` (the place to begin
 * with where none is chosen), `locale`, `today`. Event: `wengang-region` with `{ region }` where another place is chosen.
 */
export class Faq extends EngineElement {
  static properties = { question: { attribute: false }, region: { attribute: false }, usual: { attribute: false } };

  static styles = [
    view,
    control,
    fields,
    task,
    css`
      .groups {
        columns: 26rem 2;
        column-gap: calc(var(--step) * 6);
        margin-top: calc(var(--step) * 3);
      }

      .groups .group {
        margin-top: 0;
        padding-bottom: calc(var(--step) * 3);
        break-inside: avoid;
      }

      .group h3 {
        padding-bottom: var(--step);
      }

      .group li {
        border-top: 1px solid var(--line);
      }

      .group a {
        display: flex;
        justify-content: space-between;
        align-items: center;
        column-gap: calc(var(--step) * 2);
        min-height: var(--target);
        padding-block: calc(var(--step) * 0.75);
        text-decoration: none;
      }

      .group a:hover > :first-child {
        text-decoration: underline;
      }

      .count {
        flex: none;
        color: var(--muted);
        font-size: var(--small);
      }

      .place {
        max-width: 24rem;
        margin-top: calc(var(--step) * 2.5);
      }

      section {
        max-width: 50rem;
        margin-top: calc(var(--step) * 4);
      }

      .policy {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: calc(var(--step) * 2);
        padding-bottom: var(--step);
      }

      .policy a,
      .back a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }

      .ask {
        margin-top: calc(var(--step) * 2);
      }

      .silent {
        padding: calc(var(--step) * 2) calc(var(--step) * 2.5);
        border-inline-start: 4px solid var(--caution);
        border-radius: var(--radius);
        background: var(--panel);
      }

      table {
        width: 100%;
        margin-top: var(--step);
        border-collapse: collapse;
      }

      th,
      td {
        padding: 0 calc(var(--step) * 2) 0 0;
        border-bottom: 1px solid var(--line);
        text-align: start;
        font-weight: 400;
      }

      thead th {
        color: var(--muted);
        font-size: var(--small);
      }

      td a {
        display: inline-flex;
        align-items: center;
        min-width: var(--target);
        min-height: var(--target);
      }

      .none {
        color: var(--muted);
      }

      @media print {
        .groups {
          columns: auto;
        }

        section {
          max-width: none;
          margin-top: 5mm;
        }

        a {
          color: inherit;
          text-decoration: none;
        }
      }
    `,
  ];

  /** @type {Entry[]} */
  #entries = [];

  constructor() {
    super();
    /** @type {string | undefined} */
    this.question = undefined;
    /** @type {string | undefined} */
    this.region = undefined;
    /** @type {string | undefined} */
    this.usual = undefined;
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if (this.engine !== "ready") return;
    if (changed.has("engine") || changed.has("locale") || changed.has("today")) this.#entries = entriesOf(this.options);
  }

  get #asked() {
    return this.question === undefined ? undefined : questionCalled(this.question);
  }

  get #place() {
    return this.region ?? (this.usual === NATIONWIDE ? undefined : this.usual);
  }

  get needs() {
    const question = this.#asked;
    if (!question) return [];
    const entries = this.#about(question, entriesOf(this.options));
    return [...this.#ofPlace(entries), ...this.#nationwide(question, entries)].map(({ policy }) => policy.id);
  }

  /** The policies that a question is about. @param {Question} question @param {Entry[]} [entries] */
  #about({ schemes }, entries = this.#entries) {
    return entries.filter(({ policy }) => schemes.includes(policy.scheme));
  }

  /** Those of the place, the nearest and latest first, without those of the whole country. @param {Entry[]} entries */
  #ofPlace(entries) {
    const place = this.#place;
    if (place === undefined) return [];
    const own = entries.filter((entry) => entry.area !== NATIONWIDE && appliesIn(entry, place));
    const distance = (/** @type {Entry} */ entry) => distanceFrom(entry, place) ?? 0;
    return own.sort((one, other) => distance(one) - distance(other) || latest(one, other));
  }

  /** The latest of the whole country that answers it. @param {Question} question @param {Entry[]} entries */
  #nationwide({ policies }, entries) {
    const own = entries.filter(({ area, policy }) => area === NATIONWIDE && policies.includes(policy.id));
    return own.sort(latest).slice(0, 1);
  }

  render() {
    if (this.engine !== "ready") return super.render();
    const { question, messages, locale } = this;
    if (question === undefined) return html`<div lang=${locale}>${this.#all()}</div>`;
    const asked = this.#asked;
    if (!asked) return html`<p role="alert">${messages.faq.unknown}</p>${this.#back()}`;
    return html`<div lang=${locale}>${this.#one(asked)}</div>`;
  }

  #all() {
    const { faq } = this.messages;
    const groups = groupsOfQuestions();
    return html`
      <h2>${faq.heading}</h2>
      <p class="lead">${groups.length > 0 ? faq.lead : faq.noQuestions}</p>
      <div class="groups">
        ${groups.map(
          ({ title, questions }) => html`<section class="group">
            <h3>${inWords(title, this.locale)}</h3>
            <ul>${questions.map((question) => this.#line(question))}</ul>
          </section>`,
        )}
      </div>
    `;
  }

  /** @param {Question} question */
  #line(question) {
    const { faq } = this.messages;
    const { id, title, policies } = question;
    const areas = new Set(
      this.#about(question).flatMap(({ area, policy }) => (policies.includes(policy.id) ? [area] : [])),
    );
    areas.delete(NATIONWIDE);
    return html`<li>
      <a href=${this.#address(id, this.region)}
        ><span>${inWords(title, this.locale)}</span> <span class="count">${faq.places(areas.size)}</span></a
      >
    </li>`;
  }

  /** @param {string} question @param {string | undefined} region */
  #address(question, region) {
    return fragmentOf({ view: "faq", question, scope: region === undefined ? {} : { region } });
  }

  #back() {
    return html`<p class="back screen-only"><a href=${fragmentOf({ view: "faq" })}>${this.messages.faq.back}</a></p>`;
  }

  /** @param {Question} question */
  #one(question) {
    const { messages, locale } = this;
    const { faq, keep } = messages;
    const entries = this.#about(question);
    const own = this.#ofPlace([...entries]).map(({ policy }) => describe(policy.id, this.options));
    const general = this.#nationwide(question, [...entries]).map(({ policy }) => describe(policy.id, this.options));
    return html`
      ${this.#back()}
      <h2>${inWords(question.title, locale)}</h2>
      ${this.#choice(entries)}
      ${own.map((description) => this.#answer(question, description))}
      ${this.#place !== undefined && own.length === 0 ? this.#notHere() : nothing}
      ${general.map(
        (description) => html`<section aria-labelledby="general">
          <h3 id="general">${faq.general}</h3>
          <p class="policy">${this.#title(description)}</p>
          <wengang-faq-answer .question=${question.id} .description=${description} .locale=${locale}></wengang-faq-answer>
        </section>`,
      )}
      ${this.#whomToAsk(question, own, general)} ${this.#onward(question, [...own, ...general])}
      ${this.#elsewhere(question, entries)}
      <p class="actions screen-only">
        ${canPrint ? html`<button type="button" class="button" @click=${() => print()}>${keep.print}</button>` : nothing}
      </p>
      <p class="print-only">${messages.page.title} · ${faq.asOf(this.day)}</p>
      <p class="print-only">${messages.page.disclaimer}</p>
    `;
  }

  /** Regions that have a policy, and the one that is looked at where it has none. @param {Entry[]} entries */
  #choice(entries) {
    const { faq } = this.messages;
    const place = this.#place;
    const known = regionsOf(entries, this.locale).filter(([area]) => area !== NATIONWIDE);
    const regions = place === undefined || known.some(([area]) => area === place) ? known : [...known, [place, place]];
    return html`<p class="place field screen-only">
      <label for="place">${faq.place}</label>
      <select
        id="place"
        .value=${place ?? ""}
        @change=${(/** @type {Event} */ event) => {
          this.region = /** @type {HTMLSelectElement} */ (event.target).value || undefined;
          this.tell("wengang-region", { region: this.region });
        }}
      >
        <option value="" ?selected=${place === undefined}>${faq.choosePlace}</option>
        ${regions.map(([area, name]) => html`<option value=${area ?? ""} ?selected=${area === place}>${name}</option>`)}
      </select>
    </p>`;
  }

  /** @param {Question} question @param {Description} description */
  #answer(question, description) {
    return html`<section aria-labelledby=${description.id}>
      <h3 id=${description.id} class="policy">${this.#title(description)}</h3>
      <wengang-faq-answer .question=${question.id} .description=${description} .locale=${this.locale}></wengang-faq-answer>
    </section>`;
  }

  /** @param {Description} description */
  #title({ id, title, status }) {
    const { badge } = this.messages.policy;
    return html`<a href=${fragmentOf({ view: "policy", policy: id })}>${worded(title, this.locale)}</a>
      ${status === "expired" ? html`<span class="tag muted">${badge.expired}</span>` : nothing}`;
  }

  #notHere() {
    const { faq } = this.messages;
    const place = this.#place ?? "";
    return html`<section class="silent"><p>${faq.notHere(this.#nameOf(place))}</p></section>`;
  }

  /** @param {string} area */
  #nameOf(area) {
    return regionsOf(this.#entries, this.locale).find(([own]) => own === area)?.[1] ?? area;
  }

  /** Where the place does not say it, and in any case what remains. @param {Question} question @param {Description[]} own @param {Description[]} general */
  #whomToAsk(question, own, general) {
    const { faq } = this.messages;
    const isSaid = own.some((description) => saysIt(answering(description, question.id)));
    // Those of the place come first, and one number stands once.
    const all = [...own, ...general].flatMap(({ contacts }) => contacts);
    const contacts = all.filter(({ phone }, index) => all.findIndex((one) => one.phone === phone) === index);
    return html`<section aria-labelledby="ask">
      <h3 id="ask">${faq.ask}</h3>
      <p class="muted">${isSaid ? faq.askForMore : faq.askInstead}</p>
      <div class="ask">
        ${
          contacts.length > 0
            ? html`<wengang-contact-list .contacts=${contacts} .locale=${this.locale}></wengang-contact-list>`
            : html`<p>${faq.hotline}</p>`
        }
      </div>
    </section>`;
  }

  /** What goes on from the answer. @param {Question} question @param {Description[]} policies */
  #onward({ view, policy }, policies) {
    const { faq } = this.messages;
    const fit = policies.filter(({ scheme }) => scheme === "stabilisation-refund" || policies.length === 1);
    const [first] = view === "year" ? fit.filter(({ inputs }) => inputs.some(({ months }) => months)) : fit;
    const worksOut =
      policy === undefined ? undefined : this.#entries.find((entry) => entry.policy.id === policy)?.policy;
    if (!(view && first) && !worksOut) return nothing;
    return html`<section class="screen-only" aria-labelledby="onward">
      <h3 id="onward">${faq.onward}</h3>
      <p class="actions">
        ${
          view && first
            ? html`<a class="text-button" href=${fragmentOf({ view: view === "year" ? "year" : "reconciliation", policy: first.id })}
                >${faq.views[view](first.title)}</a
              >`
            : nothing
        }
        ${
          worksOut
            ? html`<a class="text-button" href=${fragmentOf({ view: "policy", policy: worksOut.id })}>${faq.workOut(worksOut.title)}</a>`
            : nothing
        }
      </p>
    </section>`;
  }

  /** Whether the other places say it. @param {Question} question @param {Entry[]} entries */
  #elsewhere({ id, policies, open }, entries) {
    const { faq } = this.messages;
    const regions = regionsOf(entries, this.locale).filter(([area]) => area !== NATIONWIDE && area !== this.#place);
    if (regions.length === 0) return nothing;
    const among = (/** @type {string[]} */ ids, /** @type {string} */ area) =>
      entries.filter((entry) => entry.area === area && ids.includes(entry.policy.id)).sort(latest);
    return html`<section class="screen-only" aria-labelledby="elsewhere">
      <h3 id="elsewhere">${faq.elsewhere}</h3>
      <table>
        <thead>
          <tr><th scope="col">${faq.place}</th><th scope="col">${faq.whatItSays}</th></tr>
        </thead>
        <tbody>
          ${regions.map(([area, name]) => {
            const years = among(policies, area).map(({ policy }) => policy.claimYear);
            const says = faq.says([...new Set(years)].filter(Boolean).join(this.messages.listSeparator));
            const answer = years.length > 0 ? says : among(open, area).length > 0 ? faq.open : "";
            return html`<tr>
              <th scope="row">${worded(name, this.locale)}</th>
              <td>
                ${
                  answer
                    ? html`<a href=${this.#address(id, area)}>${answer}</a>`
                    : html`<span class="none">${faq.saysNothingThere}</span>`
                }
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
    </section>`;
  }
}

/** @param {Entry} one @param {Entry} other */
function latest(one, other) {
  return (other.policy.claimYear ?? 0) - (one.policy.claimYear ?? 0);
}

customElements.define("wengang-faq", Faq);
