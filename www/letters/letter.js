import { css, html, nothing } from "lit";
import { copyText } from "../shared/clipboard.js";
import { canDownload, download } from "../shared/download.js";
import { LocalisedElement } from "../shared/localised.js";
import { canPrint } from "../shared/surroundings.js";
import { base } from "../styles/base.js";
import { control } from "../styles/control.js";
import { disclosure } from "../styles/disclosure.js";
import { fields } from "../styles/fields.js";
import { DOCX, docxOf } from "./docx.js";
import { LETTERS, letterText } from "./letter-text.js";

/** @import { Account, Description } from "wengang" */
/** @import { Kind, Writer } from "./letter-text.js" */

const WRITER = /** @type {const} */ (["firm", "code", "person", "phone"]);

/**
 * A letter to the authority, filled from what is known, to be changed, copied, printed or saved for Word. Nothing of it is kept.
 *
 * Events: `wengang-print-letter` with `{ text }` where it is to be printed.
 */
export class Letter extends LocalisedElement {
  static properties = {
    description: { attribute: false },
    own: { attribute: false },
    way: { attribute: false },
    applicant: { attribute: false },
    day: { attribute: false },
    kind: { state: true },
    writer: { state: true },
    texts: { state: true },
    said: { state: true },
  };

  static styles = [
    base,
    control,
    disclosure,
    fields,
    css`
      textarea {
        min-height: 22rem;
        padding-block: var(--step);
        line-height: var(--leading);
        resize: vertical;
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--step) calc(var(--step) * 2);
        margin-top: calc(var(--step) * 1.5);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Description | undefined} */
    this.description = undefined;
    /** With the answers as they were given. @type {Account | undefined} */
    this.own = undefined;
    /** The way that explains what is shown. @type {Account | undefined} */
    this.way = undefined;
    this.applicant = "";
    this.day = "";
    /** @type {Kind} */
    this.kind = "review";
    /** @type {Partial<Writer>} */
    this.writer = {};
    /** What the reader has made of each; it stays until it is to be written anew. @type {Partial<Record<Kind, string>>} */
    this.texts = {};
    this.said = "";
  }

  get #letter() {
    const { description, own, way, kind, writer, applicant, day } = this;
    const changed = this.texts[kind];
    if (changed !== undefined || !description || !own) return changed ?? "";
    const { firm = applicant, code = "", person = "", phone = "" } = writer;
    return letterText(kind, { description, own, way, writer: { firm, code, person, phone }, day });
  }

  async #copy() {
    const copied = await copyText(this.#letter);
    this.said = copied ? this.messages.letter.copied : this.messages.letter.copyByHand;
    if (!copied) this.renderRoot.querySelector("textarea")?.select();
  }

  #save() {
    const [heading = ""] = this.#letter.split("\n");
    download(`${heading}.docx`, DOCX, new Blob([docxOf(this.#letter)]));
  }

  render() {
    const { messages, kind, writer, said, applicant } = this;
    const { letter } = messages;
    return html`<details>
      <summary>${letter.heading}</summary>
      <p class="small muted">${letter.help}</p>
      <div class="field-grid">
        <div class="field">
          <label for="kind">${letter.kind}</label>
          <select
            id="kind"
            @change=${(/** @type {Event} */ { target }) => {
              this.kind = /** @type {Kind} */ (/** @type {HTMLSelectElement} */ (target).value);
            }}
          >
            ${LETTERS.map((one) => html`<option value=${one} ?selected=${one === kind}>${letter.kinds[one]}</option>`)}
          </select>
        </div>
        ${WRITER.map(
          (field) => html`<div class="field">
            <label for=${field}>${letter.writer[field]}</label>
            <input
              id=${field} type="text" autocomplete="off" .value=${writer[field] ?? (field === "firm" ? applicant : "")}
              @input=${(/** @type {Event} */ { target }) => {
                this.writer = { ...writer, [field]: /** @type {HTMLInputElement} */ (target).value };
              }}
            />
          </div>`,
        )}
      </div>
      <div class="field">
        <label for="text">${letter.text}</label>
        <textarea
          id="text" lang="zh-CN" .value=${this.#letter}
          @input=${(/** @type {Event} */ { target }) => {
            this.texts = { ...this.texts, [kind]: /** @type {HTMLTextAreaElement} */ (target).value };
          }}
        ></textarea>
      </div>
      <p class="actions">
        ${
          this.texts[kind] === undefined
            ? nothing
            : html`<button type="button" class="text-button" @click=${() => {
                this.texts = { ...this.texts, [kind]: undefined };
              }}>${letter.anew}</button>`
        }
        <button type="button" class="button" @click=${this.#copy}>${letter.copy}</button>
        ${
          canDownload()
            ? html`<button type="button" class="button" @click=${this.#save}>${letter.save}</button>`
            : nothing
        }
        ${
          canPrint
            ? html`<button type="button" class="button" @click=${() => this.tell("wengang-print-letter", { text: this.#letter })}>
                ${letter.print}
              </button>`
            : nothing
        }
      </p>
      <p class="small muted" role="status">${said}</p>
    </details>`;
  }
}

customElements.define("wengang-letter", Letter);
