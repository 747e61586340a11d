// The contract cases against the built package, in Node.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as api from "../../dist/npm/index.js";
import * as runtime from "../../dist/npm/runtime/index.js";
import { cases, differences } from "./contract.mjs";

for (const [name, entry] of Object.entries({ package: api, runtime })) {
  for (const [group, list] of Object.entries(cases)) {
    describe(`${name}: ${group}`, () => {
      for (const example of list) {
        it(example.name, () => assert.deepEqual(differences(entry, example), []));
      }
    });
  }
}

describe("after an error", () => {
  it("the instance keeps working", () => {
    const [good] = cases["shanghai-2024-stabilisation-refund"] ?? [];
    for (const bad of cases.input ?? []) differences(api, bad);
    assert.ok(good);
    assert.deepEqual(differences(api, good), []);
  });
});
