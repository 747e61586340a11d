// Packs dist/embed: the calculator for other people's pages. One script for their pages; the page for their frames, and the
// script that sizes these; the page that writes the lines to copy; the engine beside them.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { bundle, printSizes } from "../bundle.mjs";

const here = "pkg-config/embed";
const out = "dist/embed";
const engine = "wengang_bg.wasm";
const fallback = `${engine}.js`;

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const name of [engine, fallback]) copyFileSync(`dist/npm/runtime/${name}`, `${out}/${name}`);
const packed = readdirSync(here).filter((name) => [".html", ".css"].includes(extname(name)));
for (const name of packed) copyFileSync(`${here}/${name}`, `${out}/${name}`);

await bundle("embed", {
  entryPoints: ["wengang.js", "wengang-frame.js", "frame.js", "generator.js"].map((name) => `${here}/${name}`),
  outdir: out,
  format: "iife",
  // A script is read in the encoding of its page, and many a page is still in GBK.
  charset: "ascii",
  inject: [`${here}/own-global.js`],
  define: {
    ENGINE: JSON.stringify({
      // The engine of another version is another address, so that no cache gives it to this script.
      name: `${engine}?${versionOf(engine)}`,
      fallback: `${fallback}?${versionOf(fallback)}`,
      integrity: integrityOf(engine),
    }),
    // The loader's last resort; here it is always told where the engine is.
    "import.meta.url": '""',
  },
});

// Host pages set the size of their root element's font as they please, so no length may hang on it.
for (const name of ["wengang.js"]) {
  const script = readFileSync(`${out}/${name}`, "utf8");
  const fixed = script.replace(/(?<![\w.])(\d*\.?\d+)rem\b/g, (_, length) => `${Number(length) * 16}px`);
  writeFileSync(`${out}/${name}`, fixed);
}

const hashes = Object.fromEntries(
  readdirSync(out)
    .filter((name) => extname(name) === ".js")
    .map((name) => [name, integrityOf(name)]),
);
writeFileSync(`${out}/integrity.json`, `${JSON.stringify(hashes, null, 2)}\n`);

printSizes(out);
for (const [name, hash] of Object.entries(hashes)) console.log(`${name.padEnd(20)} ${hash}`);

/** @param {string} name */
function integrityOf(name) {
  return `sha384-${hashOf(name, "base64")}`;
}

/** @param {string} name */
function versionOf(name) {
  return hashOf(name, "hex").slice(0, 8);
}

/**
 * @param {string} name
 * @param {"base64" | "hex"} form
 */
function hashOf(name, form) {
  return createHash("sha384")
    .update(readFileSync(`${out}/${name}`))
    .digest(form);
}
