import { css, html, nothing } from "lit";
import { standIns, textsIn } from "../answers/free-text.js";
import { copyText } from "../shared/clipboard.js";
import { canDownload, download } from "../shared/download.js";
import { LocalisedElement } from "../shared/localised.js";
import { canPrint, inWeChat } from "../shared/surroundings.js";
import { base } from "../styles/base.js";
import { keptResult, miniProgram, resultAddress } from "./mini-program.js";
import { resultPicture } from "./result-picture.js";
import { resultParts, resultText } from "./result-text.js";
import { localVoice, watchVoices } from "./speech.js";
import "../shared/copy-link.js";

/** @import { PropertyValues } from "lit" */
/** @import { Description } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Evaluation } from "../answers/evaluation.js" */
/** @import { Headline } from "../answers/headline.js" */
/** @import { CopyLinkEvent } from "../shared/copy-link.js" */

/** What to do with a result: copy it, pass on a link or a picture, print it, have it read out. */
export class Keep extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    answers: { attribute: false },
    evaluation: { attribute: false },
    headline: { attribute: false },
    day: { attribute: false },
    link: { attribute: false },
    toFile: { attribute: false },
    said: { state: true },
    shown: { state: true },
    picture: { state: true },
    reading: { state: true },
  };

  static styles = [
    base,
    css`
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
        margin-top: calc(var(--step) * 0.5);
        padding: var(--step);
        border: 1px solid var(--control-line);
        border-radius: var(--radius);
        background: var(--panel);
        color: var(--ink);
        font: inherit;
        font-size: var(--small);
        resize: vertical;
      }

      img {
        display: block;
        width: 100%;
        max-width: 22.5rem;
        margin-top: var(--step);
        border: 1px solid var(--line);
      }

      label {
        display: block;
        margin-top: var(--step);
        color: var(--muted);
        font-size: var(--small);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** @type {Answers} */
    this.answers = {};
    /** @type {Evaluation | undefined} */
    this.evaluation = undefined;
    /** @type {Headline | undefined} */
    this.headline = undefined;
    this.day = "";
    /**
     * Makes the link to answers, the present ones unless others are given; empty where they are too many. Undefined where a link would lead nowhere.
     * @type {((answers?: Answers) => string) | undefined}
     */
    this.link = undefined;
    /** Gives the reader a file of what is filled in. @type {(() => void) | undefined} */
    this.toFile = undefined;
    /** The outcome of the last action. */
    this.said = "";
    /** A text to copy by hand, where the browser lets no page copy. */
    this.shown = "";
    /** The address of a picture that the reader keeps by pressing on it, where no file can be had. */
    this.picture = "";
    this.reading = false;
  }

  /** @type {(() => void) | undefined} */
  #unwatchVoices;

  connectedCallback() {
    super.connectedCallback();
    this.#unwatchVoices = watchVoices(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#unwatchVoices?.();
    if (this.reading) speechSynthesis.cancel();
  }

  /** A picture of other answers is none of these. @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has("answers") || changed.has("description") || changed.has("locale")) this.picture = "";
  }

  /** @param {string | undefined} [link] */
  #text(link) {
    const { description, answers, evaluation, headline, day, messages } = this;
    if (!description || !evaluation || !headline) return "";
    return resultText(description, answers, evaluation, headline, { day, link }, messages);
  }

  /**
   * @param {string} text
   * @param {string} done
   */
  async #copy(text, done) {
    const copied = await copyText(text);
    this.said = copied ? done : "";
    this.shown = copied ? "" : text;
    if (copied) return;
    await this.updateComplete;
    this.renderRoot.querySelector("textarea")?.select();
  }

  #draw() {
    const { description, answers, evaluation, headline, day, messages } = this;
    if (!description || !evaluation || !headline) return;
    const { keep } = messages;
    const parts = resultParts(description, answers, evaluation, headline, { day }, messages);
    const canvas = resultPicture(parts, headline);
    this.shown = "";
    this.said = canvas ? "" : keep.noPicture;
    if (!canvas) return;
    if (canDownload()) {
      canvas.toBlob((content) => content && download(`${description.title} ${day}.png`, "image/png", content));
      this.said = keep.pictureSaved;
    } else {
      this.picture = canvas.toDataURL("image/png");
      this.said = keep.pressPicture;
    }
  }

  /** @param {string} link */
  #copyLink(link) {
    const { keep } = this.messages;
    if (link) return this.#copy(link, keep.linkCopied);
    this.shown = "";
    this.said = keep.tooMuchForLink;
  }

  /** In the mini-program, which keeps what pages in its web view cannot: shown there at once, or found there afterwards. */
  #handOver() {
    const { description, evaluation, day, locale, messages } = this;
    if (!description || !evaluation) return;
    const result = keptResult(description, evaluation, { day, locale });
    const url = resultAddress(result);
    const { keep } = messages;
    miniProgram()?.postMessage({ data: { wengang: result } });
    if (url) miniProgram()?.navigateTo({ url });
    this.shown = "";
    this.said = url ? "" : keep.handedOver;
  }

  #read() {
    if (this.reading) {
      speechSynthesis.cancel();
      this.reading = false;
      return;
    }
    const { evaluation, headline, messages } = this;
    if (!evaluation || !headline) return;
    const { judgement, outcome, remark } = headline;
    const amount = outcome
      ? `${outcome.label} ${messages.result.measure(outcome.figure.replace(/,/g, ""), outcome.unit)}`
      : "";
    const conditions = evaluation.assessment.conditions.map(({ label, explanation }) => `${label}：${explanation}`);
    const voice = localVoice(this.locale);
    if (!voice) return;
    const speech = new SpeechSynthesisUtterance([judgement, amount, remark, ...conditions].filter(Boolean).join("。"));
    speech.voice = voice;
    speech.lang = voice.lang;
    speech.rate = 0.9;
    speech.onend = () => {
      this.reading = false;
    };
    speech.onerror = speech.onend;
    this.reading = true;
    speechSynthesis.speak(speech);
  }

  render() {
    const { description, evaluation, link, messages } = this;
    if (!description || !evaluation) return nothing;
    const { keep } = messages;
    return html`
      <section class="screen-only" aria-labelledby="heading">
        <h3 id="heading">${keep.heading}</h3>
        <div class="actions">
          ${miniProgram() ? button(keep.inMiniProgram, () => this.#handOver()) : nothing}
          ${button(keep.copy, () => this.#copy(this.#text(link?.()), keep.copied))}
          ${link ? this.#linkButton(description, link) : nothing}
          ${canPrint ? button(keep.print, () => print()) : nothing}
          ${button(keep.picture, () => this.#draw())}
          ${this.toFile && canDownload() ? button(messages.situationFile.save, this.toFile) : nothing}
          ${localVoice(this.locale) ? button(this.reading ? keep.stopReading : keep.read, () => this.#read()) : nothing}
        </div>
        <p class="said" role="status">${this.said}</p>
        ${this.picture ? html`<img src=${this.picture} alt=${this.#text()} />` : nothing}
        ${inWeChat && !miniProgram() ? html`<p class="small muted">${keep.inWeChat}</p>` : nothing}
        ${
          this.shown
            ? html`<label for="shown">${keep.copyByHand}</label>
                <textarea id="shown" readonly rows="6" .value=${this.shown}></textarea>`
            : nothing
        }
      </section>
    `;
  }

  /**
   * @param {Description} description
   * @param {(answers?: Answers) => string} link
   */
  #linkButton(description, link) {
    const withoutTexts = standIns(description);
    return html`<wengang-copy-link
      .texts=${textsIn(description, this.answers)}
      .link=${(/** @type {boolean} */ withTexts) => link(withTexts ? this.answers : withoutTexts(this.answers))}
      .locale=${this.locale}
      @wengang-copy-link=${(/** @type {CopyLinkEvent} */ { detail }) => this.#copyLink(detail.link)}
    ></wengang-copy-link>`;
  }
}

/**
 * @param {string} label
 * @param {() => void} action
 */
function button(label, action) {
  return html`<button type="button" class="button" @click=${action}>${label}</button>`;
}

customElements.define("wengang-keep", Keep);
