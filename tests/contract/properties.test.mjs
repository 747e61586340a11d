// The built package against the oracle, over random inputs, INPUTS=… of each policy; SEED=… repeats a run.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { describe as describePolicy, evaluate, InvalidInputError, policies } from "../../dist/npm/index.js";
import { addDays, workdayAfter } from "./oracle/days.mjs";
import { expectedOf } from "./oracle/index.mjs";
import { generatorOf, incomplete } from "./oracle/inputs.mjs";
import { oracles } from "./oracle/policies.mjs";
import { Random } from "./oracle/random.mjs";

const seed = Number(process.env.SEED || Math.floor(Math.random() * 2 ** 32));
const completeInputs = Number(process.env.INPUTS || 1000);
const incompleteInputs = Math.ceil(completeInputs / 3);

/**
 * @import { Assessment } from "../../dist/npm/index.js"
 * @import { Expected } from "./oracle/index.mjs"
 * @typedef {Record<string, unknown>} Inputs
 * @typedef {Record<string, string | boolean | null>} Findings what is compared, by a path such as `values.layoffRate`
 */

/**
 * @param {Expected} expected
 * @returns {Findings}
 */
function expectedFindings(expected) {
  const rows = Object.entries(expected.rows).map(([id, list]) => [id, list && JSON.stringify(list)]);
  return {
    eligibility: expected.eligibility,
    amount: expected.amount,
    ...prefixed("parts", expected.parts),
    ...prefixed("values", expected.values),
    ...prefixed("conditions", expected.conditions),
    ...prefixed("rows", Object.fromEntries(rows)),
    ...prefixed("warnings", expected.warnings),
    ...prefixed("deadlines", expected.deadlines),
  };
}

/**
 * What the package found out of what the contract names.
 * @param {Assessment} result
 * @param {Expected} expected
 * @returns {Findings}
 */
function findings(result, expected) {
  const contractValues = Object.keys(expected.values).filter((id) => id in result.values);
  const values = contractValues.map((id) => [id, String(result.values[id])]);
  const parts = (result.parts ?? []).filter(({ id }) => id in expected.parts).map(({ id, amount }) => [id, amount]);
  const rows = Object.entries(expected.rows).map(([id, list]) => [id, rowFindings(result, id, list)]);
  const codes = result.warnings.map((warning) => warning.code);
  return {
    eligibility: result.eligibility,
    amount: result.amount,
    ...prefixed("parts", Object.fromEntries(parts)),
    ...prefixed("values", Object.fromEntries(values)),
    ...prefixed("conditions", Object.fromEntries(result.conditions.map(({ id, met }) => [id, met]))),
    ...prefixed("rows", Object.fromEntries(rows)),
    ...prefixed("warnings", Object.fromEntries(Object.keys(expected.warnings).map((id) => [id, codes.includes(id)]))),
    ...prefixed("warnings", Object.fromEntries(codes.map((id) => [id, true]))),
    ...prefixed("deadlines", Object.fromEntries(result.deadlines.map(({ id, date }) => [id, date]))),
  };
}

/**
 * @param {Assessment} result
 * @param {string} table
 * @param {Expected["rows"][string] | undefined} expected
 */
function rowFindings(result, table, expected) {
  const rows = result.rows?.[table]?.map((row, place) => {
    const example = expected?.[place];
    if (example && "class" in example) return { class: row.class };
    return { accepted: row.accepted, reasons: row.reasons.map((reason) => reason.code) };
  });
  return rows ? JSON.stringify(rows) : null;
}

/**
 * @template T
 * @param {string} group
 * @param {Record<string, T>} entries
 * @returns {Record<string, T>}
 */
function prefixed(group, entries) {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [`${group}.${id}`, entry]));
}

/**
 * How the package differs on complete inputs: everything is settled, and nothing is missing.
 * @param {string} policy
 * @param {Inputs} inputs
 */
function mistakesOnComplete(policy, inputs) {
  const expected = expectedOf(policy, inputs);
  const result = evaluate(policy, inputs);
  const wanted = expectedFindings(expected);
  const found = findings(result, expected);
  const paths = [...new Set([...Object.keys(wanted), ...Object.keys(found)])];
  return [
    ...paths.flatMap((path) => difference(path, wanted[path] ?? null, found[path] ?? null)),
    ...difference("missing", "", String(result.missing)),
  ];
}

/**
 * How the package differs while answers lack: what those given settle has to be found, and what is said beyond it has
 * to stand when the rest is answered, but for what may be left out. Answering what is missing has to lead to the end.
 * @param {string} policy
 * @param {Inputs} inputs
 * @param {Inputs} complete
 * @returns {string[]}
 */
function mistakesOnIncomplete(policy, inputs, complete) {
  const result = evaluate(policy, inputs);
  const mistakes = [
    ...findingMistakes(policy, inputs, complete, result),
    ...difference("something is missing", isOpen(result), result.missing.length > 0),
    ...result.missing.flatMap((field) => difference(`${field} is given already`, false, isGiven(inputs[field]))),
    ...result.missing.flatMap((field) => difference(`${field} is asked`, true, isGiven(complete[field]))),
  ];
  const [next] = result.missing;
  if (mistakes.length > 0 || next === undefined) return mistakes;
  return mistakesOnIncomplete(policy, { ...inputs, [next]: complete[next] }, complete);
}

/**
 * @param {string} policy
 * @param {Inputs} inputs
 * @param {Inputs} complete
 * @param {Assessment} result
 */
