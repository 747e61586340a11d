// Stands for the global object in Lit, which notes its versions there: a host page keeps its own as it was.

const { ShadowRoot, trustedTypes } = /** @type {any} */ (window);
const litPropertyMetadata = new WeakMap();
const own = { ShadowRoot, trustedTypes, litPropertyMetadata };

export { litPropertyMetadata, own as globalThis };
