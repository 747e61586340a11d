// Policies apart from the engine: some of a catalogue, the rest when it is asked for.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

/** How many policies there are. */
const ALL = JSON.parse(readFileSync("dist/npm/packs/catalogue.json", "utf8")).policies.length;

const OVERTIME = "national-overtime-pay";
const SIZE = "national-enterprise-size";

/** What the imports of a script are called. */
const api = "init, { assess, catalogue, describe, evaluate, load, loaded, policies }";

const folder = mkdtempSync(join(tmpdir(), "wengang-library-"));
after(() => rmSync(folder, { recursive: true }));

/**
 * What a script gives in an engine of its own, of the package or the runtime.
 * @param {"." | "runtime"} entry
 * @param {string} body that returns it
 */
async function alone(entry, body) {
  const address = pathToFileURL(resolve("dist/npm", entry, "index.js")).href;
  const script = `
    import ${api} from ${JSON.stringify(address)};
    import { parentPort } from "node:worker_threads";
    const failure = async (call) => {
      try {
        await call();
      } catch ({ name, message, policy, policyId, reason }) {
        return { name, message, id: policy ?? policyId, reason };
      }
    };
    parentPort.postMessage(await (async () => { ${body} })());`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
  return new Promise((done, failed) => worker.once("message", done).once("error", failed));
}

/** A copy of the packs in which one is changed. @param {(pack: Buffer) => Buffer} change */
function spoilt(change) {
  const copy = mkdtempSync(join(folder, "packs-"));
  cpSync("dist/npm/packs", copy, { recursive: true });
  const name = readdirSync(copy).find((file) => file.startsWith(SIZE)) ?? "";
  writeFileSync(join(copy, name), change(readFileSync(join(copy, name))));
  return JSON.stringify(pathToFileURL(copy).href);
}

