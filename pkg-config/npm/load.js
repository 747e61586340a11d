// The one place where the engine is loaded: as WebAssembly or, where that is missing or forbidden, as the same module
// translated to JavaScript. Its glue knows nothing of either: it gets the exports of an instance, from wherever they come.
// Importing it does nothing, so that servers may import what only browsers use, and bundlers leave out what nobody uses.

import { __wbg_set_wasm, imports } from "wengang-glue";

/**
 * Gives the exports of an instance, or what has them, for its imports: what the translated module is, and what calls
 * another loader of WebAssembly than the browser's.
 * @typedef {(imports: WebAssembly.Imports) => unknown} Instantiate
 * @typedef {string | URL | Request | Response | BufferSource | WebAssembly.Module | Instantiate} EngineSource
 */

/** Engines that have WebAssembly throw these for a module they do not compile; browsers, where a policy forbids it. */
const REFUSALS = ["CompileError", "EvalError", "LinkError", "RangeError"];

let started = false;

/** @type {Promise<unknown> | undefined} */
let loading;

/** @param {any} exports */
function start(exports) {
  // Whoever called a function in the meantime has started it already.
  if (started) return;
  __wbg_set_wasm(exports);
  exports.__wbindgen_start();
  started = true;
}

/** What each function of the package calls first. */
export function ready() {
  if (started) return;
  let cause;
  try {
    if (builtIn("fs")) return startNow();
  } catch (error) {
    cause = error;
  }
  throw new Error("wengang has no engine yet: await init() before the first call.", { cause });
}

/** Node can have the engine without waiting, so that callers there need no set-up. */
function startNow() {
  if (typeof WebAssembly === "object") {
    const module = new WebAssembly.Module(builtIn("fs").readFileSync(moduleAddress()));
    start(new WebAssembly.Instance(module, imports()).exports);
  } else {
    const path = builtIn("url").fileURLToPath(fallbackAddress());
    start(builtIn("module").createRequire(path)(path).default(imports()));
  }
}

/**
 * A module of Node's, without an import that bundlers for browsers would have to resolve.
 * @param {string} name
 * @returns {any}
 */
function builtIn(name) {
  return typeof process === "object" && process.getBuiltinModule?.(`node:${name}`);
}

// Written so that bundlers see them and bring the files along.
const moduleAddress = () => new URL("wengang_bg.wasm", import.meta.url);
const fallbackAddress = () => new URL("wengang_bg.wasm.js", import.meta.url);

/**
 * Once is enough; after a failure it can be tried again.
 * @param {EngineSource | Promise<EngineSource>} [source]
 * @param {string | URL | Instantiate} [fallback]
 * @returns {Promise<void>}
 */
export async function load(source, fallback) {
  if (started) return;
  loading ??= exportsFrom(source, fallback).finally(() => {
    loading = undefined;
  });
  start(await loading);
}

/**
 * @param {EngineSource | Promise<EngineSource> | undefined} source
 * @param {string | URL | Instantiate | undefined} fallback
 */
async function exportsFrom(source, fallback) {
  const given = await source;
  if (typeof given === "function") return call(given);
  if (typeof WebAssembly === "object") {
    // A failure to get the module is no reason to do without it.
    const module = await read(given ?? moduleAddress());
    try {
      return await instantiate(module);
    } catch (error) {
      if (!REFUSALS.includes(/** @type {Error} */ (error)?.name)) throw error;
      console.warn("WebAssembly was refused; the same engine runs as JavaScript, more slowly.", error);
    }
  }
  if (typeof fallback === "function") return call(fallback);
  const address = fallback ? absolute(fallback) : fallbackAddress().href;
  return call((await import(/* webpackIgnore: true */ /* @vite-ignore */ address)).default);
}

/** @param {Instantiate} instantiate */
async function call(instantiate) {
  const given = /** @type {any} */ (await instantiate(imports()));
  const instance = given.instance ?? given;
  return instance.exports ?? instance;
}

/**
 * What WebAssembly compiles: a response while it arrives, bytes, or a module that is compiled already.
 * @param {Exclude<EngineSource, Instantiate>} source
 */
async function read(source) {
  const isAddress = typeof source === "string" || is("URL", source) || is("Request", source);
  // Node fetches no files.
  const fs = isAddress && String(source).startsWith("file:") && builtIn("fs");
  if (fs) return fs.readFileSync(new URL(source));
  const response = isAddress ? await fetch(source) : source;
  if (!is("Response", response)) return response;
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  const type = response.headers.get("content-type") ?? "";
  if (WebAssembly.instantiateStreaming && type.startsWith("application/wasm")) return response;
  const bytes = await response.arrayBuffer();
  // Servers may answer for a missing file with a page that says so.
  if (String.fromCharCode(...new Uint8Array(bytes).subarray(0, 4)) !== "\0asm")
    throw new Error(`${response.url} is no WebAssembly: ${type}`);
  return bytes;
}

/** @param {Response | BufferSource | WebAssembly.Module} module */
async function instantiate(module) {
  if (is("Response", module)) return (await WebAssembly.instantiateStreaming(module, imports())).instance.exports;
  const given = await WebAssembly.instantiate(module, imports());
  return (given.instance ?? given).exports;
}

/**
 * Whether it is one, in an engine that may not know the class.
 * @param {string} name
 * @param {unknown} value
 */
function is(name, value) {
  return Object.prototype.toString.call(value) === `[object ${name}]`;
}

/** @param {string | URL} address relative to the page, as those are that are fetched */
function absolute(address) {
  return new URL(address, typeof location === "object" ? location.href : undefined).href;
}
