// Prints, as a graph for wasm-metadce, the exports that the JavaScript glue needs. All others go: WeChat on iOS refuses
// modules that export globals, and may lose the names of a function exported under several.
import { text } from "node:stream/consumers";

const glue = await text(process.stdin);
const names = new Set(Array.from(glue.matchAll(/(?<![\w.])wasm\.(\w+)/g), ([, name]) => name));
names.delete("start"); // the crate's own name for what is called as __wbindgen_start
names.add("__wbindgen_start"); // by whoever loads the module: pkg-config/npm/load.js
console.log(
  JSON.stringify([
    { name: "glue", root: true, reaches: [...names] },
    ...Array.from(names, (name) => ({ name, export: name })),
  ]),
);
