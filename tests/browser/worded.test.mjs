// Texts of policies that are published in Chinese only, in the English interface.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "smol-toml";
import { addPolicy, evaluate } from "../../dist/npm/index.js";
import { worded } from "../../www/shared/worded.js";
import { mount } from "./mount.mjs";
import { openSite, SIZES, shows } from "./support.mjs";

/** Whether it is marked as Chinese. @param {string} text @param {string} locale */
function marked(text, locale) {
  const shown = worded(text, locale);
  if (typeof shown === "string") return shown === text ? false : assert.fail(shown);
  assert.deepEqual(shown.values, [text]);
  return shown.strings.join("").includes('lang="zh-CN"');
}

test("Chinese is marked in the English interface alone", () => {
  assert(marked("2024年月均参保人数（含GDP）", "en"));
  assert(!marked("2024年月均参保人数", "zh-CN"));
  assert(!marked("Monthly average", "en"));
  // English that quotes a Chinese name is English.
  assert(!marked("The portal 随申办 decides", "en"));
  assert(!marked("", "en"));
});

const site = await openSite();

/** A policy without a word of English. @param {any} node @returns {any} */
function inChinese(node) {
  if (Array.isArray(node)) return node.map(inChinese);
  if (typeof node !== "object" || node === null) return node;
  if (node.zh) return node.zh;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => (key === "en" ? [] : [[key, inChinese(value)]])),
  );
}

/**
 * An element in the English interface.
 * @param {string} element
 * @param {string} policy
 * @param {Record<string, unknown>} [properties]
 */
async function shown(element, policy, properties) {
  const { page } = await site.open({ viewport: SIZES.desktop });
  return (await mount(page, element, policy, { ...properties, locale: "en" })).mounted;
}

test("a policy in Chinese only says so, and is read aloud as Chinese", async () => {
  const file = JSON.parse(JSON.stringify(parse(readFileSync("tests/mistakes/none.toml", "utf8"))));
  const { id } = addPolicy({ ...inChinese(file), id: "in-chinese-only", languages: ["zh"] });
  const heading = await shown("wengang-policy-heading", id);
  await shows(heading.locator(".in-chinese"), "In Chinese only");
  await shows(heading.locator('h2 [lang="zh-CN"]'), "例子");
  const assessment = evaluate(id, { hired: 3, left: 2 }, { locale: "en" });
  const evaluation = { assessment };
  const conditions = await shown("wengang-condition-list", id, { evaluation });
  await shows(conditions.locator('.name [lang="zh-CN"]'), "有净增");
  const steps = await shown("wengang-calculation-steps", id, { evaluation });
  await shows(steps.locator('.outcome .name [lang="zh-CN"]'), "补贴金额");
  await shows(steps.locator('.outcome .formula [lang="zh-CN"]'), "净增人数 × 补贴标准");
  // One that has its English says nothing of the kind.
  const { id: english } = addPolicy({ ...file, id: "in-english-too" });
  const other = await shown("wengang-policy-heading", english);
  await shows(other.locator("h2"), "Example");
  assert.equal(await other.locator('.in-chinese, [lang="zh-CN"]').count(), 0);
});
