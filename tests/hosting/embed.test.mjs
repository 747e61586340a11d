// What the sample for dist/embed sends: to the pages of other sites what they load, and nothing else.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { filesIn } from "../../pkg-config/bundle.mjs";
import { Server } from "./server.mjs";

const files = filesIn("dist/embed");
/** What pages of other sites load. */
const PUBLIC = ["frame.css", "wengang-frame.js", "wengang.js", "wengang_bg.wasm", "wengang_bg.wasm.js"];

const server = new Server("pkg-config/embed/nginx.conf");
before(() => server.start("dist/embed"));
after(() => server.remove());

/** @param {string} path */
async function headersOf(path) {
  const { status, headers } = await fetch(`${server.url}/${path}`);
  assert.equal(status, 200, path);
  return headers;
}

test("other sites can read the scripts, the engine, the sheet and the policies, and nothing else", async () => {
  for (const name of files) {
    const headers = await headersOf(name);
    const isPublic = PUBLIC.includes(name) || name.startsWith("packs/");
    assert.equal(headers.get("access-control-allow-origin"), isPublic ? "*" : null, name);
    assert.equal(headers.get("cross-origin-resource-policy"), isPublic ? "cross-origin" : "same-origin", name);
  }
  assert.deepEqual(
    PUBLIC.filter((name) => !files.includes(name)),
    [],
  );
});

test("only pages that are listed may show the frame", async () => {
  const headers = await headersOf("frame.html");
  assert.equal(headers.get("content-security-policy"), "frame-ancestors 'self' https://www.example.gov.cn");
  assert.equal(headers.get("content-type"), "text/html");
});

test("what has a hash is kept, the rest is asked for again", async () => {
  for (const name of files) {
    const isHashed = name.endsWith(".pack");
    const expected = isHashed ? "public, max-age=31536000, immutable" : "no-cache";
    assert.equal((await headersOf(name)).get("cache-control"), expected, name);
  }
  for (const name of ["wengang_bg.wasm", "wengang_bg.wasm.js", "frame.css"]) {
    const kept = (await headersOf(`${name}?0123abcd`)).get("cache-control");
    assert.equal(kept, "public, max-age=31536000, immutable", name);
  }
  assert.equal((await headersOf("wengang.js?0123abcd")).get("cache-control"), "no-cache");
});
