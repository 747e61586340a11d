import { LitElement } from "lit";
import { carryStyles, hasCarrier } from "./carried-styles.js";

/** An element that has its styles also where style elements are forbidden and browsers know nothing else. */
export class StyledElement extends LitElement {
  /** Until its styles are there. @type {Promise<void> | undefined} */
  #unstyled;

  createRenderRoot() {
    if (!hasCarrier()) return super.createRenderRoot();
    const { shadowRootOptions, elementStyles } = /** @type {typeof LitElement} */ (this.constructor);
    const root = this.attachShadow(shadowRootOptions);
    this.#unstyled = carryStyles(root, elementStyles)?.then(() => {
      this.#unstyled = undefined;
    });
    this.renderOptions.renderBefore = root.firstChild;
    return root;
  }

  /**
   * Nothing is drawn before; whether the rest is there that it waits for is looked at anew.
   * @returns {void | Promise<unknown>}
   */
  scheduleUpdate() {
    return this.#unstyled ? this.#unstyled.then(() => this.scheduleUpdate()) : super.scheduleUpdate();
  }
}
