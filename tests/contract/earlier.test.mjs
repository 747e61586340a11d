// An earlier version of a policy beside the present one: by its own name, and nowhere else.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import * as api from "../../dist/npm/index.js";

const folder = "policies/earlier";
const [file = ""] = readdirSync(folder);
const [id = "", version = ""] = file.split(".");
const bytes = new Uint8Array(readFileSync(`${folder}/${file}`));
const name = `${id}@${version}`;
const inputs = { group: "man", born: "1967-05-12" };

describe("addEarlier", () => {
  it("gives the name by which all functions of one policy answer", () => {
    assert.throws(() => api.describe(name), api.UnknownPolicyError);
    assert.equal(api.addEarlier(bytes), name);
    assert.equal(api.describe(name).version, version);
    assert.notEqual(api.describe(id).version, version);
    // Years and months apart came later.
    assert.deepEqual(Object.keys(api.evaluate(name, inputs).values), ["delay", "age", "retires", "premiumsNeeded"]);
    assert.ok("ageYears" in api.evaluate(id, inputs).values);
    assert.equal(api.situation(name, inputs).assessment.values.retires, "2028-01-12");
  });

  it("adds nothing to what is listed or assessed", () => {
    const lists = [api.policies(), api.catalogue(), api.assess({}).assessments];
    for (const list of lists) assert.ok(list.every((one) => !JSON.stringify(one).includes("@")));
    assert.deepEqual(
      api.policies().filter((policy) => policy.id === id && policy.added),
      [],
    );
  });

  it("refuses what is no whole pack", () => {
    const changed = bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte));
    assert.throws(() => api.addEarlier(changed), { name: "PolicyPackError", reason: "altered" });
    assert.throws(() => api.addEarlier(bytes.subarray(0, 100)), { name: "PolicyPackError", reason: "truncated" });
    assert.throws(() => api.addEarlier(new Uint8Array(3)), { name: "PolicyPackError" });
  });
});

describe("loadEarlier", () => {
  it("has at once what was added", async () => {
    assert.equal(await api.loadEarlier(id, version), name);
  });

  it("says where there is none, and asks for nothing by what is no id or version", async () => {
    for (const [policy, of] of [
      [id, "0123456789abcdef01234567"],
      ["../secret", version],
      [id, "../../x"],
      ["", ""],
    ]) {
      await assert.rejects(api.loadEarlier(policy ?? "", of ?? ""), { name: "PolicyPackError", reason: "malformed" });
    }
  });
});

it("the engine names its version", () => {
  assert.equal(api.engineVersion(), JSON.parse(readFileSync("dist/npm/package.json", "utf8")).version);
});
