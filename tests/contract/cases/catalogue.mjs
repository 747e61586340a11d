// policies() and describe(): what a page knows before anything is filled in.

const refund = "shanghai-2024-stabilisation-refund";

/** @type {import("../contract.mjs").Case[]} */
export default [
  {
    name: "the policies, on a day on which Shanghai's refund could be claimed",
    policies: [{ today: "2024-12-31" }],
    gives: [
      { id: "changzhou-2020-job-placement", audience: "employer", claimYear: 2020, status: "expired" },
      { id: "changzhou-2020-labour-dispatch", scheme: "labour-dispatch" },
      { id: "changzhou-2020-skill-certificate", audience: "citizen" },
      { id: "changzhou-2020-skills-training" },
      { id: "changzhou-2020-stabilisation-refund", region: "常州市", scheme: "stabilisation-refund" },
      { id: "changzhou-2020-work-training" },
      {
        id: "national-enterprise-size",
        region: "全国",
        scheme: "enterprise-size",
        claimYear: null,
        status: "reference",
      },
      { id: "national-overtime-pay", audience: "citizen", status: "reference" },
      { id: "national-stabilisation-refund", claimYear: null, status: "in-force" },
      { id: "shanghai-2021-work-training", status: "expired" },
      { id: "shanghai-2022-online-training", status: "expired" },
      {
        id: refund,
        title: "失业保险稳岗返还（2024年）",
        region: "上海市",
        audience: "employer",
        scheme: "stabilisation-refund",
        claimYear: 2024,
        status: "in-force",
      },
      { id: "shanghai-premium-estimate", status: "reference" },
    ],
  },
  {
    name: "a policy, a day later and in English",
    describe: [refund, { today: "2025-01-01", locale: "en" }],
    gives: {
      title: "Unemployment-insurance stabilisation refund, 2024",
      region: "Shanghai",
      status: "expired",
    },
  },
  {
    name: "the refund's questions",
    describe: [refund],
    gives: {
      effective: { from: "2024-01-01", to: "2024-12-31" },
      inputs: [
        { id: "employerKind", type: "choice", optional: false },
        { id: "enterpriseSize", type: "choice", when: "单位类型为企业" },
        { id: "paidAsRequired", type: "boolean" },
        { id: "seriouslyDishonest", type: "boolean" },
        { id: "insuredFullYear", type: "boolean" },
        {
          id: "insuredAtStart",
          type: "count",
          min: "1",
          max: "100000000",
          decimals: 0,
          unit: "人",
          when: "参保满一年",
        },
        { id: "insuredFirstMonth", type: "count", min: "1", when: "参保不满一年" },
        { id: "insuredAtEnd", type: "count", min: "0" },
        { id: "naturalAttrition", type: "count", min: "0" },
        { id: "premiumsPaid", type: "money", min: "0", max: "1000000000000", decimals: 2, unit: "元" },
      ],
      tables: [],
    },
  },
  {
    name: "the refund's rules and figures",
    describe: [refund],
    gives: {
      parameters: [
        { id: "generalLayoffRateLimit", value: "0.055", display: "5.5%", source: { reliability: "primary" } },
        { id: "smallUnitLayoffRateLimit", value: "0.2" },
        { id: "smallUnitSize", value: "30", unit: "人" },
        { id: "largeEnterpriseRefundRate", value: "0.3" },
        { id: "otherRefundRate", value: "0.6" },
      ],
      values: [
        { id: "baseHeadcount" },
        { id: "layoffRate", type: "percentage", formula: "1 −（年末参保人数 + 自然减员人数）÷ 比较基数" },
        { id: "layoffRateLimit" },
        { id: "refundRate" },
      ],
      conditions: [{ id: "paidAsRequired" }, { id: "notSeriouslyDishonest" }, { id: "layoffRateWithinLimit" }],
      amount: { formula: "失业保险费总额 × 返还比例" },
      warnings: [{ code: "small-unit-basis" }],
      sources: [{ reliability: "primary" }, { reliability: "secondary" }, { number: "人社部发〔2024〕40号" }],
    },
  },
  {
    name: "where a size class stands in the table",
    describe: ["national-enterprise-size", { locale: "en" }],
    gives: {
      amount: null,
      values: [{ id: "enterpriseSize", type: "choice" }],
      inputs: [{ id: "industry" }, { id: "employees" }, { id: "revenue", unit: "10,000 yuan" }, { id: "assets" }],
    },
  },
];
