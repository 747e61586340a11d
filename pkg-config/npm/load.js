// The one place where the engine is loaded: as WebAssembly or, where that is missing or forbidden, as the same module
// translated to JavaScript. Its glue knows nothing of either: it gets the exports of an instance, from wherever they come.
// Importing it does nothing, so that servers may import what only browsers use, and bundlers leave out what nobody uses.

import { __wbg_set_wasm, imports } from "wengang-glue";
import { forget } from "wengang-results";

/**
 * Gives the exports of an instance, or what has them, for its imports: what the translated module is, and what calls
 * another loader of WebAssembly than the browser's.
 * @typedef {(imports: WebAssembly.Imports) => unknown} Instantiate
 * @typedef {string | URL | Request | Response | BufferSource | WebAssembly.Module | Instantiate} EngineSource
 */

/** Engines that have WebAssembly throw these for a module they do not compile; browsers, where a policy forbids it. */
const REFUSALS = ["CompileError", "EvalError", "LinkError", "RangeError"];

/** What a server answers that has no module, or does not give it away. */
class NoModule extends Error {}

/** Memory beyond this, in bytes, is more than any call needs but one of many rows. */
const LARGE = 2 ** 28;

let started = false;

/** @type {Promise<unknown> | undefined} */
let loading;

/** The exports of the instance that is called. @type {any} */
let instance;

/**
 * Gives the exports of another instance of what has been loaded, or a promise of them where that takes time.
 * @type {(() => any) | undefined}
 */
let another;

/** What adds each policy that was added at run time, by its id. @type {Map<string, () => void>} */
export const additions = new Map();

/** @param {any} exports */
function start(exports) {
  // Whoever called a function in the meantime has started it already.
  if (started) return;
  instance = exports;
  __wbg_set_wasm(exports);
  forget();
  exports.__wbindgen_start();
  for (const add of additions.values()) add();
  started = true;
}

/** What each function of the package calls first. */
export function ready() {
  if (started) return;
  let cause;
  try {
    if (another) return startAgain(another);
    if (builtIn("fs")) return startNow();
  } catch (error) {
    cause = error;
  }
  const reason = another ? "it is being replaced" : "await init() before the first call";
  throw new Error(`wengang has no engine yet: ${reason}.`, { cause });
}

/**
 * An instance in the place of the one at hand. Until there is one no function can be called: in most places it is there
 * at once, and in the others before the next event.
 */
export function restart() {
  started = false;
  // Not here: whoever has used up the stack has left none to start with.
  Promise.resolve()
    .then(ready)
    .catch(() => {});
}

/** @param {() => any} instantiate */
function startAgain(instantiate) {
  const exports = loading ?? instantiate();
  if (typeof exports?.then !== "function") return start(exports);
  loading ??= exports.finally(() => {
    loading = undefined;
  });
  loading?.then(start, () => {});
  throw new Error("The next instance is not there yet.");
}

let returning = false;

/** Memory never shrinks, so that what a call of many rows took is given back by another instance, once that is there. */
export function returnMemory() {
  if (!started || !another || returning || instance.memory.buffer.byteLength < LARGE) return;
  returning = true;
  Promise.resolve()
    .then(another)
    .then((exports) => {
      started = false;
      start(exports);
    })
    .catch(() => {})
    .then(() => {
      returning = false;
    });
}

/** Node can have the engine without waiting, so that callers there need no set-up. */
function startNow() {
  let instantiate;
  if (typeof WebAssembly === "object") {
    instantiate = instancesOf(new WebAssembly.Module(builtIn("fs").readFileSync(moduleAddress())));
  } else {
    const path = builtIn("url").fileURLToPath(fallbackAddress());
    instantiate = instancesBy(builtIn("module").createRequire(path)(path).default);
  }
  start(instantiate());
  another = instantiate;
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
  loading ??= (another ? Promise.resolve().then(another) : exportsFrom(source, fallback)).finally(() => {
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
  if (typeof given === "function") return firstBy(given);
  /** @type {unknown} */
  let refusal;
  if (typeof WebAssembly === "object") {
    try {
      return await firstOf(await read(given ?? moduleAddress()));
    } catch (error) {
      // A network that fails is no reason to do without the module: it can be tried again.
      if (!(error instanceof NoModule || REFUSALS.includes(/** @type {Error} */ (error)?.name))) throw error;
      console.warn("WebAssembly was refused; the same engine runs as JavaScript, more slowly.", error);
      refusal = error;
    }
  }
  try {
    if (typeof fallback === "function") return await firstBy(fallback);
    const address = fallback ? absolute(fallback) : fallbackAddress().href;
    return await firstBy((await import(/* webpackIgnore: true */ /* @vite-ignore */ address)).default);
  } catch (error) {
    throw refusal ?? error;
  }
}

/** @param {Instantiate} instantiate */
async function firstBy(instantiate) {
  const next = instancesBy(instantiate);
  const exports = await next();
  another = next;
  return exports;
}

/**
 * @param {Instantiate} instantiate
 * @returns {() => any}
 */
function instancesBy(instantiate) {
  /** @param {any} given */
  const exportsIn = (given) => {
    const one = given.instance ?? given;
    return one.exports ?? one;
  };
  return () => {
    const given = /** @type {any} */ (instantiate(imports()));
    return typeof given?.then === "function" ? given.then(exportsIn) : exportsIn(given);
  };
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
  if (!response.ok) throw new NoModule(`${response.url}: ${response.status} ${response.statusText}`);
  const type = response.headers.get("content-type") ?? "";
  if (WebAssembly.instantiateStreaming && type.startsWith("application/wasm")) return response;
  const bytes = await response.arrayBuffer();
  // Servers may answer for a missing file with a page that says so.
  if (String.fromCharCode(...new Uint8Array(bytes).subarray(0, 4)) !== "\0asm")
    throw new NoModule(`${response.url} is no WebAssembly: ${type}`);
  return bytes;
}

/** @param {Response | BufferSource | WebAssembly.Module} source */
async function firstOf(source) {
  /** @type {any} */
  const given = is("Response", source)
    ? await WebAssembly.instantiateStreaming(source, imports())
    : await WebAssembly.instantiate(source, imports());
  another = instancesOf(given.module ?? source);
  return (given.instance ?? given).exports;
}

/**
 * @param {WebAssembly.Module} module
 * @returns {() => any}
 */
function instancesOf(module) {
  return () => {
    try {
      return new WebAssembly.Instance(module, imports()).exports;
    } catch (error) {
      // Browsers of before 2023 do so for modules of this size where a page is drawn.
      if (/** @type {Error} */ (error).name !== "RangeError") throw error;
      return WebAssembly.instantiate(module, imports()).then((instance) => instance.exports);
    }
  };
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
