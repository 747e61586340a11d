import { css, html, nothing } from "lit";
import { describe, UnknownPolicyError } from "wengang";
import { havePolicies, missingOf } from "../shared/engine.js";
import { downIcon } from "../shared/icons.js";
import { LocalisedElement } from "../shared/localised.js";
import { base } from "../styles/base.js";
import "./monthly-average.js";
import "./policy-helper.js";

/** @import { PropertyValues } from "lit" */
/** @import { Description, InputDescription } from "wengang" */
/** @import { Working } from "../answers/answers.js" */

/**
 * How an answer is being worked out; where it has been, the answer is to be filled in.
 * @typedef {CustomEvent<{ field: string, working: Working }>} WorkingEvent
 */

/** Help with a question whose answer can be worked out, and where the answer came from that was. */
export class AnswerHelper extends LocalisedElement {
  static properties = {
    input: { attribute: false },
    answer: { attribute: false },
    working: { attribute: false },
    opened: { state: true },
  };

  static styles = [
    base,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: calc(var(--step) * 2);
        margin-top: calc(var(--step) * 0.5);
        color: var(--muted);
        font-size: var(--small);
      }

      .icon {
        width: 1em;
        height: 1em;
      }

      [aria-expanded="true"] .icon {
        transform: rotate(180deg);
      }

      .panel {
        padding: calc(var(--step) * 2);
        border-radius: var(--radius);
        background: var(--panel);
      }

      @media print {
        .panel {
          display: none;
        }
      }
    `,
  ];

  /** The policy that answers the question. @type {Description | undefined} */
  #description;

  constructor() {
    super();
    /** @type {InputDescription} */
    this.input = { id: "", label: "", type: "text", optional: false };
    this.answer = "";
    /** @type {Working | undefined} */
    this.working = undefined;
    this.opened = false;
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if (!changed.has("input") && !changed.has("locale")) return;
    const { helper } = this.input;
    this.#description = undefined;
    if (helper?.kind !== "policy") return;
    if (missingOf([helper.policy]).length > 0) this.#fetch(helper.policy);
    else this.#description = known(helper.policy, this.locale);
  }

  /** Nobody has to have this help: without it, the question is there. @param {string} policy */
  async #fetch(policy) {
    try {
      await havePolicies([policy]);
    } catch (error) {
      console.error(error);
      return;
    }
    this.requestUpdate("input");
  }

  get #origin() {
    const { helper } = this.input;
    if (helper?.kind !== "policy") return this.messages.helper.byMonths;
    const label = this.#description?.values.find(({ id }) => id === helper.value)?.label;
    return this.messages.helper.byPolicy(label ?? this.#description?.title ?? "");
  }

  /** @param {CustomEvent<Working>} event */
  async #work({ detail: working }) {
    this.tell("wengang-working", { field: this.input.id, working });
    if (working.given === undefined) return;
    this.opened = false;
    await this.updateComplete;
    this.renderRoot.querySelector("button")?.focus();
  }

  render() {
    const { helper } = this.messages;
    if (this.input.helper?.kind === "policy" && !this.#description) return nothing;
    const given = this.working?.given !== undefined && this.working.given === this.answer;
    return html`
      <div class="line">
        ${given ? html`<span>${this.#origin}</span>` : nothing}
        <button
          type="button"
          class="text-button"
          aria-expanded=${this.opened}
          aria-label=${helper.about(given ? helper.reopen : helper.help, this.input.label)}
          @click=${() => {
            this.opened = !this.opened;
          }}
        >
          ${given ? helper.reopen : helper.help} ${downIcon}
        </button>
      </div>
      ${this.opened ? html`<div class="panel" @wengang-worked=${this.#work}>${this.#panel()}</div>` : nothing}
    `;
  }

  #panel() {
    if (this.#description) {
      return html`<wengang-policy-helper
        .input=${this.input}
        .description=${this.#description}
        .answers=${this.working?.answers}
        .locale=${this.locale}
      ></wengang-policy-helper>`;
    }
    return html`<wengang-monthly-average
      .input=${this.input} .answers=${this.working?.answers} .locale=${this.locale}
    ></wengang-monthly-average>`;
  }
}

/**
 * @param {string} policy
 * @param {import("wengang").Locale} locale
 */
function known(policy, locale) {
  try {
    return describe(policy, { locale });
  } catch (error) {
    if (error instanceof UnknownPolicyError) return undefined;
    throw error;
  }
}

customElements.define("wengang-answer-helper", AnswerHelper);
