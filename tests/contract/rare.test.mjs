// What few policies have is not in the module that a page begins with: it says so, and the whole engine in its place reads them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import init, { complete, load, loaded, PolicyPackError, situation } from "../../dist/npm/runtime/index.js";

const SCALED = "test-scaled-subsidy";
const OVERTIME = "national-overtime-pay";

const folder = mkdtempSync(join(tmpdir(), "wengang-rare-"));
after(() => rmSync(folder, { recursive: true }));

test("the first module refuses what few policies have and goes on, and the whole one reads it", async () => {
  const files = ["tests/schemes/scaled-subsidy.toml", "policies/national/overtime-pay.toml"];
  const wengang = ["run", "--quiet", "--locked", "-p", "wengang-cli", "--", "pack"];
  execFileSync("cargo", [...wengang, ...files, "-o", folder]);
  const catalogue = readFileSync(join(folder, "catalogue.json"), "utf8");
  const engines = JSON.parse(catalogue).policies.map((/** @type {any} */ { id, engine }) => [id, engine]);
  assert.deepEqual(Object.fromEntries(engines), { [OVERTIME]: undefined, [SCALED]: "whole" });
  const fetch = async (/** @type {string} */ file) => new Uint8Array(readFileSync(join(folder, file)));
  const first = readdirSync("dist/site").find((name) => /^wengang_first\..*\.wasm$/.test(name)) ?? "";
  await init({ module: readFileSync(`dist/site/${first}`), packs: { catalogue, fetch }, policies: [OVERTIME] });
  await assert.rejects(load(SCALED), (error) => {
    assert(error instanceof PolicyPackError, String(error));
    assert.deepEqual([error.reason, error.message], ["whole-engine", "这项政策要用完整的计算器打开"]);
    return true;
  });
  assert.deepEqual(loaded(), [OVERTIME]);
  assert.deepEqual(situation(OVERTIME, {}).problems, []);
  await complete(readFileSync("dist/npm/runtime/wengang_bg.wasm"));
  await load(SCALED);
  const { assessment } = situation(SCALED, { people: "31" });
  assert.equal(assessment?.amount, "61500.00");
});
