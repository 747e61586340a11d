// The package in pages, as a user brings it there: by Vite, by webpack, by a script tag. Each with WebAssembly and without.

import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build as esbuild } from "esbuild";
import { chromium } from "playwright-core";
import { build, createLogger, createServer } from "vite";
import { FLAGS } from "../browser/support.mjs";
import { blocksOf, COUNT, install, pack, serve } from "./project.mjs";

const project = install();
const read = (/** @type {string} */ name) => readFileSync(join(project, name), "utf8");
const write = (/** @type {string} */ name, /** @type {string} */ text) => writeFileSync(join(project, name), text);

// The example for pages once more, with the other entry.
const whole = read("main.js").replace("wengang/runtime", "wengang");
assert.notEqual(whole, read("main.js"));
write("whole.js", whole);
const page = (/** @type {string} */ script) => `<!doctype html><html lang="en"><title>x</title><body>${script}`;
for (const name of ["main", "whole"]) write(`${name}.html`, page(`<script type="module" src="/${name}.js"></script>`));

write("part.js", 'import "wengang/runtime"; export { InvalidInputError } from "wengang";');
/** What code has in it that loads the engine or calls it. */
const ENGINE = /WebAssembly|getBuiltinModule|__wb/;

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
after(() => browser.close());

/**
 * Opens a page until it shows a text, without complaints; gives the paths that it has requested.
 * @param {string} url
 * @param {string} shown
 */
async function open(url, shown, { withWebAssembly = true } = {}) {
  const tab = await browser.newPage();
  if (!withWebAssembly) await tab.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"));
  /** @type {string[]} */
  const requested = [];
  /** @type {string[]} */
  const complaints = [];
  tab.on("request", (request) => requested.push(new URL(request.url()).pathname));
  tab.on("pageerror", (error) => complaints.push(error.message));
  tab.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  await tab.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
  await tab.goto(url);
  const text = tab.getByText(shown, { exact: true });
  await text.waitFor({ timeout: 20_000 }).catch((error) => complaints.push(error.message));
  await tab.close();
  assert.deepEqual(complaints, []);
  return requested;
}

/**
 * @param {string} url
 * @param {RegExp} engine
 * @param {RegExp} fallback
 */
async function shows(url, engine, fallback, shown = "9000.00") {
  for (const withWebAssembly of [true, false]) {
    const requested = await open(url, shown, { withWebAssembly });
    const found = [engine, fallback].map((path) => requested.filter((one) => path.test(one)).length);
    assert.deepEqual(found, withWebAssembly ? [1, 0] : [0, 1], requested.join());
  }
}

describe("Vite", () => {
  /** @type {string[]} */
  const warnings = [];
  const customLogger = createLogger("warn");
  customLogger.warn = customLogger.warnOnce = (text) => warnings.push(text);
  const options = { root: project, customLogger };

  test("builds pages that load the engine from hashed assets", async () => {
    const input = ["main.html", "whole.html"].map((name) => join(project, name));
    await build({ ...options, build: { rollupOptions: { input } } });
    assert.deepEqual(warnings, []);
    // Under the policy that the README names.
    const [, policy] =
      blocksOf("README.md")
        .find(({ info }) => info === "http")
        ?.content.match(/: (.*)/) ?? [];
    assert.ok(policy);
    const url = await serve(join(project, "dist"), policy);
    for (const name of ["main", "whole"]) {
      const path = `${url}/${name}.html`;
      await shows(path, /^\/assets\/wengang_bg-[\w-]{8}\.wasm$/, /^\/assets\/wengang_bg\.wasm-[\w-]{8}\.js$/);
    }
  });

  test("takes nothing of the package along that is not used", async () => {
    const input = join(project, "part.js");
    const rollupOptions = { input, preserveEntrySignatures: /** @type {const} */ ("strict") };
    const built = await build({ ...options, build: { write: false, minify: false, rollupOptions } });
    const { output } = /** @type {import("vite").Rollup.RollupOutput} */ (built);
    const [code = ""] = output.flatMap((file) => (file.type === "chunk" ? file.code : []));
    assert.match(code, /InvalidInputError/);
    assert.doesNotMatch(code, ENGINE);
  });

  test("serves it while developing", async () => {
    const server = await createServer({ ...options, server: { host: "127.0.0.1", port: 0, watch: null } });
    await server.listen();
    try {
      const [url = ""] = server.resolvedUrls?.local ?? [];
      await shows(`${url}main.html`, /\/runtime\/wengang_bg\.wasm$/, /\/runtime\/wengang_bg\.wasm\.js$/);
    } finally {
      await server.close();
    }
    assert.deepEqual(warnings, []);
  });
});

