// evaluateColumns() says of every row what evaluate() says of it alone.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { evaluate, evaluateColumns, InvalidInputError } from "../../dist/npm/index.js";

const policy = "shanghai-2024-stabilisation-refund";
const codes = { undetermined: 0, eligible: 1, ineligible: 2, "not-assessed": 3 };
const kinds = ["enterprise", "lawFirm", "foundation", "", undefined, "nonsense"];
const sizes = ["large", "small", null];
const rows = Array.from({ length: 600 }, (_, row) => ({
  employerKind: kinds[row % kinds.length],
  enterpriseSize: sizes[row % sizes.length],
  paidAsRequired: row % 11 !== 0,
  seriouslyDishonest: row % 13 === 0,
  insuredFullYear: row % 5 !== 0,
  insuredAtStart: 20 + (row % 90),
  insuredFirstMonth: row % 7,
  insuredAtEnd: row % 17 === 0 ? -1 : 18 + ((row * 7) % 95),
  naturalAttrition: row % 3,
  premiumsPaid: (row * 1237) / 100,
}));
const fields = /** @type {(keyof typeof rows[0])[]} */ (Object.keys(rows[0] ?? {}));
const columns = Object.fromEntries(fields.map((field) => [field, rows.map((row) => row[field])]));

describe("evaluateColumns", () => {
  const results = evaluateColumns(policy, columns, { values: ["layoffRate", "refundRate"] });

  it("agrees with evaluate on every row, bad rows included", () => {
    rows.forEach((row, index) => {
      const errors = results.errors.filter((error) => error.row === index);
      try {
        const alone = evaluate(policy, row);
        assert.equal(results.eligibility[index], codes[alone.eligibility]);
        const fen = alone.amount === null ? -1n : BigInt(alone.amount.replace(".", ""));
        assert.equal(results.amountFen[index], fen);
        assert.equal(results.values.layoffRate?.[index], alone.values.layoffRate ?? null);
        assert.equal(results.values.refundRate?.[index], alone.values.refundRate ?? null);
        assert.deepEqual(errors, []);
      } catch (error) {
        assert(error instanceof InvalidInputError, `${error}`);
        assert.equal(results.eligibility[index], 255);
        assert.deepEqual(
          errors.map(({ field, code }) => ({ field, code })),
          error.problems.map(({ field, code }) => ({ field, code })),
        );
      }
    });
    assert(results.errors.length > 0 && results.errors.length < rows.length);
  });

  it("takes typed arrays", () => {
    const typed = {
      ...columns,
      employerKind: rows.map(() => "lawFirm"),
      insuredAtEnd: Int32Array.from(rows, () => 40),
      insuredAtStart: BigInt64Array.from(rows, () => 40n),
      insuredFirstMonth: Float64Array.from(rows, () => 40),
      premiumsPaid: Float64Array.from(rows, () => 0.05),
    };
    const { eligibility, amountFen, errors } = evaluateColumns(policy, typed);
    assert.deepEqual(errors, []);
    assert.equal(eligibility[1], codes.eligible);
    assert.equal(amountFen[1], 3n);
  });

  it("reads a floating-point number as it is written", () => {
    const odd = { ...columns, premiumsPaid: rows.map(() => 0.1 + 0.2) };
    const { errors } = evaluateColumns(policy, odd);
    assert(errors.some((error) => error.field === "premiumsPaid" && error.code === "too-many-decimals"));
  });

  it("says of a misplaced number what evaluate says", () => {
    const { errors } = evaluateColumns(policy, { paidAsRequired: [1, 0, 2.5], employerKind: Uint8Array.of(7, 8, 9) });
    const alone = [1, 0, 2.5].flatMap((paidAsRequired, row) => {
      try {
        evaluate(policy, { paidAsRequired, employerKind: 7 + row });
      } catch (error) {
        assert(error instanceof InvalidInputError);
        return error.problems.map((problem) => ({ ...problem, row }));
      }
      return [];
    });
    assert.equal(alone.length, 6);
    assert.deepEqual(errors, alone);
  });

  it("refuses what are no columns of one length", () => {
    assert.throws(() => evaluateColumns(policy, { insuredAtEnd: [1, 2], naturalAttrition: [1] }), InvalidInputError);
    assert.throws(() => evaluateColumns(policy, { insuredAtEnd: "12" }), InvalidInputError);
    assert.throws(() => evaluateColumns(policy, { nonsense: [1] }), InvalidInputError);
    assert.throws(() => evaluateColumns(policy, columns, { values: ["nonsense"] }), InvalidInputError);
  });
});
