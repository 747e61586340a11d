// The one place where the engine is loaded: as WebAssembly or, where that is missing or forbidden, as the same module
// translated to JavaScript. Its glue knows nothing of either: it gets the exports of an instance, from wherever they come.

import * as glue from "wengang-glue";

/**
 * Gives the exports of an instance, or what has them, for its imports: what the translated module is, and what calls
 * another loader of WebAssembly than the browser's.
 * @typedef {(imports: WebAssembly.Imports) => unknown} Instantiate
 * @typedef {string | URL | Request | Response | BufferSource | WebAssembly.Module | Instantiate} EngineSource
 */

const imports = { "./wengang_bg.js": glue };

/** Engines that have WebAssembly throw these for a module they do not compile; browsers, where a policy forbids it. */
const REFUSALS = ["CompileError", "EvalError", "LinkError", "RangeError"];

/** @type {Promise<void> | undefined} */
let starting;

/** @param {any} exports */
function start(exports) {
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}

/**
 * Where bytes can be had and compiled without waiting.
 * @param {BufferSource} bytes
 */
export function startNow(bytes) {
  start(new WebAssembly.Instance(new WebAssembly.Module(bytes), imports).exports);
  starting = Promise.resolve();
}

/**
 * Once is enough; after a failure it can be tried again.
 * @param {EngineSource | Promise<EngineSource>} [source]
 * @param {string | URL | Instantiate} [fallback]
 * @returns {Promise<void>}
 */
export function load(source, fallback) {
  starting ??= exportsFrom(source, fallback)
    .then(start)
    .catch((error) => {
      starting = undefined;
      throw error;
    });
  return starting;
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
    const module = await read(given ?? new URL("wengang_bg.wasm", import.meta.url));
    try {
      return await instantiate(module);
    } catch (error) {
      if (!REFUSALS.includes(/** @type {Error} */ (error)?.name)) throw error;
      console.warn("WebAssembly was refused; the same engine runs as JavaScript, more slowly.", error);
    }
  }
  if (typeof fallback === "function") return call(fallback);
  const address = fallback ? absolute(fallback) : new URL("wengang_bg.wasm.js", import.meta.url).href;
  return call((await import(/* webpackIgnore: true */ /* @vite-ignore */ address)).default);
}

/** @param {Instantiate} instantiate */
async function call(instantiate) {
  const given = /** @type {any} */ (await instantiate(imports));
  const instance = given.instance ?? given;
  return instance.exports ?? instance;
}

/**
 * What WebAssembly compiles: a response while it arrives, bytes, or a module that is compiled already.
 * @param {Exclude<EngineSource, Instantiate>} source
 */
async function read(source) {
  const isAddress = typeof source === "string" || is("URL", source) || is("Request", source);
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
  if (is("Response", module)) return (await WebAssembly.instantiateStreaming(module, imports)).instance.exports;
  const given = await WebAssembly.instantiate(module, imports);
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
