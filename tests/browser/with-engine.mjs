/**
 * Lets modules of the page run in Node, with the built package as their engine. Import what needs it after this, by `import()`.
 */
import { register } from "node:module";

const engine = new URL("../../dist/npm/index.js", import.meta.url).href;

register(
  `data:text/javascript,${encodeURIComponent(`
  export const resolve = (name, context, next) =>
    name === "wengang" ? { url: ${JSON.stringify(engine)}, shortCircuit: true } : next(name, context);
`)}`,
);
