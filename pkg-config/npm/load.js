// The one place where the engine is loaded: as WebAssembly or, where that is missing or forbidden, as the same module
// translated to JavaScript. Its glue knows nothing of either: it gets the exports of an instance, from wherever they come.
// Importing it does nothing, so that servers may import what only browsers use, and bundlers leave out what nobody uses.

import { __wbg_set_wasm, imports } from "wengang-glue";
import { letGo } from "wengang-results";
import { isChosen, takeSection } from "./library.js";
import { SECTION } from "./section.js";

/** @import { EngineSource, Instantiate } from "../../wasm/types.js" */

/**
 * Engines that have WebAssembly throw these for a module they do not compile; browsers, where a policy forbids it. The last is a network's
 * that fails: some filters cut off what they do not know, and let scripts through.
 */
const REFUSALS = ["CompileError", "EvalError", "LinkError", "RangeError", "TypeError"];

/** What a server answers that has no module, or does not give it away. */
class NoModule extends Error {}

/** Where a file should be, there is none. */
export class NoFile extends Error {}

/** Memory beyond this, in bytes, is more than any call needs but one of many rows. */
const LARGE = 2 ** 28;

let started = false;

/**
 * Whether a call is going on. If one is at the next, the engine was stopped in it by something else than an error of its own,
 * and nobody knows what state it is in: another instance takes its place.
 */
export const engine = { isBusy: false };

/** @type {Promise<unknown> | undefined} */
let loading;

/** The exports of the instance that is called. @type {any} */
let instance;

/**
 * Give the exports of another instance of what has been loaded: at once, if that can be had here, and in any case later.
 * @typedef {{ now: () => any, later: () => Promise<any> }} Instances
 * @type {Instances | undefined}
 */
let instances;

/** What adds each policy that was added at run time, by its id. @type {Map<string, () => void>} */
export const additions = new Map();

/** @param {any} exports */
function start(exports) {
  // Whoever called a function in the meantime has started it already.
  if (started) return;
  instance = exports;
  __wbg_set_wasm(exports);
  letGo();
  exports.__wbindgen_start();
  for (const add of additions.values()) add();
  engine.isBusy = false;
  started = true;
}

function isReady() {
  if (engine.isBusy) started = false;
  return started;
}

/** What each function of the package calls first. */
export function ready() {
  if (isReady()) return;
  let cause;
  try {
    if (instances) return startAgain(instances);
    if (builtIn("fs")) return startNow();
  } catch (error) {
    cause = error;
  }
  throw new Error("wengang has no engine yet: await init() before the first call.", { cause });
}

/**
 * Where an instance cannot be had at once, no function can be called until it is there.
 * @param {Instances} instances
 */
function startAgain(instances) {
  const exports = instances.now();
  if (exports) return start(exports);
  loading ??= instances.later().finally(() => {
    loading = undefined;
  });
  loading.then(start, () => {});
  throw new Error("The engine is being replaced.");
}

let returning = false;

/** Memory never shrinks, so that what a call of many rows took is given back by another instance, once that is there. */
export function returnMemory() {
  if (!instances || returning || instance.memory.buffer.byteLength < LARGE) return;
  returning = true;
  next(instances)
    .then((exports) => {
      started = false;
      start(exports);
    })
    .catch(() => {})
    .then(() => {
      returning = false;
    });
}

/** @param {Instances} instances */
async function next(instances) {
  return instances.now() ?? instances.later();
}

/** Node can have the engine without waiting, so that callers there need no set-up. */
function startNow() {
  let found;
  if (typeof WebAssembly === "object") {
    const module = new WebAssembly.Module(builtIn("fs").readFileSync(moduleAddress()));
    stockFrom(module);
    found = instancesOf(module);
  } else {
    const path = builtIn("url").fileURLToPath(fallbackAddress());
    const instantiate = builtIn("module").createRequire(path)(path).default;
    stockBy(instantiate);
    found = instancesBy(instantiate, true);
  }
  start(found.now());
  instances = found;
}

/**
 * A module of Node's, without an import that bundlers for browsers would have to resolve.
 * @param {string} name
 * @returns {any}
 */
export function builtIn(name) {
  return typeof process === "object" && process.getBuiltinModule?.(`node:${name}`);
}

