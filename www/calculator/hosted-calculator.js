import { css, html, nothing } from "lit";
import { entriesOf } from "../shared/catalogue.js";
import { testOf } from "../shared/filters.js";
import { stockUp } from "../shared/stock.js";
import { FilingCalculator } from "./filing-calculator.js";
import { NO_PRESET, presetFor } from "./preset.js";
import { quotable } from "./quotable.js";
import { checkSettings } from "./settings.js";
import { Theme } from "./theme.js";
import { ToldHost } from "./told-host.js";
import "../messages/zh-cn-embedding.js";
import "../questions/locked-answers.js";
import "./policy-picker.js";

/** @import { PropertyValues } from "lit" */
/** @import { PolicySummary } from "wengang" */
/** @import { FileOutcome } from "./filing-calculator.js" */
/** @import { Mistake, Preset } from "./preset.js" */
/** @import { PolicyEvent } from "./policy-picker.js" */

/** Names in an attribute, separated by spaces. */
const names = {
  /** @param {string | null} text */
  fromAttribute: (text) => text?.split(/[\s,]+/).filter(Boolean) ?? [],
};

/**
 * The whole calculator on a page of others: choose a policy, fill in, read the result. Its attributes, properties, events, parts and
 * custom properties are a contract with the pages that embed it: docs/embedding.md.
 */
export class HostedCalculator extends FilingCalculator {
  static properties = {
    fixed: { type: Boolean },
    policies: { converter: names },
    region: { type: String },
    year: { type: String },
    preset: { type: Object },
    locked: { converter: names },
    scheme: { type: String, reflect: true },
    themeColor: { type: String, attribute: "theme-color" },
    refused: { attribute: false },
  };

  static styles = [
    ...FilingCalculator.styles,
    css`
      .picker {
        margin-bottom: calc(var(--step) * 3);
      }

      .mistakes {
        margin-bottom: calc(var(--step) * 3);
        padding: calc(var(--step) * 1.5) calc(var(--step) * 2);
        border-inline-start: 6px solid var(--negative);
        border-radius: var(--radius);
        background: var(--negative-ground);
      }

      .mistakes h3 {
        color: var(--negative);
        font-size: var(--text);
      }

      @media print {
        .picker {
          display: none;
        }
      }
    `,
  ];

  /** What there is to choose from. @type {PolicySummary[]} */
  #policies = [];
  /** What its policies were last chosen by. */
  #choice = "";
  /** The choices whose policies are being fetched, or have been. */
  #stocked = "";
  /** @type {Preset} */
  #preset = NO_PRESET;
  #theme = new Theme(this);
  #isThemed = true;
  /** Settings that are no such values, with what they were set to. @type {Map<string, string>} */
  #misread = new Map();
  #host = new ToldHost(this);

  constructor() {
    super();
    this.asksFor.push("policies", "region", "year", "preset", "locked");
    this.fixed = false;
    /** Ids of the policies to choose from; all where there are none. @type {string[]} */
    this.policies = [];
    /** The region whose policies there are to choose from, by its Chinese name. */
    this.region = "";
    /** Their year. */
    this.year = "";
    /** What is filled in at first, as `evaluate` takes it; null where the attribute could not be read. @type {Record<string, unknown> | null} */
    this.preset = {};
    /** Fields of the preset that the reader cannot change. @type {string[]} */
    this.locked = [];
    /** Where the page around is always one of them; otherwise it is as the reader has set the system. @type {"light" | "dark" | undefined} */
    this.scheme = undefined;
    /** `#RRGGBB` */
    this.themeColor = "";
    /** What was asked of a frame and cannot be had: names, and values where it is these that are wrong. @type {[string, string?][]} */
    this.refused = [];
  }

  /** That of the form; where something is filled in beforehand, all that could have such a question. */
  get needs() {
    const { policies, region, year, locale, today } = this;
    // Listing all policies is not for every key that is pressed.
    const choice = JSON.stringify([policies, region, year, locale, today]);
    if (choice !== this.#choice || this.policy === "") this.#choosePolicy();
    this.#choice = choice;
    return this.#isPlain ? super.needs : [this.policy, ...this.known];
  }

  get known() {
    return this.#policies.map(({ id }) => id);
  }

  get noPolicy() {
    return this.policy ? super.noPolicy : this.messages.embedding.noPolicies;
  }

  get #isPlain() {
    return this.preset !== null && Object.keys(this.preset).length === 0 && this.locked.length === 0;
  }

