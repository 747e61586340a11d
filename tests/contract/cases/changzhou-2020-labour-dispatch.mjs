const policy = "changzhou-2020-labour-dispatch";

/** @type {import("../contract.mjs").Case[]} */
export default [
  {
    name: "twenty workers by February, fifteen in March",
    evaluate: [policy, { fromLowRiskArea: true, workersByFebruary: 20, workersByMarch: 15 }],
    gives: {
      policy,
      eligibility: "eligible",
      amount: "9000.00",
      conditions: [{ id: "fromLowRiskArea", met: true }],
      missing: [],
      warnings: [],
      steps: [{ id: "amount", substituted: "20人 × 300元/人 + 15人 × 200元/人" }],
    },
  },
  {
    name: "not from a low-risk region",
    evaluate: [policy, { fromLowRiskArea: false }],
    gives: { eligibility: "ineligible", amount: "0.00", missing: [] },
  },
  {
    name: "March is missing",
    evaluate: [policy, { fromLowRiskArea: true, workersByFebruary: 20 }],
    gives: { eligibility: "eligible", amount: null, missing: ["workersByMarch"] },
  },
  {
    name: "an empty form",
    evaluate: [policy, {}],
    gives: { eligibility: "undetermined", missing: ["fromLowRiskArea", "workersByFebruary", "workersByMarch"] },
  },
  {
    name: "bad answers",
    evaluate: [policy, { fromLowRiskArea: 1, workersByFebruary: -1, workersByMarch: 0.5 }],
    throws: "InvalidInputError",
    problems: [
      { field: "fromLowRiskArea", code: "wrong-type" },
      { field: "workersByFebruary", code: "out-of-range" },
      { field: "workersByMarch", code: "not-an-integer" },
    ],
  },
  {
    name: "whom to call",
    describe: [policy],
    gives: {
      claimYear: 2020,
      contacts: [{ phone: "0519-85588919" }, {}, {}, {}, {}, {}, {}, {}, {}, { phone: "0519-88403910" }],
      sources: [{ number: "常人社发〔2020〕17号", reliability: "primary" }],
    },
  },
];
