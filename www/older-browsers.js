// What browsers from before 2020 lack and no other word says as well: Chromium 66 to 72, Safari 12 and 13.

/**
 * @param {object} owner
 * @param {string} name
 * @param {Function} value
 */
function define(owner, name, value) {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}

define(Object, "fromEntries", (/** @type {Iterable<[string, unknown]>} */ entries) => {
  /** @type {Record<string, unknown>} */
  const object = {};
  for (const [key, value] of entries) object[key] = value;
  return object;
});

define(
  Array.prototype,
  "flat",
  /** @this {unknown[]} */ function () {
    return /** @type {unknown[]} */ ([]).concat(...this);
  },
);

define(
  Array.prototype,
  "flatMap",
  /** @this {unknown[]} @param {(value: unknown) => unknown} one @param {unknown} self */
  function (one, self) {
    return this.map(one, self).flat();
  },
);

define(
  Element.prototype,
  "toggleAttribute",
  /** @this {Element} @param {string} name @param {boolean} on */
  function (name, on) {
    if (on) this.setAttribute(name, "");
    else this.removeAttribute(name);
  },
);

define(
  self,
  "ResizeObserver",
  /** Sees what changes with the window. */
  class {
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
  },
);
