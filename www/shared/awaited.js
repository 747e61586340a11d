import { css, html } from "lit";
import { base } from "../styles/base.js";
import { loadRest, need, stateOf, watchParts } from "./later.js";
import { LocalisedElement } from "./localised.js";

/** @import { ReactiveController, TemplateResult } from "lit" */

/** Stands in the place of what is still to be loaded: says so after a while, and that it cannot be had, with a way to try again. */
export class Awaited extends LocalisedElement {
  static properties = { failed: { type: Boolean } };

  static styles = [
    base,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: calc(var(--step) * 2);
        min-height: var(--target);
        color: var(--muted);
      }

      @media print {
        :host {
          display: none;
        }
      }

      .coming {
        animation: appear 0s 0.5s both;
      }

      @keyframes appear {
        from {
          visibility: hidden;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.failed = false;
  }

  render() {
    const { later } = this.messages;
    if (!this.failed) return html`<p class="coming" role="status">${later.coming}</p>`;
    return html`<p role="status">
      ${later.failed}
      <button type="button" class="text-button" @click=${loadRest}>${later.again}</button>
    </p>`;
  }
}

/**
 * Lets an element draw parts that come later, and draws it anew when they do.
 * @implements {ReactiveController}
 */
export class Awaiting {
  #host;
  #unwatch = () => {};

  /** @param {LocalisedElement} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#unwatch = watchParts(() => this.#host.requestUpdate());
  }

  hostDisconnected() {
    this.#unwatch();
  }

  /**
   * @param {string} part
   * @param {() => TemplateResult} template
   * @param {string} [slot]
   */
  show(part, template, slot = "") {
    const state = stateOf(part);
    if (state === "here") return template();
    return html`<wengang-awaited
      slot=${slot} .failed=${state === "failed"} .locale=${this.#host.locale}
    ></wengang-awaited>`;
  }

  /**
   * The same for what the first view cannot do without.
   * @param {string} part
   * @param {() => TemplateResult} template
   */
  showAtOnce(part, template) {
    need(part);
    return this.show(part, template);
  }
}

customElements.define("wengang-awaited", Awaited);
