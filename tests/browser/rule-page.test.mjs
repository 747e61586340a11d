import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluate, policies } from "../../dist/npm/index.js";
import { groupThousands } from "../../www/answers/number-text.js";
import { messagesIn } from "../../www/messages/all.js";
import { formulaLines } from "../../www/rules/formula-lines.js";
import { ruleId } from "../../www/rules/rules.js";
import { fragmentOf } from "../../www/shared/address.js";
import { ofEachKind } from "./kinds.mjs";
import { DAY, mount, told } from "./mount.mjs";
import { openSite, SHANGHAI, SIZES, shows } from "./support.mjs";

/** @import { Page } from "playwright-core" */
/** @import { Description } from "../../dist/npm/index.js" */

const PAGE = "wengang-rule-page";
const OVERTIME = "national-overtime-pay";
const WORK_TRAINING = "shanghai-2021-work-training";
const site = await openSite();

test("formulas are broken at their keywords, and only there", () => {
  const chain = formulaLines("如果 甲 ≤ 乙 则 丙 否则 如果 丁 则（戊 − 己）÷ 庚 否则 辛", "zh-CN");
  assert.deepEqual(
    chain.map(({ words, text }) => [words, text]),
    [
      ["如果", "甲 ≤ 乙"],
      ["则", "丙"],
      ["否则 如果", "丁"],
      ["则", "（戊 − 己）÷ 庚"],
      ["否则", "辛"],
    ],
  );
  const inner = formulaLines("if a then if b then c else d else e", "en");
  assert.deepEqual(
    inner.map(({ words, depth }) => [words, depth]),
    [
      ["if", 0],
      ["then if", 1],
      ["then", 1],
      ["else", 1],
      ["else", 0],
    ],
  );
  for (const whole of [
    "合计（加班，如果 日类 = 工作日 则 时数 否则 0小时）",
    "原则上的规则 × 否则率",
    "如果 甲 则 乙",
  ]) {
    assert.deepEqual(formulaLines(whole, "zh-CN"), [{ words: "", text: whole, depth: 0 }]);
  }
  assert.equal(formulaLines("amount if any × then and else", "en").length, 1);
});

for (const id of ofEachKind()) {
  test(`${id}: every rule is there, under its own address`, async () => {
    const { page, errors } = await site.open({ viewport: SIZES.desktop });
    const { description, mounted } = await mount(page, PAGE, id);
    for (const [rule, label] of rulesOf(description)) {
      const place = mounted.locator(`[id="${rule}"]`);
      assert.equal(await place.count(), 1, rule);
      const text = (await place.textContent())?.replace(/\s+/g, " ") ?? "";
      assert.ok(text.includes(label), `${rule}: ${label}`);
      const mark = place.locator(`a.mark[href="${fragmentOf({ view: "rules", policy: id, rule })}"]`);
      assert.equal(await mark.count(), 1, `${rule} can be linked to`);
    }
    const everything = (await mounted.ariaSnapshot()).replaceAll("\\", "");
    for (const said of sentencesOf(description)) assert.ok(everything.includes(said.replaceAll('"', "")), said);
    const links = await mounted
      .locator("a[href^='#']")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    const own = fragmentOf({ view: "rules", policy: id });
    for (const href of links.filter((link) => link?.startsWith(`${own}/`))) {
      const rule = decodeURIComponent(href?.slice(own.length + 1) ?? "");
      assert.equal(await mounted.locator(`[id="${rule}"]`).count(), 1, `${href} leads somewhere`);
    }
    assert.deepEqual(errors, []);
    await page.close();
  });
}

test("figures by date have each date, figure and source, and what holds today is marked", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop });
  const { description, mounted } = await mount(page, PAGE, "shanghai-premium-estimate", { today: "2024-08-01" });
  const { rulePage, rules, source } = messagesIn("zh-CN");
  const [parameter] = description.parameters.filter(({ history }) => history.length > 1);
  assert.ok(parameter?.until);
  const rows = mounted.locator(`[id="${parameter.id}"]`).getByRole("row");
  for (const { from, display, source: own } of parameter.history) {
    const row = rows.filter({ hasText: rules.from(from ?? "") });
    await shows(row, display ?? "");
    const isSecondary = own.reliability === "secondary";
    assert.equal(await row.getByText(source.secondary).count(), Number(isSecondary), from ?? "");
    assert.equal(await row.getByText(rulePage.atPresent).count(), from === "2024-07-01" ? 1 : 0, from ?? "");
  }
  await shows(rows.last(), rulePage.coveredUntil(parameter.until));
  await page.close();
});

test("figures of one day share their date, and no heading of a row is empty", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop }, "#/national-retirement-age/rules");
  const heads = page.locator("wengang-rule-parameters tbody th");
  await heads.first().waitFor();
  for (const text of await heads.allInnerTexts()) assert.notEqual(text.trim(), "");
  await page.close();
});

