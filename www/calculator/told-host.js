import { SizeObserver } from "../shared/size-observer.js";

/** @import { ReactiveController } from "lit" */
/** @import { LocalisedElement } from "../shared/localised.js" */

/** Of what pages around the calculator are told; a change that could break them makes it another one. */
const CONTRACT_VERSION = 1;

/**
 * What the page around the calculator is told, each thing once as long as it lasts; results each time.
 * @implements {ReactiveController}
 */
export class ToldHost {
  #element;
  #ready = false;
  #error = "";
  #height = 0;
  #sizes = new SizeObserver(() => requestAnimationFrame(() => this.#tellHeight()));

  /** @param {LocalisedElement} element draws a `.ground`, whose height is told */
  constructor(element) {
    this.#element = element;
    element.addController(this);
  }

  hostConnected() {
    this.#element.updateComplete.then(() => {
      const ground = this.#ground;
      if (ground && this.#element.isConnected) this.#sizes.observe(ground);
    });
  }

  hostDisconnected() {
    this.#sizes.disconnect();
  }

  get #ground() {
    return this.#element.renderRoot.querySelector(".ground");
  }

  /** @param {{ policy: string, policies: string[] }} detail */
  ready(detail) {
    if (this.#ready) return;
    this.#ready = true;
    this.#tell("ready", detail);
  }

  /** @param {Record<string, unknown>} detail */
  result(detail) {
    this.#tell("result", detail);
  }

  /** @param {Record<string, unknown>} detail */
  file(detail) {
    this.#tell("file", detail);
  }

  /** @param {Record<string, unknown> | undefined} detail undefined where nothing is wrong any more */
  error(detail) {
    const text = JSON.stringify(detail) ?? "";
    if (text === this.#error) return;
    this.#error = text;
    if (detail) this.#tell("error", detail);
  }

  #tellHeight() {
    const height = Math.ceil(this.#ground?.getBoundingClientRect().height ?? 0);
    if (height === this.#height) return;
    this.#height = height;
    this.#tell("height", { height });
  }

  /**
   * @param {"ready" | "height" | "result" | "file" | "error"} what
   * @param {Record<string, unknown>} detail
   */
  #tell(what, detail) {
    this.#element.tell(`wengang-${what}`, { version: CONTRACT_VERSION, ...detail });
  }
}
