//   node pkg-config/site/policies.mjs [FOLDER]
//
// Puts the policies into dist/site (or FOLDER), whose page is built: their packs, and by `wengang site` the catalogue and a page for
// each; what has changed is compressed anew. The scripts of the page know no policy.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { filesIn } from "../bundle.mjs";
import { PACKS, QUESTIONS } from "../policies.mjs";

/** @param {string} site */
export function putPolicies(site) {
  // In a folder of their own, which an operator may add to; the worker takes their list from there.
  for (const folder of ["", "earlier"]) putPacks(join(PACKS, folder), join(site, "packs", folder));
  // With what was compressed from it, where it is another.
  const questions = readFileSync(join(PACKS, QUESTIONS));
  const before = join(site, "packs", QUESTIONS);
  if (!existsSync(before) || !readFileSync(before).equals(questions)) {
    for (const ending of ["", ".br", ".gz"]) rmSync(before + ending, { force: true });
    writeFileSync(before, questions);
  }
  execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "wengang-cli", "--", "site", site]);
  compress(site);
}

/** @param {string} from @param {string} to */
function putPacks(from, to) {
  mkdirSync(to, { recursive: true });
  const wanted = readdirSync(from).filter((name) => name.endsWith(".pack"));
  for (const name of readdirSync(to)) {
    const isOld = name.includes(".pack") && !wanted.includes(name.replace(/\.(br|gz)$/, ""));
    if (isOld) rmSync(join(to, name));
  }
  // The name of a pack says what it holds.
  const there = new Set(readdirSync(to));
  for (const name of wanted) if (!there.has(name)) copyFileSync(join(from, name), join(to, name));
}

/** Compresses what is not. @param {string} folder */
function compress(folder) {
  const names = new Set(filesIn(folder));
  for (const name of names) {
    if (/\.(br|gz)$/.test(name) || names.has(`${name}.br`)) continue;
    const content = readFileSync(join(folder, name));
    const gzip = gzipSync(content, { level: 9 });
    gzip[9] = 255; // the system it was compressed on is nobody's concern
    writeFileSync(join(folder, `${name}.gz`), gzip);
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) putPolicies(process.argv[2] ?? "dist/site");
