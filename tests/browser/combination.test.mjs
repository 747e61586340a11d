import assert from "node:assert/strict";
import { test } from "node:test";
import { assess, describe } from "../../dist/npm/index.js";
import { combine } from "../../www/combination.js";
import { fenToYuan, yuanToFen } from "../../www/number-text.js";

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
      .map(({ policy, amount }) => ({ description: describe(policy), fen: yuanToFen(amount ?? "") }));
    const { chosen, total, leftOut } = combine(claims);
    const id = (/** @type {Claim} */ { description }) => description.id;
    assert.deepEqual(
      {
        policies: chosen.map(id),
        total: fenToYuan(total),
        leftOut: leftOut.map(({ claim, excludedBy }) => [id(claim), fenToYuan(claim.fen), excludedBy.map(id)]),
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
 * @param {bigint} fen
 * @param {{ scheme?: string, excludes?: string[] }} [policy]
 * @returns {Claim}
 */
function claim(id, fen, { scheme = id, excludes = [] } = {}) {
  return { fen, description: { id, scheme, exclusions: excludes.map((policy) => ({ policy, text: `${policy}?` })) } };
}

test("tells how much less the best combination with what was left out comes to", () => {
  const middle = claim("middle", 500n, { excludes: ["left", "right"] });
  const { total, leftOut } = combine([claim("left", 300n), middle, claim("right", 400n), claim("other", 10n)]);
  assert.equal(total, 710n);
  assert.deepEqual(
    leftOut.map(({ claim: { description }, excludedBy, reason, less }) => [
      description.id,
      excludedBy.map((by) => by.description.id),
      reason,
      less,
    ]),
    [["middle", ["left", "right"], "left?", 200n]],
  );
});

test("variants of one scheme exclude each other, without a reason of their own", () => {
  const { chosen, leftOut } = combine([claim("a", 1n, { scheme: "s" }), claim("b", 2n, { scheme: "s" })]);
  assert.deepEqual(
    chosen.map(({ description }) => description.id),
    ["b"],
  );
  assert.equal(leftOut[0]?.reason, undefined);
});

test("amounts keep every fen", () => {
  const large = "999999999999999999.99";
  assert.equal(fenToYuan(yuanToFen(large)), large);
  assert.equal(
    fenToYuan(combine([claim("a", yuanToFen(large)), claim("b", yuanToFen("0.02"))]).total),
    "1000000000000000000.01",
  );
  assert.equal(fenToYuan(0n), "0.00");
  assert.equal(fenToYuan(5n), "0.05");
});
