// situation(), amountRange() and readNumber(): answers as people type them, and forms that are half filled in.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  amountRange,
  eligibleRanges,
  evaluate,
  evaluateColumns,
  InvalidInputError,
  readNumber,
  situation,
} from "../../dist/npm/index.js";

const SHANGHAI = "shanghai-2024-stabilisation-refund";
const NATIONAL = "national-stabilisation-refund";
const CHANGZHOU = "changzhou-2020-stabilisation-refund";
const SKILLS = "changzhou-2020-skills-training";

const refund = {
  employerKind: "enterprise",
  enterpriseSize: "小型",
  paidAsRequired: "true",
  seriouslyDishonest: "否",
  insuredFullYear: "是",
  insuredAtStart: "100人",
  insuredAtEnd: "９７",
  naturalAttrition: "1",
  premiumsPaid: " ￥1.23 万元 ",
};

/** The problems of a form, without their messages. @param {string} policy @param {Record<string, unknown>} answers */
const problemsOf = (policy, answers) =>
  situation(policy, answers).problems.map(({ field, row, column, code }) => [field, row, column, code]);

describe("situation", () => {
  it("says what follows, what is asked, and what was read", () => {
    const { assessment, asked, problems, inputs } = situation(SHANGHAI, refund);
    assert.equal(assessment.amount, "7380.00");
    assert.deepEqual(problems, []);
    assert.ok(asked.includes("insuredAtStart") && !asked.includes("insuredFirstMonth"));
    assert.deepEqual(inputs, {
      employerKind: "enterprise",
      enterpriseSize: "small",
      paidAsRequired: true,
      seriouslyDishonest: false,
      insuredFullYear: true,
      insuredAtStart: "100",
      insuredAtEnd: "97",
      naturalAttrition: "1",
      premiumsPaid: "12300",
    });
    assert.deepEqual(evaluate(SHANGHAI, inputs), assessment);
  });

  it("takes what programs send, too, and an empty form", () => {
    const sent = { insuredAtStart: 100, paidAsRequired: true, premiumsPaid: "12300.00" };
    const read = { insuredAtStart: "100", paidAsRequired: true, premiumsPaid: "12300.00" };
    assert.deepEqual(situation(SHANGHAI, sent).inputs, read);
    for (const empty of [null, undefined, {}]) assert.deepEqual(situation(SHANGHAI, empty).inputs, {});
    // @ts-expect-error: no form
    assert.throws(() => situation(SHANGHAI, []), InvalidInputError);
  });

  it("counts a bad answer as not given, reports it, and leaves alone what is not asked", () => {
    const { assessment, problems, inputs } = situation(SHANGHAI, {
      ...refund,
      insuredAtEnd: "97元",
      insuredFirstMonth: "x",
    });
    assert.deepEqual(assessment.missing, ["insuredAtEnd"]);
    assert.deepEqual(
      problems.map(({ field, code, message }) => [field, code, message]),
      [["insuredAtEnd", "not-a-number", "“2023年12月失业保险参保人数”应填数字；填写的是“97元”"]],
    );
    assert.ok(!("insuredAtEnd" in inputs));
    assert.deepEqual(problemsOf(SHANGHAI, { gone: "1" }), [["gone", undefined, undefined, "unknown-field"]]);
  });

  it("counts good rows only, and tells what of the others could be read", () => {
    const row = (/** @type {string} */ catalogueAmount, /** @type {string} */ onPost) => ({
      employee: "李明",
      occupation: "电工",
      catalogueAmount,
      onPost,
      certified: "√",
    });
    const { assessment, problems, inputs } = situation(SKILLS, {
      certificates: [row("很多", "是"), row("0.05万", "有"), "no row"],
    });
    assert.equal(assessment.amount, "500.00");
    assert.equal(assessment.rows?.certificates?.length, 1);
    assert.deepEqual(
      problems.map(({ row }) => row),
      [0, 2],
    );
    assert.deepEqual(inputs.certificates, [
      { employee: "李明", occupation: "电工", onPost: true, certified: true },
      { employee: "李明", occupation: "电工", catalogueAmount: "500", onPost: true, certified: true },
      {},
    ]);
  });

  it("takes a table without one good row as not given, and an empty one as an answer", () => {
    const bad = situation(SKILLS, { certificates: [{ employee: "李明", catalogueAmount: "很多" }] });
    assert.deepEqual(bad.assessment.missing, ["certificates"]);
    assert.equal(situation(SKILLS, { certificates: [] }).assessment.amount, "0.00");
  });

  it("looks at each of many bad rows once", () => {
    const rows = Array.from({ length: 20_000 }, () => ({ employee: "李明", catalogueAmount: "很多" }));
    assert.ok(situation(SKILLS, { certificates: rows }).problems.length >= 20_000);
  });

  it("goes on working after anything that is typed", () => {
    for (const text of [
      "9".repeat(100_000),
      "1e2147483647",
      `${"0".repeat(50_000)}1`,
      "，".repeat(50_000),
      "\ud800",
      "\0",
    ]) {
      const answers = { ...refund, insuredAtEnd: text, enterpriseSize: text, paidAsRequired: text };
      const fields = situation(SHANGHAI, answers).problems.map(({ field }) => field);
      assert.deepEqual(fields.sort(), ["enterpriseSize", "insuredAtEnd", "paidAsRequired"]);
    }
  });
});

