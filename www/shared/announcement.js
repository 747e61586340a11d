import { html } from "lit";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */

/** Long enough that whoever goes on typing is not talked over. */
const PAUSE_MILLISECONDS = 1200;

/**
 * What screen readers say of a changed result, once typing pauses.
 * @implements {ReactiveController}
 */
export class Announcement {
  /** @type {ReactiveControllerHost} */
  #host;
  /** @type {() => string} */
  #words;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  #said = "";

  /**
   * @param {ReactiveControllerHost} host draws `region`, and anew, with no property changed, when there is something to say
   * @param {() => string} words what there is to say then
   */
  constructor(host, words) {
    this.#host = host;
    this.#words = words;
    host.addController(this);
  }

  soon() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#said = this.#words() || this.#said;
      this.#host.requestUpdate();
    }, PAUSE_MILLISECONDS);
  }

  hostDisconnected() {
    clearTimeout(this.#pause);
  }

  get region() {
    return html`<p class="visually-hidden" role="status">${this.#said}</p>`;
  }
}
