/** @import { ReactiveController, ReactiveControllerHost } from "lit" */

/**
 * Draws an element anew before its page is printed and after: `now` says which.
 * @implements {ReactiveController}
 */
export class Printing {
  now = false;
  /** @type {ReactiveControllerHost} */
  #host;
  #start = () => this.#set(true);
  #stop = () => this.#set(false);

  /** @param {ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    addEventListener("beforeprint", this.#start);
    addEventListener("afterprint", this.#stop);
  }

  hostDisconnected() {
    removeEventListener("beforeprint", this.#start);
    removeEventListener("afterprint", this.#stop);
  }

  /** @param {boolean} now */
  #set(now) {
    this.now = now;
    this.#host.requestUpdate();
  }
}
