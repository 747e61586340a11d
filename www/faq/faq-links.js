import { css, html, nothing } from "lit";
import { fragmentOf } from "../shared/address.js";
import { Awaiting } from "../shared/awaited.js";
import { LocalisedElement } from "../shared/localised.js";
import { NATIONWIDE } from "../shared/nationwide.js";
import { base } from "../styles/base.js";
import { areaOf, questionsAt } from "./answering.js";
import { allQuestions, inWords, questionCalled } from "./questions.js";

/** @import { Description } from "wengang" */
/** @import { Answering } from "./answering.js" */

/**
 * Leads from an item of a policy to the questions that it answers, for the region of the policy. Stands in the page alone: embeds and
 * handouts of one policy have no such pages, and do not define it.
 */
export class FaqLinks extends LocalisedElement {
  static properties = { description: { attribute: false }, list: { attribute: false }, of: { attribute: false } };

  static styles = [
    base,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        column-gap: calc(var(--step) * 2);
      }

      a.text-button {
        justify-content: start;
        color: var(--muted);
        font-size: var(--small);
        text-align: start;
        text-decoration-color: var(--line);
      }

      a.text-button:hover {
        color: var(--accent);
        text-decoration-color: currentColor;
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    // The questions come with their part, after the element.
    new Awaiting(this);
    /** @type {Description | undefined} */
    this.description = undefined;
    /** The list that the item is in, as `describe` calls it. @type {Answering["list"]} */
    this.list = "inputs";
    /** The id of the item, or its code. */
    this.of = "";
  }

  render() {
    const { description, list, of, locale } = this;
    if (!description || allQuestions().length === 0) return nothing;
    const questions = questionsAt(description, list, of).flatMap((id) => questionCalled(id) ?? []);
    if (questions.length === 0) return nothing;
    const area = areaOf(description);
    const scope = area === NATIONWIDE ? {} : { region: area };
    return html`<ul lang=${locale}>
      ${questions.map(
        ({ id, title }) =>
          html`<li><a class="text-button" href=${fragmentOf({ view: "faq", question: id, scope })}>${inWords(title, locale)}</a></li>`,
      )}
    </ul>`;
  }
}

customElements.define("wengang-faq-links", FaqLinks);
