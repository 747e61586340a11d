// WeChat's logic layer: the language, `wx`, and what registers pages; nothing of a browser, nothing of Node.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import vm from "node:vm";
import { brotliDecompressSync } from "node:zlib";

export const PACKAGE = "dist/miniprogram/miniprogram";

/** Whatever WebAssembly has got since 2017, which WeChat on iOS refuses. */
const NEWER = [
  "bulk-memory",
  "multi-value",
  "mutable-globals",
  "reference-types",
  "saturating-float-to-int",
  "sign-extension",
  "simd",
];

/**
 * WXWebAssembly as the strictest phone has it. `loaded` has the paths that were asked for.
 * @returns {{ loaded: unknown[], instantiate: (path: unknown, imports: WebAssembly.Imports) => Promise<unknown> }}
 */
export function wxWebAssembly() {
  /** @type {unknown[]} */
  const loaded = [];
  return {
    loaded,
    async instantiate(path, imports) {
      loaded.push(path);
      if (typeof path !== "string" || !path.startsWith("/")) throw new TypeError(`${path} is no path in the package`);
      if (!/\.wasm(\.br)?$/.test(path)) throw new TypeError(`${path} is no module`);
      const file = readFileSync(join(PACKAGE, path));
      const bytes = path.endsWith(".br") ? brotliDecompressSync(file) : file;
      validate(bytes);
      const module = await WebAssembly.compile(new Uint8Array(bytes));
      const globals = WebAssembly.Module.exports(module).filter(({ kind }) => kind === "global");
      if (globals.length > 0) throw new Error(`exported globals: ${globals.map(({ name }) => name)}`);
      return { instance: { exports: (await WebAssembly.instantiate(module, imports)).exports } };
    },
  };
}

/** @param {Buffer} bytes */
function validate(bytes) {
  const folder = mkdtempSync(join(tmpdir(), "wengang-"));
  try {
    const path = join(folder, "module.wasm");
    writeFileSync(path, bytes);
    execFileSync("node_modules/.bin/wasm-validate", [...NEWER.map((feature) => `--disable-${feature}`), path]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * A logic layer. What is registered by App, Page and Component is in `registered`, by the path of its file.
 * @param {{ wx?: object, WXWebAssembly?: object | undefined }} [surroundings]
 */
export function logicLayer({ wx = {}, WXWebAssembly } = {}) {
  /** @type {Record<string, any>} */
  const registered = {};
  let loading = "";
  const register = (/** @type {object} */ definition) => {
    registered[loading] = definition;
  };
  const console = { log() {}, warn: /** @param {string} said */ (said) => warnings.push(said), error() {} };
  /** @type {string[]} */
  const warnings = [];
  const globals = {
    wx,
    console,
    setTimeout,
    clearTimeout,
    App: register,
    Page: register,
    Component: register,
    getApp: () => registered["app.js"],
    ...(WXWebAssembly && { WXWebAssembly }),
  };
  const context = vm.createContext(globals);
  // Of these two, which belong to the language in Node, phones have not the first and may lack the second.
  vm.runInContext("delete globalThis.WebAssembly; delete globalThis.Intl;", context);

  /** @type {Record<string, { exports: any }>} */
  const modules = {};
  /**
   * Runs a script of the package as WeChat wraps it.
   * @param {string} path
   * @param {string} [source]
   */
  function load(path, source = readFileSync(join(PACKAGE, path), "utf8")) {
    const known = modules[path];
    if (known) return known.exports;
    const module = { exports: {} };
    modules[path] = module;
    const outer = loading;
    loading = path;
    const require = (/** @type {unknown} */ name) => {
      if (typeof name !== "string") throw new TypeError("require takes a string");
      return load(posix.join(dirname(path), name));
    };
    vm.runInContext(`(function (require, module, exports) {${source}\n})`, context, { filename: path })(
      require,
      module,
      module.exports,
    );
    loading = outer;
    return module.exports;
  }
  return { load, registered, warnings, context };
}