for (const entry of /** @type {const} */ ([".", "runtime"])) {
  describe(entry, () => {
    it("has all policies without set-up", async () => {
      const [all, here] = await alone(entry, "return [policies().map(({ id }) => id), loaded()];");
      assert.equal(all.length, ALL);
      assert.deepEqual(here, all);
    });

    it("has after init() what it has without", async () => {
      assert.equal(await alone(entry, "await init(); return loaded().length;"), ALL);
    });

    it("lists all, and has those alone that were asked for", async () => {
      const [all, here, errors] = await alone(
        entry,
        `await init({ policies: ["${OVERTIME}"] });
        const calls = [() => describe("${SIZE}", { locale: "en" }), () => evaluate("${SIZE}", {}), () => describe("nowhere")];
        return [policies(), loaded(), await Promise.all(calls.map(failure))];`,
      );
      assert.deepEqual(here, [OVERTIME]);
      const { policies } = await import("../../dist/npm/index.js");
      assert.deepEqual(all, policies());
      const message = `the policy “${SIZE}” is not loaded: await load("${SIZE}") first`;
      assert.deepEqual(errors[0], { name: "PolicyNotLoadedError", message, id: SIZE, reason: undefined });
      assert.equal(errors[1].name, "PolicyNotLoadedError");
      assert.deepEqual([errors[2].name, errors[2].id], ["UnknownPolicyError", "nowhere"]);
    });

    it("loads more, those that it has once, and says which it does not know", async () => {
      const [before, here, title, error] = await alone(
        entry,
        `await init({ policies: [] });
        const before = loaded();
        await Promise.all([load("${SIZE}", "${OVERTIME}"), load("${SIZE}"), load()]);
        const error = await failure(() => load("nowhere", "shanghai-premium-estimate"));
        return [before, loaded(), describe("${SIZE}").title, error];`,
      );
      assert.deepEqual(before, []);
      assert.deepEqual(here, [SIZE, OVERTIME, "shanghai-premium-estimate"]);
      assert.match(title, /企业划型/);
      assert.deepEqual([error.name, error.id], ["UnknownPolicyError", "nowhere"]);
    });

    it("assesses by those that are loaded", async () => {
      const [some, all] = await alone(
        entry,
        `await init({ policies: ["${OVERTIME}"] });
        const some = assess({}).assessments.map(({ policy }) => policy);
        await init();
        return [some, assess({}).assessments.length];`,
      );
      assert.deepEqual(some, [OVERTIME]);
      assert.equal(all, ALL);
    });

    it("gives the catalogue in both languages", async () => {
      const [first] = await alone(entry, "return catalogue();");
      assert.deepEqual(Object.keys(first.title), ["zh", "en"]);
      assert.match(first.hash, /^[0-9a-f]{64}$/);
      assert.equal(first.file, `${first.id}.${first.hash.slice(0, 16)}.pack`);
    });

    for (const [reason, change] of /** @type {[string, (pack: Buffer) => Buffer][]} */ ([
      ["altered", (pack) => Buffer.from(pack.map((byte, at) => (at === pack.length - 9 ? byte ^ 1 : byte)))],
      ["altered", (pack) => Buffer.concat([pack, Buffer.from([0])])],
      // Whole, and not the one that is listed.
      ["altered", () => readFileSync("tests/packs/format-1/national-enterprise-size.becb39ee39aba7d6.pack")],
      ["truncated", (pack) => pack.subarray(0, -1)],
      ["truncated", (pack) => pack.subarray(0, 0)],
      ["unknown-version", (pack) => Buffer.from(pack.map((byte, at) => (at === 8 ? 99 : byte)))],
      ["malformed", () => Buffer.from("<!doctype html><title>404</title>")],
    ])) {
      it(`refuses a pack of the catalogue that is ${reason}, and goes on`, async () => {
        const [error, here, later, amount] = await alone(
          entry,
          `await init({ packs: ${spoilt(change)}, policies: ["${OVERTIME}"] });
          const error = await failure(() => load("${SIZE}"));
          return [error, loaded(), await failure(() => describe("${SIZE}")), evaluate("${OVERTIME}", {}).amount];`,
        );
        assert.deepEqual([error.name, error.reason], ["PolicyPackError", reason]);
        assert.deepEqual(here, [OVERTIME]);
        assert.equal(later.name, "PolicyNotLoadedError");
        assert.equal(amount, null);
      });
    }

    it("says that a pack of the catalogue is not there, and has it once it is", async () => {
      const copy = mkdtempSync(join(folder, "packs-"));
      cpSync("dist/npm/packs", copy, { recursive: true });
      const name = readdirSync(copy).find((file) => file.startsWith(SIZE)) ?? "";
      rmSync(join(copy, name));
      const [error, here] = await alone(
        entry,
        `const { copyFileSync } = await import("node:fs");
        await init({ packs: ${JSON.stringify(pathToFileURL(copy).href)}, policies: ["${OVERTIME}"] });
        const error = await failure(() => load("${SIZE}"));
        copyFileSync(${JSON.stringify(resolve("dist/npm/packs", name))}, ${JSON.stringify(join(copy, name))});
        await load("${SIZE}");
        return [error, loaded()];`,
      );
      assert.deepEqual([error.name, error.reason], ["PolicyPackError", "malformed"]);
      assert.match(error.message, /no such file/);
      assert.deepEqual(here, [SIZE, OVERTIME]);
    });

    it("says what is no catalogue, and can be started again", async () => {
      const bad = JSON.stringify(pathToFileURL(folder).href);
      const good = JSON.stringify(pathToFileURL(resolve("dist/npm/packs")).href);
      const [error, here] = await alone(
        entry,
        `const error = await failure(() => init({ packs: ${bad}, policies: [] }));
        await init({ packs: ${good}, policies: ["${SIZE}"] });
        return [error, loaded()];`,
      );
      assert.match(error.message, /catalogue\.json/);
      assert.deepEqual(here, [SIZE]);
    });

    it("takes packs from whoever gives them, when they are first needed", async () => {
      const [before, reads, title] = await alone(
        entry,
        `const { readFileSync } = await import("node:fs");
        const packs = ${JSON.stringify(`${resolve("dist/npm/packs")}/`)};
        const reads = [];
        const read = (file) => {
          reads.push(file.split(".")[0]);
          return new Uint8Array(readFileSync(packs + file));
        };
        await init({ packs: { catalogue: readFileSync(packs + "catalogue.json", "utf8"), read } });
        const before = policies().length;
        const { title } = describe("${SIZE}");
        evaluate("${SIZE}", {});
        return [before, reads, title];`,
      );
      assert.equal(before, ALL);
      assert.match(title, /企业划型/);
      assert.deepEqual(reads, [SIZE]);
    });
  });
}
