// assess(): every policy at once, and the best lawful combination.

const placement = {
  agencyKind: "provincialPark",
  placedWorkers: 3,
  alsoClaimedWorkTraining: 0,
};
const training = { insuredAt2019End: 100, keepsStaff: true };

/** @type {import("../contract.mjs").Case[]} */
export default [
  {
    name: "placement of 3 is worth more than work training of 5: 3,000 against 2,500",
    assess: [{ ...placement, ...training, insuredAt2020End: 105 }],
    gives: {
      combination: {
        policies: ["changzhou-2020-job-placement"],
        total: "3000.00",
        leftOut: [
          {
            policy: "changzhou-2020-work-training",
            amount: "2500.00",
            excludedBy: ["changzhou-2020-job-placement"],
          },
        ],
      },
    },
  },
  {
    name: "work training of 7 is worth more than placement of 3: 3,500 against 3,000",
    assess: [{ ...placement, ...training, insuredAt2020End: 107 }],
    gives: {
      combination: {
        policies: ["changzhou-2020-work-training"],
        total: "3500.00",
        leftOut: [{ policy: "changzhou-2020-job-placement", amount: "3000.00" }],
      },
    },
  },
  {
    name: "what excludes nothing is added up",
    assess: [{ ...placement, fromLowRiskArea: true, workersByFebruary: 2, workersByMarch: 1 }],
    gives: {
      combination: {
        policies: ["changzhou-2020-job-placement", "changzhou-2020-labour-dispatch"],
        total: "3800.00",
        leftOut: [],
      },
    },
  },
  {
    name: "of equal sums the city’s own policy counts, not the one for any city",
    assess: [
      {
        employerKind: "enterprise",
        enterpriseSize: "small",
        paidAsRequired: true,
        seriouslyDishonest: false,
        insuredFullYear: true,
        insuredAtStart: 100,
        insuredAtEnd: 97,
        naturalAttrition: 1,
        premiumsPaid: "12300",
        schemeYear: 2024,
        layoffFormula: "netHeadcount",
        smallUnitHeadcount: 97,
        premiumMonths: 12,
      },
    ],
    gives: {
      combination: {
        policies: ["shanghai-2024-stabilisation-refund"],
        total: "7380.00",
        leftOut: [
          {
            policy: "national-stabilisation-refund",
            amount: "7380.00",
            excludedBy: ["shanghai-2024-stabilisation-refund"],
          },
        ],
      },
    },
  },
  { name: "an empty profile", assess: [{}], gives: { combination: { policies: [], total: "0.00", leftOut: [] } } },
  {
    name: "a field that no policy knows",
    assess: [{ ...placement, headcount: 5 }],
    throws: "InvalidInputError",
    problems: [{ field: "headcount", code: "unknown-field" }],
  },
  {
    name: "a bad answer is reported once",
    assess: [{ premiumsPaid: -1, paidAsRequired: "yes" }],
    throws: "InvalidInputError",
    problems: [
      { field: "premiumsPaid", code: "out-of-range" },
      { field: "paidAsRequired", code: "wrong-type" },
    ],
  },
];
