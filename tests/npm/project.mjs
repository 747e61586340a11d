// A user's project: the package installed from its archive, and the examples of its README.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after } from "node:test";
import sirv from "sirv";
import webpack from "webpack";

/** How many policies the package has, in words. */
export const COUNT = String(JSON.parse(readFileSync("dist/npm/packs/catalogue.json", "utf8")).policies.length);

/** The fenced blocks of a README: what they are, and their text. @param {string} name */
export function blocksOf(name) {
  const text = readFileSync(join("dist/npm", name), "utf8");
  return Array.from(text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm), ([, info = "", content = ""]) => ({ info, content }));
}

/** Gives its folder, in which the examples have the names that stand in the README. */
export function install() {
  const folder = mkdtempSync(join(tmpdir(), "wengang-npm-"));
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const npm = (/** @type {string[]} */ ...options) =>
    execFileSync("npm", [...options, "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], {
      cwd: folder,
    });
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  npm("pack", resolve("dist/npm"));
  const [archive = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  npm("install", `./${archive}`);
  for (const { info, content } of blocksOf("README.md")) {
    const [, name] = info.split(" ");
    if (name) writeFileSync(join(folder, name), content);
  }
  return folder;
}

/**
 * Gives the address at which a folder is served until the tests are over.
 * @param {string} folder
 * @param {string} [contentSecurityPolicy]
 */
export async function serve(folder, contentSecurityPolicy) {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    if (contentSecurityPolicy) response.setHeader("content-security-policy", contentSecurityPolicy);
    files(request, response, () => void response.writeHead(404).end());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}`;
}

/**
 * Builds by webpack, which is to have nothing to say of it.
 * @param {import("webpack").Configuration} configuration
 */
export async function pack(configuration) {
  /** @type {import("webpack").Stats | undefined} */
  const stats = await new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => (error ? reject(error) : resolve(stats)));
  });
  assert.deepEqual(stats?.toJson({ all: false, errors: true, warnings: true }), { errors: [], warnings: [] });
}
