import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";

const site = "dist/site";

test("the first visit costs less than 110 kB", () => {
  const sizes = readdirSync(site).map((name) => brotliCompressSync(readFileSync(`${site}/${name}`)).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  assert(total < 110_000, `${total} bytes, brotli`);
});
