// The same firm a year later: what it is stays, last year's December is this year's start, all else is asked anew.

import assert from "node:assert/strict";
import { test } from "node:test";
import { addPolicy } from "../../dist/npm/index.js";
import { newSituation } from "../../www/app/situations.js";
import { policy } from "../contract/somewhere.mjs";
import "./with-engine.mjs";

const { startEngine } = await import("../../www/shared/engine.js");
const { nextYear } = await import("../../www/situations/next-year.js");

startEngine({});
const NATIONAL = "national-stabilisation-refund";
const input = policy.input.map((one) => (one.id === "claimants" ? { ...one, months: "last" } : one));
const START = { ...input[0], name: "年初人数", id: "start", en: "start", months: "before" };
const kind = {
  name: "单位类型",
  id: "employerKind",
  en: "kind of employer",
  type: "choice",
  choices: [
    { name: "企业", id: "enterprise", en: "Enterprise" },
    { name: "其他单位", id: "other", en: "Other" },
  ],
};
const isFirm = { name: "是企业", id: "isFirm", en: "is a firm", formula: "单位类型 = 企业", source: "通知：二" };
const EXAMPLE = { 领取人数: 1, 月均人数: 10, 失业保险费: 100, 单位类型: "enterprise" };
const others = [
  { ...EXAMPLE, 单位类型: "other" },
  { ...EXAMPLE, 月均人数: 9 },
];

/** @param {number} year @param {unknown[]} more inputs @param {Record<string, unknown>} answers */
function ofYear(year, more, answers) {
  addPolicy({
    ...policy,
    id: `somewhere-${year}-refund`,
    claim_year: year,
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    input: [...input, kind, ...more],
    condition: [
      ...policy.condition,
      isFirm,
      ...(more.length > 0
        ? [{ ...isFirm, name: "有人", id: "hasStart", en: "has staff", formula: "年初人数 > 0人" }]
        : []),
    ],
    example: [
      {
        name: { zh: "恰为上限", en: "Exactly the limit" },
        inputs: { ...EXAMPLE, ...answers },
        expect: { eligibility: "eligible", amount: "20.00" },
      },
      ...others.map((inputs, index) => ({
        name: { zh: `不符合${index}`, en: `Not eligible ${index}` },
        inputs: { ...inputs, ...answers },
        expect: { eligibility: "ineligible" },
      })),
      ...(more.length > 0
        ? [
            {
              name: { zh: "没有人", en: "Nobody" },
              inputs: { ...EXAMPLE, 年初人数: 0 },
              expect: { eligibility: "ineligible" },
            },
          ]
        : []),
    ],
  });
}

ofYear(2031, [], {});
ofYear(2032, [START], { 年初人数: 1 });

test("last December is where this year starts, the kind of firm stays, and no other figure does", async () => {
  const answers = { claimants: " 97", averageInsured: "98.5", premiumsPaid: "1万", employerKind: "enterprise" };
  const situation = newSituation({
    name: "甲公司 2031",
    answersByPolicy: { "somewhere-2031-refund": answers },
    profile: { audience: "employer", region: "某市", year: 2031, answers: { x: "1" } },
  });
  const { content, left } = await nextYear(situation);
  assert.deepEqual(content, {
    name: "甲公司 2032",
    answersByPolicy: { "somewhere-2032-refund": { employerKind: "enterprise", start: " 97" } },
    profile: { audience: "employer", region: "某市", year: 2032, answers: {} },
  });
  assert.deepEqual(left, []);
});

test("a policy of no single year goes on in the next; where a next one is not there, it is named", async () => {
  const situation = newSituation({
    name: "甲公司",
    answersByPolicy: {
      [NATIONAL]: { schemeYear: "2023", enterpriseSize: "small", premiumsPaid: "5" },
      "somewhere-2032-refund": { employerKind: "enterprise" },
      "nowhere-2020": { x: "1" },
    },
  });
  const { content, left } = await nextYear(situation);
  assert.deepEqual(content.answersByPolicy, { [NATIONAL]: { schemeYear: "2024", enterpriseSize: "small" } });
  assert.equal(content.name, "甲公司");
  assert.deepEqual(left, ["somewhere-2032-refund", "nowhere-2020"]);
});
