// The package in Node and on servers: as it is installed, built in, and where there are no files.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { build as esbuild } from "esbuild";
import { parse } from "smol-toml";
import { build } from "vite";
import { COUNT, install, pack } from "./project.mjs";

const project = install();
const at = (/** @type {string} */ path) => join(project, path);
/** @param {string[]} options */
const node = (...options) =>
  execFileSync(process.execPath, options, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
/** Node of before 20.19 and 22.12 has ES modules only where it may wait for them. */
const skip = !("require_module" in process.features && process.features.require_module);

describe("Node", () => {
  test("imports it", () => assert.match(node(at("node.js")), /^eligible 7380\.00\n.*人/));

  test("loads some policies only", () => {
    assert.equal(node(at("some.js")), `${COUNT}\nnational-enterprise-size,national-overtime-pay\n`);
  });

  test("requires it", { skip }, () => assert.equal(node(at("node.cjs")), "[ 'employees', 'revenue' ]\n"));

  test("has the same results without WebAssembly", { skip }, () => {
    assert.equal(node("--jitless", at("node.js")), node(at("node.js")));
  });

  test("has it in threads", async () => {
    const worker = new Worker(at("node.js"), { stdout: true });
    assert.match(String(await worker.stdout.toArray()), /^eligible 7380\.00/);
  });

  test("checks policy files as they are being written", () => {
    const sound = JSON.stringify(readFileSync("tests/mistakes/none.toml", "utf8"));
    const script = `
      import { diagnostics, failed, preview, words } from "./editor.js";
      const text = ${sound};
      const [{ code, fixes }] = diagnostics(text.replace("净增人数 ≥", "净增加人数 ≥"));
      console.log(code, fixes[0].text, failed(text).length, words(text, 1, 1).join());
      console.log(preview(text, { hired: 3, left: 2 }));`;
    writeFileSync(at("edit.js"), script);
    assert.equal(node(at("edit.js")), "unknown-name 净增人数 0 补贴标准,招用人数,离职人数,净增人数\n500.00\n");
  });

  test("may call init, and keeps what was added meanwhile", () => {
    const policy = parse(readFileSync("tests/contract/every-key.toml", "utf8"));
    const script = `
      import init, { addPolicy, policies } from "wengang";
      const starting = init();
      addPolicy(${JSON.stringify(policy)});
      await starting;
      await init();
      console.log(policies().some(({ id }) => id === ${JSON.stringify(policy.id)}));`;
    writeFileSync(at("init.js"), script);
    assert.equal(node(at("init.js")), "true\n");
  });
});

const PAGE = "<p>9000.00</p>";
/** @param {string} path */
const importing = (path) => import(pathToFileURL(at(path)).href);

describe("a server's code, built", () => {
  test("by Vite", async () => {
    await build({ root: project, logLevel: "error", build: { ssr: "server.js", outDir: "vite" } });
    assert.equal((await importing("vite/server.js")).render(), PAGE);
  });

  test("by webpack", async () => {
    await pack({
      mode: "production",
      context: project,
      entry: "./server.js",
      target: "node",
      output: { path: at("webpack"), filename: "server.cjs", library: { type: "commonjs2" } },
      optimization: { minimize: false },
    });
    assert.equal((await importing("webpack/server.cjs")).default.render(), PAGE);
  });

  const bundlers = {
    Vite: (/** @type {string} */ outDir) =>
      build({
        root: project,
        logLevel: "error",
        ssr: { noExternal: true },
        build: { ssr: "server.js", outDir },
      }),
    esbuild: (/** @type {string} */ outDir) =>
      esbuild({
        absWorkingDir: project,
        logLevel: "error",
        entryPoints: ["server.js"],
        bundle: true,
        platform: "node",
        format: "esm",
        outdir: outDir,
      }),
  };
  for (const [name, bundle] of Object.entries(bundlers)) {
    test(`by ${name} into one file, beside which the engine is put`, async () => {
      const folder = `one-file-${name}`;
      await bundle(folder);
      const { render } = await importing(`${folder}/server.js`);
      for (let time = 0; time < 200; time += 1) assert.throws(render, /await init\(\) before the first call/);
      copyFileSync(at("node_modules/wengang/runtime/wengang_bg.wasm"), at(`${folder}/wengang_bg.wasm`));
      assert.equal(render(), PAGE);
    });
  }

  test("into CommonJS, which is given the engine's bytes", async () => {
    const script = `
      import { readFileSync } from "node:fs";
      import init from "wengang/runtime";
      import { render } from "./server.js";
      init(readFileSync("node_modules/wengang/runtime/wengang_bg.wasm")).then(() => console.log(render()));`;
    writeFileSync(at("given.js"), script);
    await esbuild({
      absWorkingDir: project,
      logLevel: "error",
      entryPoints: ["given.js"],
      bundle: true,
      platform: "node",
      outfile: "given.cjs",
    });
    const options = { cwd: project, encoding: /** @type {const} */ ("utf8") };
    assert.equal(execFileSync(process.execPath, ["given.cjs"], options), `${PAGE}\n`);
  });
});

test("a runtime without files is given the compiled module", () => {
  const printed = node("--experimental-vm-modules", resolve("tests/npm/edge.mjs"), project);
  assert.deepEqual(JSON.parse(printed), { missing: ["employees", "revenue"] });
});
