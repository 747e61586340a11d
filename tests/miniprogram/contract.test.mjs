// The contract cases within WeChat's logic layer, on the engine by WXWebAssembly and as JavaScript.

import assert from "node:assert/strict";
import { describe, it, test } from "node:test";
import vm from "node:vm";
import { build } from "esbuild";
import { logicLayer, wxWebAssembly } from "./logic-layer.mjs";

/** The cases judge by the classes of their own realm, so they run in there too. */
const { outputFiles } = await build({
  entryPoints: ["tests/contract/contract.mjs"],
  bundle: true,
  format: "cjs",
  write: false,
});
const contract = String(outputFiles[0]?.text);

test("the logic layer of these tests has nothing that WeChat's has not", () => {
  const { context } = logicLayer();
  const missing =
    "TextDecoder TextEncoder WebAssembly WXWebAssembly URL URLSearchParams fetch window document process performance Intl";
  for (const name of [...missing.split(" "), "navigator", "location", "require", "Buffer", "localStorage", "crypto"]) {
    assert.equal(vm.runInContext(`typeof ${name}`, context), "undefined", name);
  }
});

const refused = {
  instantiate: async () => {
    throw new Error("CompileError: invalid wasm file");
  },
};
const SURROUNDINGS = [
  { name: "with WXWebAssembly", WXWebAssembly: wxWebAssembly(), warnings: 0 },
  { name: "without WXWebAssembly", WXWebAssembly: undefined, warnings: 0 },
  { name: "where WXWebAssembly refuses the module", WXWebAssembly: refused, warnings: 1 },
];

for (const { name, WXWebAssembly, warnings } of SURROUNDINGS) {
  const layer = logicLayer({ WXWebAssembly });
  const api = layer.load("engine/index.js");
  await api.startEngine();
  const { cases, differences } = layer.load("contract.js", contract);

  describe(name, () => {
    it("loads the engine once, and says where it had to make do", async () => {
      await api.startEngine();
      assert.equal(layer.warnings.length, warnings);
      if (WXWebAssembly && "loaded" in WXWebAssembly)
        assert.deepEqual(WXWebAssembly.loaded, ["/engine/wengang_bg.wasm.br"]);
    });
    for (const [group, list] of Object.entries(cases)) {
      for (const example of list) {
        it(`${group}: ${example.name}`, () => assert.deepEqual([...differences(api, example)], []));
      }
    }
  });
}

test("texts in the engine's own UTF-8 come through whole", async () => {
  const layer = logicLayer({ WXWebAssembly: wxWebAssembly() });
  const api = layer.load("engine/index.js");
  await api.startEngine();
  for (const text of ["plain", "é", "稳岗", "𠮷野家", "😀 a é 稳 𠮷"]) {
    assert.throws(
      () => api.describe(text),
      (/** @type {Error & { policyId: string }} */ error) => error.policyId === text && error.message.includes(text),
    );
  }
  assert.throws(
    () => api.describe("\ud842"),
    (/** @type {Error & { policyId: string }} */ error) => error.policyId === "\ufffd",
  );
});
