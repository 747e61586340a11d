// A policy to be added, and answers to it.

export const policy = {
  id: "somewhere-2026-stabilisation-refund",
  title: { zh: "某市稳岗返还", en: "Refund somewhere" },
  region: { zh: "某市", en: "Somewhere" },
  audience: "employer",
  scheme: "stabilisation-refund",
  claim_year: 2026,
  period: { from: "2026-01-01", to: "2026-12-31" },
  summary: { zh: "按领取失业保险金人数计算裁员率。", en: "The layoff rate counts claimants." },
  source: [{ name: "通知", title: { zh: "通知", en: "Notice" }, reliability: "primary" }],
  parameter: [
    { name: "裁员率上限", id: "limit", en: "limit", value: "10%", source: "通知：一" },
    { name: "返还比例", id: "rate", en: "rate", value: "20%", source: "通知：一" },
  ],
  input: [
    { name: "领取人数", id: "claimants", en: "claimants", type: "count", unit: "人" },
    { name: "月均人数", id: "averageInsured", en: "average", type: "number", unit: "人", above: "0人", decimals: 2 },
    { name: "失业保险费", id: "premiumsPaid", en: "premiums", type: "money" },
  ],
  value: [
    {
      name: "裁员率",
      id: "layoffRate",
      en: "layoff rate",
      formula: "领取人数 / 月均人数",
      unit: "%",
      source: "通知：二",
    },
  ],
  condition: [
    {
      name: "裁员率不高于上限",
      id: "layoffRateWithinLimit",
      en: "layoff rate within the limit",
      formula: "裁员率 ≤ 裁员率上限",
      source: "通知：二",
    },
  ],
  amount: { name: "返还金额", en: "refund", formula: "失业保险费 × 返还比例", source: "通知：三" },
  example: [
    {
      name: { zh: "恰为上限", en: "Exactly the limit" },
      inputs: { 领取人数: 1, 月均人数: 10, 失业保险费: 100 },
      expect: { eligibility: "eligible", amount: "20.00", values: { 裁员率: "0.1" } },
    },
  ],
};
export const inputs = { claimants: 1, averageInsured: "10.00", premiumsPaid: "100" };
