// Packs dist/embed: the calculator for other people's pages. One script for their pages; the page for their frames, and the
// script that sizes these; the page that writes the lines to copy; the engine beside them.
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { bundle, printSizes } from "../bundle.mjs";
import { inheritingNothing } from "../descriptors.mjs";
import { PACKS } from "../policies.mjs";

const here = "pkg-config/embed";
const out = "dist/embed";
const engine = "wengang_bg.wasm";
const translation = `${engine}.js`;

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
copyFileSync(`build/wasm-page/${engine}`, `${out}/${engine}`);
cpSync(PACKS, `${out}/packs`, { recursive: true });
await bundle("embed-engine", {
  entryPoints: [`${here}/engine.js`],
  outfile: `${out}/${translation}`,
  format: "iife",
  charset: "ascii",
});
const packed = readdirSync(here).filter((name) => [".html", ".css"].includes(extname(name)));
for (const name of packed) copyFileSync(`${here}/${name}`, `${out}/${name}`);

await bundle("embed", {
  entryPoints: ["wengang.js", "wengang-frame.js", "frame.js", "generator/generator.js"].map(
    (name) => `${here}/${name}`,
  ),
  outdir: out,
  entryNames: "[name]",
  format: "iife",
  // A script is read in the encoding of its page, and many a page is still in GBK.
  charset: "ascii",
  inject: [`${here}/own-global.js`],
  define: {
    BESIDE: JSON.stringify({ wasm: beside(engine), translation: beside(translation), sheet: beside("frame.css") }),
    // The loader's last resort; here it is always told where the engine is.
    "import.meta.url": '""',
  },
});

// Host pages set the size of their root element's font as they please, so no length may hang on it.
const script = readFileSync(`${out}/wengang.js`, "utf8");
const fixed = script.replace(/(?<![\w.])(\d*\.?\d+)rem\b/g, (_, length) => `${Number(length) * 16}px`);
writeFileSync(`${out}/wengang.js`, inheritingNothing(fixed));

const hashes = Object.fromEntries(
  readdirSync(out)
    .filter((name) => extname(name) === ".js")
    .map((name) => [name, integrityOf(name)]),
);
writeFileSync(`${out}/integrity.json`, `${JSON.stringify(hashes, null, 2)}\n`);

printSizes(out);
for (const [name, hash] of Object.entries(hashes)) console.log(`${name.padEnd(20)} ${hash}`);

/** What scripts know of a file: that of another version has another address, so that no cache gives it to them. @param {string} name */
function beside(name) {
  return { name: `${name}?${hashOf(name).toString("hex", 0, 4)}`, integrity: integrityOf(name) };
}

/** @param {string} name */
function integrityOf(name) {
  return `sha384-${hashOf(name).toString("base64")}`;
}

/** @param {string} name */
function hashOf(name) {
  return createHash("sha384")
    .update(readFileSync(`${out}/${name}`))
    .digest();
}
