const policy = "changzhou-2020-skills-training";

const certificate = { employee: "甲", occupation: "电工", catalogueAmount: "1500.50", onPost: true, certified: true };

/** @type {import("../contract.mjs").Case[]} */
export default [
  {
    name: "each reason to turn a row down",
    evaluate: [
      policy,
      {
        certificates: [
          certificate,
          { ...certificate, onPost: false },
          { ...certificate, certified: false },
          { ...certificate, onPost: false, certified: false },
          { ...certificate, employee: "乙", catalogueAmount: 2000 },
        ],
      },
    ],
    gives: {
      policy,
      eligibility: "not-assessed",
      amount: "3500.50",
      conditions: [],
      missing: [],
      rows: {
        certificates: [
          { accepted: true, reasons: [], amount: "1500.50" },
          { accepted: false, reasons: [{ code: "not-on-post" }], amount: "0.00" },
          { accepted: false, reasons: [{ code: "no-certificate" }], amount: "0.00" },
          { accepted: false, reasons: [{ code: "not-on-post" }, { code: "no-certificate" }], amount: "0.00" },
          { accepted: true, reasons: [], amount: "2000.00" },
        ],
      },
    },
  },
  {
    name: "an empty table is an answer",
    evaluate: [policy, { certificates: [] }],
    gives: { eligibility: "not-assessed", amount: "0.00", missing: [], rows: { certificates: [] } },
  },
  {
    name: "no table is none",
    evaluate: [policy, {}],
    gives: { eligibility: "not-assessed", amount: null, missing: ["certificates"] },
  },
  {
    name: "bad cells, by row and column",
    evaluate: [policy, { certificates: [certificate, { ...certificate, catalogueAmount: -1, onPost: null }] }],
    throws: "InvalidInputError",
    problems: [
      { field: "certificates", row: 1, column: "catalogueAmount", code: "out-of-range" },
      { field: "certificates", row: 1, column: "onPost", code: "required" },
    ],
  },
];
