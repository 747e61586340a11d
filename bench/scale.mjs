// `make bench-scale`: what it costs to have more policies: copies of all, each under an id and of a place of its own.
// Nothing is asserted about time.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";

const WENGANG = ["run", "--quiet", "--locked", "--release", "-p", "wengang-cli", "--"];
const SHANGHAI = "shanghai-2024-stabilisation-refund";
const entry = pathToFileURL(resolve("dist/npm/runtime/index.js")).href;

const folder = mkdtempSync(join(tmpdir(), "wengang-scale-"));
try {
  execFileSync("cargo", ["build", "--quiet", "--locked", "--release", "-p", "wengang-cli"]);
  /** @type {Record<string, string>[]} */
  const rows = [];
  for (const times of [1, 10, 100]) rows.push(measured(times));
  const [first = {}] = rows;
  for (const what of Object.keys(first))
    console.log([what.padEnd(44), ...rows.map((row) => (row[what] ?? "").padStart(12))].join(" "));
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {number} times @returns {Record<string, string>} */
function measured(times) {
  const policies = join(folder, `${times}`);
  const packs = join(folder, `${times}-packs`);
  mkdirSync(policies);
  cpSync("policies/calendar.toml", join(policies, "calendar.toml"));
  for (let copy = 0; copy < times; copy += 1) copyOf(join(policies, `${copy}`), copy);
  const began = performance.now();
  execFileSync("cargo", [...WENGANG, "pack", policies, "-o", packs]);
  const packing = performance.now() - began;
  const catalogue = readFileSync(join(packs, "catalogue.json"));
  const sizes = readdirSync(packs)
    .filter((name) => name.endsWith(".pack"))
    .map((name) => brotliCompressSync(readFileSync(join(packs, name))).length);
  const light = brotliCompressSync(catalogue).length;
  const run = JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "-e", script(packs)], { encoding: "utf8" }),
  );
  return {
    policies: String(sizes.length),
    "checked and packed": `${(packing / 1000).toFixed(1)} s`,
    "catalogue, brotli": `${(light / 1000).toFixed(1)} kB`,
    "of it a policy": `${Math.round(light / sizes.length)} B`,
    "a pack, brotli, in the mean": `${Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length)} B`,
    "engine and one policy, in a new process": `${run.start} ms`,
    "its first result": `${run.result} ms`,
    "policies(), first and later": `${run.first} / ${run.later} ms`,
    "memory of that process": `${run.memory} MB`,
  };
}

/** Copies of all policies, under other ids; all but the first of places of their own. @param {string} to @param {number} copy */
function copyOf(to, copy) {
  for (const region of ["changzhou", "national", "shanghai"]) {
    mkdirSync(join(to, region), { recursive: true });
    for (const name of readdirSync(join("policies", region))) {
      const text = readFileSync(join("policies", region, name), "utf8");
      const other = text
        .replace(/^#:schema.*\n/, "")
        .replace(/^(id +=) "([^"]+)"/m, (_, key, id) => `${key} "${id}-${copy}"`)
        .replace(/^(region +=) .*/m, (_, key) => `${key} { zh = "第${copy}市", en = "City ${copy}" }`);
      writeFileSync(join(to, region, name), copy === 0 ? text : other);
    }
  }
}

/** What runs in a process of its own. @param {string} packs */
function script(packs) {
  return `
    import init, { evaluate, policies } from ${JSON.stringify(entry)};
    const times = [performance.now()];
    await init({ packs: ${JSON.stringify(pathToFileURL(packs).href)}, policies: [${JSON.stringify(SHANGHAI)}] });
    times.push(performance.now());
    evaluate(${JSON.stringify(SHANGHAI)}, { insuredAtStart: 100, insuredAtEnd: 97 });
    times.push(performance.now());
    policies();
    times.push(performance.now());
    policies();
    times.push(performance.now());
    const [start, result, first, later] = times.slice(1).map((time, index) => (time - times[index]).toFixed(1));
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    console.log(JSON.stringify({ start, result, first, later, memory }));`;
}
