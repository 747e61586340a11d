const policy = "changzhou-2020-stabilisation-refund";

const complete = {
  enterpriseSize: "small",
  insuredAtStart: 200,
  insuredAtEnd: 195,
  naturalAttrition: 0,
  averageInsured: 200,
  premiumsPaid: "24000.00",
  temporarilyDifficult: false,
  serviceSector: "none",
};

/** @type {import("../contract.mjs").Case[]} */
export default [
  {
    name: "half of the premiums",
    evaluate: [policy, complete],
    gives: {
      policy,
      eligibility: "eligible",
      amount: "12000.00",
      values: {
        layoffRate: "0.025",
        layoffRateLimit: "0.055",
        generalRefund: "12000",
        difficultRefund: "0",
        serviceRefund: "0",
        track: "general",
      },
      conditions: [{ id: "layoffRateWithinLimit", met: true }],
      missing: [],
      warnings: [],
      deadlines: [],
    },
  },
  {
    name: "a large enterprise at exactly 3.62 %",
    evaluate: [
      policy,
      { ...complete, enterpriseSize: "large", insuredAtStart: 10000, insuredAtEnd: 9638, averageInsured: 10000 },
    ],
    gives: { eligibility: "eligible", values: { layoffRate: "0.0362", layoffRateLimit: "0.0362" } },
  },
  {
    name: "a large enterprise one person above",
    evaluate: [
      policy,
      { ...complete, enterpriseSize: "large", insuredAtStart: 10000, insuredAtEnd: 9637, averageInsured: 10000 },
    ],
    gives: { eligibility: "ineligible", amount: "0.00", values: { layoffRate: "0.0363" }, missing: [] },
  },
  {
    name: "a medium enterprise at exactly 5.5 %",
    evaluate: [policy, { ...complete, enterpriseSize: "medium", insuredAtEnd: 189 }],
    gives: { eligibility: "eligible", values: { layoffRate: "0.055" } },
  },
  {
    name: "30 people in January may lose six, whatever the size class",
    evaluate: [policy, { ...complete, enterpriseSize: "", insuredAtStart: 30, insuredAtEnd: 24, averageInsured: 30 }],
    gives: { eligibility: "eligible", values: { layoffRate: "0.2", layoffRateLimit: "0.2" }, missing: [] },
  },
  {
    name: "31 people in January may not lose two",
    evaluate: [policy, { ...complete, insuredAtStart: 31, insuredAtEnd: 29, averageInsured: 30 }],
    gives: { eligibility: "ineligible", values: { layoffRateLimit: "0.055" } },
  },
  {
    name: "growth is negative and passes",
    evaluate: [policy, { ...complete, insuredAtEnd: 210 }],
    gives: { eligibility: "eligible", values: { layoffRate: "-0.05" } },
  },
  {
    name: "in difficulty: six months of benefits",
    evaluate: [
      policy,
      { ...complete, temporarilyDifficult: true, monthlyBenefit: "1500.50", averageInsured: "200.25" },
    ],
    gives: {
      amount: "1802850.75",
      values: { generalRefund: "12000", difficultRefund: "1802850.75", track: "difficult" },
    },
  },
  {
    name: "in difficulty, but half of the premiums is as much: the first is taken",
    evaluate: [policy, { ...complete, temporarilyDifficult: true, monthlyBenefit: 10 }],
    gives: { amount: "12000.00", values: { difficultRefund: "12000", track: "general" } },
  },
  {
    name: "a caterer granted two months",
    evaluate: [policy, { ...complete, serviceSector: "accommodationCatering", monthlyBenefit: 1500, serviceMonths: 2 }],
    gives: { amount: "600000.00", values: { serviceRefund: "600000", track: "service" } },
  },
  {
    name: "in difficulty and a service: the larger of the two",
    evaluate: [
      policy,
      {
        ...complete,
        temporarilyDifficult: true,
        serviceSector: "cultureTourism",
        monthlyBenefit: 1500,
        serviceMonths: 3,
      },
    ],
    gives: {
      amount: "1800000.00",
      values: { difficultRefund: "1800000", serviceRefund: "900000", track: "difficult" },
    },
  },
  {
    name: "benefit and months of others are ignored",
    evaluate: [policy, { ...complete, monthlyBenefit: "many", serviceMonths: 9 }],
    gives: { amount: "12000.00" },
  },
  {
    name: "benefit and months of a service are missing",
    evaluate: [policy, { ...complete, serviceSector: "logistics" }],
    gives: { eligibility: "eligible", amount: null, missing: ["monthlyBenefit", "serviceMonths"] },
  },
  {
    name: "an empty form",
    evaluate: [policy, {}],
    gives: {
      eligibility: "undetermined",
      amount: null,
      missing: [
        "enterpriseSize",
        "insuredAtStart",
        "insuredAtEnd",
        "naturalAttrition",
        "averageInsured",
        "premiumsPaid",
        "temporarilyDifficult",
        "serviceSector",
      ],
    },
  },
  {
    name: "bad answers",
    evaluate: [
      policy,
      { averageInsured: 0, insuredAtEnd: 1.5, serviceSector: "wholesaleRetail", serviceMonths: 4, premiumsPaid: 0.001 },
    ],
    throws: "InvalidInputError",
    problems: [
      { field: "averageInsured", code: "out-of-range" },
      { field: "insuredAtEnd", code: "not-an-integer" },
      { field: "serviceMonths", code: "out-of-range" },
      { field: "premiumsPaid", code: "too-many-decimals" },
    ],
  },
  {
    name: "year-end headcounts that are eligible",
    eligibleRanges: [policy, complete, "insuredAtEnd"],
    gives: [[189, null]],
  },
  {
    name: "which limits are second-hand",
    describe: [policy],
    gives: {
      parameters: [
        { id: "largeEnterpriseLayoffRateLimit", value: "0.0362", source: { reliability: "secondary" } },
        { id: "generalLayoffRateLimit", value: "0.055", source: { reliability: "secondary" } },
        { id: "smallUnitLayoffRateLimit", value: "0.2", source: { reliability: "primary" } },
        { id: "smallUnitSize", value: "30" },
        { id: "generalRefundRate", value: "0.5", source: { reliability: "primary" } },
        { id: "difficultMonths", value: "6", source: { reliability: "primary" } },
      ],
    },
  },
];
