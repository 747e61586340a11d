import { css, html, nothing } from "lit";
import { dateText, daysBetween } from "../answers/date-text.js";
import { canDownload } from "../shared/download.js";
import { LocalisedElement } from "../shared/localised.js";
import { worded } from "../shared/worded.js";
import { base } from "../styles/base.js";
import { calendarDays, downloadCalendar } from "./calendar.js";
import "../shared/source-reference.js";

/** @import { Assessment, Description } from "wengang" */
/** @import { Evaluation } from "../answers/evaluation.js" */

/** @typedef {Assessment["deadlines"][number]} Deadline */

/** By when something has to be done: the day, how far off it is, how it is counted, and a way into the reader's own calendar. */
export class DeadlineList extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    evaluation: { attribute: false },
    today: { attribute: false },
  };

  static styles = [
    base,
    css`
      li {
        padding-block: calc(var(--step) * 1.5);
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      h4 {
        font-size: var(--text);
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: calc(var(--step) * 2);
      }

      time {
        font-size: var(--large);
        font-weight: 600;
      }

      .near {
        color: var(--caution);
      }

      .text-button {
        margin-inline-start: auto;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Evaluation | undefined} */
    this.evaluation = undefined;
    this.today = "";
  }

  render() {
    const deadlines = this.evaluation?.assessment.deadlines ?? [];
    const ahead = deadlines.filter(({ date }) => date >= this.today);
    return html`
      <ul>${deadlines.map((deadline) => this.#deadline(deadline))}</ul>
      ${
        ahead.length > 1 && canDownload()
          ? html`<button type="button" class="button" @click=${() => this.#addToCalendar(ahead)}>
              ${this.messages.answer.addAllToCalendar}
            </button>`
          : nothing
      }
    `;
  }

  /** @param {Deadline} deadline */
  #deadline(deadline) {
    const { id, label, date } = deadline;
    const { answer } = this.messages;
    const rule = this.description?.deadlines.find((one) => one.id === id);
    const days = daysBetween(this.today, date);
    const tone = days < 0 ? "muted" : days <= 7 ? "near" : "";
    return html`<li>
      <h4>${worded(label, this.locale)}</h4>
      <div class="line">
        <time class="number" datetime=${date}>${dateText(date, this.locale)}</time>
        <span class=${tone}>${answer.daysLeft(days)}</span>
        ${
          days >= 0 && canDownload()
            ? html`<button
                type="button"
                class="text-button"
                aria-label=${answer.addToCalendarThe(label)}
                @click=${() => this.#addToCalendar([deadline])}
              >${answer.addToCalendar}</button>`
            : nothing
        }
      </div>
      ${
        rule
          ? html`<p class="muted small">
              ${answer.rule(rule.formula)}
              <wengang-source
                .description=${this.description} .source=${rule.source} .locale=${this.locale}
              ></wengang-source>
            </p>`
          : nothing
      }
    </li>`;
  }

  /** @param {Deadline[]} deadlines at least one */
  #addToCalendar(deadlines) {
    if (!this.description) return;
    const days = calendarDays(this.description, deadlines, this.messages);
    const [first] = days;
    downloadCalendar(days.length === 1 && first ? `${first.title} ${first.date}` : this.description.title, days);
  }
}

customElements.define("wengang-deadline-list", DeadlineList);
