const policy = "national-stabilisation-refund";

const complete = {
  schemeYear: 2024,
  enterpriseSize: "medium",
  layoffFormula: "netHeadcount",
  insuredAtStart: 200,
  insuredAtEnd: 200,
  naturalAttrition: 0,
  smallUnitHeadcount: 200,
  premiumMonths: 12,
  premiumsPaid: "10000",
  localRate: "0.6",
};

/**
 * The rates of one year, with no local rate given.
 * @param {number} schemeYear
 * @param {string} layoffRateLimit
 * @param {string} large
 * @param {string} small
 * @returns {import("../contract.mjs").Case[]}
 */
const year = (schemeYear, layoffRateLimit, large, small) =>
  [
    { enterpriseSize: "large", nationalCap: large },
    { enterpriseSize: "small", nationalCap: small },
  ].map(({ enterpriseSize, nationalCap }) => ({
    name: `${schemeYear}, ${enterpriseSize}: at most ${nationalCap}`,
    evaluate: [policy, { ...complete, schemeYear, enterpriseSize, localRate: "" }],
    gives: {
      eligibility: "eligible",
      amount: `${10000 * Number(nationalCap)}.00`,
      values: { layoffRateLimit, nationalCap, refundRate: nationalCap },
      warnings: [{ code: "national-cap", fields: ["localRate"] }],
    },
  }));

/**
 * The layoff rate of one formula.
 * @param {string} name
 * @param {Record<string, unknown>} changed
 * @param {string} layoffRate
 * @param {string} eligibility
 * @returns {import("../contract.mjs").Case}
 */
const rate = (name, changed, layoffRate, eligibility) => ({
  name,
  evaluate: [policy, { ...complete, ...changed }],
  gives: { eligibility, values: { layoffRate } },
});

/** @type {import("../contract.mjs").Case[]} */
export default [
  ...year(2021, "0.06", "0.3", "0.6"),
  ...year(2022, "0.055", "0.5", "0.9"),
  ...year(2023, "0.055", "0.3", "0.6"),
  ...year(2024, "0.055", "0.3", "0.6"),
  ...year(2025, "0.055", "0.5", "0.9"),
  ...year(2026, "0.055", "0.3", "0.6"),
  rate("net headcount: exactly 5.5 %", { insuredAtEnd: 187, naturalAttrition: 2 }, "0.055", "eligible"),
  rate("net headcount: one more", { insuredAtEnd: 186, naturalAttrition: 2 }, "0.06", "ineligible"),
  rate("6 % pass in 2021", { schemeYear: 2021, insuredAtEnd: 188 }, "0.06", "eligible"),
  rate(
    "the monthly average, with decimals",
    { layoffFormula: "monthlyAverage", averageInsured: "195.5", insuredAtEnd: 189 },
    "0.0562659847",
    "ineligible",
  ),
  rate(
    "the monthly average, a quotient of JavaScript numbers",
    { layoffFormula: "claimants", averageInsured: 1183 / 12, claimants: 5 },
    "0.0507185123",
    "eligible",
  ),
  rate(
    "a mean with as many digits as are taken",
    { layoffFormula: "claimants", averageInsured: "99999999.999999999999999999", claimants: 5_500_000 },
    "0.055",
    "ineligible",
  ),
  {
    name: "a local rate that is a quotient",
    evaluate: [policy, { ...complete, localRate: 1 / 18, premiumsPaid: "1000000000000" }],
    gives: { amount: "55555555555.56", values: { refundRate: "0.0555555556" } },
  },
  rate("claimants", { layoffFormula: "claimants", averageInsured: 200, claimants: 11 }, "0.055", "eligible"),
  rate("thirty people: 20 %", { smallUnitHeadcount: 30, insuredAtEnd: 160 }, "0.2", "eligible"),
  rate("thirty-one: no more", { smallUnitHeadcount: 31, insuredAtEnd: 160 }, "0.2", "ineligible"),
  rate("growth is negative and passes", { insuredAtEnd: 220 }, "-0.1", "eligible"),
  {
    name: "a local rate below the ceiling",
    evaluate: [policy, { ...complete, localRate: 0.2 }],
    gives: { amount: "2000.00", values: { refundRate: "0.2", nationalCap: "0.6" }, warnings: [], missing: [] },
  },
  {
    name: "a local rate above the ceiling",
    evaluate: [policy, { ...complete, localRate: "0.61" }],
    gives: {
      amount: "6000.00",
      values: { refundRate: "0.6" },
      warnings: [{ code: "above-cap", fields: ["localRate"] }],
    },
  },
  {
    name: "eleven months of premiums from 2024 on",
    evaluate: [policy, { schemeYear: 2024, premiumMonths: 11 }],
    gives: {
      eligibility: "ineligible",
      amount: "0.00",
      missing: [],
      conditions: [
        { id: "layoffRateWithinLimit", met: null },
        { id: "insuredTwelveMonths", met: false },
      ],
    },
  },
  {
    name: "before 2024 the months do not count, whatever is given",
    evaluate: [policy, { ...complete, schemeYear: 2023, premiumMonths: "nonsense" }],
    gives: { eligibility: "eligible", conditions: [{}, { id: "insuredTwelveMonths", met: true }] },
  },
  {
    name: "what the formula needs is asked",
    asked: [policy, { schemeYear: 2023, layoffFormula: "claimants" }],
    gives: [
      "schemeYear",
      "enterpriseSize",
      "layoffFormula",
      "averageInsured",
      "claimants",
      "smallUnitHeadcount",
      "premiumsPaid",
      "localRate",
    ],
  },
  {
    name: "an empty form",
    evaluate: [policy, {}],
    gives: {
      eligibility: "undetermined",
      amount: null,
      missing: ["schemeYear", "enterpriseSize", "layoffFormula", "smallUnitHeadcount", "premiumsPaid"],
      warnings: [{ code: "national-cap" }],
    },
  },
  {
    name: "headcounts at the end of the year that are eligible",
    eligibleRanges: [policy, complete, "insuredAtEnd"],
    gives: [[189, null]],
  },
  {
    name: "headcounts tested against thirty that are eligible",
    eligibleRanges: [policy, { ...complete, insuredAtEnd: 180 }, "smallUnitHeadcount"],
    gives: [[0, 30]],
  },
  {
    name: "bad input",
    evaluate: [policy, { ...complete, schemeYear: 2027, insuredAtStart: 0, localRate: "1.01", premiumMonths: 13 }],
    throws: "InvalidInputError",
    problems: [
      { field: "schemeYear", code: "out-of-range" },
      { field: "insuredAtStart", code: "out-of-range" },
      { field: "premiumMonths", code: "out-of-range" },
      { field: "localRate", code: "out-of-range" },
    ],
  },
];
