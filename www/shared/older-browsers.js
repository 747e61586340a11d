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
  /** @this {unknown[]} */ function (depth = 1) {
    const flatter = /** @type {unknown[]} */ ([]).concat(...this);
    return depth > 1 && flatter.some(Array.isArray) ? flatter.flat(depth - 1) : flatter;
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
