// `make bench-scale`: what it costs to have more policies: copies of thirteen, each under an id and of a place of its own. Draws the
// curves into docs/scale.svg. Nothing is asserted about time.

import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import sirv from "sirv";
import { FLAGS, loaded } from "../tests/browser/support.mjs";
import { curves } from "./curves.mjs";

/** @import { AddressInfo } from "node:net" */

/** Figures by what they are of, each with its unit. @typedef {Record<string, { value: number, unit: string, decimals?: number }>} Figures */

const WENGANG = ["run", "--quiet", "--locked", "--release", "-p", "wengang-cli", "--"];
const SHANGHAI = "shanghai-2024-stabilisation-refund";
/** Thirteen of all kinds, no two of one scheme and year. */
const COPIED = [
  "changzhou/2020-job-placement",
  "changzhou/2020-labour-dispatch",
  "changzhou/2020-skill-certificate",
  "changzhou/2020-skills-training",
  "changzhou/2020-stabilisation-refund",
  "changzhou/2020-work-training",
  "national/enterprise-size",
  "national/overtime-pay",
  "national/stabilisation-refund",
  "shanghai/2021-work-training",
  "shanghai/2022-online-training",
  "shanghai/2024-stabilisation-refund",
  "shanghai/premium-estimate",
];
const entry = pathToFileURL(resolve("dist/npm/runtime/index.js")).href;

const folder = mkdtempSync(join(tmpdir(), "wengang-scale-"));
try {
  execFileSync("cargo", ["build", "--quiet", "--locked", "--release", "-p", "wengang-cli"]);
  /** @type {Figures[]} */
  const rows = [];
  for (const times of [1, 10, 100]) rows.push(await measured(times));
  const [first = {}] = rows;
  for (const what of Object.keys(first)) {
    const values = rows.map((row) => {
      const { value = Number.NaN, unit = "", decimals = 0 } = row[what] ?? {};
      return `${value.toFixed(decimals)} ${unit}`.padStart(12);
    });
    console.log([what.padEnd(44), ...values].join(" "));
  }
  writeFileSync("docs/scale.svg", curves(rows));
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {number} times @returns {Promise<Figures>} */
async function measured(times) {
  const policies = join(folder, `${times}`);
  const packs = join(folder, `${times}-packs`);
  mkdirSync(policies);
  cpSync("policies/calendar.toml", join(policies, "calendar.toml"));
  writeFileSync(join(policies, "shared.toml"), shared());
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
  // In the mini-program, packs are texts in base64.
  const asText = readdirSync(packs).reduce((sum, name) => {
    const { length } = readFileSync(join(packs, name));
    return sum + (name.endsWith(".pack") ? Math.ceil(length / 3) * 4 : length);
  }, 0);
  const seconds = { unit: "s", decimals: 1 };
  const milliseconds = { unit: "ms", decimals: 1 };
  return {
    policies: { value: sizes.length, unit: "" },
    "checked and packed": { value: packing / 1000, ...seconds },
    "catalogue, brotli": { value: light / 1000, unit: "kB", decimals: 1 },
    "of it a policy": { value: light / sizes.length, unit: "B" },
    "a pack, brotli, in the mean": { value: sizes.reduce((sum, size) => sum + size, 0) / sizes.length, unit: "B" },
    "all in the mini-program, of its 2 MB": { value: asText / 1000, unit: "kB" },
    "engine and one policy, in a new process": { value: run.start, ...milliseconds },
    "its first result": { value: run.result, ...milliseconds },
    "policies(), first": { value: run.first, ...milliseconds },
    "policies(), later": { value: run.later, ...milliseconds },
    "memory of that process": { value: run.memory, unit: "MB" },
    ...(await onSite(times, packs)),
  };
}

/**
 * The page with all of them: what an operator waits for, and what a visitor.
 * @param {number} times
 * @param {string} packs
 * @returns {Promise<Figures>}
 */
async function onSite(times, packs) {
  const site = join(folder, `${times}-site`);
  cpSync("dist/site", site, { recursive: true });
  rmSync(join(site, "packs"), { recursive: true });
  cpSync(packs, join(site, "packs"), { recursive: true });
  const began = performance.now();
  execFileSync("cargo", [...WENGANG, "site", site]);
  const updating = performance.now() - began;
  const server = createServer(sirv(site, { dev: true })).listen(0, "127.0.0.1");
  await once(server, "listening");
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const { port } = /** @type {AddressInfo} */ (server.address());
    await page.goto(`http://127.0.0.1:${port}`);
    await loaded(page);
    const box = page.getByRole("searchbox");
    /** From typing to the drawn list. @param {string} text */
    const searched = (text) =>
      box.evaluate(async (input, text) => {
        const began = performance.now();
        Object.assign(input, { value: text });
        input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
        await new Promise(requestAnimationFrame);
        await new Promise((resolve) => setTimeout(resolve));
        return performance.now() - began;
      }, text);
    await searched("稳岗");
    const searches = [];
    for (const text of ["失业保险", "培训", "上海 返还", "第3市 加班"]) searches.push(await searched(text));
    const session = await page.context().newCDPSession(page);
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    return {
      "a site brought up to date": { value: updating / 1000, unit: "s", decimals: 1 },
      "finder: a search, typed to drawn": { value: Math.max(...searches), unit: "ms", decimals: 1 },
      "memory of the page's scripts": { value: usedSize / 1e6, unit: "MB", decimals: 1 },
    };
  } finally {
    await browser.close();
    server.close();
  }
}

/** Of what policies share, that which the copied ones take, and what this rests on. */
function shared() {
  const texts = COPIED.map((path) => readFileSync(`policies/${path}.toml`, "utf8"));
  const sections = readFileSync("policies/shared.toml", "utf8").split(/^(?=\[\[)/m);
  const named = (/** @type {string[]} */ texts, /** @type {string} */ keys, /** @type {string} */ section) => {
    const [, name] = /^name += "(.+)"/m.exec(section) ?? [];
    return texts.some((text) => new RegExp(`${keys} += .*"${name}["：]`).test(text));
  };
  const taken = sections.filter((section) => named(texts, "use", section));
  return sections
    .filter((section) => taken.includes(section) || named([...texts, ...taken], "sources?", section))
    .join("");
}

/** Copies of those policies, under other ids; all but the first of places of their own. @param {string} to @param {number} copy */
function copyOf(to, copy) {
  for (const path of COPIED) {
    const file = join(to, `${path}.toml`);
    const text = readFileSync(`policies/${path}.toml`, "utf8");
    const other = text
      .replace(/^#:schema.*\n/, "")
      .replace(/^(id +=) "([^"]+)"/m, (_, key, id) => `${key} "${id}-${copy}"`)
      .replace(/^(region +=) .*/m, (_, key) => `${key} { zh = "第${copy}市", en = "City ${copy}" }`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, copy === 0 ? text : other);
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
    const [start, result, first, later] = times.slice(1).map((time, index) => time - times[index]);
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    console.log(JSON.stringify({ start, result, first, later, memory }));`;
}