describe("webpack", () => {
  /** As the README has it. @param {import("webpack").Configuration} changes */
  async function packed(changes) {
    const { default: example } = await import(pathToFileURL(join(project, "webpack.config.js")).href);
    await pack({ context: project, ...example, ...changes });
  }

  // Minified as it is by itself: the engine as JavaScript, too.
  test("builds a page that loads the engine from hashed assets", async () => {
    const path = join(project, "webpack");
    await packed({ output: { path } });
    writeFileSync(join(path, "index.html"), page('<script src="main.js"></script>'));
    await shows(await serve(path), /^\/\w{20}\.wasm$/, /^\/\w{20}\.js$/);
  });

  test("takes the whole package as well", async () => {
    const path = join(project, "webpack-whole");
    await packed({ entry: "./whole.js", output: { path }, optimization: { minimize: false } });
    writeFileSync(join(path, "index.html"), page('<script src="main.js"></script>'));
    await shows(await serve(path), /^\/\w{20}\.wasm$/, /^\/\w{20}\.js$/);
  });

  test("takes nothing of the package along that is not used", async () => {
    const path = join(project, "webpack-part");
    await packed({ entry: "./part.js", output: { path, library: { type: "commonjs" } } });
    assert.deepEqual(readdirSync(path), ["main.js"]);
    assert.match(read("webpack-part/main.js"), /InvalidInputError/);
    assert.doesNotMatch(read("webpack-part/main.js"), ENGINE);
  });
});

test("esbuild bundles a page beside which the engine is put", async () => {
  const outdir = join(project, "esbuild");
  await esbuild({ absWorkingDir: project, entryPoints: ["main.js"], bundle: true, format: "esm", outdir });
  writeFileSync(join(outdir, "index.html"), page('<script type="module" src="main.js"></script>'));
  for (const name of ["wengang_bg.wasm", "wengang_bg.wasm.js"])
    cpSync(join(project, "node_modules/wengang/runtime", name), join(outdir, name));
  await shows(await serve(outdir), /^\/wengang_bg\.wasm$/, /^\/wengang_bg\.wasm\.js$/);
});

describe("a script tag", async () => {
  cpSync(join(project, "node_modules/wengang"), join(project, "served"), { recursive: true });
  cpSync(createRequire(import.meta.url).resolve("requirejs/require.js"), join(project, "served/require.js"));
  for (const name of ["script.html", "amd.html"]) cpSync(join(project, name), join(project, "served", name));
  const url = await serve(join(project, "served"));
  const engines = /** @type {const} */ ([/^\/runtime\/wengang_bg\.wasm$/, /^\/runtime\/wengang_bg\.wasm\.js$/]);

  test("makes it a global that finds the engine", () => shows(`${url}/script.html`, ...engines));

  test("does so in a worker, which is told where", async () => {
    writeFileSync(
      join(project, "served/worker.js"),
      `importScripts("runtime/wengang.global.js");
      wengang.init("runtime/wengang_bg.wasm", "runtime/wengang_bg.wasm.js").then(() => postMessage(wengang.policies().length));`,
    );
    const script = 'new Worker("worker.js").onmessage = ({ data }) => document.body.append(data)';
    writeFileSync(join(project, "served/worker.html"), page(`<script>${script}</script>`));
    assert((await open(`${url}/worker.html`, COUNT)).includes("/runtime/wengang_bg.wasm"));
  });

  test("does so on a page with an AMD loader", () => shows(`${url}/amd.html`, ...engines, COUNT));

  for (const [entry, folder] of [
    ["wengang", "/"],
    ["wengang/runtime", "/runtime/"],
  ]) {
    test(`makes one global that has what ${entry} exports`, async () => {
      const tab = await browser.newPage();
      await tab.route("**/blank", (route) => route.fulfill({ contentType: "text/html", body: page("") }));
      await tab.goto(`${url}/blank`);
      const before = await tab.evaluate(() => Object.getOwnPropertyNames(window));
      await tab.addScriptTag({ url: `${url}${folder}wengang.global.js` });
      const added = await tab.evaluate(
        (known) => Object.getOwnPropertyNames(window).filter((name) => !known.includes(name)),
        before,
      );
      assert.deepEqual(added, ["wengang"]);
      const names = await tab.evaluate(() => Object.keys(Reflect.get(window, "wengang")));
      const module = await import(pathToFileURL(join(project, `node_modules/wengang${folder}index.js`)).href);
      assert.deepEqual(
        names.sort(),
        Object.keys(module)
          .map((name) => (name === "default" ? "init" : name))
          .sort(),
      );
      await tab.close();
    });
  }

  test("says the same on a page in any encoding", () => {
    for (const folder of ["", "runtime/"]) assert.match(read(`served/${folder}wengang.global.js`), /^[\0-\x7f]+$/);
  });
});
