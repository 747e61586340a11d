// addPolicy(): as strict as the build, and then a policy like any other.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  addPolicy,
  assess,
  combine,
  describe as describePolicy,
  eligibleRanges,
  evaluate,
  InvalidInputError,
  InvalidPolicyError,
  policies,
  removePolicy,
  UnknownPolicyError,
} from "../../dist/npm/index.js";
import { inputs, policy } from "./somewhere.mjs";

describe("addPolicy", () => {
  it("makes a policy whose exclusions count: two that it excludes together come to more, or to less", () => {
    const [left, right] = ["changzhou-2020-job-placement", "changzhou-2020-labour-dispatch"];
    const middle = "somewhere-2026-training";
    const text = { zh: "同一批人员不重复享受。", en: "Not for the same people." };
    addPolicy({
      ...policy,
      id: middle,
      scheme: "training",
      exclusion: [left, right].map((id) => ({ policy: id, text, source: "通知：三" })),
    });
    const { policies: chosen, total, leftOut } = combine({ [left]: 300, [middle]: 500, [right]: 400 });
    assert.deepEqual([chosen, total], [[left, right], "700.00"]);
    assert.deepEqual(leftOut, [
      {
        policy: middle,
        amount: "500.00",
        excludedBy: [left, right],
        less: "200.00",
        explanation:
          "与《职业介绍补贴（2020年）》、《集中输送人力资源一次性补贴（2020年）》不能同时享受：同一批人员不重复享受。改选这项，合计少200.00元。",
      },
    ]);
    assert.deepEqual(combine({ [left]: 300, [middle]: 701, [right]: 400 }).policies, [middle]);
  });

  it("makes a policy that is listed, described, evaluated and assessed like any other", () => {
    const summary = addPolicy(policy, { today: "2026-06-01" });
    assert.deepEqual(summary, { ...summary, id: policy.id, status: "in-force", claimYear: 2026 });
    assert(policies().some(({ id }) => id === policy.id));
    assert.equal(describePolicy(policy.id).values[0]?.formula, "领取人数 ÷ 月均人数");
    assert.equal(evaluate(policy.id, inputs).amount, "20.00");
    assert(assess(inputs).assessments.some((assessment) => assessment.policy === policy.id));
  });

  it("replaces the policy with its id", () => {
    const parameter = policy.parameter.map((item) => (item.id === "rate" ? { ...item, value: "30%" } : item));
    const example = policy.example.map((item) => ({ ...item, expect: { amount: "30.00" } }));
    addPolicy({ ...policy, parameter, example });
    assert.equal(evaluate(policy.id, inputs).amount, "30.00");
    assert.equal(policies().filter(({ id }) => id === policy.id).length, 1);
  });

  it("says that it took the place of another policy, and that it is not built in", () => {
    const id = "national-enterprise-size";
    const builtIn = describePolicy(id);
    assert(!("added" in builtIn));
    const { title, added, replaced } = addPolicy({ ...policy, id });
    assert.deepEqual({ title, added, replaced }, { title: policy.title.zh, added: true, replaced: true });
    assert.equal(describePolicy(id).added, true);
    const ids = policies()
      .filter(({ added }) => added)
      .map((one) => one.id);
    assert(ids.includes(id) && !ids.includes("national-overtime-pay"));
    const back = removePolicy(id, { today: "2026-06-01" });
    assert.deepEqual(
      back,
      policies({ today: "2026-06-01" }).find((one) => one.id === id),
    );
    assert.deepEqual(describePolicy(id), builtIn);
    assert.throws(() => removePolicy(id), UnknownPolicyError);
  });

  it("takes a policy of its own away for good", () => {
    const id = "somewhere-2026-other";
    assert.equal(addPolicy({ ...policy, id }).replaced, false);
    assert.equal(addPolicy({ ...policy, id }).replaced, true);
    assert.equal(removePolicy(id), null);
    assert.throws(() => evaluate(id, inputs), UnknownPolicyError);
    assert.throws(() => removePolicy(id), UnknownPolicyError);
  });

  it("has no range of counts for which the amount cannot be computed exactly", () => {
    const id = "somewhere-2026-large";
    const amount = {
      ...policy.amount,
      formula: `失业保险费 × 返还比例${" × 月均人数".repeat(4)} ÷ 1人${" ÷ 1人".repeat(3)}`,
    };
    const example = policy.example.map((item) => ({ ...item, expect: { amount: "200000.00" } }));
    addPolicy({ ...policy, id, amount, example });
    const large = { averageInsured: "98765432.12", premiumsPaid: "987654321098.76" };
    assert.throws(() => evaluate(id, { ...large, claimants: 1 }), InvalidInputError);
    assert.deepEqual(eligibleRanges(id, large, "claimants"), []);
    assert.deepEqual(eligibleRanges(id, { averageInsured: "100" }, "claimants"), [[0, 10]]);
    removePolicy(id);
  });

  /** @param {object} broken */
  const mistakes = (broken) => {
    try {
      addPolicy(broken, { locale: "en" });
    } catch (error) {
      assert(error instanceof InvalidPolicyError);
      return error.mistakes;
    }
    return assert.fail("it was accepted");
  };

  it("refuses a wrong formula and says where", () => {
    const condition = policy.condition.map((item) => ({ ...item, formula: "裁员率 ≤ 裁员上限" }));
    assert.deepEqual(mistakes({ ...policy, condition }), [
      { path: "condition[0].formula", message: "nothing is called “裁员上限”", help: "did you mean “裁员率上限”?" },
    ]);
  });

  it("refuses an example that does not come out, numbers with a binary point, and what is no policy", () => {
    const example = policy.example.map((item) => ({ ...item, expect: { amount: "21.00" } }));
    assert.match(mistakes({ ...policy, example })[0]?.message ?? "", /should be 21\.00, but comes out as 20\.00/);
    const parameter = policy.parameter.map((item) => ({ ...item, value: 0.1 }));
    assert(mistakes({ ...policy, parameter }).some(({ path }) => path === "parameter[0].value"));
    for (const nonsense of [[], new Map(), () => {}]) assert(mistakes(nonsense).length > 0);
  });

  it("refuses addresses that lead elsewhere than to the web", () => {
    for (const url of [
      "javascript:alert(1)",
      "JavaScript:alert(1)",
      "data:text/html,x",
      "//example.cn",
      " https://example.cn",
      "https://",
      "https://a b",
    ]) {
      const found = mistakes({ ...policy, source: policy.source.map((item) => ({ ...item, url })) });
      assert.deepEqual(
        found.map(({ path }) => path),
        ["source[0].url"],
      );
    }
    addPolicy({ ...policy, source: policy.source.map((item) => ({ ...item, url: "https://example.cn/notice" })) });
  });

  it("refuses an amount that nothing keeps from being negative, and takes one that something does", () => {
    const { amount, input } = policy;
    const [claimants, average, premiums] = input;
    const paid = { name: "已领金额", id: "paid", en: "paid", type: "money" };
    const less = { ...amount, formula: "失业保险费 × 返还比例 - 已领金额" };
    const example = policy.example.map((item) => ({
      ...item,
      inputs: { ...item.inputs, 已领金额: 0 },
    }));
    const fields = [claimants, average, premiums];
    const found = mistakes({ ...policy, input: [...fields, paid], amount: less, example });
    assert.match(found[0]?.message ?? "", /the amount can be below zero: “premiums × rate − paid”/);
    assert.equal(found[0]?.path, "amount.formula");
    for (const [bounded, formula] of [
      [paid, "取大（失业保险费 × 返还比例 - 已领金额，0元）"],
      [paid, "如果 已领金额 ≤ 失业保险费 则 （失业保险费 - 已领金额）× 返还比例 否则 0元"],
      [{ ...paid, at_most: "失业保险费" }, "（失业保险费 - 已领金额）× 返还比例"],
    ]) {
      const boundary = example.map((item) => ({
        ...item,
        inputs: { ...item.inputs, 已领金额: 100 },
        expect: { amount: "0.00" },
      }));
      const shown = String(formula).includes("取大") ? example : [...example, ...boundary];
      addPolicy({ ...policy, input: [...fields, bounded], amount: { ...amount, formula }, example: shown });
      assert.equal(evaluate(policy.id, { ...inputs, paid: "0" }).amount, "20.00");
    }
    addPolicy(policy);
  });

  it("refuses a form that ends without a result and without a question", () => {
    const anyPaid = { name: "缴过费", id: "anyPaid", en: "any paid", type: "boolean" };
    const [claimants, average, premiums] = policy.input;
    const found = mistakes({
      ...policy,
      input: [claimants, average, anyPaid, { ...premiums, when: "缴过费" }],
      example: policy.example.map((item) => ({ ...item, inputs: { ...item.inputs, 缴过费: true } })),
    });
    assert.match(found[0]?.message ?? "", /no result and nothing left to ask: “any paid” is no/);
  });

  it("asks for what may be left out where there is no result without it", () => {
    const optional = policy.input.map((item) => (item.id === "premiumsPaid" ? { ...item, optional: true } : item));
    addPolicy({ ...policy, input: optional });
    const { eligibility, amount, missing } = evaluate(policy.id, { claimants: 1, averageInsured: 10 });
    assert.deepEqual(
      { eligibility, amount, missing },
      { eligibility: "eligible", amount: null, missing: ["premiumsPaid"] },
    );
    addPolicy(policy);
  });

  it("refuses what is too deep, or holds itself, and goes on", () => {
    /** @type {Record<string, unknown>} */
    const circle = { ...policy };
    circle.title = circle;
    circle.region = [circle, circle];
    assert(mistakes(circle).some(({ path }) => path === "title"));
    let deep = {};
    for (let level = 0; level < 20_000; level += 1) deep = { deep };
    assert(mistakes({ ...policy, summary: deep }).some(({ path }) => path === "summary"));
    const { amount } = policy;
    for (const formula of [
      `${"(".repeat(20_000)}失业保险费${")".repeat(20_000)} × 返还比例`,
      `失业保险费 × 返还比例${" + 0元".repeat(20_000)}`,
      `${"-".repeat(20_000)}失业保险费 × 返还比例`,
      `${"如果 领取人数 > 5人 则 1元 否则 ".repeat(20_000)}失业保险费 × 返还比例`,
    ]) {
      const found = mistakes({ ...policy, amount: { ...amount, formula } });
      assert.equal(found[0]?.path, "amount.formula");
      assert.equal(found[0]?.message, "the formula is too long");
    }
    const sum = `失业保险费 × 返还比例${" + 0元".repeat(90)}`;
    addPolicy({ ...policy, amount: { ...amount, formula: sum } });
    assert.equal(evaluate(policy.id, inputs).amount, "20.00");
  });

  it("refuses values that build on one another without end, in any order, and goes on", () => {
    const { value, amount } = policy;
    const chain = (/** @type {number} */ length, /** @type {(before: string) => string} */ formula) => {
      const name = (/** @type {number} */ place) => (place < 0 ? "失业保险费" : `第${place}步`);
      const steps = Array.from({ length }, (_, place) => ({
        ...value[0],
        name: name(place),
        id: `step${place}`,
        en: `step ${place}`,
        formula: formula(name(place - 1)),
        unit: "元",
      }));
      return { steps, amount: { ...amount, formula: `取小（失业保险费 × 返还比例，${name(length - 1)}）` } };
    };
    const more = (/** @type {string} */ before) => `${before} + 1元`;
    const twice = (/** @type {string} */ before) => `${before} + ${before}`;
    for (const { steps, amount } of [chain(2000, more), chain(40, twice)]) {
      for (const ordered of [steps, [...steps].reverse()]) {
        const found = mistakes({ ...policy, value: [...value, ...ordered], amount });
        assert.equal(found[0]?.message, "the formula is too long, together with the values that it builds on");
      }
    }
    const { steps, amount: last } = chain(90, more);
    addPolicy({ ...policy, value: [...value, ...[...steps].reverse()], amount: last });
    assert.equal(evaluate(policy.id, inputs).amount, "20.00");
  });

  it("replaces a policy with all its texts, wherever in memory they come to lie", () => {
    for (let number = 100; number < 200; number += 1) {
      const text = { zh: `${number}号稳岗返还`, en: `Refund ${number}` };
      const { title } = addPolicy({ ...policy, title: text, region: text });
      evaluate(policy.id, inputs);
      const description = describePolicy(policy.id);
      assert.deepEqual([title, description.title, description.region], [text.zh, text.zh, text.zh]);
    }
  });
});
