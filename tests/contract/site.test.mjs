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

// All thirteen policies included. The aim is 110 kB: see docs/architecture.md for where the weight is.
test("the first visit costs no more than 276 kB", () => {
  // The engine as JavaScript is for browsers that cannot have it as WebAssembly, pictures are for home screens.
  const visited = files.filter((name) => name.endsWith(".br") && !/\.wasm\.js|\.png/.test(name));
  const total = visited.reduce((sum, name) => sum + read(name).length, 0);
  assert(total < 276_000, `${total} bytes, brotli`);
});

test("each file lies beside itself compressed", () => {
  assert.deepEqual(files, plain.flatMap((name) => [name, `${name}.br`, `${name}.gz`]).sort());
  for (const name of plain) {
    assert.deepEqual(brotliDecompressSync(read(`${name}.br`)), read(name), name);
    assert.deepEqual(gunzipSync(read(`${name}.gz`)), read(name), name);
  }
});

test("page and manifest refer to files that are there, and to each of this build", () => {
  const named = ["index.html", "manifest.webmanifest"].flatMap((name) =>
    Array.from(
      read(name)
        .toString()
        .matchAll(/"\.\/([^"#]+)"/g),
      ([, address = ""]) => address,
    ),
  );
  const own = ["index.html", "sw.js"];
  assert.deepEqual(
    [...new Set(named)].sort(),
    ["packs/", ...plain.filter((name) => !own.includes(name) && !name.startsWith("packs/"))].sort(),
  );
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
