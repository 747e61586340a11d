/** @import { ReactiveController, ReactiveControllerHost } from "lit" */

/** Older Safari tells of printing in this way only. */
const printed = matchMedia("print");

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
  #follow = () => this.#set(printed.matches);

  /** @param {ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    addEventListener("beforeprint", this.#start);
    addEventListener("afterprint", this.#stop);
    printed.addListener(this.#follow);
  }

  hostDisconnected() {
    removeEventListener("beforeprint", this.#start);
    removeEventListener("afterprint", this.#stop);
    printed.removeListener(this.#follow);
  }

  /** @param {boolean} now */
  #set(now) {
    if (now === this.now) return;
    this.now = now;
    this.#host.requestUpdate();
  }
}
