import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";

const site = "dist/site";

// All thirteen policies included. The aim is 110 kB: see docs/architecture.md for where the weight is.
test("the first visit costs no more than 202 kB", () => {
  // The engine as JavaScript is for browsers that cannot have it as WebAssembly.
  const visited = readdirSync(site).filter((name) => name !== "wengang_bg.wasm.js");
  const sizes = visited.map((name) => brotliCompressSync(readFileSync(`${site}/${name}`)).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  assert(total < 202_000, `${total} bytes, brotli`);
});
