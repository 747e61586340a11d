// The example for runtimes without files, in a context that has nothing but what they all have: `node --experimental-vm-modules`
// with this file and a project's folder. Prints what the example exports.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, SourceTextModule, SyntheticModule } from "node:vm";

const [, , project = ""] = process.argv;
const read = (/** @type {string} */ name) => readFileSync(join(project, name));
const context = createContext({ URL, TextDecoder, TextEncoder });
const packed = new SourceTextModule(read("node_modules/wengang/runtime/index.js").toString(), { context });
const compiled = new WebAssembly.Module(read("node_modules/wengang/runtime/wengang_bg.wasm"));
const engine = new SyntheticModule(["default"], () => engine.setExport("default", compiled), { context });
const example = new SourceTextModule(read("edge.js").toString(), { context });
await example.link((specifier) => (specifier.endsWith(".wasm") ? engine : packed));
await example.evaluate();
console.log(JSON.stringify(example.namespace));
