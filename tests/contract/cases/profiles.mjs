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
            less: "500.00",
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
    name: "a tie: the earlier one is taken, and the other would come to the same",
    assess: [{ ...placement, ...training, insuredAt2020End: 106 }],
    gives: {
      combination: {
        policies: ["changzhou-2020-job-placement"],
        leftOut: [{ policy: "changzhou-2020-work-training", amount: "3000.00", less: "0.00" }],
      },
    },
  },
  {
    name: "amounts at hand are combined as those of a profile are",
    combine: [
      {
        "changzhou-2020-labour-dispatch": "800.00",
        "changzhou-2020-work-training": "2500.00",
        "changzhou-2020-job-placement": "3000.00",
      },
      { locale: "en" },
    ],
    gives: {
      policies: ["changzhou-2020-labour-dispatch", "changzhou-2020-job-placement"],
      total: "3800.00",
      leftOut: [
        {
          policy: "changzhou-2020-work-training",
          amount: "2500.00",
          excludedBy: ["changzhou-2020-job-placement"],
          less: "500.00",
        },
      ],
    },
  },
  {
    name: "of the variants of one scheme one is had, without a reason in a file",
    combine: [{ "changzhou-2020-stabilisation-refund": "1", "shanghai-2024-stabilisation-refund": "2" }],
    gives: {
      policies: ["shanghai-2024-stabilisation-refund"],
      total: "2.00",
      leftOut: [
        {
          policy: "changzhou-2020-stabilisation-refund",
          amount: "1.00",
          excludedBy: ["shanghai-2024-stabilisation-refund"],
          less: "1.00",
        },
      ],
    },
  },
  {
    name: "sums keep every fen",
    combine: [
      { "changzhou-2020-labour-dispatch": "999999999999999999.99", "shanghai-2024-stabilisation-refund": "0.02" },
    ],
    gives: { total: "1000000000000000000.01" },
  },
  {
    name: "unknown amounts, amounts of nothing and wages have no part in a combination",
    combine: [
      {
        "changzhou-2020-labour-dispatch": null,
        "changzhou-2020-job-placement": "0.00",
        "national-overtime-pay": "1725.00",
      },
    ],
    gives: { policies: [], total: "0.00", leftOut: [] },
  },
  {
    name: "all amounts that are none are reported",
    combine: [
      {
        "changzhou-2020-labour-dispatch": "-0.01",
        "changzhou-2020-job-placement": "1.005",
        "changzhou-2020-work-training": "许多",
        "shanghai-2024-stabilisation-refund": true,
      },
    ],
    throws: "InvalidInputError",
    problems: [
      { field: "changzhou-2020-labour-dispatch", code: "out-of-range" },
      { field: "changzhou-2020-job-placement", code: "too-many-decimals" },
      { field: "changzhou-2020-work-training", code: "not-a-number" },
      { field: "shanghai-2024-stabilisation-refund", code: "wrong-type" },
    ],
  },
  { name: "an amount of a policy that does not exist", combine: [{ nowhere: "1" }], throws: "UnknownPolicyError" },
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
