import { css, html, nothing } from "lit";
import { locate, nameOf, placesOfChina } from "../finder/places.js";
import { plain } from "../finder/plain-text.js";
import { fragmentOf } from "../shared/address.js";
import { Awaiting } from "../shared/awaited.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import { allQuestions, inWords } from "./questions.js";

/** @import { Question } from "./questions.js" */

/** More would push the policies out of sight. */
const MOST = 4;

/** What is asked about everything says nothing about what is looked for. */
const FILLERS =
  /怎么办|怎么|怎样|如何|多少|哪些|什么|可以|能不能|能|吗|呢|的|了|失业保险|稳岗返还|稳岗补贴|稳岗|返还|补贴/g;

/** The common questions that have what is typed in the finder in them. */
export class FaqFound extends LocalisedElement {
  static properties = { text: { attribute: false }, region: { attribute: false } };

  static styles = [
    base,
    css`
      nav {
        margin-block: calc(var(--step) * 2);
        padding: calc(var(--step) * 1.5) calc(var(--step) * 2.5);
        border-inline-start: 4px solid var(--accent);
        border-radius: var(--radius);
        background: var(--panel);
      }

      h3 {
        font-size: var(--text);
      }

      a {
        justify-content: start;
        text-align: start;
      }
    `,
  ];

  constructor() {
    super();
    // The questions come with their part, after the element.
    new Awaiting(this);
    /** As it is typed. @type {string | undefined} */
    this.text = undefined;
    /** The Chinese name of the region that is chosen beside it. @type {string | undefined} */
    this.region = undefined;
  }

  render() {
    const { messages, locale } = this;
    const { words, region } = this.#query;
    const found = questionsWith(words).slice(0, MOST);
    if (found.length === 0) return nothing;
    const scope = region ? { region } : {};
    return html`<nav lang=${locale} aria-labelledby="heading">
      <h3 id="heading">${messages.faq.found}</h3>
      <ul>
        ${found.map(
          ({ id, title }) =>
            html`<li><a class="text-button" href=${fragmentOf({ view: "faq", question: id, scope })}>${inWords(title, locale)}</a></li>`,
        )}
      </ul>
    </nav>`;
  }

  /** What is typed, without the place that it names. */
  get #query() {
    const text = plain(this.text ?? "").trim();
    if (placesOfChina().length === 0) return { words: wordsOf(text), region: this.region };
    const { places, rest } = locate(text);
    const [place] = places;
    return { words: wordsOf(rest), region: place ? nameOf(place, "zh-CN") : this.region };
  }
}

/** @param {string} text */
function wordsOf(text) {
  const left = text
    .replace(/20\d\d年?/g, " ")
    .replace(FILLERS, " ")
    .trim();
  return left.split(/\s+/).filter(Boolean);
}

/**
 * Those in which all words stand: in one of its names before in several of them.
 * @param {string[]} words
 * @returns {Question[]}
 */
function questionsWith(words) {
  if (words.length === 0) return [];
  const has = (/** @type {string} */ text) => words.every((word) => text.includes(word));
  const ranked = allQuestions().flatMap((question) => {
    const names = [question.title.zh, question.title.en, ...question.also].map(plain);
    const rank = names.findIndex(has);
    if (rank >= 0) return [{ question, rank }];
    // Somebody may have typed more than a name: “公司有欠费”.
    const said = names.some((name) => name.length > 1 && words.some((word) => word.includes(name)));
    return said || has(names.join("\n")) ? [{ question, rank: names.length }] : [];
  });
  return ranked.sort((one, other) => Math.min(one.rank, 2) - Math.min(other.rank, 2)).map(({ question }) => question);
}

customElements.define("wengang-faq-found", FaqFound);