test("a rule that is asked for is marked, in sight and under the keyboard; links within the page lead on", async () => {
  const { page } = await site.open({ viewport: SIZES.phone });
  const { mounted } = await mount(page, PAGE, SHANGHAI, { rule: "layoffRateWithinLimit" });
  const condition = ruleId.condition("layoffRateWithinLimit");
  await mounted.locator(`[id="${condition}"][aria-current="location"]`).waitFor();
  assert.equal(await focusedId(page), condition);
  assert.ok(await inSight(page, condition));
  const used = mounted.locator(`[id="${condition}"]`).getByRole("link", { name: "裁员率上限" });
  await used.click();
  await mounted.locator('[id="layoffRateLimit"][aria-current="location"]').waitFor();
  assert.equal(await focusedId(page), "layoffRateLimit");
  assert.equal(await mounted.locator("[aria-current]").count(), 1);
  assert.equal(new URL(page.url()).hash, fragmentOf({ view: "rules", policy: SHANGHAI, rule: "layoffRateLimit" }));
  await page.evaluate(() => scrollTo(0, 0));
  await used.click();
  assert.ok(await inSight(page, "layoffRateLimit"), "the same link works twice");
  await page.evaluate(() => Object.assign(document.querySelector("wengang-rule-page") ?? {}, { rule: undefined }));
  await mounted.locator("[aria-current]").waitFor({ state: "detached" });
  await page.close();
});

test("documents show their addresses, the rules when they were compared with them, and the steps where one applies", async () => {
  const { page } = await site.open({ viewport: SIZES.phone });
  const { description, mounted } = await mount(page, PAGE, SHANGHAI);
  const { source } = messagesIn("zh-CN");
  assert.match(description.checkedOn ?? "", /^\d{4}-\d{2}-\d{2}$/);
  await shows(mounted.locator("wengang-policy-heading"), source.checked(description.checkedOn ?? ""));
  await shows(mounted.locator("wengang-rule-sources"), source.checkedMeaning(description.checkedOn ?? ""));
  const addresses = description.sources.flatMap(({ url }) => url ?? []);
  assert.ok(addresses.length > 1);
  for (const url of addresses) {
    const link = mounted.locator("wengang-rule-sources").getByRole("link", { name: url.replace("https://", "") });
    assert.equal(await link.getAttribute("href"), url);
    assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
  }
  const { apply } = description;
  const portal = mounted.locator("wengang-procedure").getByRole("link", { name: apply?.name });
  assert.equal(await portal.getAttribute("href"), apply?.url);
  await page.close();
});

test("the contents stay beside the text on a wide screen and fold up on a phone", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop });
  const { mounted } = await mount(page, PAGE, SHANGHAI);
  const { rulePage } = messagesIn("zh-CN");
  const contents = mounted.getByRole("navigation", { name: rulePage.contents });
  await contents.getByRole("link", { name: rulePage.parts.sources }).click();
  assert.equal(await focusedId(page), ruleId.part("sources"));
  const list = await contents.getByRole("list").boundingBox();
  assert.ok(list && list.y >= 0 && list.y < 100, "the list has come along");
  await page.setViewportSize(SIZES.phone);
  assert.equal(await contents.getByRole("link").count(), 0);
  await contents.getByText(rulePage.contents).click();
  await contents.getByRole("link", { name: rulePage.parts.examples }).click();
  assert.equal(await focusedId(page), ruleId.part("examples"));
  await page.close();
});

for (const policy of [SHANGHAI, WORK_TRAINING, OVERTIME]) {
  test(`${policy}: examples show what the engine makes of them and can be tried`, async () => {
    const { page } = await site.open({ viewport: SIZES.desktop });
    const { description, mounted } = await mount(page, PAGE, policy);
    const { rulePage, result } = messagesIn("zh-CN");
    for (const { name, inputs } of description.examples) {
      const example = mounted.locator("details").filter({ hasText: name });
      const { amount, eligibility, steps } = evaluate(policy, inputs);
      const summary = example.locator("summary");
      if (eligibility === "eligible") await shows(summary, result.eligible);
      if (eligibility === "ineligible") await shows(summary, result.ineligible);
      if (amount !== null) await shows(summary, groupThousands(amount));
      await summary.click();
      for (const { label, display } of steps) await shows(example.locator(".pair").filter({ hasText: label }), display);
      await example.getByRole("button", { name: rulePage.useExampleNamed(name) }).click();
      assert.deepEqual((await told(page)).at(-1), ["wengang-use-example", { policy, inputs }]);
    }
    await page.close();
  });
}

test("another policy that excludes this one is named and linked", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop });
  const { description, mounted } = await mount(page, PAGE, "changzhou-2020-work-training");
  const [exclusion] = description.exclusions;
  assert.ok(exclusion);
  const other = policies().find(({ id }) => id === exclusion.policy);
  const link = mounted.getByRole("link", { name: other?.title });
  assert.equal(await link.getAttribute("href"), fragmentOf({ view: "rules", policy: exclusion.policy }));
  await page.close();
});

