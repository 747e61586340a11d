import { html } from "lit";
import { currentDate } from "wengang";
import { engineReady, havePolicies, missingOf } from "./engine.js";
import { LocalisedElement } from "./localised.js";

/** @import { PropertyDeclarations, TemplateResult } from "lit" */
/** @import { Options } from "wengang" */

/** An element that asks the engine, once that has been loaded. */
export class EngineElement extends LocalisedElement {
  /** @type {PropertyDeclarations} */
  static properties = { today: { type: String }, engine: { state: true } };

  constructor() {
    super();
    /** The day as of which policies are looked at, `YYYY-MM-DD`. @type {string | undefined} */
    this.today = undefined;
    /** @type {"loading" | "ready" | "failed"} */
    this.engine = "loading";
  }

  connectedCallback() {
    super.connectedCallback();
    engineReady.then(
      () => {
        this.engine = "ready";
      },
      (error) => {
        console.error(error);
        this.engine = "failed";
      },
    );
  }

  /** Ids of the policies without which it cannot be drawn; asked only where the engine is there. @returns {string[]} */
  get needs() {
    return [];
  }

  /**
   * What is drawn stays until the policies are there that the next drawing needs.
   * @returns {void | Promise<unknown>}
   */
  scheduleUpdate() {
    const missing = this.engine === "ready" ? missingOf(this.needs) : [];
    return missing.length === 0 ? super.scheduleUpdate() : this.#afterPolicies(missing);
  }

  /** @param {string[]} missing */
  async #afterPolicies(missing) {
    try {
      await havePolicies(missing);
    } catch (error) {
      console.error(error);
      this.engine = "failed";
    }
    // It may need others by now.
    await this.scheduleUpdate();
  }

  /** @returns {Options} */
  get options() {
    return this.today ? { locale: this.locale, today: this.today } : { locale: this.locale };
  }

  get day() {
    return this.today ?? currentDate();
  }

  /** @returns {TemplateResult} */
  render() {
    const { engine, messages } = this;
    if (engine === "failed") return html`<p role="alert">${messages.loadingFailed}</p>`;
    return html`<p>${messages.loading}</p>`;
  }
}
