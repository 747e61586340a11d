/** Sees what changes with the window. */
class WindowObserver {
  /** @type {Set<Element>} */
  #seen = new Set();
  #look;

  /** @param {(entries: { target: Element, contentRect: DOMRect }[]) => void} tell */
  constructor(tell) {
    this.#look = () =>
      tell(Array.from(this.#seen, (target) => ({ target, contentRect: target.getBoundingClientRect() })));
  }

  /** @param {Element} target */
  observe(target) {
    this.#seen.add(target);
    addEventListener("resize", this.#look);
    requestAnimationFrame(this.#look);
  }

  /** @param {Element} target */
  unobserve(target) {
    this.#seen.delete(target);
  }

  disconnect() {
    this.#seen.clear();
    removeEventListener("resize", this.#look);
  }
}

/** A ResizeObserver, or what comes closest to it in Safari before 13.1. Pages around would not do with that, so it is no global. */
export const SizeObserver = /** @type {typeof ResizeObserver} */ (window.ResizeObserver ?? WindowObserver);
