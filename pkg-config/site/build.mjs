//   [OPERATOR=FILE] node pkg-config/site/build.mjs [FOLDER]
//
// Packs dist/site (or FOLDER): the static page, and beside it, under names with a hash of their content, its scripts, one for
// each part, and styles and the engine; the worker that keeps all of them for visits without a network; the policies, and a page
// of its own for each; each of them compressed.
// OPERATOR names the file that says who runs this copy: docs/hosting.md.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { bundle, printSizes } from "../bundle.mjs";
import { operatorFrom, signed } from "./operator.mjs";
import { putPolicies } from "./policies.mjs";

const [out = "dist/site"] = process.argv.slice(2);
/**
 * What a visit begins with, the whole engine that takes its place, and that as JavaScript, for browsers that cannot have it as
 * WebAssembly; others do not load it.
 */
const ENGINES = {
  "wengang_first.wasm": "build/wasm-first/wengang_bg.wasm",
  "wengang_bg.wasm": "build/wasm-page/wengang_bg.wasm",
  "wengang_bg.wasm.js": "build/wasm-page/wengang_bg.wasm.js",
};
/** The parts that the views of an address are drawn by. */
const VIEWS = {
  start: "finder",
  profile: "profile",
  policy: "calculator",
  comparison: "comparison",
  reconciliation: "reconciliation",
  rules: "rules",
  year: "year",
  faq: "faq",
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const named = { outdir: out, entryNames: "[name].[hash]", chunkNames: "[name].[hash]" };
const written = new Map([
  ...(await bundle("site", { ...named, entryPoints: ["www/main.js", "www/page.css"], splitting: true })),
  ...(await bundle("site-first", { ...named, entryPoints: ["www/first.js"], format: "iife" })),
]);
for (const [file, path] of Object.entries(ENGINES)) {
  const name = file.replace(".", `.${hash(readFileSync(path))}.`);
  copyFileSync(path, join(out, name));
  written.set(file, { name, needs: [] });
}
const hashed = readdirSync(out);

/** The page refers to its files by their names; here they get the ones with hashes. */
let page = readFileSync("www/index.html", "utf8");
for (const [path, { name }] of written) page = page.replaceAll(`"./${basename(path)}"`, `"./${name}"`);
// What the page's script cannot do without is loaded beside it, and so is what draws the first view: www/first.js.
const { needs } = writtenFrom("www/main.js");
const beside = needs.map((name) => `<link rel="modulepreload" href="./${name}" />\n    `).join("");
const views = Object.entries(VIEWS).map(([view, part]) => {
  const own = writtenFrom(`www/parts/${part}.js`);
  const wanted = [own.name, ...own.needs].filter((name) => !needs.includes(name));
  return ` data-${view}="${wanted.map((name) => `./${name}`).join(" ")}"`;
});
page = page.replace("<script async", `${beside}<script async${views.join("")}`);
// Within the page: browsers ask for an icon with an address of its own again whenever the page's fragment changes.
page = page.replace("./icon.svg", dataOf("image/svg+xml", readFileSync("www/icon.svg", "utf8")));
const { OPERATOR } = process.env;
if (OPERATOR) page = signed(page, operatorFrom(OPERATOR));
writeFileSync(join(out, "index.html"), page);

const unhashed = ["icon.svg", "manifest.webmanifest"];
/** What a home screen asks for when the page is put there, and no visit. */
const forHomeScreens = readdirSync("www").filter((name) => name.endsWith(".png"));
for (const name of [...unhashed, ...forHomeScreens]) copyFileSync(`www/${name}`, join(out, name));

// The page has the hashes of what it names, and these have those of what they load.
const build = [page, ...unhashed.map((name) => readFileSync(join(out, name)))];
await bundle("site-worker", {
  entryPoints: ["pkg-config/site/sw.js"],
  outdir: out,
  format: "iife",
  define: {
    BUILD: JSON.stringify(hash(...build)),
    HASHED: JSON.stringify(hashed.sort()),
    NAMED: JSON.stringify(hashed.filter((name) => page.includes(name))),
    UNHASHED: JSON.stringify(unhashed),
  },
});

putPolicies(out);
printSizes(out, (name) => !name.includes(".wasm.js") && !forHomeScreens.includes(name));

/** @param {string} entry */
function writtenFrom(entry) {
  const found = written.get(entry);
  if (!found) throw new Error(`Nothing was written from ${entry}`);
  return found;
}

/**
 * @param {string} type
 * @param {string} text
 */
function dataOf(type, text) {
  return `data:${type},${encodeURIComponent(text.trim().replace(/\n\s*/g, ""))}`;
}

/** @param {(string | Buffer)[]} contents */
function hash(...contents) {
  const sum = createHash("sha256");
  for (const content of contents) sum.update(content);
  return sum.digest("hex").slice(0, 8).toUpperCase();
}
