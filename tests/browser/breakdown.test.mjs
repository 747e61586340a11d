import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "smol-toml";
import { addPolicy, describe, evaluate } from "../../dist/npm/index.js";
import { messagesIn } from "../../www/messages/all.js";
import { mount } from "./mount.mjs";
import { openSite, SIZES, shows } from "./support.mjs";
import "./with-engine.mjs";

const { breakdown } = await import("../../www/answers/breakdown.js");
const { valueText } = await import("../../www/answers/row-text.js");

/** @import { Locale } from "../../dist/npm/index.js" */

const BENEFIT = "shanghai-unemployment-benefit";
const DEDUCTION = "hiring-tax-deduction";
const REFUND = "chongqing-stabilisation-refund";

/** @type {Map<string, string>} */
const added = new Map();

/** The id of a scheme, as a policy that is added. @param {string} scheme */
function policyOf(scheme) {
  const known = added.get(scheme);
  if (known) return known;
  const file = parse(readFileSync(`tests/schemes/${scheme}.toml`, "utf8"));
  const { id } = addPolicy(JSON.parse(JSON.stringify(file)));
  added.set(scheme, id);
  return id;
}

/**
 * What a scheme comes to in the worked example whose name begins so, some answers being others.
 * @param {string} scheme
 * @param {string} example
 * @param {{ locale?: Locale, other?: Record<string, string> }} [options]
 */
function worked(scheme, example, { locale = "zh-CN", other = {} } = {}) {
  const id = policyOf(scheme);
  const found = describe(id).examples.find(({ name }) => name.startsWith(example));
  assert.ok(found, example);
  const inputs = /** @type {any} */ ({ ...found.inputs, ...other });
  const description = describe(id, { locale });
  const assessment = evaluate(id, inputs, { locale });
  return { description, assessment, sections: breakdown(description, assessment, messagesIn(locale)) };
}

/** @param {ReturnType<typeof breakdown>[number]} section */
const written = ({ lines }) => lines.map(({ name, figure, detail }) => [name, figure, detail].join("|"));

test("months in which all is the same are told together, and one by one besides", () => {
  const { sections } = worked(BENEFIT, "满7年：14个月");
  const [months] = sections;
  assert.ok(months);
  assert.deepEqual(
    months.lines.map(({ name, figure }) => `${name} ${figure}`),
    ["2026年8月至2027年7月（12个月） 28,080.00元", "2027年8月至2027年9月（2个月） 3,744.00元"],
  );
  assert.equal(months.each?.length, 14);
  assert.equal(`${months.each?.[13]?.name} ${months.each?.[13]?.figure}`, "2027年9月 1,872.00元");
  const { sections: english } = worked(BENEFIT, "满7年：14个月", { locale: "en" });
  assert.equal(english[0]?.lines[1]?.name, "2027-08 to 2027-09 (2 months)");
});

test("nothing is said of months that are not paid", () => {
  assert.deepEqual(worked(BENEFIT, "11个月").sections, []);
});

test("the parts of an amount stand in the order in which they are taken, and add up", () => {
  const { sections } = worked(DEDUCTION, "增值税不够");
  const [parts] = sections;
  assert.ok(parts);
  assert.equal(parts.heading, messagesIn("zh-CN").breakdown.parts);
  assert.deepEqual(
    parts.lines.map(({ figure }) => figure),
    ["5,000.55元", "350.04元", "150.02元", "100.01元", "8,049.38元"],
  );
  assert.deepEqual(
    parts.lines.map(({ detail }) => detail),
    ["", "", "", "", "没有限额时为80,000.00元"],
  );
});

test("another reading is only told where it comes to something else", () => {
  assert.deepEqual(worked(REFUND, "月均恰为30人").sections, []);
  const { description } = worked(REFUND, "月均恰为30人");
  const atYearEnd = description.inputs.find(({ label }) => label.includes("年末"))?.id ?? "";
  const { sections } = worked(REFUND, "月均恰为30人", { other: { [atYearEnd]: "31" } });
  const [readings] = sections;
  assert.ok(readings);
  assert.match(written(readings)[0] ?? "", /\|\|不符合条件$/);
});

const site = await openSite();

for (const [name, viewport] of Object.entries(SIZES)) {
  test(`${name}: the result has its months, which open one by one`, async () => {
    const { page } = await site.open({ viewport });
    const { assessment, sections } = worked(BENEFIT, "满7年：14个月");
    const { mounted } = await mount(page, "wengang-breakdown", policyOf(BENEFIT), { assessment, locale: "zh-CN" });
    await shows(mounted, "2026年8月至2027年7月（12个月）");
    await shows(mounted, "28,080.00元");
    await mounted.getByText(messagesIn("zh-CN").breakdown.eachMonth).click();
    await shows(mounted.locator("details li").last(), sections[0]?.each?.[13]?.figure ?? "");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.close();
  });
}

test("a share of a row is told in per cent", () => {
  const rate = { id: "userRate", label: "本家比例", type: /** @type {const} */ ("percentage"), formula: "", uses: [] };
  assert.equal(valueText(rate, "0.3", messagesIn("zh-CN")), "本家比例：30%");
});
