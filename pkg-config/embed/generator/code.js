import { css, html, nothing } from "lit";
import { copyText } from "../../../www/shared/clipboard.js";
import { LocalisedElement } from "../../../www/shared/localised.js";
import { checkbox, form, radio } from "./form.js";
import { KINDS, policyFor, snippet } from "./snippets.js";
import { textsIn } from "./texts.js";

/** @import { PropertyValues } from "lit" */
/** @import { Hashes, Kind, Wanted } from "./snippets.js" */

/** The lines to copy, in the way that the editor prefers. */
class Code extends LocalisedElement {
  static properties = {
    wanted: { attribute: false },
    folder: { attribute: false },
    kind: { state: true },
    hashes: { state: true },
    withHashes: { state: true },
    said: { state: true },
  };

  static styles = [
    form,
    css`
      textarea {
        margin-top: calc(var(--step) * 0.5);
        padding: calc(var(--step) * 1.5);
        background: var(--panel);
        font-family: var(--code);
        font-size: var(--small);
        line-height: 1.5;
        resize: vertical;
        text-overflow: clip;
      }

      .policy {
        padding: var(--step) calc(var(--step) * 1.5);
        border-radius: var(--radius);
        background: var(--panel);
        font-family: var(--code);
        font-size: var(--small);
      }

      .policy code {
        display: block;
        font: inherit;
        overflow-wrap: anywhere;
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: calc(var(--step) * 2);
        margin-block: var(--step) calc(var(--step) * 2);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Wanted} */
    this.wanted = new Map();
    /** Address of the folder that everything lies in. */
    this.folder = "";
    /** @type {Kind} */
    this.kind = "script";
    /** @type {Hashes} */
    this.hashes = undefined;
    this.withHashes = false;
    this.said = "";
  }

  async connectedCallback() {
    super.connectedCallback();
    const response = await fetch(`${this.folder}integrity.json`);
    if (response.ok) this.hashes = await response.json();
  }

  /** @param {PropertyValues<Code>} changed */
  willUpdate(changed) {
    // What was copied is not what stands there now.
    if (!changed.has("said")) this.said = "";
  }

  async #copy() {
    const area = /** @type {HTMLTextAreaElement} */ (this.renderRoot.querySelector("textarea"));
    const copied = await copyText(area.value);
    const texts = textsIn(this.locale);
    this.said = copied ? texts.copied : texts.copyByHand;
    if (!copied) area.select();
  }

  render() {
    const texts = textsIn(this.locale);
    const { kind, folder, withHashes } = this;
    const hashes = withHashes ? this.hashes : undefined;
    const lines = snippet(kind, this.wanted, { folder, hashes, title: texts.title });
    return html`
      <h2 id="code">${texts.code}</h2>
      <fieldset>
        <legend>${texts.kind}</legend>
        ${KINDS.map((each) =>
          radio("kind", texts.kinds[each], kind === each, () => {
            this.kind = each;
          }),
        )}
      </fieldset>
      ${
        this.hashes && kind !== "plain-frame"
          ? html`${checkbox(texts.integrity, withHashes, () => {
              this.withHashes = !withHashes;
            })}
            ${withHashes ? html`<p class="help">${texts.integrityHelp}</p>` : nothing}`
          : nothing
      }
      <div class="field">
        <label for="snippet">${texts.snippet}</label>
        <textarea
          id="snippet" readonly spellcheck="false" wrap="off" rows=${lines.split("\n").length + 1} .value=${lines}
        ></textarea>
      </div>
      <div class="actions">
        <button type="button" class="button main" @click=${this.#copy}>${texts.copy}</button>
        <p role="status" class="small muted">${this.said}</p>
      </div>
      ${kind === "frame" || kind === "plain-frame" ? html`<p class="help">${texts.hears}</p>` : nothing}
      <p class="help">${texts.csp}</p>
      <div class="policy">
        ${policyFor(kind, new URL(folder).origin).map((directive) => html`<code>${directive};</code>`)}
      </div>
    `;
  }
}

customElements.define("wengang-code", Code);
