import { css, html, nothing } from "lit";
import { calendarDays, downloadCalendar } from "../next-steps/calendar.js";
import { copyText } from "../shared/clipboard.js";
import { canDownload } from "../shared/download.js";
import { LocalisedElement } from "../shared/localised.js";
import { Printing } from "../shared/printing.js";
import { canPrint } from "../shared/surroundings.js";
import { base } from "../styles/base.js";
import { deadlinesAhead } from "./findings.js";
import { profileText } from "./profile-text.js";
import "../keeping/qr-code.js";

/** @import { Findings } from "./findings.js" */

/** What to do with what a profile comes to: copy it, pass on a link, print it. */
export class ProfileKeep extends LocalisedElement {
  static properties = {
    findings: { attribute: false },
    about: { attribute: false },
    answered: { attribute: false },
    day: { attribute: false },
    link: { attribute: false },
    said: { state: true },
    shown: { state: true },
  };

  static styles = [
    base,
    css`
      section {
        margin-top: calc(var(--step) * 4);
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: calc(var(--step) * 1.5);
        margin-top: var(--step);
      }

      .said {
        min-height: calc(var(--text) * var(--leading));
        margin-top: var(--step);
        color: var(--muted);
        font-size: var(--small);
      }

      textarea {
        width: 100%;
        min-height: calc(var(--target) * 2);
        padding: var(--step);
        border: 1px solid var(--control-line);
        border-radius: var(--radius);
        background: var(--panel);
        color: var(--ink);
        font: inherit;
        font-size: var(--small);
      }

      label {
        display: block;
        color: var(--muted);
        font-size: var(--small);
      }

      .printed {
        margin-top: 6mm;
        padding-top: 3mm;
        border-top: 1px solid var(--line);
        break-inside: avoid;
      }

      .printed wengang-qr-code {
        width: 30mm;
      }
    `,
  ];

  #printing = new Printing(this);

  constructor() {
    super();
    /** @type {Findings | undefined} */
    this.findings = undefined;
    /** Who asks, where and when. */
    this.about = "";
    /** What was answered, a line each. @type {string[]} */
    this.answered = [];
    this.day = "";
    /** Makes the link to the present profile, empty where there is too much for one; undefined where it would lead nowhere. @type {(() => string) | undefined} */
    this.link = undefined;
    /** The outcome of the last action. */
    this.said = "";
    /** A text to copy by hand, where the browser lets no page copy. */
    this.shown = "";
  }

  get #text() {
    const { findings, about, answered, day, link, messages } = this;
    return findings ? profileText(findings, { about, answered, day, link: link?.() }, messages) : "";
  }

  /** The deadlines of all that can still be had. */
  get #days() {
    const { findings, day, messages } = this;
    if (!findings) return [];
    const { eligible, open, undetermined } = findings.outcomes;
    return [...eligible, ...open, ...undetermined].flatMap(({ description, evaluation }) =>
      calendarDays(description, deadlinesAhead(evaluation, day), messages),
    );
  }

  /**
   * @param {string} text
   * @param {string} done
   */
  async #copy(text, done) {
    if (text === "") {
      this.shown = "";
      this.said = this.messages.keep.tooMuchForLink;
      return;
    }
    const copied = await copyText(text);
    this.said = copied ? done : "";
    this.shown = copied ? "" : text;
    if (copied) return;
    await this.updateComplete;
    this.renderRoot.querySelector("textarea")?.select();
  }

  render() {
    const { link, day, about, messages } = this;
    const { keep, answer } = messages;
    const days = this.#days;
    return html`
      <section class="screen-only" aria-labelledby="heading">
        <h3 id="heading">${keep.heading}</h3>
        <div class="actions">
          ${button(keep.copy, () => this.#copy(this.#text, keep.copied))}
          ${link ? button(keep.copyLink, () => this.#copy(link(), keep.linkCopied)) : nothing}
          ${canPrint ? button(keep.print, () => print()) : nothing}
          ${days.length > 0 && canDownload() ? button(answer.addAllToCalendar, () => downloadCalendar(about, days)) : nothing}
        </div>
        <p class="said" role="status">${this.said}</p>
        ${
          this.shown
            ? html`<label for="shown">${keep.copyByHand}</label>
                <textarea id="shown" readonly rows="6" .value=${this.shown}></textarea>`
            : nothing
        }
      </section>
      <div class="print-only printed">
        ${
          link && this.#printing.now
            ? html`<wengang-qr-code .text=${link()} .label=${keep.qrCode}></wengang-qr-code>`
            : nothing
        }
        <p>${messages.result.printedOn(day)}</p>
      </div>
    `;
  }
}

/**
 * @param {string} label
 * @param {() => void} action
 */
function button(label, action) {
  return html`<button type="button" class="button" @click=${action}>${label}</button>`;
}

customElements.define("wengang-profile-keep", ProfileKeep);
