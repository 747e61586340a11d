// What the deliverables have in common when they are packed.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

/** @import { BuildOptions, Plugin } from "esbuild" */

/** Indentation is of no use in the templates of HTML and CSS that scripts hold. @type {Plugin} */
const withoutIndentation = {
  name: "without-indentation",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\]www[/\\].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/\n\s+/g, "\n"),
    })),
};

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
    target: "es2020",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    plugins: [withoutIndentation],
    alias: { wengang: "./dist/npm/runtime/index.js" },
    ...options,
    metafile: true,
  });
  const packages = Object.keys(metafile.inputs).map((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]);
  mkdirSync(PACKAGES, { recursive: true });
  writeFileSync(`${PACKAGES}/${target}.json`, JSON.stringify([...new Set(packages.filter(Boolean))].sort()));
  return new Map(
    Object.entries(metafile.outputs).map(([path, { entryPoint }]) => [entryPoint ?? path, basename(path)]),
  );
}

/**
 * Prints what is in a folder, with the sizes at which it is sent.
 * @param {string} folder
 * @param {(name: string) => boolean} counted
 */
export function printSizes(folder, counted = () => true) {
  const total = { name: "total", raw: 0, brotli: 0 };
  const files = readdirSync(folder).map((name) => {
    const content = readFileSync(join(folder, name));
    return { name, raw: content.length, brotli: brotliCompressSync(content).length };
  });
  const shown = files.filter(({ name }) => !/\.(br|gz)$/.test(name));
  for (const { raw, brotli } of shown.filter(({ name }) => counted(name))) {
    total.raw += raw;
    total.brotli += brotli;
  }
  for (const { name, raw, brotli } of [...shown, total]) {
    console.log(`${name.padEnd(32)} ${String(raw).padStart(8)} B   brotli ${String(brotli).padStart(7)} B`);
  }
}
