// Several choices at once: how programs give them, and what they get back.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { parse } from "smol-toml";
import {
  addPolicy,
  amountRange,
  asked,
  describe as describePolicy,
  evaluate,
  evaluateColumns,
  InvalidInputError,
  situation,
} from "../../dist/npm/index.js";

const scheme = readFileSync("tests/schemes/hardship-premium-subsidy.toml", "utf8");
const { id } = addPolicy(JSON.parse(JSON.stringify(parse(scheme))));

const insured = { insurances: ["pension", "medical"], benefits: [], monthsPaid: 12 };

/** @param {Record<string, unknown>} inputs */
function problemsOf(inputs) {
  try {
    evaluate(id, inputs, { locale: "en" });
  } catch (error) {
    assert(error instanceof InvalidInputError);
    return error.problems.map(({ field, code, message }) => [field, code, message]);
  }
  return [];
}

describe("several choices", () => {
  it("are described with how many may be chosen", () => {
    const [hardships, insurances] = describePolicy(id).inputs;
    assert(hardships && insurances);
    assert.deepEqual([hardships.type, hardships.min, hardships.max], ["choices", "0", "5"]);
    assert.deepEqual([insurances.type, insurances.min, insurances.max], ["choices", "1", "3"]);
    assert.deepEqual(
      insurances.choices?.map((choice) => choice.id),
      ["pension", "medical", "unemployment"],
    );
    assert.deepEqual(describePolicy(id).examples[1]?.inputs.hardships, ["allowance", "disabled"]);
  });

  it("are given by ids or labels, in any order, none as an empty list", () => {
    const amount = (/** @type {unknown} */ hardships) => evaluate(id, { ...insured, hardships }).amount;
    assert.equal(amount(["disabled"]), "8160.00");
    assert.equal(amount(["残疾人", "Living on the minimum allowance"]), "8520.00");
    assert.equal(amount([]), "0.00");
    assert.equal(amount(undefined), null);
    assert.deepEqual(evaluate(id, insured).missing, ["hardships"]);
    assert.deepEqual(asked(id, {}), ["hardships", "insurances", "benefits", "monthsPaid"]);
  });

  it("are handed back as ids in the order of the policy, however they were written", () => {
    const read = (/** @type {unknown} */ hardships) => situation(id, { hardships }).inputs.hardships;
    assert.deepEqual(read(["longUnemployed", "disabled"]), ["disabled", "longUnemployed"]);
    assert.deepEqual(read("连续失业一年以上、残疾人"), ["disabled", "longUnemployed"]);
    assert.deepEqual(read("none"), []);
    assert.equal(read("残疾人、懒汉"), undefined);
  });

  it("are refused with what was given and what is allowed", () => {
    assert.deepEqual(problemsOf({ benefits: ["startUp", "other"] }), [
      [
        "benefits",
        "unknown-choice",
        "“Which of these do you receive?”: choose from: publicPost, unemploymentBenefit, startUp; given: “other”",
      ],
    ]);
    assert.deepEqual(problemsOf({ benefits: ["startUp", "创业补贴"] }), [
      [
        "benefits",
        "repeated-choice",
        "“Which of these do you receive?”: “Start-up subsidy” is given twice; each choice once",
      ],
    ]);
    assert.deepEqual(problemsOf({ insurances: [] }), [
      ["insurances", "out-of-range", "“Which insurances do you pay for yourself?”: 1 to 3 are to be chosen; given: 0"],
    ]);
    for (const none of [true, 3, {}, [1], [null], [["startUp"]], [{ startUp: true }], new Set(["startUp"])])
      assert.deepEqual(
        problemsOf({ benefits: none }).map(([field, code]) => [field, code]),
        [["benefits", "wrong-type"]],
      );
    // A list is no answer to anything else.
    assert.deepEqual(
      problemsOf({ monthsPaid: ["12"] }).map(([, code]) => code),
      ["wrong-type"],
    );
  });

  it("are gone through where they are open, and are cells of a column as text", () => {
    const { least, most } = amountRange(id, { ...insured, monthsPaid: 1 });
    assert.deepEqual([least, most], ["0.00", "800.00"]);
    const { amountFen } = evaluateColumns(id, {
      hardships: ["残疾人、享受低保", "无"],
      insurances: ["pension/medical", "养老保险；医疗保险"],
      benefits: ["none", "以上都没有"],
      monthsPaid: [12, 12],
    });
    assert.deepEqual([...amountFen], [852000n, 0n]);
  });
});