describe("a percentage", () => {
  const refundAt = (/** @type {string} */ localRate) =>
    situation(NATIONAL, {
      schemeYear: "2025",
      enterpriseSize: "small",
      layoffFormula: "claimants",
      averageInsured: "1000",
      claimants: "25",
      smallUnitHeadcount: "1000",
      premiumMonths: "12",
      premiumsPaid: "100000",
      localRate,
    });

  it("is per cent when typed, with the sign or without", () => {
    for (const text of ["5.5", "5.5%", "５．５％", "5.50 %", "5。5"]) {
      assert.equal(refundAt(text).assessment.amount, "5500.00", text);
    }
  });

  it("has no decimal comma", () => {
    for (const text of ["5,5", "2,5%", "6,0", "５，５", "1.234,5", "5 5"]) {
      const { problems, inputs } = refundAt(text);
      assert.deepEqual(
        problems.map(({ message }) => message),
        [`“当地的返还比例”应填数字；填写的是“${text}”`],
      );
      assert.ok(!("localRate" in inputs));
    }
  });

  it("is quoted as typed, beside limits of the same unit", () => {
    for (const text of ["125", "125%", "150%", "-5", "1,250"]) {
      const [problem] = refundAt(text).problems;
      assert.equal(problem?.message, `“当地的返还比例”应在0至100%之间；填写的是“${text}”`);
    }
  });
});

describe("a mean that does not come out even", () => {
  const firm = {
    enterpriseSize: "large",
    insuredAtStart: 3400,
    insuredAtEnd: 3284,
    naturalAttrition: 0,
    premiumsPaid: 100_000,
    temporarilyDifficult: false,
    serviceSector: "none",
  };

  it("is exact, from people and from programs, and shown as what it is", () => {
    for (const averageInsured of ["38453÷12", "38,453/12"]) {
      for (const assess of [
        evaluate,
        (/** @type {string} */ id, /** @type {object} */ form) => situation(id, { ...form }).assessment,
      ]) {
        const { eligibility, amount, steps } = assess(CHANGZHOU, { ...firm, averageInsured });
        assert.deepEqual([eligibility, amount], ["ineligible", "0.00"]);
        assert.match(steps[0]?.substituted ?? "", /÷（38,453÷12）人$/);
      }
    }
    const rounded = evaluate(CHANGZHOU, { ...firm, averageInsured: "3204.42" });
    assert.equal(rounded.eligibility, "eligible");
  });

  it("passes where it passes only exactly", () => {
    const other = { ...firm, insuredAtStart: 1700, insuredAtEnd: 1639 };
    assert.equal(evaluate(CHANGZHOU, { ...other, averageInsured: "20221÷12" }).eligibility, "eligible");
    assert.equal(evaluate(CHANGZHOU, { ...other, averageInsured: "1685.08" }).eligibility, "ineligible");
  });

  it("goes through everything that takes what situation has read", () => {
    const { inputs, assessment } = situation(CHANGZHOU, { ...firm, averageInsured: "38453 ÷ 12" });
    assert.equal(inputs.averageInsured, "38453÷12");
    assert.deepEqual(evaluate(CHANGZHOU, inputs), assessment);
    assert.deepEqual(eligibleRanges(CHANGZHOU, inputs, "insuredAtEnd"), [[3285, null]]);
    const columns = Object.fromEntries(Object.entries(inputs).map(([field, answer]) => [field, [answer]]));
    assert.deepEqual([...evaluateColumns(CHANGZHOU, columns).eligibility], [2]);
    // With more decimals than the field takes it stays a quotient, too.
    assert.equal(situation(CHANGZHOU, { averageInsured: "38449.5÷12" }).inputs.averageInsured, "384495÷120");
    assert.equal(situation(CHANGZHOU, { averageInsured: "38454÷12" }).inputs.averageInsured, "3204.5");
  });

  it("is for means only, and never a month", () => {
    assert.deepEqual(problemsOf(CHANGZHOU, { insuredAtEnd: "390÷2" }), [
      ["insuredAtEnd", undefined, undefined, "not-a-number"],
    ]);
    for (const averageInsured of ["2023/12", "38453÷0", "38453÷12÷2", "÷12"]) {
      assert.deepEqual(problemsOf(CHANGZHOU, { averageInsured }), [
        ["averageInsured", undefined, undefined, "not-a-number"],
      ]);
    }
  });
});

describe("amountRange", () => {
  it("is that of its own call", () => {
    const certificate = { insuredInCity: true, premiumMonths: 12, certified: true };
    for (const [certificateLevel, amount] of Object.entries({ junior: "1000.00", intermediate: "1500.00" })) {
      const inputs = { ...certificate, certificateLevel };
      assert.deepEqual(amountRange("changzhou-2020-skill-certificate", inputs), { least: amount, most: amount });
    }
  });
});

describe("readNumber", () => {
  it("reads a figure in its unit, in the words of either language, or not at all", () => {
    assert.equal(readNumber("1.23 万元", "元"), "12300");
    assert.equal(readNumber("300万元", "10,000 yuan"), "300");
    assert.equal(readNumber("97人", "people"), "97");
    assert.equal(readNumber("97"), "97");
    for (const text of ["10,50", "97元", "1e5", "", "12 34"]) assert.equal(readNumber(text, "人"), undefined, text);
    // @ts-expect-error: no text
    assert.equal(readNumber(97, "人"), undefined);
  });
});