function findingMistakes(policy, inputs, complete, result) {
  const expected = expectedOf(policy, inputs);
  const found = findings(result, expected);
  const left = describePolicy(policy).inputs.filter(({ id, optional }) => optional && !isGiven(inputs[id]));
  const answered = { ...complete, ...Object.fromEntries(left.map(({ id }) => [id, undefined])) };
  const inTheEnd = expectedFindings(expectedOf(policy, answered));
  return Object.entries(expectedFindings(expected)).flatMap(([path, wanted]) => {
    const actual = found[path] ?? null;
    if (wanted !== null && wanted !== "undetermined") return difference(path, wanted, actual);
    if (actual === null || actual === "undetermined" || path.startsWith("warnings.")) return [];
    return difference(path, inTheEnd[path] ?? null, actual);
  });
}

/** Whether the question of the policy, or of another reading of it, still has no answer. @param {Assessment} result */
function isOpen(result) {
  const { amount, values } = describePolicy(result.policy);
  if (!amount) return values.some(({ id }) => result.values[id] === undefined);
  const isSettled = result.eligibility === "ineligible";
  return !isSettled && [result, ...(result.readings ?? [])].some((outcome) => outcome.amount === null);
}

/** @param {unknown} answer */
const isGiven = (answer) => answer !== undefined && answer !== null && answer !== "";

/**
 * @param {string} path
 * @param {string | boolean | null} wanted
 * @param {string | boolean | null} found
 */
function difference(path, wanted, found) {
  return wanted === found ? [] : [`${path}: expected ${wanted}, got ${found}`];
}

/**
 * The inputs are valid, so that refusing them is a mistake too.
 * @param {() => string[]} mistakes
 */
function orRefusal(mistakes) {
  try {
    return mistakes();
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.problems.map((problem) => `refused: ${JSON.stringify(problem)}`);
  }
}

/**
 * Tries random inputs until one shows mistakes; each policy has its own sequence of numbers.
 * @param {string} policy
 * @param {number} inputs
 * @param {(random: Random, complete: Inputs) => { inputs: Inputs, mistakes: string[] }} attempt
 */
function check(policy, inputs, attempt) {
  const random = new Random(seed ^ (Object.keys(oracles).indexOf(policy) << 16));
  const generate = generatorOf(describePolicy(policy));
  for (let number = 0; number < inputs; number += 1) {
    const tried = attempt(random, generate(random));
    if (tried.mistakes.length > 0) {
      const shown = JSON.stringify(tried.inputs, null, 2);
      assert.fail(`SEED=${seed}, ${policy}, input ${number}:\n${shown}\n${tried.mistakes.join("\n")}`);
    }
  }
}

/** What may come of complete inputs. @param {string} policy */
function outcomes(policy) {
  return describePolicy(policy).conditions.length > 0 ? ["eligible", "ineligible"] : ["not-assessed"];
}

test("each policy has an oracle, and each oracle a policy", () => {
  assert.deepEqual(
    Object.keys(oracles),
    policies()
      .map(({ id }) => id)
      .sort(),
  );
});

for (const policy of Object.keys(oracles)) {
  describe(`${policy} (SEED=${seed})`, () => {
    test(`agrees on ${completeInputs} complete inputs, of every outcome`, () => {
      const found = new Set();
      check(policy, completeInputs, (_, inputs) => {
        found.add(expectedOf(policy, inputs).eligibility);
        return { inputs, mistakes: orRefusal(() => mistakesOnComplete(policy, inputs)) };
      });
      assert.deepEqual([...found].sort(), outcomes(policy), `SEED=${seed}`);
    });

    test(`agrees on ${incompleteInputs} incomplete inputs`, () => {
      check(policy, incompleteInputs, (random, complete) => {
        const inputs = incomplete(random, complete);
        return { inputs, mistakes: orRefusal(() => mistakesOnIncomplete(policy, inputs, complete)) };
      });
    });
  });
}

test("the greatest sums within the bounds are computed", () => {
  const inputs = {
    enterpriseSize: "micro",
    insuredAtStart: 100_000_000,
    insuredAtEnd: 100_000_000,
    naturalAttrition: 0,
    averageInsured: 100_000_000,
    premiumsPaid: 1_000_000_000_000,
    temporarilyDifficult: true,
    serviceSector: "none",
    monthlyBenefit: 1_000_000_000_000,
  };
  const policy = "changzhou-2020-stabilisation-refund";
  assert.deepEqual(
    orRefusal(() => mistakesOnComplete(policy, inputs)),
    [],
  );
});

test("no more workers have claimed work training than were placed", () => {
  const random = new Random(seed);
  for (let number = 0; number < 200; number += 1) {
    const placedWorkers = random.scaled(99_999_999);
    const inputs = {
      agencyKind: "provincialPark",
      placedWorkers,
      alsoClaimedWorkTraining: random.int(placedWorkers + 1, 100_000_000),
    };
    assert.throws(
      () => evaluate("changzhou-2020-job-placement", inputs),
      (error) => {
        assert(error instanceof InvalidInputError);
        assert.deepEqual(
          error.problems.map(({ field, code }) => [field, code]),
          [["alsoClaimedWorkTraining", "out-of-range"]],
          `SEED=${seed}, ${JSON.stringify(inputs)}`,
        );
        return true;
      },
    );
  }
});

test("trainees are due on the tenth working day after every day from 2020 to 10 December 2026", () => {
  for (let date = "2020-01-01"; date <= "2026-12-10"; date = addDays(date, 1)) {
    const { deadlines } = evaluate("shanghai-2022-online-training", { trainingEndedOn: date });
    assert.equal(deadlines.find(({ id }) => id === "importBy")?.date, workdayAfter(date, 10), date);
  }
});
