import { css, html, nothing } from "lit";
import { fragmentOf } from "../shared/address.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import "./checklist.js";
import "./contact-list.js";
import "./deadline-list.js";
import "./procedure.js";
import "./what-if.js";

/** @import { TemplateResult } from "lit" */
/** @import { Description } from "wengang" */
/** @import { Evaluation } from "../answers/evaluation.js" */

/** What comes after the result: how it would change, by when and how to apply, what to check, whom to ask. */
export class NextSteps extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    evaluation: { attribute: false },
    started: { attribute: false },
    today: { attribute: false },
    alone: { attribute: false },
  };

  static styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }

      .parts {
        columns: 26rem 2;
        column-gap: calc(var(--step) * 6);
      }

      .part {
        display: block;
        break-inside: avoid;
        padding-bottom: calc(var(--step) * 4);
      }

      h3 {
        padding-bottom: var(--step);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Evaluation | undefined} */
    this.evaluation = undefined;
    /** Whether anything has been filled in. */
    this.started = false;
    /** The day from which days are counted. */
    this.today = "";
    /** Whether it stands on a page that has no rule pages to link to. */
    this.alone = false;
  }

  render() {
    const { description, evaluation, started, locale, today, messages } = this;
    if (!description || !evaluation) return nothing;
    const { result, answer, rules } = messages;
    const { checklist, contacts, procedure, apply } = description;
    return html`<div class="parts">
      ${
        started
          ? html`<wengang-what-if
              class="part" .description=${description} .evaluation=${evaluation} .today=${today} .locale=${locale}
            ></wengang-what-if>`
          : nothing
      }
      ${
        started && !this.alone
          ? html`<p class="part">
              <a class="text-button" href=${fragmentOf({ view: "reconciliation", policy: description.id })}>${answer.reconcile}</a>
            </p>`
          : nothing
      }
      ${part(
        result.deadlines,
        evaluation.assessment.deadlines,
        () => html`<wengang-deadline-list
          .description=${description} .evaluation=${evaluation} .today=${today} .locale=${locale}
        ></wengang-deadline-list>`,
      )}
      ${part(
        answer.checklist,
        started ? checklist : [],
        () => html`<wengang-checklist
          .description=${description} .evaluation=${evaluation} .locale=${locale}
        ></wengang-checklist>`,
      )}
      ${part(
        rules.procedure,
        apply ? [...procedure, apply] : procedure,
        () => html`<wengang-procedure
          .description=${description} .assessment=${started ? evaluation.assessment : undefined} .today=${today}
          .alone=${this.alone} .locale=${locale}
        ></wengang-procedure>`,
      )}
      ${part(
        answer.contacts,
        contacts,
        () => html`<wengang-contact-list .contacts=${contacts} .locale=${locale}></wengang-contact-list>`,
      )}
    </div>`;
  }
}

/**
 * A part under its heading, where there is anything to say.
 * @param {string} heading
 * @param {unknown[]} items
 * @param {() => TemplateResult} content
 */
function part(heading, items, content) {
  return items.length > 0 ? html`<section class="part"><h3>${heading}</h3>${content()}</section>` : nothing;
}

customElements.define("wengang-next-steps", NextSteps);
