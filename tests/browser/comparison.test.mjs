import assert from "node:assert/strict";
import { test } from "node:test";
import Big from "big.js";
import { evaluate, situation } from "../../dist/npm/index.js";
import { fromInputs, newRow } from "../../www/answers/answers.js";
import { groupThousands } from "../../www/answers/number-text.js";
import { excess, sameAnswer, signedYuan, withAnswerOf, yuanOf } from "../../www/comparison/scenarios.js";
import { messagesIn } from "../../www/messages/all.js";
import { mount, told } from "./mount.mjs";
import { Form, gone, openSite, SHANGHAI, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { Page } from "playwright-core" */
/** @import { Locale } from "../../dist/npm/index.js" */
/** @import { Row } from "../../www/answers/answers.js" */
/** @import { Evaluation } from "../../www/answers/evaluation.js" */

const COMPARISON = "wengang-comparison";
const TRAINING = "shanghai-2022-online-training";
/** For what a form knows without one. */
const NO_PAGE = /** @type {Page} */ (/** @type {unknown} */ (undefined));
const site = await openSite();
const messages = messagesIn("zh-CN");
const { comparison, result } = messages;

/**
 * @param {{ viewport?: { width: number, height: number }, policy?: string, inputs?: Record<string, unknown>, other?: Record<string, unknown>, locale?: Locale }} [scenario]
 */
async function open({ viewport = SIZES.desktop, policy = SHANGHAI, inputs = SMALL_ENTERPRISE, other, locale } = {}) {
  const { page, errors } = await site.open({ viewport });
  const form = new Form(page, policy, locale);
  const given = {
    answers: fromInputs(form.description, inputs),
    other: other && fromInputs(form.description, other),
  };
  const { description, mounted } = await mount(page, COMPARISON, policy, locale ? { ...given, locale } : given);
  return { page, errors, form, description, mounted };
}

test("differences are exact to the fen and have a sign", () => {
  assert.equal(String(excess("999999999999.99", "0.01")), "-999999999999.98");
  assert.equal(String(excess("0.00", "999999999999.99")), "999999999999.99");
  assert.equal(excess("7380.00", null), undefined);
  assert.equal(signedYuan(new Big("-999999999999.98")), "−999,999,999,999.98");
  assert.equal(signedYuan(new Big("0.05")), "+0.05");
  assert.equal(signedYuan(new Big(0)), "0.00");
  assert.equal(yuanOf(new Big("-1234.56")), "1,234.56");
});

/**
 * Answers of one field of a policy, with what they were read as.
 * @param {string} policy @param {string} field @param {string | Row[]} answer
 * @returns {Parameters<typeof sameAnswer>[1]}
 */
function scenario(policy, field, answer) {
  const form = typeof answer === "string" ? answer : answer.map(({ cells }) => cells);
  const { inputs } = situation(policy, { [field]: form });
  const read = Array.isArray(inputs[field]) ? inputs[field] : [];
  const rows = Array.isArray(answer) ? answer : [];
  const cells = new Map(rows.map((row, index) => [row, read[index] ?? {}]));
  const evaluation = /** @type {Evaluation} */ (/** @type {unknown} */ ({ inputs, cells }));
  return { answers: { [field]: answer }, evaluation };
}

test("answers count as the same however they were typed", () => {
  const same = (/** @type {string} */ one, /** @type {string} */ other, field = "premiumsPaid") =>
    sameAnswer(field, scenario(SHANGHAI, field, one), scenario(SHANGHAI, field, other));
  assert.ok(same("12,300.00", "１２３００"));
  assert.ok(same("1.23万", "12300"));
  assert.ok(same("小型", "small", "enterpriseSize"));
  assert.ok(same("", " "));
  assert.ok(same("x", " x"));
  assert.ok(!same("100", "1000"));
  assert.ok(!same("100", "10"));
  assert.ok(!same("", "0"));
  assert.ok(!same("x", "y"));
  const row = (/** @type {Record<string, string>} */ cells) => [newRow(cells)];
  const rows = (/** @type {Row[]} */ one, /** @type {Row[]} */ other) =>
    sameAnswer("trainings", scenario(TRAINING, "trainings", one), scenario(TRAINING, "trainings", other));
  assert.ok(rows(row({ employee: "李明", startedOn: "2022/3/1" }), row({ employee: "李明", startedOn: "20220301" })));
  assert.ok(!rows(row({ employee: "李明" }), row({ employee: "王芳" })));
  assert.ok(
    !sameAnswer("trainings", scenario(TRAINING, "trainings", []), scenario(TRAINING, "trainings", "")),
    "no rows is an answer",
  );
  assert.deepEqual(withAnswerOf({ a: "1", b: "2" }, "a", {}), { b: "2" });
});

for (const [device, viewport] of Object.entries(SIZES)) {
  test(`on a ${device}: B starts as a copy, is edited here, and every difference shows`, async () => {
    const { page, errors, form, mounted } = await open({ viewport });
    const verdicts = mounted.locator("wengang-verdict");
    await shows(verdicts.nth(0), "7,380.00");
    await shows(verdicts.nth(1), "7,380.00");
    await shows(mounted, comparison.sameAmount);
    assert.equal(await mounted.getByText(comparison.different, { exact: true }).count(), 0);

    await form.fill({ enterpriseSize: "large" });
    await shows(verdicts.nth(1), "3,690.00");
    await shows(verdicts.nth(0), "7,380.00");
    await shows(mounted.locator(".difference"), "−3,690.00");
    await shows(mounted.locator(".difference"), comparison.less(result.yuan("3,690.00")));
    const [type, detail] = (await told(page)).at(-1) ?? [];
    assert.equal(type, "wengang-other");
    assert.equal(/** @type {{ answers: Record<string, string> }} */ (detail).answers.enterpriseSize, "large");

    const rows = mounted.getByRole("row");
    const { amount, values } = form.description;
    const all = await rows.count();
    await mounted.getByRole("checkbox", { name: comparison.onlyDifferent }).check();
    const labels = [values.find(({ id }) => id === "refundRate")?.label ?? "", amount?.label ?? ""];
    for (const label of labels) await shows(rows.filter({ hasText: label }), comparison.different);
    assert.equal(await rows.getByText(comparison.different).count(), labels.length);
    assert.ok((await rows.count()) < all);
    assert.equal(
      await rows.getByText(result.met, { exact: true }).count(),
      0,
      "conditions that do not differ are hidden",
    );

    const { label } = form.input("enterpriseSize");
    await mounted.getByRole("button", { name: comparison.makeSameNamed(label) }).click();
    await shows(mounted, comparison.sameAmount);
    await shows(mounted, comparison.nothingDiffers);
    assert.deepEqual(errors, []);
    await page.close();
  });
}

test("what A answers stands beside each question, in words; each condition has its numbers", async () => {
  const { page, form, mounted } = await open({ other: { ...SMALL_ENTERPRISE, insuredAtEnd: "80" } });
  const pair = mounted.locator(".pair").filter({ hasText: form.input("insuredAtEnd").label });
  await shows(pair.getByRole("group", { name: comparison.first }), "97人");
  await shows(pair, comparison.different);
  const size = mounted.locator(".pair").filter({ hasText: form.input("enterpriseSize").label });
  await shows(size.getByRole("group", { name: comparison.first }), "小型");
  const row = mounted.getByRole("row").filter({ hasText: "裁员率不高于上限" });
  await shows(row.getByRole("cell").nth(0), "2%");
  await shows(row.getByRole("cell").nth(0), result.met);
  await shows(row.getByRole("cell").nth(1), "19%");
  await shows(row.getByRole("cell").nth(1), result.unmet);
  const amount = mounted.getByRole("row").filter({ hasText: form.description.amount?.label ?? "" });
  await shows(amount.getByRole("cell").nth(1), result.yuan("0.00"));
  await page.close();
});

test("a question that only one scenario asks is there, and says where it is not asked", async () => {
  const { page, form, mounted } = await open({
    other: { ...SMALL_ENTERPRISE, employerKind: "lawFirm", insuredFullYear: false },
  });
  const pair = (/** @type {string} */ field) => mounted.locator(".pair").filter({ hasText: form.input(field).label });
  await shows(pair("enterpriseSize").getByRole("group", { name: comparison.second }), comparison.notAsked);
  await shows(pair("insuredFirstMonth").getByRole("group", { name: comparison.first }), comparison.notAsked);
  await form.fill({ insuredFirstMonth: "100" });
  await shows(mounted.locator("wengang-verdict").nth(1), "7,380.00");
  await page.close();
});

test("the scenarios can be swapped, made the same and taken over", async () => {
  const other = { ...SMALL_ENTERPRISE, premiumsPaid: "12300.01" };
  const { page, mounted } = await open({ other });
  await shows(mounted.locator(".difference"), "+0.01");
  await mounted.getByRole("button", { name: comparison.take }).click();
  assert.deepEqual(await lastTold(page), ["wengang-take-scenario", "12300.01"]);
  await mounted.getByRole("button", { name: comparison.swap }).click();
  await shows(mounted.locator(".difference"), "−0.01");
  const events = (await told(page))
    .slice(-2)
    .map(([type, { answers }]) => [type, /** @type {Record<string, string>} */ (answers).premiumsPaid]);
  assert.deepEqual(events, [
    ["wengang-answers", "12300.01"],
    ["wengang-other", "12300.00"],
  ]);
  await mounted.getByRole("button", { name: comparison.makeAllSame }).click();
  await shows(mounted, comparison.sameAmount);
  assert.deepEqual(await lastTold(page), ["wengang-other", "12300.01"]);
  assert.ok(await mounted.getByRole("button", { name: comparison.take }).isDisabled());
  await page.close();
});

test("a changed difference is read out once, after typing has paused", async () => {
  const { page, form, mounted } = await open();
  const status = mounted.getByRole("status").last();
  await form.field("premiumsPaid").pressSequentially("0", { delay: 50 });
  assert.equal(await status.textContent(), "");
  await form.fill({ premiumsPaid: "24600" });
  await shows(status, comparison.more(result.yuan("7,380.00")));
  assert.ok((await status.textContent())?.includes(result.eligible));
  await page.close();
});

test("a table is edited for B alone", async () => {
  const { description } = new Form(NO_PAGE, TRAINING);
  const example = description.examples.find(({ inputs }) => trainingsOf(inputs).length > 1);
  assert.ok(example);
  const { inputs } = example;
  const rest = trainingsOf(inputs).slice(1);
  const amountOf = (/** @type {Record<string, unknown>} */ given) =>
    groupThousands(evaluate(TRAINING, given).amount ?? "");
  const before = amountOf(inputs);
  const after = amountOf({ ...inputs, trainings: rest });
  const { page, mounted } = await open({ policy: TRAINING, inputs });
  const verdicts = mounted.locator("wengang-verdict");
  await shows(verdicts.nth(1), before);
  await mounted
    .getByRole("button", { name: messages.table.removeRow(1) })
    .first()
    .click();
  await shows(mounted.locator(".pair.different"), comparison.different);
  await shows(verdicts.nth(0), before);
  await shows(verdicts.nth(1), after);
  const [, detail] = (await told(page)).at(-1) ?? ["", {}];
  assert.equal(trainingsOf(/** @type {Record<string, unknown>} */ (detail.answers)).length, rest.length);
  const first = mounted.getByRole("group", { name: comparison.first }).filter({ has: page.locator("summary") });
  await first.getByText(messages.table.rows(rest.length + 1), { exact: true }).click();
  await shows(first, "收银");
  await page.close();
});

test("nothing is cut off at 320 px", async () => {
  for (const locale of /** @type {const} */ (["zh-CN", "en"])) {
    const other = { ...SMALL_ENTERPRISE, premiumsPaid: "999999999999.99" };
    const { page } = await open({ viewport: { width: 320, height: 640 }, other, locale });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, locale);
    await page.close();
  }
});

test("on paper the scenarios stand side by side, without controls", async () => {
  const { page, mounted } = await open({
    viewport: { width: 700, height: 1000 },
    other: { ...SMALL_ENTERPRISE, enterpriseSize: "large" },
  });
  await page.emulateMedia({ media: "print" });
  assert.equal(await mounted.locator("input, select, button").locator("visible=true").count(), 0);
  const pair = mounted.locator(".pair.different");
  await shows(pair, "小型");
  await shows(pair, "大型");
  const [first, second] = await Promise.all([
    pair.locator(".first").boundingBox(),
    pair.locator(".second").boundingBox(),
  ]);
  assert.ok(first && second && first.y === second.y && second.x >= first.x + first.width);
  await gone(mounted.locator(".bar").locator("visible=true"));
  await page.close();
});

/**
 * @param {Record<string, unknown>} inputs
 * @returns {unknown[]}
 */
function trainingsOf({ trainings }) {
  return Array.isArray(trainings) ? trainings : [];
}

/** @param {Page} page */
async function lastTold(page) {
  const [type, detail] = (await told(page)).at(-1) ?? [];
  return [type, /** @type {{ answers: Record<string, string> }} */ (detail).answers.premiumsPaid];
}
