// reconcile(): a reading that is hidden from the search is found, and all that is found gives what is shown. SEED=… repeats a
// run, ROUNDS=… draws more.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as api from "../../dist/npm/index.js";
import { generatorOf } from "./oracle/inputs.mjs";
import { Random } from "./oracle/random.mjs";

const { evaluate, InvalidInputError, policies, reconcile } = api;
const seed = Number(process.env.SEED || Math.floor(Math.random() * 2 ** 32));
const rounds = Number(process.env.ROUNDS || 20);

/** @import { Account, Assessment } from "../../dist/npm/index.js" */

/** A policy, and its other readings. */
const read = policies()
  .map(({ id }) => api.describe(id))
  .filter(({ readings }) => readings);

/** The answers of a match. @param {Record<string, unknown>} inputs @param {Account} account */
const changed = (inputs, { changes }) => ({
  ...inputs,
  ...Object.fromEntries(changes.map(({ field, to }) => [field, to])),
});

/**
 * What the rule or one reading comes to.
 * @param {Assessment} assessment
 * @param {string} [reading]
 */
const outcome = ({ eligibility, amount, readings }, reading) => {
  const other = readings?.find(({ id }) => id === reading);
  return other ? { eligibility: other.eligibility, amount: other.amount } : { eligibility, amount };
};

/** Whether a plain decimal is displayed so: in whole numbers, by its digits. @param {string} value @param {string} shown */
function displays(value, shown) {
  const share = shown.endsWith("%");
  const digits = shown.replace(/[%,]/g, "");
  const places = (digits.split(".")[1] ?? "").length;
  const [whole = "", rest = ""] = value.replace("-", "").split(".");
  const all = BigInt(whole + rest.padEnd(20, "0")) * (share ? 100n : 1n);
  const step = 10n ** BigInt(20 - places);
  const sign = value.startsWith("-") ? -1n : 1n;
  const wanted = BigInt(digits.replace(".", ""));
  return { rounded: (sign * (all * 2n + step)) / (step * 2n) === wanted, truncated: (sign * all) / step === wanted };
}

describe(`reconcile, seed ${seed}`, () => {
  for (const policy of read) {
    for (const { id: hidden, definitions, values } of policy.readings ?? []) {
      it(`finds ${hidden} of ${policy.id}`, () => {
        const random = new Random(seed);
        const generate = generatorOf(policy);
        for (let round = 0; round < rounds; round += 1) {
          const inputs = generate(random);
          let { eligibility, amount } = outcome(evaluate(policy.id, inputs), hidden);
          const field = values.length === 0 ? definitions[0]?.id : undefined;
          if (field) {
            const { type } = policy.inputs.find(({ id }) => id === field) ?? {};
            const counts = type !== "choice" && type !== "percentage";
            const other = counts ? random.int(20, 60) : generate(random)[field];
            ({ eligibility, amount } = evaluate(policy.id, { ...inputs, [field]: other }));
          }
          if (amount === null || eligibility === "undetermined") continue;
          /** @type {Record<string, string>} */
          const shown = random.chance(0.5) ? { amount, eligibility } : { amount };
          const { matches, nearest, searched } = reconcile(policy.id, inputs, shown);
          const message = `${JSON.stringify(inputs)} ${JSON.stringify(shown)}`;
          /** @param {Account} match */
          const finds = ({ readings, changes }) =>
            readings.some(({ id }) => id === hidden) ||
            changes.some(({ definitions: of }) => of.some(({ reading }) => reading === hidden)) ||
            (values.length === 0 && changes.length === 0);
          assert(searched.complete, message);
          assert(matches.some(finds), message);
          assert.equal(nearest, null);
          for (const match of matches) {
            if (match.readings.length > 1) continue;
            const again = outcome(evaluate(policy.id, changed(inputs, match)), match.readings[0]?.id);
            assert.equal(again.eligibility, shown.eligibility ?? again.eligibility, message);
            const figure = match.figures.find(({ id }) => id === "amount");
            const { rounded, truncated } = displays(String(figure?.value), amount);
            assert.equal(figure?.how === "truncated" ? !rounded && truncated : rounded, true, message);
            // What evaluate() gives is rounded once more.
            if (figure?.how !== "truncated") assert.equal(again.amount, amount, message);
          }
        }
      });
    }
  }

  it("is the same in both languages, but for the words", () => {
    const [first] = read;
    if (!first) throw new Error("no policy has readings");
    const inputs = first.examples[0]?.inputs ?? {};
    const shown = { layoffRate: "3.21%" };
    const one = reconcile(first.id, inputs, shown, { locale: "en" });
    const other = reconcile(first.id, inputs, shown);
    assert.deepEqual(
      other.matches.map(({ changes }) => changes.map(({ field, to }) => [field, to])),
      one.matches.map(({ changes }) => changes.map(({ field, to }) => [field, to])),
    );
    assert.deepEqual(one.own.assessment, evaluate(first.id, inputs, { locale: "en" }));
  });
});

