// combine(): the best of all lawful combinations, found by other means as well; and found at all where there are very many.

import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { addPolicy, combine, removePolicy } from "../../dist/npm/index.js";
import { Random } from "./oracle/random.mjs";

const text = { zh: "不重复享受。", en: "Not both." };

/**
 * @param {number} number
 * @param {string} scheme
 * @param {string[]} excluded
 */
function policy(number, scheme, excluded) {
  return {
    id: id(number),
    title: { zh: `${number}号补贴`, en: `Subsidy ${number}` },
    region: { zh: "某市", en: "Somewhere" },
    audience: "employer",
    scheme,
    claim_year: 2026,
    summary: text,
    source: [{ name: "通知", title: { zh: "通知", en: "Notice" }, reliability: "primary" }],
    input: [{ name: "金额", id: "sum", en: "sum", type: "money" }],
    amount: { name: "补贴", en: "subsidy", formula: "金额", source: "通知：一" },
    exclusion: excluded.map((policy) => ({ policy, text, source: "通知：二" })),
    example: [{ name: text, inputs: { 金额: 5 }, expect: { amount: "5.00" } }],
  };
}

/** @param {number} number */
const id = (number) => `subsidy-${number}`;

/** @type {Set<string>} */
const added = new Set();
after(() => {
  for (const id of added) removePolicy(id);
});

/** @param {object & { id: string }} one */
function add(one) {
  addPolicy(one);
  added.add(one.id);
}

describe("combine", () => {
  it("gives the largest sum without two that exclude each other, whatever excludes what", () => {
    const random = new Random(20_261_127);
    for (let round = 0; round < 25; round += 1) {
      const count = random.int(2, 9);
      const numbers = Array.from({ length: count }, (_, number) => number);
      const schemes = numbers.map((number) => (random.chance(0.3) ? `shared-${random.int(0, 2)}` : `own-${number}`));
      const excluded = numbers.map((number) =>
        numbers.filter((other) => other !== number && random.chance(0.15)).map(id),
      );
      for (const number of numbers) add(policy(number, schemes[number] ?? "", excluded[number] ?? []));
      const yuan = numbers.map(() => random.int(1, 6));
      const exclude = (/** @type {number} */ one, /** @type {number} */ other) =>
        schemes[one] === schemes[other] || excluded[one]?.includes(id(other)) || excluded[other]?.includes(id(one));

      // Of all subsets, in which the earlier ones come first.
      let [most, best] = [-1, /** @type {number[]} */ ([])];
      const least = numbers.map(() => 0);
      for (let subset = 0; subset < 2 ** count; subset += 1) {
        const chosen = numbers.filter((number) => subset & (2 ** (count - 1 - number)));
        if (chosen.some((one) => chosen.some((other) => one < other && exclude(one, other)))) continue;
        const sum = chosen.reduce((total, number) => total + (yuan[number] ?? 0), 0);
        for (const number of chosen) least[number] = Math.max(least[number] ?? 0, sum);
        if (sum >= most) [most, best] = [sum, chosen];
      }
      const result = combine(Object.fromEntries(numbers.map((number) => [id(number), yuan[number] ?? null])));
      assert.deepEqual([result.total, result.policies], [most.toFixed(2), best.map(id)]);
      assert.deepEqual(
        result.leftOut.map(({ policy, less }) => [policy, less]),
        numbers
          .filter((number) => !best.includes(number))
          .map((number) => [id(number), (most - (least[number] ?? 0)).toFixed(2)]),
      );
    }
  });

  it("takes one of each of a hundred schemes", () => {
    const numbers = Array.from({ length: 200 }, (_, number) => number);
    for (const number of numbers) add(policy(number, `pair-${number % 100}`, []));
    const { total, leftOut } = combine(Object.fromEntries(numbers.map((number) => [id(number), 1 + number])));
    assert.equal(total, `${(101 + 200) * 50}.00`);
    assert.equal(leftOut.length, 100);
  });
});
