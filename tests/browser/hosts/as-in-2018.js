// Takes from a browser what Safari 12 lacks: there is none that old to test in.
const LACKING = [
  [window, ["BigInt", "BigInt64Array", "BigUint64Array", "ResizeObserver", "globalThis", "structuredClone"]],
  [Array.prototype, ["at", "findLast", "findLastIndex", "flat", "flatMap", "toSorted"]],
  [String.prototype, ["at", "matchAll", "replaceAll"]],
  [Object, ["fromEntries", "hasOwn"]],
  [Element.prototype, ["toggleAttribute", "checkVisibility", "replaceChildren"]],
  [WebAssembly, ["instantiateStreaming"]],
];
for (const [owner, names] of LACKING) for (const name of names) Reflect.deleteProperty(owner, name);