test("what the policy does not work out is said, with the reason", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop });
  const { mounted } = await mount(page, PAGE, SHANGHAI);
  const { rulePage } = messagesIn("zh-CN");
  assert.equal(await mounted.getByRole("heading", { name: rulePage.parts.unexpressed }).count(), 0);
  await mounted.evaluate((/** @type {any} */ element) => {
    const unexpressed = [{ text: "按月发放。", reason: "金额按总数计算。" }];
    element.description = { ...element.description, unexpressed };
  });
  const part = mounted.locator("section").filter({ hasText: rulePage.parts.unexpressed });
  await shows(part, "按月发放。");
  await shows(part, "金额按总数计算。");
  await page.close();
});

test("nothing is cut off at 320 px, nor at twice the text size", async () => {
  const { page } = await site.open({ viewport: { width: 320, height: 640 } });
  for (const policy of [SHANGHAI, WORK_TRAINING, OVERTIME]) {
    for (const locale of /** @type {const} */ (["zh-CN", "en"])) {
      await page.reload();
      const { mounted } = await mount(page, PAGE, policy, { locale });
      await mounted.locator("details").evaluateAll((all) => {
        for (const details of all) /** @type {HTMLDetailsElement} */ (details).open = true;
      });
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(await width(), 320, `${policy} ${locale}`);
      await page.setViewportSize({ width: 640, height: 640 });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
      assert.equal(await width(), 640, `${policy} ${locale}, large`);
      await page.setViewportSize({ width: 320, height: 640 });
    }
  }
  await page.close();
});

test("a print-out carries the examples, the sources and the version, without controls", async () => {
  const { page } = await site.open({ viewport: { width: 700, height: 1000 } });
  const { description, mounted } = await mount(page, PAGE, SHANGHAI);
  await page.emulateMedia({ media: "print" });
  const { rulePage } = messagesIn("zh-CN");
  assert.equal(await mounted.getByRole("navigation").count(), 0);
  assert.equal(await mounted.locator("button").locator("visible=true").count(), 0);
  assert.equal(await mounted.locator(".mark").locator("visible=true").count(), 0);
  const [first] = description.examples;
  const worked = mounted.locator("details").filter({ hasText: first?.name }).locator("dl").first();
  assert.ok(await worked.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true })));
  const text = await mounted.ariaSnapshot();
  for (const printed of [
    description.version,
    rulePage.printedOn(DAY),
    ...description.sources.map(({ document }) => document),
  ]) {
    assert.ok(text.includes(printed), printed);
  }
  await page.close();
});

/**
 * Everything with an address of its own, and what it is called.
 * @param {Description} description
 * @returns {[rule: string, label: string][]}
 */
function rulesOf({ inputs, tables, parameters, values, conditions, deadlines, warnings, amount, sources }) {
  return [
    ...[...inputs, ...tables, ...parameters, ...values].map(({ id, label }) => pair(id, label)),
    ...conditions.map(({ id, label }) => pair(ruleId.condition(id), label)),
    ...deadlines.map(({ id, label }) => pair(ruleId.deadline(id), label)),
    ...warnings.map(({ code, message }) => pair(ruleId.warning(code), message)),
    ...(amount ? [pair("amount", amount.label)] : []),
    ...sources.map(({ document }, index) => pair(ruleId.source(index + 1), document)),
    ...tables.flatMap(({ id: table, columns, values, reasons }) => [
      ...[...columns, ...values].map(({ id, label }) => pair(ruleId.ofTable(table, id), label)),
      ...reasons.map(({ code, message }) => pair(ruleId.ofTable(table, code), message)),
    ]),
  ];
}

/**
 * @param {string} rule
 * @param {string} label
 * @returns {[rule: string, label: string]}
 */
function pair(rule, label) {
  return [rule, label];
}

/**
 * What must be said somewhere on the page.
 * @param {Description} description
 */
function sentencesOf({ summary, version, procedure, checklist, contacts, examples, ...remarks }) {
  const { notes, exclusions, unexpressed, changes } = remarks;
  return [
    summary,
    version,
    ...procedure.flatMap(({ title, text }) => [title, text]),
    ...[...checklist, ...notes, ...exclusions, ...unexpressed, ...changes].map(({ text }) => text),
    ...unexpressed.map(({ reason }) => reason),
    ...changes.map(({ date }) => date),
    ...contacts.flatMap(({ name, office, phone = "" }) => [name, office, phone]),
    ...examples.map(({ name }) => name),
  ];
}

/** @param {Page} page */
function focusedId(page) {
  return page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused?.id;
  });
}

/**
 * @param {Page} page
 * @param {string} id
 */
async function inSight(page, id) {
  const box = await page.locator(`[id="${id}"]`).boundingBox();
  return box !== null && box.y >= 0 && box.y < (page.viewportSize()?.height ?? 0) / 2;
}
