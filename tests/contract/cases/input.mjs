// Whatever a caller passes is either read exactly or refused by name.

const policy = "shanghai-2024-stabilisation-refund";

/**
 * @param {Record<string, unknown>} inputs
 * @param {[field: string, code: string][]} problems
 * @returns {import("../contract.mjs").Case}
 */
const refused = (inputs, ...problems) => ({
  name: `refuses ${problems.map((problem) => problem.join(": ")).join(", ")}`,
  evaluate: [policy, inputs],
  throws: "InvalidInputError",
  problems: problems.map(([field, code]) => ({ field, code })),
});

/**
 * @param {string} name
 * @param {unknown} inputs
 * @returns {import("../contract.mjs").Case}
 */
const notAForm = (name, inputs) => ({
  name: `${name} is no form`,
  evaluate: [policy, inputs],
  throws: "InvalidInputError",
  problems: [{ field: "", code: "wrong-type" }],
});

/** @type {import("../contract.mjs").Case[]} */
export default [
  refused({ insuredAtEnd: -5 }, ["insuredAtEnd", "out-of-range"]),
  refused({ insuredAtEnd: 200.5 }, ["insuredAtEnd", "not-an-integer"]),
  refused({ insuredAtEnd: 1e21 }, ["insuredAtEnd", "out-of-range"]),
  refused({ insuredAtEnd: "1e21" }, ["insuredAtEnd", "not-a-number"]),
  refused({ insuredAtEnd: "100 personne" }, ["insuredAtEnd", "not-a-number"]),
  refused({ insuredAtEnd: Number.NaN }, ["insuredAtEnd", "not-a-number"]),
  refused({ insuredAtEnd: Number.POSITIVE_INFINITY }, ["insuredAtEnd", "not-a-number"]),
  refused({ insuredAtEnd: "0x10" }, ["insuredAtEnd", "not-a-number"]),
  refused({ insuredAtEnd: "12,34" }, ["insuredAtEnd", "not-a-number"]),
  refused({ insuredAtEnd: true }, ["insuredAtEnd", "wrong-type"]),
  refused({ insuredAtEnd: ["1"] }, ["insuredAtEnd", "wrong-type"]),
  refused({ insuredAtEnd: { valueOf: () => 1 } }, ["insuredAtEnd", "wrong-type"]),
  refused({ insuredFullYear: true, insuredAtStart: 0 }, ["insuredAtStart", "out-of-range"]),
  refused({ insuredAtEnd: 100_000_001 }, ["insuredAtEnd", "out-of-range"]),
  refused({ premiumsPaid: 0.1 + 0.2 }, ["premiumsPaid", "too-many-decimals"]),
  refused({ premiumsPaid: "1000000000000.01" }, ["premiumsPaid", "out-of-range"]),
  refused({ paidAsRequired: "true" }, ["paidAsRequired", "wrong-type"]),
  refused({ paidAsRequired: 1 }, ["paidAsRequired", "wrong-type"]),
  refused({ employerKind: "Enterprise" }, ["employerKind", "unknown-choice"]),
  refused({ employerKind: 1 }, ["employerKind", "wrong-type"]),
  refused({ premiums: 1 }, ["premiums", "unknown-field"]),
  refused({ constructor: 1 }, ["constructor", "unknown-field"]),
  refused({ toString: null }, ["toString", "unknown-field"]),
  refused(JSON.parse('{ "__proto__": 1 }'), ["__proto__", "unknown-field"]),
  refused(
    { premiums: 1, insuredAtEnd: -5, naturalAttrition: "x", premiumsPaid: 1.001, employerKind: "lawFirm" },
    ["premiums", "unknown-field"],
    ["insuredAtEnd", "out-of-range"],
    ["naturalAttrition", "not-a-number"],
    ["premiumsPaid", "too-many-decimals"],
  ),
  notAForm("a number", 5),
  notAForm("text", "insuredAtEnd=5"),
  notAForm("a truth value", false),
  notAForm("an array", [1]),
  notAForm("a map", new Map([["insuredAtEnd", 5]])),
  notAForm("a date", new Date(0)),
  notAForm("a function", () => ({})),
  {
    name: "inherited fields do not count",
    evaluate: [policy, Object.create({ seriouslyDishonest: true })],
    gives: { eligibility: "undetermined" },
  },
  {
    name: "undefined inputs are an empty form",
    evaluate: [policy, undefined],
    gives: { eligibility: "undetermined", steps: [] },
  },
  {
    name: "null, undefined and empty text are not given yet",
    evaluate: [policy, { insuredAtEnd: null, naturalAttrition: undefined, premiumsPaid: "", employerKind: " " }],
    gives: { eligibility: "undetermined", steps: [] },
  },
  {
    name: "the message names field, answer and bounds, in Chinese",
    evaluate: [policy, { insuredFullYear: true, insuredAtStart: -5 }],
    throws: "InvalidInputError",
    problems: [
      {
        field: "insuredAtStart",
        code: "out-of-range",
        message: "“2022年12月失业保险参保人数”应在1至100,000,000人之间；填写的是“-5”",
      },
    ],
  },
  {
    name: "the message names field, answer and bounds, in English",
    evaluate: [policy, { insuredFullYear: true, insuredAtStart: -5 }, { locale: "en" }],
    throws: "InvalidInputError",
    problems: [{ message: "“People insured in December 2022”: allowed: 1 to 100,000,000 people; given: “-5”" }],
  },
  { name: "an unknown policy", evaluate: ["shanghai-2023", {}], throws: "UnknownPolicyError" },
  { name: "a policy id that is no text", describe: [undefined], throws: "UnknownPolicyError" },
  {
    name: "an unknown locale",
    evaluate: [policy, {}, { locale: "fr" }],
    throws: "InvalidInputError",
    problems: [{ field: "locale", code: "unknown-choice" }],
  },
  {
    name: "a today that does not exist",
    evaluate: [policy, {}, { today: "2026-02-30" }],
    throws: "InvalidInputError",
    problems: [{ field: "today", code: "invalid-date" }],
  },
];