  #choosePolicy() {
    const { policies, region, year } = this;
    const entries = entriesOf(this.options).filter(
      ({ policy: { id } }) => policies.length === 0 || policies.includes(id),
    );
    const wanted = { ...(region && { region }), ...(year && { year: Number(year) }) };
    this.#policies = entries.filter(testOf(wanted)).map(({ policy }) => policy);
    this.policy ||= firstChoice(this.#policies)?.id ?? "";
  }

  takeUp() {
    super.takeUp();
    const { preset: inputs, locked, known, description, options, messages } = this;
    this.#preset =
      this.#isPlain || !description
        ? NO_PRESET
        : presetFor(description, { inputs, locked, policies: known }, options, messages);
    this.given = this.#preset;
  }

  /** What the page around has set up wrongly. @returns {Mistake[]} */
  get #mistakes() {
    const { badColor, badSetting, unknownSetting } = this.messages.embedding;
    const settings = [...this.refused, ...this.#misread].map(([name, value]) =>
      value === undefined ? unknownSetting(quotable(name)) : badSetting(quotable(name), quotable(value)),
    );
    const colour = this.#isThemed ? [] : [badColor(quotable(this.themeColor))];
    return [...this.#preset.mistakes, ...[...settings, ...colour].map((message) => ({ message }))];
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    checkSettings(this, (name) => changed.has(/** @type {keyof HostedCalculator} */ (name)), this.#misread);
    if (changed.has("themeColor") || changed.has("scheme")) this.#isThemed = this.#theme.apply();
    super.willUpdate(changed);
  }

  /** @param {PropertyValues<this>} changed */
  updated(changed) {
    if (changed.size > 0) {
      this.#host.error(this.#error);
      if (this.engine === "ready" && this.description) {
        this.#host.ready({ policy: this.policy, policies: this.known });
        this.#stock();
      }
    }
    super.updated(changed);
  }

  /** @param {Record<string, unknown>} result */
  tellResult(result) {
    this.#host.result(result);
  }

  /** @param {FileOutcome} outcome */
  tellFile(outcome) {
    this.#host.file(outcome);
  }

  /** So that another choice asks nobody for anything. */
  #stock() {
    const ids = this.known;
    if (this.fixed || ids.length < 2 || ids.join() === this.#stocked) return;
    this.#stocked = ids.join();
    stockUp(ids);
  }

  /** @returns {{ code: "engine" | "policy" | "setup", message: string, mistakes: Mistake[] } | undefined} */
  get #error() {
    const { engine, messages } = this;
    const mistakes = this.#mistakes;
    if (engine === "failed") return { code: "engine", message: messages.loadingFailed, mistakes };
    if (engine === "ready" && !this.description) return { code: "policy", message: this.noPolicy, mistakes };
    if (mistakes.length === 0) return undefined;
    return { code: "setup", message: messages.embedding.heading, mistakes };
  }

  above() {
    const mistakes = this.#mistakes;
    return html`
      ${
        mistakes.length === 0
          ? nothing
          : html`<div class="mistakes" part="mistakes" role="alert">
              <h3>${this.messages.embedding.heading}</h3>
              ${mistakes.map(({ message }) => html`<p>${message}</p>`)}
            </div>`
      }
      ${
        this.engine !== "ready" || this.fixed || this.#policies.length < 2
          ? nothing
          : html`<wengang-policy-picker
              class="picker" part="picker" .policies=${this.#policies} .chosen=${this.policy} .locale=${this.locale}
              @wengang-policy=${(/** @type {PolicyEvent} */ { detail: { policy } }) => {
                this.policy = policy;
              }}
            ></wengang-policy-picker>`
      }
    `;
  }
}

/**
 * What to show before anything is chosen: a policy in force, or else the latest.
 * @param {PolicySummary[]} policies
 */
function firstChoice(policies) {
  const inForce = policies.find(({ status }) => status === "in-force");
  const [latest] = [...policies].sort((one, other) => (other.claimYear ?? 0) - (one.claimYear ?? 0));
  return inForce ?? latest;
}

customElements.define("wengang-calculator", HostedCalculator);
