import assert from "node:assert/strict";
import { test } from "node:test";
import Big from "big.js";
import { assess, describe } from "../../dist/npm/index.js";
import { combine } from "../../www/combination.js";

/** @import { Claim } from "../../www/combination.js" */

const placement = { agencyKind: "provincialPark", alsoClaimedWorkTraining: 0 };
const training = { insuredAt2019End: 100, keepsStaff: true };
const dispatch = { fromLowRiskArea: true, workersByFebruary: 2, workersByMarch: 1 };
const skills = {
  certificates: [{ employee: "甲", occupation: "焊工", catalogueAmount: "800", onPost: true, certified: true }],
};

for (const [name, profile] of Object.entries({
  "placement is worth more": { ...placement, placedWorkers: 3, ...training, insuredAt2020End: 105 },
  "training is worth more": { ...placement, placedWorkers: 3, ...training, insuredAt2020End: 107 },
  "a tie": { ...placement, placedWorkers: 3, ...training, insuredAt2020End: 106 },
  "what excludes nothing is added up": { ...placement, placedWorkers: 3, ...dispatch, ...skills },
  "everything at once": { ...placement, placedWorkers: 3, ...training, insuredAt2020End: 109, ...dispatch, ...skills },
  nothing: {},
})) {
  test(`combines as the engine does: ${name}`, () => {
    const { assessments, combination } = assess(profile);
    const claims = assessments
      .filter(({ eligibility, amount }) => amount !== null && /^(eligible|not-assessed)$/.test(eligibility))
      .map(({ policy, amount }) => ({ description: describe(policy), yuan: new Big(amount ?? 0) }));
    const { chosen, total, leftOut } = combine(claims);
    const id = (/** @type {Claim} */ { description }) => description.id;
    assert.deepEqual(
      {
        policies: chosen.map(id),
        total: total.toFixed(2),
        leftOut: leftOut.map(({ claim, excludedBy }) => [id(claim), claim.yuan.toFixed(2), excludedBy.map(id)]),
      },
      {
        policies: combination.policies,
        total: combination.total,
        leftOut: combination.leftOut.map(({ policy, amount, excludedBy }) => [policy, amount, excludedBy]),
      },
    );
  });
}

/**
 * @param {string} id
 * @param {import("big.js").BigSource} yuan
 * @param {{ scheme?: string, excludes?: string[] }} [policy]
 * @returns {Claim}
 */
function claim(id, yuan, { scheme = id, excludes = [] } = {}) {
  return {
    yuan: new Big(yuan),
    description: { id, scheme, exclusions: excludes.map((policy) => ({ policy, text: `${policy}?` })) },
  };
}

test("tells how much less the best combination with what was left out comes to", () => {
  const middle = claim("middle", 500, { excludes: ["left", "right"] });
  const { total, leftOut } = combine([claim("left", 300), middle, claim("right", 400), claim("other", 10)]);
  assert.equal(Number(total), 710);
  assert.deepEqual(
    leftOut.map(({ claim: { description }, excludedBy, reason, less }) => [
      description.id,
      excludedBy.map((by) => by.description.id),
      reason,
      Number(less),
    ]),
    [["middle", ["left", "right"], "left?", 200]],
  );
});

test("variants of one scheme exclude each other, without a reason of their own", () => {
  const { chosen, leftOut } = combine([claim("a", 1, { scheme: "s" }), claim("b", 2, { scheme: "s" })]);
  assert.deepEqual(
    chosen.map(({ description }) => description.id),
    ["b"],
  );
  assert.equal(leftOut[0]?.reason, undefined);
});

test("amounts keep every fen", () => {
  const large = "999999999999999999.99";
  assert.equal(combine([claim("a", large), claim("b", "0.02")]).total.toFixed(2), "1000000000000000000.01");
});
