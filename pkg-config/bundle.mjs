// What the deliverables have in common when they are packed.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { BROWSERS, compact, PRIVATE } from "./sources.mjs";

/** @import { BuildOptions } from "esbuild" */

/** Where the npm packages are noted that went into each bundle: pkg-config/release answers for them. */
export const PACKAGES = "build/packages";

/**
 * Bundles scripts and styles of the interface; gives the name in the folder of what became of each entry point.
 * @param {string} target the deliverable
 * @param {BuildOptions & { entryPoints: string[] }} options
 * @returns {Promise<Map<string, string>>}
 */
export async function bundle(target, options) {
  const { metafile } = await build({
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
    plugins: [compact],
    alias: { wengang: "./dist/npm/runtime/index.js" },
    ...options,
    metafile: true,
  });
  const packages = Object.keys(metafile.inputs).map((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]);
  mkdirSync(PACKAGES, { recursive: true });
  // In one step: tests pack and read at the same time.
  writeFileSync(`${PACKAGES}/${target}.new`, JSON.stringify([...new Set(packages.filter(Boolean))].sort()));
  renameSync(`${PACKAGES}/${target}.new`, `${PACKAGES}/${target}.json`);
  return new Map(
    Object.entries(metafile.outputs).map(([path, { entryPoint }]) => [entryPoint ?? path, basename(path)]),
  );
}

/** All files of a folder and of those in it, by their paths within it. @param {string} folder */
export function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => relative(folder, join(parentPath, name))).sort();
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
