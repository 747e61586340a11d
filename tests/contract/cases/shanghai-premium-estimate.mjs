const policy = "shanghai-premium-estimate";

/**
 * One month’s base for a hundred people, of which the premiums are 1 %: the base that counts.
 * @param {number} year
 * @param {number} month
 * @param {string} averageBase
 * @param {string} premiums
 * @returns {import("../contract.mjs").Case}
 */
const clamped = (year, month, averageBase, premiums) => ({
  name: `${averageBase} yuan in ${year}-${month} count as ${premiums}`,
  evaluate: [policy, { year, payroll: [{ month, headcount: 100, averageBase }] }],
  gives: { amount: `${premiums}.00`, values: { premiums } },
});

/** @type {import("../contract.mjs").Case[]} */
export default [
  clamped(2019, 3, "99999", "21396"),
  clamped(2019, 4, "99999", "23496"),
  clamped(2019, 5, "99999", "24633"),
  clamped(2020, 6, "99999", "24633"),
  clamped(2020, 7, "99999", "28017"),
  clamped(2021, 7, "99999", "31014"),
  clamped(2022, 7, "99999", "34188"),
  clamped(2023, 7, "99999", "36549"),
  clamped(2024, 7, "99999", "36921"),
  clamped(2025, 12, "99999", "37302"),
  clamped(2019, 3, "0", "4279"),
  clamped(2019, 4, "0", "4699"),
  clamped(2021, 6, "0", "4927"),
  clamped(2021, 7, "0", "5975"),
  clamped(2022, 7, "0", "6520"),
  clamped(2023, 7, "0", "7310"),
  clamped(2024, 6, "0", "7310"),
  clamped(2024, 7, "0", "7384"),
  clamped(2025, 12, "0", "7460"),
  clamped(2024, 7, "7384", "7384"),
  clamped(2024, 7, "7385", "7385"),
  clamped(2024, 7, "36921", "36921"),
  {
    name: "the sum of a year, rounded once",
    evaluate: [
      policy,
      {
        year: 2023,
        payroll: [
          { month: 1, headcount: 1, averageBase: "10000.50" },
          { month: 1, headcount: 1, averageBase: "10000.50" },
        ],
      },
    ],
    gives: {
      policy,
      eligibility: "not-assessed",
      amount: "200.01",
      values: { premiums: "200.01" },
      conditions: [],
      missing: [],
      warnings: [],
      rows: { payroll: [{ accepted: true, amount: "100.01" }, {}] },
    },
  },
  {
    name: "2020 is a year of relief",
    evaluate: [policy, { year: 2020, payroll: [] }],
    gives: { amount: "0.00", warnings: [{ code: "relief-year", fields: ["year"] }] },
  },
  {
    name: "so is 2022",
    evaluate: [policy, { year: "2022" }],
    gives: { amount: null, missing: ["payroll"], warnings: [{ code: "relief-year" }] },
  },
  {
    name: "2021 is none",
    evaluate: [policy, { year: 2021, payroll: [] }],
    gives: { warnings: [] },
  },
  {
    name: "an empty form",
    evaluate: [policy, {}],
    gives: { eligibility: "not-assessed", amount: null, missing: ["year", "payroll"] },
  },
  {
    name: "years and months beyond what is known",
    evaluate: [policy, { year: 2026, payroll: [{ month: 0, headcount: 1.5, averageBase: "" }] }],
    throws: "InvalidInputError",
    problems: [
      { field: "year", code: "out-of-range" },
      { field: "payroll", row: 0, column: "month", code: "out-of-range" },
      { field: "payroll", row: 0, column: "headcount", code: "not-an-integer" },
      { field: "payroll", row: 0, column: "averageBase", code: "required" },
    ],
  },
];
