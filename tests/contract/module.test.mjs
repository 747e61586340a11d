import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

for (const entry of ["", "runtime/", "authoring/"]) {
  const path = `dist/npm/${entry}wengang_bg.wasm`;
  test(`${path} uses nothing newer than the WebAssembly engines of 2017`, () => {
    const newer = [
      "bulk-memory",
      "multi-value",
      "mutable-globals",
      "reference-types",
      "saturating-float-to-int",
      "sign-extension",
      "simd",
    ];
    execFileSync("node_modules/.bin/wasm-validate", [...newer.map((feature) => `--disable-${feature}`), path]);
  });

  // What loads the module gives it the glue and nothing else; 64 bits would need engines that know BigInt.
  test(`${path} imports from the glue only, and nothing with 64 bits`, async () => {
    const imports = WebAssembly.Module.imports(await WebAssembly.compile(readFileSync(path)));
    assert.deepEqual(new Set(imports.map(({ module }) => module)), new Set(["./wengang_bg.js"]));
    const text = execFileSync("node_modules/.bin/wasm-dis", [path], { encoding: "utf8", maxBuffer: 2 ** 28 });
    const types = text.split("\n").filter((line) => line.startsWith(" (import "));
    assert.equal(types.length, imports.length);
    assert.deepEqual(
      types.filter((line) => line.includes("i64")),
      [],
    );
  });

  // WeChat on iOS loses the names of a function exported under several, and refuses exported globals.
  test(`${path} exports each function once, and no global`, async () => {
    const module = await WebAssembly.compile(readFileSync(path));
    /** @type {WebAssembly.Imports} */
    const imports = {};
    for (const { module: from, name } of WebAssembly.Module.imports(module)) {
      imports[from] = { ...imports[from], [name]: () => {} };
    }
    const { exports } = await WebAssembly.instantiate(module, imports);
    const functions = Object.values(exports).filter((value) => typeof value === "function");
    assert.equal(new Set(functions).size, functions.length);
    assert(!Object.values(exports).some((value) => value instanceof WebAssembly.Global));
  });
}
