import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { filesIn } from "../../pkg-config/bundle.mjs";

const site = "dist/site";
const files = filesIn(site);
const plain = files.filter((name) => !/\.(br|gz)$/.test(name));
const read = (/** @type {string} */ name) => readFileSync(join(site, name));

/** What files weigh as they are sent. @param {string[]} names */
const weightOf = (names) => names.reduce((sum, name) => sum + read(`${name}.br`).length, 0);

// Until the first view is there: see docs/architecture.md for where the weight is.
for (const [view, most] of Object.entries({ start: 42_000, policy: 52_500, profile: 66_000 })) {
  test(`the scripts of the first view (${view}) are no more than ${most} bytes`, () => {
    const page = read("index.html").toString();
    const [, own = ""] = new RegExp(`data-${view}="([^"]*)"`).exec(page) ?? [];
    const named = page.replace(/data-(?!fallback)[a-z]+="[^"]*"/g, "") + own;
    const weight = weightOf(plain.filter((name) => /^[^.]+\.[^.]+\.js$/.test(name) && named.includes(name)));
    assert(weight < most, `${weight} bytes, brotli`);
  });
}

// All thirteen policies included.
test("the whole of a visit costs no more than 305 kB", () => {
  // The engine as JavaScript is for browsers that cannot have it as WebAssembly, pictures are for home screens.
  const weight = weightOf(plain.filter((name) => !/\.wasm\.js$|\.png$/.test(name)));
  assert(weight < 305_000, `${weight} bytes, brotli`);
});

test("each file lies beside itself compressed", () => {
  assert.deepEqual(files, plain.flatMap((name) => [name, `${name}.br`, `${name}.gz`]).sort());
  for (const name of plain) {
    assert.deepEqual(brotliDecompressSync(read(`${name}.br`)), read(name), name);
    assert.deepEqual(gunzipSync(read(`${name}.gz`)), read(name), name);
  }
});

test("page, manifest and scripts refer to files that are there, and to each of this build", () => {
  const own = ["index.html", "sw.js"];
  const scripts = plain.filter((name) => name.endsWith(".js") && !name.endsWith(".wasm.js") && !own.includes(name));
  const named = [
    ...["index.html", "manifest.webmanifest"].flatMap((name) => [
      ...read(name)
        .toString()
        .matchAll(/["' ]\.\/([\w.-]+)/g),
    ]),
    ...scripts.flatMap((name) => [
      ...read(name)
        .toString()
        .matchAll(/\b(?:from|import\(?)"\.\/([\w.-]+)"/g),
    ]),
  ].map(([, name = ""]) => name);
  // The catalogue of the folder says which packs there are.
  const expected = ["packs", ...plain.filter((name) => !name.startsWith("packs/"))].sort();
  assert.deepEqual([...new Set([...own, ...named])].sort(), expected);
});

test("packed again, every byte is the same", () => {
  const again = mkdtempSync(join(tmpdir(), "wengang-site-"));
  try {
    execFileSync(process.execPath, ["pkg-config/site/build.mjs", again]);
    assert.deepEqual(filesIn(again), files);
    for (const name of files) assert.deepEqual(readFileSync(join(again, name)), read(name), name);
  } finally {
    rmSync(again, { recursive: true });
  }
});
