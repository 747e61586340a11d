import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { extname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { after, before, test } from "node:test";
import { filesIn } from "../../pkg-config/bundle.mjs";
import { Server } from "./server.mjs";

const site = "dist/site";
const files = filesIn(site).filter((name) => !/\.(br|gz)$/.test(name));

const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".pack": "application/octet-stream",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** What a browser accepts, and the file that it then gets. */
const ENCODINGS = [
  { accepted: "gzip, deflate, br, zstd", encoding: "br", suffix: ".br" },
  { accepted: "gzip, deflate", encoding: "gzip", suffix: ".gz" },
  { accepted: "identity", encoding: undefined, suffix: "" },
];

const server = new Server();
before(() => server.start(site));
after(() => server.remove());

/**
 * fetch would decode what it gets.
 * @param {string} path
 * @param {Record<string, string>} [headers]
 */
async function get(path, headers = {}) {
  /** @type {import("node:http").IncomingMessage} */
  const response = await new Promise((resolve, reject) => {
    request(`${server.url}/${path}`, { headers }, resolve).on("error", reject).end();
  });
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

for (const name of files) {
  test(`${name} has its type, its compressed forms and its time to be kept`, async () => {
    for (const { accepted, encoding, suffix } of ENCODINGS) {
      const { status, headers, body } = await get(name, { "accept-encoding": accepted });
      assert.equal(status, 200);
      assert.equal(headers["content-type"], TYPES[/** @type {keyof typeof TYPES} */ (extname(name))]);
      assert.equal(headers["content-encoding"], encoding);
      assert.equal(headers.vary, "Accept-Encoding");
      assert.deepEqual(body, readFileSync(join(site, name + suffix)));
      const isHashed = /\.[0-9A-Z]{8}\.|\.[0-9a-f]{16,24}\.pack$/.test(name);
      assert.equal(headers["cache-control"], isHashed ? "public, max-age=31536000, immutable" : "no-cache");
      assertSafe(headers);
    }
  });
}

test("what has not changed is not sent again", async () => {
  const { headers } = await get("index.html");
  const again = await get("index.html", { "if-none-match": headers.etag ?? "" });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
});

test("the folder itself is the page", async () => {
  const { headers, body } = await get("");
  assert.equal(headers["cache-control"], "no-cache");
  assert.deepEqual(body, readFileSync(join(site, "index.html")));
});

test("what is missing is said to be, and that is not kept", async () => {
  for (const path of ["nothing", "main.AAAAAAAA.js"]) {
    const { status, headers } = await get(path);
    assert.equal(status, 404);
    assert.equal(headers["cache-control"], undefined);
    assertSafe(headers);
  }
});

/** @param {import("node:http").IncomingHttpHeaders} headers */
function assertSafe(headers) {
  const policy = String(headers["content-security-policy"]).split("; ");
  assert.ok(policy.includes("default-src 'none'"));
  assert.ok(policy.includes("script-src 'self' 'wasm-unsafe-eval'"));
  assert.ok(!policy.join().includes("unsafe-inline"));
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.equal(headers["referrer-policy"], "no-referrer");
  assert.equal(headers["cross-origin-opener-policy"], "same-origin");
  assert.match(String(headers["permissions-policy"]), /geolocation=\(\)/);
}
