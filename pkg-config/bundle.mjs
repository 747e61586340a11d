// What the deliverables have in common when they are packed.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { BROWSERS, compact, PRIVATE } from "./sources.mjs";

/** @import { BuildOptions, Metafile, Plugin } from "esbuild" */

/** Where the npm packages are noted that went into each bundle: pkg-config/release answers for them. */
export const PACKAGES = "build/packages";

/**
 * Which modules several parts share is a matter of how they are cut; where they are one script, each takes what it needs.
 * @type {Plugin}
 */
const together = {
  name: "together",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\]www[/\\]parts[/\\](core|form|lists|rest)\.js$/ }, () => ({ contents: "" })),
};

/** What bundles of the interface have in common. @param {BuildOptions} options @returns {BuildOptions} */
export function settingsFor(options) {
  return {
    bundle: true,
    minify: true,
    format: "esm",
    target: BROWSERS,
    // Safari 12 has both: destructuring but for corners that nothing here uses; templates it may forget, and Lit then draws anew.
    supported: { destructuring: true, "template-literal": true },
    mangleProps: PRIVATE,
    // As Lit calls it; Chromium before 71 does not.
    define: { globalThis: "self" },
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    alias: { wengang: "./dist/npm/runtime/index.js" },
    ...options,
    plugins: [...(options.plugins ?? []), ...(options.splitting ? [compact] : [together, compact])],
  };
}

/**
 * Makes the page's module with no more than what a bundle calls of it, as WebAssembly and as JavaScript; gives the folder that has it.
 * @param {string} target the deliverable
 * @param {BuildOptions} options of its bundle, as esbuild takes them
 */
export async function engineFor(target, options) {
  const external = [...(options.external ?? []), "*/wengang_bg.wasm.js"];
  const { outputFiles = [] } = await build({ ...options, external, minify: false, write: false });
  const folder = `build/wasm-${target}`;
  const input = outputFiles.map(({ text }) => text).join("");
  execFileSync("scripts/wasm.sh", ["for", folder], { input, stdio: ["pipe", "inherit", "inherit"] });
  return folder;
}

/**
 * Has a bundle take the engine from another folder.
 * @param {string} folder
 * @returns {Plugin}
 */
export function engineFrom(folder) {
  return {
    name: "engine",
    setup: ({ onResolve }) =>
      onResolve({ filter: /[/]wengang_bg[.]wasm[.]js$/ }, () => ({ path: resolve(folder, "wengang_bg.wasm.js") })),
  };
}

/**
 * A script or sheet that was written: by its name in the folder, with the names of all that it cannot do without.
 * @typedef {{ name: string, needs: string[] }} Written
 *
 * Bundles scripts and styles of the interface; gives what became of each entry point, those of `import()` too.
 * @param {string} target the deliverable
 * @param {BuildOptions & { entryPoints: string[] }} options
 * @returns {Promise<Map<string, Written>>}
 */
export async function bundle(target, options) {
  const { metafile } = await build({ ...settingsFor(options), metafile: true });
  const packages = Object.keys(metafile.inputs).map((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]);
  mkdirSync(PACKAGES, { recursive: true });
  // In one step: tests pack and read at the same time.
  writeFileSync(`${PACKAGES}/${target}.new`, JSON.stringify([...new Set(packages.filter(Boolean))].sort()));
  renameSync(`${PACKAGES}/${target}.new`, `${PACKAGES}/${target}.json`);
  return new Map(
    Object.entries(metafile.outputs).map(([path, { entryPoint }]) => {
      const needs = needsOf(path, metafile).map((needed) => basename(needed));
      return [entryPoint ?? path, { name: basename(path), needs }];
    }),
  );
}

/** All files of a folder and of those in it, by their paths within it. @param {string} folder */
export function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => relative(folder, join(parentPath, name))).sort();
}

/**
 * @param {string} path
 * @param {Metafile} metafile
 * @returns {string[]}
 */
function needsOf(path, metafile) {
  const imports = metafile.outputs[path]?.imports ?? [];
  const own = imports.filter(({ kind }) => kind === "import-statement").map((imported) => imported.path);
  return [...new Set(own.flatMap((needed) => [needed, ...needsOf(needed, metafile)]))];
}

/**
 * Prints what is in a folder, with the sizes at which it is sent.
 * @param {string} folder
 * @param {(name: string) => boolean} counted
 */
export function printSizes(folder, counted = () => true) {
  const total = { name: "total", raw: 0, brotli: 0 };
  const names = filesIn(folder);
  const read = (/** @type {string} */ name) => readFileSync(join(folder, name));
  const shown = names
    .filter((name) => !/\.(br|gz)$/.test(name))
    .map((name) => {
      const compressed = names.includes(`${name}.br`) ? read(`${name}.br`) : brotliCompressSync(read(name));
      return { name, raw: read(name).length, brotli: compressed.length };
    });
  for (const { raw, brotli } of shown.filter(({ name }) => counted(name))) {
    total.raw += raw;
    total.brotli += brotli;
  }
  for (const { name, raw, brotli } of [...shown, total]) {
    console.log(`${name.padEnd(32)} ${String(raw).padStart(8)} B   brotli ${String(brotli).padStart(7)} B`);
  }
}