describe("reconcile", () => {
  const changchun = "jilin-2025-stabilisation-refund";
  const inputs = {
    employerKind: "enterprise",
    enterpriseSize: "small",
    cumulativePremiumMonths: 12,
    premiumArrears: false,
    meetsIndustrialPolicy: true,
    seriouslyDishonest: false,
    insuredAtStart: 1000,
    insuredAtEnd: 800,
    naturalAttrition: 10,
    premiumsPaid: "420000",
  };

  it("tells who left the retired out in Changchun, with the working", () => {
    const { own, matches } = reconcile(changchun, inputs, { layoffRate: "14.00%" });
    assert.deepEqual(own.figures, [
      {
        id: "layoffRate",
        label: "净减员率（裁员率）",
        shown: "14.00%",
        value: "0.19",
        display: "19%",
        how: null,
        remains: "-0.05",
      },
    ]);
    const attrition = matches.find(({ changes }) => changes[0]?.field === "naturalAttrition");
    const [change] = attrition?.changes ?? [];
    assert.deepEqual([change?.from, change?.to, change?.toDisplay], ["10", "60", "60人"]);
    const step = attrition?.assessment.steps.find(({ id }) => id === "layoffRate");
    assert.equal(step?.display, "14%");
  });

  it("lists the line of Pengze, and that the rate of another size would give the other half", () => {
    const pengze = "jiangxi-2024-stabilisation-refund";
    const firm = {
      employerKind: "enterprise",
      enterpriseSize: "small",
      cumulativePremiumMonths: 12,
      deregistered: false,
      averageInsured: "5",
      claimants: 0,
      insuredAtEnd: 5,
    };
    for (const [paid, refund] of [
      ["2010.96", "1206.58"],
      ["7871.18", "4722.71"],
      ["1524.16", "914.5"],
    ]) {
      const { matches } = reconcile(pengze, { ...firm, premiumsPaid: paid }, { amount: refund });
      assert.deepEqual([matches[0]?.changes, matches[0]?.figures[0]?.how], [[], "rounded"]);
    }
    const { matches } = reconcile(pengze, { ...firm, premiumsPaid: "811.44" }, { amount: "243.43" });
    const sizes = matches.filter(({ changes }) => changes[0]?.field === "enterpriseSize");
    assert.deepEqual(sizes[0]?.changes[0]?.to, "large");
  });

  it("refuses what is not shown so", () => {
    for (const [shown, field, code] of [
      [{ layoffRate: 0.14 }, "layoffRate", "wrong-type"],
      [{ layoffRate: "14 persons" }, "layoffRate", "not-a-number"],
      [{ layoffRat: "14%" }, "layoffRat", "unknown-field"],
      [{ eligibility: "maybe" }, "eligibility", "unknown-choice"],
      [{ insuredAtEnd: "800" }, "", "required"],
      [{}, "", "required"],
      [null, "", "required"],
    ]) {
      assert.throws(
        () => reconcile(changchun, inputs, /** @type {any} */ (shown)),
        (error) => {
          assert(error instanceof InvalidInputError);
          assert.deepEqual(
            error.problems.map((problem) => [problem.field, problem.code]),
            [[field, code]],
          );
          return true;
        },
      );
    }
  });
});
