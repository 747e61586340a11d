const policy = "changzhou-2020-job-placement";

const complete = { agencyKind: "provincialIntegrity", placedWorkers: 12, alsoClaimedWorkTraining: 2 };

/** @type {import("../contract.mjs").Case[]} */
export default [
  {
    name: "twelve people, two of them claimed for work training",
    evaluate: [policy, complete],
    gives: {
      policy,
      eligibility: "eligible",
      amount: "10000.00",
      conditions: [{ id: "qualifiedAgency", met: true }],
      missing: [],
      warnings: [],
      deadlines: [],
    },
  },
  {
    name: "an agency in a provincial park, all of them claimed for work training",
    evaluate: [policy, { agencyKind: "provincialPark", placedWorkers: 5, alsoClaimedWorkTraining: 5 }],
    gives: { eligibility: "eligible", amount: "0.00" },
  },
  {
    name: "another agency: nothing else need be answered",
    evaluate: [policy, { agencyKind: "other" }],
    gives: { eligibility: "ineligible", amount: "0.00", missing: [] },
  },
  {
    name: "more claimed for work training than placed",
    evaluate: [policy, { ...complete, alsoClaimedWorkTraining: 13 }],
    throws: "InvalidInputError",
    problems: [{ field: "alsoClaimedWorkTraining", code: "out-of-range" }],
  },
  {
    name: "an empty form",
    evaluate: [policy, {}],
    gives: {
      eligibility: "undetermined",
      amount: null,
      missing: ["agencyKind", "placedWorkers", "alsoClaimedWorkTraining"],
    },
  },
  {
    name: "the policy that excludes it",
    describe: [policy],
    gives: { exclusions: [{ policy: "changzhou-2020-work-training" }] },
  },
];
