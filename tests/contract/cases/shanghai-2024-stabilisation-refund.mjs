const policy = "shanghai-2024-stabilisation-refund";

const complete = {
  employerKind: "enterprise",
  enterpriseSize: "small",
  paidAsRequired: true,
  seriouslyDishonest: false,
  insuredFullYear: true,
  insuredAtStart: 100,
  insuredAtEnd: 97,
  naturalAttrition: 1,
  premiumsPaid: "12300.00",
};
const reduced = { ...complete, naturalAttrition: 0 };

/** @type {import("../contract.mjs").Case[]} */
export default [
  {
    name: "small enterprise, 100 → 97 people, one of them retired",
    evaluate: [policy, complete],
    gives: {
      policy,
      eligibility: "eligible",
      amount: "7380.00",
      values: { layoffRate: "0.02", layoffRateLimit: "0.055", refundRate: "0.6" },
      missing: [],
      warnings: [],
      deadlines: [],
    },
  },
  {
    name: "large enterprise, 200 → 189 people: exactly 5.5 %",
    evaluate: [
      policy,
      { ...reduced, enterpriseSize: "large", insuredAtStart: 200, insuredAtEnd: 189, premiumsPaid: "100000.01" },
    ],
    gives: { eligibility: "eligible", amount: "30000.00", values: { layoffRate: "0.055", refundRate: "0.3" } },
  },
  {
    name: "109 → 103 people: 5.5046 %, which prints as 5.50 %, is above the limit",
    evaluate: [policy, { ...reduced, insuredAtStart: 109, insuredAtEnd: 103 }],
    gives: { eligibility: "ineligible", amount: "0.00", values: { layoffRate: "0.0550458716" }, missing: [] },
  },
  {
    name: "31 → 25 people: a small unit at year end, none at the start",
    evaluate: [policy, { ...reduced, insuredAtStart: 31, insuredAtEnd: 25 }],
    gives: {
      eligibility: "eligible",
      values: { layoffRate: "0.1935483871", layoffRateLimit: "0.2" },
      warnings: [{ code: "small-unit-basis", fields: ["insuredAtEnd", "insuredAtStart", "insuredFirstMonth"] }],
    },
  },
  {
    name: "30 people at year end are a small unit: 37 → 30 is within 20 %",
    evaluate: [policy, { ...reduced, insuredAtStart: 37, insuredAtEnd: 30 }],
    gives: { eligibility: "eligible", values: { layoffRateLimit: "0.2" } },
  },
  {
    name: "31 people at year end are none: 37 → 31 is above 5.5 %",
    evaluate: [policy, { ...reduced, insuredAtStart: 37, insuredAtEnd: 31 }],
    gives: { eligibility: "ineligible", values: { layoffRateLimit: "0.055" }, warnings: [] },
  },
  {
    name: "a law firm is not asked its size; one that is given is ignored",
    evaluate: [policy, { ...complete, employerKind: "lawFirm", enterpriseSize: "large" }],
    gives: { eligibility: "eligible", amount: "7380.00", values: { refundRate: "0.6" } },
  },
  {
    name: "insured for less than a year: the first month is the base; growth is negative and passes",
    evaluate: [
      policy,
      { ...reduced, insuredFullYear: false, insuredAtStart: undefined, insuredFirstMonth: 10, insuredAtEnd: 12 },
    ],
    gives: { eligibility: "eligible", values: { layoffRate: "-0.2" } },
  },
  {
    name: "a failed condition settles the matter",
    evaluate: [policy, { seriouslyDishonest: true }],
    gives: { eligibility: "ineligible", amount: "0.00", missing: [] },
  },
  {
    name: "only the amount lacks an input",
    evaluate: [policy, { ...complete, premiumsPaid: "" }],
    gives: { eligibility: "eligible", amount: null, missing: ["premiumsPaid"] },
  },
  {
    name: "an empty form",
    evaluate: [policy, null],
    gives: {
      eligibility: "undetermined",
      amount: null,
      steps: [],
      missing: [
        "employerKind",
        "paidAsRequired",
        "seriouslyDishonest",
        "insuredFullYear",
        "insuredAtEnd",
        "naturalAttrition",
        "premiumsPaid",
      ],
    },
  },
  {
    name: "full-width digits and separators",
    evaluate: [policy, { ...complete, insuredAtStart: "１００", premiumsPaid: "１２，３００.００" }],
    gives: { amount: "7380.00" },
  },
  {
    name: "every line of the calculation, in Chinese",
    evaluate: [policy, complete],
    gives: {
      conditions: [
        { id: "paidAsRequired", met: true, explanation: "按规定缴费，符合" },
        { id: "notSeriouslyDishonest", met: true, explanation: "没有被列为严重失信，符合" },
        { id: "layoffRateWithinLimit", met: true, explanation: "裁员率（2%）≤ 裁员率上限（5.5%），符合" },
      ],
      steps: [
        { id: "baseHeadcount", value: "100", display: "100人", unit: "人" },
        {
          id: "layoffRate",
          label: "裁员率",
          formula: "1 −（年末参保人数 + 自然减员人数）÷ 比较基数",
          substituted: "1 −（97人 + 1人）÷ 100人",
          value: "0.02",
          display: "2%",
          source: { section: "裁员率计算", reliability: "primary" },
        },
        { id: "layoffRateLimit", substituted: "97人 > 30人，取 5.5%" },
        { id: "refundRate", display: "60%" },
        { id: "amount", substituted: "12,300元 × 60%", value: "7380.00", display: "7,380.00元" },
      ],
    },
  },
  {
    name: "every line of the calculation, in English",
    evaluate: [policy, complete, { locale: "en" }],
    gives: {
      amount: "7380.00",
      conditions: [
        { explanation: "paid as required: met" },
        { explanation: "not listed as seriously dishonest: met" },
        { explanation: "layoff rate (2%) ≤ layoff-rate limit (5.5%): met" },
      ],
      steps: [{}, { substituted: "1 − (97 people + 1 person) ÷ 100 people" }, {}, {}, { display: "7,380.00 yuan" }],
    },
  },
  {
    name: "year-end headcounts that are eligible",
    eligibleRanges: [policy, { ...reduced, insuredAtStart: 36 }, "insuredAtEnd"],
    gives: [
      [29, 30],
      [35, null],
    ],
  },
  {
    name: "no headcount helps who is listed as seriously dishonest",
    eligibleRanges: [policy, { ...complete, seriouslyDishonest: true }, "insuredAtEnd"],
    gives: [],
  },
  {
    name: "money has no range of counts",
    eligibleRanges: [policy, complete, "premiumsPaid"],
    throws: "InvalidInputError",
    problems: [{ field: "premiumsPaid", code: "wrong-type" }],
  },
  {
    name: "who answers with a kind is asked what belongs to it",
    asked: [policy, { employerKind: "enterprise", insuredFullYear: false }],
    gives: [
      "employerKind",
      "enterpriseSize",
      "paidAsRequired",
      "seriouslyDishonest",
      "insuredFullYear",
      "insuredFirstMonth",
      "insuredAtEnd",
      "naturalAttrition",
      "premiumsPaid",
    ],
  },
];
