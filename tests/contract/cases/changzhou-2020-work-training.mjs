const policy = "changzhou-2020-work-training";

const complete = { insuredAt2019End: 80, insuredAt2020End: 95, keepsStaff: true };

/** @type {import("../contract.mjs").Case[]} */
export default [
  {
    name: "fifteen people more",
    evaluate: [policy, complete],
    gives: {
      policy,
      eligibility: "eligible",
      amount: "7500.00",
      values: { netIncrease: "15" },
      conditions: [{ id: "keepsStaff", met: true }],
      missing: [],
      warnings: [],
    },
  },
  {
    name: "no more people",
    evaluate: [policy, { ...complete, insuredAt2020End: 80 }],
    gives: { eligibility: "eligible", amount: "0.00", values: { netIncrease: "0" } },
  },
  {
    name: "fewer people: no negative increase",
    evaluate: [policy, { ...complete, insuredAt2020End: 79 }],
    gives: { eligibility: "eligible", amount: "0.00", values: { netIncrease: "0" } },
  },
  {
    name: "staff not kept",
    evaluate: [policy, { keepsStaff: false }],
    gives: { eligibility: "ineligible", amount: "0.00", missing: [] },
  },
  {
    name: "an empty form",
    evaluate: [policy, {}],
    gives: {
      eligibility: "undetermined",
      amount: null,
      missing: ["insuredAt2019End", "insuredAt2020End", "keepsStaff"],
    },
  },
  {
    name: "bad answers",
    evaluate: [policy, { insuredAt2019End: -1, insuredAt2020End: "95 people", keepsStaff: "true" }],
    throws: "InvalidInputError",
    problems: [
      { field: "insuredAt2019End", code: "out-of-range" },
      { field: "insuredAt2020End", code: "not-a-number" },
      { field: "keepsStaff", code: "wrong-type" },
    ],
  },
  {
    name: "the policy that excludes it",
    describe: [policy],
    gives: { exclusions: [{ policy: "changzhou-2020-job-placement" }] },
  },
];
