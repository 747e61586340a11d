const policy = "national-enterprise-size";

/** @type {import("../contract.mjs").Case[]} */
export default [
  {
    name: "industry with 5,000 people, 100 yuan short of 400 million: medium",
    evaluate: [policy, { industry: "manufacturing", employees: 5000, revenue: "39,999.99" }],
    gives: {
      eligibility: "not-assessed",
      amount: null,
      missing: [],
      conditions: [],
      values: { enterpriseSize: "medium" },
    },
  },
  {
    name: "exactly at both bounds: large",
    evaluate: [policy, { industry: "manufacturing", employees: 1000, revenue: 40000 }],
    gives: { values: { enterpriseSize: "large" }, steps: [{ id: "enterpriseSize", value: "large", display: "大型" }] },
  },
  {
    name: "only what the industry needs is asked",
    evaluate: [policy, { industry: "construction" }],
    gives: { steps: [], missing: ["revenue", "assets"] },
  },
  {
    name: "an indicator that cannot change the class is not missing",
    evaluate: [policy, { industry: "retail", employees: 9 }],
    gives: { values: { enterpriseSize: "micro" }, missing: [] },
  },
  {
    name: "an indicator of other industries is ignored",
    evaluate: [policy, { industry: "agriculture", revenue: 500, employees: -1 }],
    gives: { values: { enterpriseSize: "medium" } },
  },
];
