const policy = "shanghai-2021-work-training";

const enterprise = { registeredOn: "2020-12-31", paidAsRequired: true, hires: [], claimsDifficult: false };
const difficult = { ...enterprise, claimsDifficult: true, wagesPaid: true, staffOnPost: 10 };
const wang = {
  employee: "王",
  category: "difficultEmployment",
  localHukou: true,
  hiredOn: "2021-05-01",
  insuredMonths: 8,
};

/** @type {import("../contract.mjs").Case[]} */
export default [
  {
    name: "hires insured for eight and for two months: six and two count",
    evaluate: [policy, { ...enterprise, hires: [wang, { ...wang, category: "recentGraduate", insuredMonths: 2 }] }],
    gives: {
      policy,
      eligibility: "eligible",
      amount: "2400.00",
      values: { hireSubsidy: "2400", difficultSubsidy: "0" },
      missing: [],
      warnings: [],
      rows: {
        hires: [
          { accepted: true, reasons: [], amount: "1800.00" },
          { accepted: true, amount: "600.00" },
        ],
      },
    },
  },
  {
    name: "every reason to turn a hire down",
    evaluate: [
      policy,
      {
        ...enterprise,
        hires: [
          { ...wang, category: "other" },
          { ...wang, localHukou: false },
          { ...wang, hiredOn: "2020-12-31" },
          { ...wang, hiredOn: "2022-01-01", category: "other", localHukou: false },
          { ...wang, hiredOn: "2021-12-31" },
        ],
      },
    ],
    gives: {
      amount: "1800.00",
      rows: {
        hires: [
          { accepted: false, reasons: [{ code: "not-key-group" }], amount: "0.00" },
          { reasons: [{ code: "not-local" }] },
          { reasons: [{ code: "outside-year" }] },
          { reasons: [{ code: "not-key-group" }, { code: "not-local" }, { code: "outside-year" }] },
          { accepted: true, reasons: [] },
        ],
      },
    },
  },
  {
    name: "a fall of exactly 70 % qualifies, from 2019 or from 2020; from nothing it does not",
    evaluate: [
      policy,
      {
        ...difficult,
        revenues: [
          { month: 1, revenue2021: 300, revenue2019: 1000 },
          { month: 2, revenue2021: "300.01", revenue2020: 1000, revenue2019: 900 },
          { month: 3, revenue2021: 0, revenue2020: 0 },
          { month: 1, revenue2021: 100, revenue2020: 1000 },
          { month: 4, revenue2021: 300, revenue2020: 1000, revenue2019: 0 },
        ],
      },
    ],
    gives: {
      eligibility: "eligible",
      amount: "4000.00",
      values: { qualifyingMonths: "2", difficultSubsidy: "4000", hireSubsidy: "0" },
      rows: {
        revenues: [
          { accepted: true },
          { accepted: false, reasons: [{ code: "not-qualifying" }] },
          { accepted: false, reasons: [{ code: "not-qualifying" }] },
          { accepted: false, reasons: [{ code: "duplicate-month" }] },
          { accepted: true },
        ],
      },
    },
  },
  {
    name: "of four months three count; hires come on top",
    evaluate: [
      policy,
      {
        ...difficult,
        hires: [wang],
        revenues: [1, 2, 3, 4].map((month) => ({ month, revenue2021: 0, revenue2020: 1 })),
      },
    ],
    gives: { amount: "7800.00", values: { qualifyingMonths: "3", difficultSubsidy: "6000", hireSubsidy: "1800" } },
  },
  {
    name: "who stopped paying wages gets nothing for difficulty and is asked nothing more",
    evaluate: [policy, { ...difficult, wagesPaid: false, staffOnPost: null }],
    gives: { eligibility: "eligible", amount: "0.00", values: { difficultSubsidy: "0" }, missing: [] },
  },
  {
    name: "what belongs to difficulty is ignored of those who do not claim it",
    evaluate: [policy, { ...enterprise, staffOnPost: -1, revenues: "none" }],
    gives: { eligibility: "eligible", amount: "0.00" },
  },
  {
    name: "registered on the first day of 2021",
    evaluate: [policy, { registeredOn: "2021-01-01" }],
    gives: { eligibility: "ineligible", amount: "0.00", missing: [] },
  },
  {
    name: "social insurance not paid as required",
    evaluate: [policy, { ...enterprise, paidAsRequired: false }],
    gives: {
      eligibility: "ineligible",
      conditions: [
        { id: "registeredBefore2021", met: true },
        { id: "paidAsRequired", met: false },
      ],
    },
  },
  {
    name: "an empty form",
    evaluate: [policy, null],
    gives: {
      eligibility: "undetermined",
      amount: null,
      missing: ["registeredOn", "paidAsRequired", "hires", "claimsDifficult"],
    },
  },
  {
    name: "who claims difficulty is asked for it",
    evaluate: [policy, { ...enterprise, claimsDifficult: true }],
    gives: { eligibility: "eligible", amount: null, missing: ["wagesPaid", "staffOnPost", "revenues"] },
  },
  {
    name: "a month needs the revenue of one year before",
    evaluate: [policy, { ...difficult, revenues: [{ month: 13, revenue2021: 1 }] }],
    throws: "InvalidInputError",
    problems: [
      { field: "revenues", row: 0, column: "month", code: "out-of-range" },
      { field: "revenues", row: 0, code: "required" },
    ],
  },
  {
    name: "a hire has at most twelve insured months",
    evaluate: [policy, { ...enterprise, hires: [{ ...wang, insuredMonths: 13, localHukou: "yes" }] }],
    throws: "InvalidInputError",
    problems: [
      { field: "hires", row: 0, column: "localHukou", code: "wrong-type" },
      { field: "hires", row: 0, column: "insuredMonths", code: "out-of-range" },
    ],
  },
  {
    name: "the amounts are from a secondary source, and said to be",
    describe: [policy],
    gives: {
      parameters: [
        { id: "hireRate", value: "300", source: { reliability: "secondary" } },
        { id: "hireMonths", value: "6", source: { reliability: "secondary" } },
        { id: "difficultRate", value: "200", source: { reliability: "secondary" } },
        { id: "difficultMonths", value: "3", source: { reliability: "secondary" } },
        { id: "revenueDrop", value: "0.7", source: { reliability: "primary" } },
      ],
    },
  },
];
