// What browsers from before 2019 lack and no other word says as well: Chromium 66 to 72, Safari 12.

/**
 * @param {object} owner
 * @param {string} name
 * @param {(this: any, ...values: any[]) => unknown} value
 */
function define(owner, name, value) {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}

define(Object, "fromEntries", (entries) => {
  /** @type {Record<string, unknown>} */
  const object = {};
  for (const [key, value] of entries) object[key] = value;
  return object;
});

define(Array.prototype, "flat", function () {
  return [].concat(...this);
});

define(Array.prototype, "flatMap", function (one, self) {
  return this.map(one, self).flat();
});
