// addPack(): a policy from a file of its own; whatever else the bytes are is refused, and says why.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { runInNewContext } from "node:vm";
import * as api from "../../dist/npm/index.js";
import * as runtime from "../../dist/npm/runtime/index.js";
import { cases, differences } from "./contract.mjs";

/** @param {number} format */
function packsOf(format) {
  const folder = `tests/packs/format-${format}`;
  return readdirSync(folder).map((name) => new Uint8Array(readFileSync(`${folder}/${name}`)));
}
const packs = packsOf(2);
const [example = new Uint8Array(), size = new Uint8Array()] = packs;
const inputs = { hired: 3, left: 2 };

/** @param {number} at @param {(byte: number) => number} change */
const changed = (at, change) => example.map((byte, place) => (place === at ? change(byte) : byte));

/** @type {Record<string, () => unknown>} none of them bytes */
const hostile = {
  nothing: () => undefined,
  null: () => null,
  "a number": () => 634,
  "a text": () => String.fromCharCode(...example),
  "a list of bytes": () => Array.from(example),
  "an object that calls itself bytes": () => ({ [Symbol.toStringTag]: "Uint8Array", length: 634, byteLength: 634 }),
  "an object that inherits from bytes": () => Object.create(example),
  "a proxy of bytes": () => new Proxy(example, {}),
  "a proxy that throws": () =>
    new Proxy(example, {
      get: () => {
        throw new Error("the caller’s own");
      },
    }),
  "other numbers": () => new Float64Array(100),
  "signed bytes": () => new Int8Array(example),
  "a view": () => new DataView(example.slice().buffer),
  "shared memory": () => new SharedArrayBuffer(100),
  "bytes that have gone elsewhere": () => {
    const bytes = example.slice();
    structuredClone(bytes, { transfer: [bytes.buffer] });
    return bytes;
  },
  "a buffer that has gone elsewhere": () => {
    const { buffer } = example.slice();
    structuredClone(buffer, { transfer: [buffer] });
    return buffer;
  },
  "a page": () => new TextEncoder().encode("<!doctype html>"),
  "a billion zeros": () => new ArrayBuffer(1e9),
  "a policy file": () => ({ id: "example" }),
};

/** @type {[string, typeof runtime][]} */
const entries = [
  ["package", /** @type {any} */ (api)],
  ["runtime", runtime],
];
for (const [entry, module] of entries) {
  const { addPack, evaluate, PolicyPackError, policies } = module;
  const ids = () => policies().map(({ id }) => id);

  /**
   * @param {unknown} pack
   * @param {string} reason
   */
  const refuses = (pack, reason) =>
    assert.throws(
      () => addPack(/** @type {any} */ (pack)),
      (error) => {
        assert(error instanceof PolicyPackError, String(error));
        assert.deepEqual([error.name, error.reason], ["PolicyPackError", reason]);
        assert(error.message.length > 0 && error.message.length < 200);
        return true;
      },
    );

  describe(`${entry}: addPack`, () => {
    it("refuses what is damaged, cut or of another format, in words of either language", () => {
      const before = ids();
      for (let length = 0; length < example.length; length += 1) refuses(example.subarray(0, length), "truncated");
      for (let at = 0; at < example.length; at += 1) {
        const expected =
          at < 8
            ? "malformed"
            : at < 10
              ? "unknown-version"
              : at < 14 && (Number(example[at]) & 0x10) === 0
                ? "truncated"
                : "altered";
        refuses(
          changed(at, (byte) => byte ^ 0x10),
          expected,
        );
      }
      const longer = new Uint8Array(2 ** 20 + 1);
      longer.set(example);
      refuses(longer, "altered");
      const other = changed(8, () => 7);
      for (const [locale, message] of /** @type {const} */ ([
        ["zh-CN", "政策包的格式是第7版，本版计算器能读的是第1至3版"],
        ["en", "the pack has format 7; this engine reads formats 1 to 3"],
      ])) {
        assert.throws(() => addPack(other, { locale }), {
          name: "PolicyPackError",
          reason: "unknown-version",
          message,
        });
      }
      assert.deepEqual(ids(), before);
    });

    for (const [kind, make] of Object.entries(hostile)) it(`refuses ${kind}`, () => refuses(make(), "malformed"));

    it("refuses options that are none as all functions do", () => {
      assert.throws(() => addPack(example, /** @type {any} */ ({ locale: "fr" })), module.InvalidInputError);
      assert.throws(() => addPack(example, { today: "2026-02-30" }), module.InvalidInputError);
    });

    it("makes a policy like any other of bytes, whatever holds them", () => {
      const holders = [
        example,
        Buffer.from(example),
        example.slice().buffer,
        new Uint8Array([1, 2, ...example, 3]).subarray(2, -1),
        runInNewContext("Uint8Array.from(bytes)", { bytes: Array.from(example) }),
        runInNewContext("Uint8Array.from(bytes).buffer", { bytes: Array.from(example) }),
        Object.defineProperty(example.slice(), "length", { value: 7 }),
      ];
      for (const [place, pack] of holders.entries()) {
        assert.equal(addPack(pack), "example", `holder ${place}`);
        const summary = policies({ locale: "en", today: "2026-06-01" }).find(({ id }) => id === "example");
        assert.deepEqual(summary, {
          id: "example",
          title: "Example",
          region: "Somewhere",
          audience: "employer",
          scheme: "example",
          claimYear: null,
          status: "reference",
          added: true,
        });
      }
      assert.equal(evaluate("example", inputs).amount, "500.00");
      assert.equal(module.describe("example").added, true);
      assert(ids().includes("example"));
    });

    it("takes the place of the policy that is built in", () => {
      const id = "national-enterprise-size";
      const { added: _, ...builtIn } = module.describe(id);
      const before = ids();
      assert.equal(addPack(size), id);
      assert.deepEqual(ids(), before);
      // The pack is of an earlier day: what the file says may have changed since.
      const { added, title } = module.describe(id);
      assert.deepEqual([added, title], [true, builtIn.title]);
      if (module !== runtime) {
        assert.deepEqual(api.removePolicy(id)?.id, id);
        assert.deepEqual(module.describe(id), builtIn);
      }
    });

    it("reads those that the writer of the format before has written", () => {
      for (const pack of packsOf(1)) {
        const id = addPack(pack);
        assert.equal(module.describe(id).added, true);
      }
      assert.equal(evaluate("example", inputs).amount, "500.00");
    });

    it("adds it once more to an engine that takes the place of another, whatever has become of the bytes", () => {
      const bytes = example.slice();
      addPack(bytes);
      bytes.fill(0);
      let stopped = 0;
      const recurse = () => {
        try {
          recurse();
        } catch {
          // On each way back there is a little more left, up to what the call needs.
          const before = stopped;
          stopped += 1;
          evaluate("example", inputs);
          stopped = before;
        }
      };
      for (let time = 0; time < 20; time += 1) {
        try {
          recurse();
        } catch (error) {
          assert(error instanceof RangeError);
        }
      }
      assert(stopped > 0);
      assert.equal(evaluate("example", inputs).amount, "500.00");
      assert.equal(module.describe("example").added, true);
    });

    it("changes nothing for other policies", () => {
      for (const pack of [...packs, ...packsOf(1)]) addPack(pack);
      const differing = Object.values(cases)
        .flatMap((list) => list.slice(0, 2))
        .flatMap((example) => differences(/** @type {any} */ (module), example));
      assert.deepEqual(differing, []);
    });
  });
}
