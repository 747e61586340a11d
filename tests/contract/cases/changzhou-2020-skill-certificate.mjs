const policy = "changzhou-2020-skill-certificate";

const complete = { insuredInCity: true, premiumMonths: 12, certificateLevel: "junior", certified: true };

/** @type {import("../contract.mjs").Case[]} */
export default [
  {
    name: "exactly twelve months, junior level",
    evaluate: [policy, complete],
    gives: {
      policy,
      eligibility: "eligible",
      amount: "1000.00",
      conditions: [{ id: "insuredInCity" }, { id: "premiumMonthsEnough", met: true }, { id: "certified" }],
      missing: [],
      warnings: [],
    },
  },
  {
    name: "intermediate level",
    evaluate: [policy, { ...complete, certificateLevel: "intermediate" }],
    gives: { amount: "1500.00" },
  },
  {
    name: "senior level",
    evaluate: [policy, { ...complete, certificateLevel: "senior" }],
    gives: { amount: "2000.00" },
  },
  {
    name: "eleven months: nothing else need be answered",
    evaluate: [policy, { premiumMonths: 11 }],
    gives: { eligibility: "ineligible", amount: "0.00", missing: [] },
  },
  {
    name: "no certificate",
    evaluate: [policy, { ...complete, certified: false }],
    gives: { eligibility: "ineligible", amount: "0.00", conditions: [{}, {}, { met: false }] },
  },
  {
    name: "not insured in the city",
    evaluate: [policy, { ...complete, insuredInCity: false }],
    gives: { eligibility: "ineligible", amount: "0.00", conditions: [{ met: false }, {}, {}] },
  },
  {
    name: "an empty form",
    evaluate: [policy, {}],
    gives: {
      eligibility: "undetermined",
      amount: null,
      missing: ["insuredInCity", "premiumMonths", "certificateLevel", "certified"],
    },
  },
  {
    name: "the amounts are second-hand, the months are not",
    describe: [policy],
    gives: {
      audience: "citizen",
      parameters: [
        { id: "juniorAmount", value: "1000", source: { reliability: "secondary" } },
        { id: "intermediateAmount", value: "1500", source: { reliability: "secondary" } },
        { id: "seniorAmount", value: "2000", source: { reliability: "secondary" } },
        { id: "requiredMonths", value: "12", source: { reliability: "primary" } },
      ],
    },
  },
];