// Written so that bundlers see them and bring the files along. The first has all policies in it, the second none.
const moduleAddress = () => new URL("wengang_bg.wasm", import.meta.url);
const engineAddress = () => new URL("wengang_engine.wasm", import.meta.url);
/** Bundlers bring no folders along: who has one bundle says where it is. */
export function packsAddress() {
  const here = import.meta.url;
  return new URL("packs/", here);
}
const fallbackAddress = () => new URL("wengang_bg.wasm.js", import.meta.url);

/** Takes the policies that a module has brought along, where they do not come from elsewhere. @param {WebAssembly.Module} module */
function stockFrom(module) {
  const [section] = isChosen() ? [] : WebAssembly.Module.customSections(module, SECTION);
  if (section) takeSection(new Uint8Array(section));
}

/** @param {Instantiate & { policies?: string }} instantiate */
function stockBy({ policies }) {
  if (policies && !isChosen()) takeSection(Uint8Array.from(atob(policies), (byte) => byte.charCodeAt(0)));
}

/**
 * Once is enough; after a failure it can be tried again.
 * @param {EngineSource | Promise<EngineSource> | undefined} source
 * @param {string | URL | Instantiate | undefined} fallback
 */
export async function load(source, fallback) {
  if (isReady()) return;
  loading ??= (instances ? next(instances) : exportsFrom(source, fallback)).finally(() => {
    loading = undefined;
  });
  start(await loading);
}

/**
 * Puts the whole engine in the place of the one that began, where that is only what a first result needs.
 * @param {EngineSource | Promise<EngineSource>} source
 * @param {string | URL | Instantiate} [fallback]
 */
export async function complete(source, fallback) {
  if (!isReady()) await loading;
  if (instance.assess) return;
  const exports = await exportsFrom(source, fallback);
  started = false;
  start(exports);
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
      return await firstOf(await read(given ?? (isChosen() ? engineAddress() : moduleAddress())));
    } catch (error) {
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
  const given = /** @type {any} */ (instantiate(imports()));
  const exports = exportsIn(await given);
  stockBy(instantiate);
  instances = instancesBy(instantiate, typeof given.then !== "function");
  return exports;
}

/**
 * @param {Instantiate} instantiate
 * @param {boolean} isAtOnce whether what it gives is no promise
 * @returns {Instances}
 */
function instancesBy(instantiate, isAtOnce) {
  return {
    now: () => (isAtOnce ? exportsIn(instantiate(imports())) : undefined),
    later: async () => exportsIn(await instantiate(imports())),
  };
}

/** @param {any} given */
function exportsIn(given) {
  const one = given.instance ?? given;
  return one.exports ?? one;
}

/**
 * What WebAssembly compiles: a response while it arrives, bytes, or a module that is compiled already.
 * @param {Exclude<EngineSource, Instantiate>} source
 */
async function read(source) {
  const isAddress = typeof source === "string" || is("URL", source) || is("Request", source);
  const file = isAddress && fileAt(source);
  if (file) return file;
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

/** Node fetches no files. @param {string | URL | Request} address */
function fileAt(address) {
  const fs = String(address).startsWith("file:") && builtIn("fs");
  return fs ? fs.readFileSync(new URL(String(address))) : undefined;
}

/**
 * What is at an address.
 * @param {string} address
 * @param {RequestCache} [cache]
 * @returns {Promise<Uint8Array>}
 */
export async function fetchBytes(address, cache) {
  let file;
  try {
    file = fileAt(address);
  } catch (error) {
    throw new NoFile(String(error), { cause: error });
  }
  if (file) return file;
  const response = await fetch(address, { cache });
  if (!response.ok) throw new NoFile(`${address}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** @param {Response | BufferSource | WebAssembly.Module} source */
async function firstOf(source) {
  /** @type {any} */
  const given = is("Response", source)
    ? await WebAssembly.instantiateStreaming(source, imports())
    : await WebAssembly.instantiate(source, imports());
  const module = given.module ?? source;
  stockFrom(module);
  instances = instancesOf(module);
  return exportsIn(given);
}

/**
 * @param {WebAssembly.Module} module
 * @returns {Instances}
 */
function instancesOf(module) {
  return {
    now: () => {
      try {
        return new WebAssembly.Instance(module, imports()).exports;
      } catch (error) {
        // Browsers of before 2023 do so for modules of this size where a page is drawn.
        if (/** @type {Error} */ (error).name !== "RangeError") throw error;
        return undefined;
      }
    },
    later: async () => exportsIn(await WebAssembly.instantiate(module, imports())),
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
