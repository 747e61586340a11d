import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { chinese } from "../../www/messages/zh-cn.js";
import { Form, HIRES, openSite, SIZE_CLASS, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { Page } from "playwright-core" */

const site = await openSite();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What a reader may have in front of them. @type {Record<string, (form: Form, page: Page) => Promise<unknown>>} */
const STATES = {
  "empty form": () => Promise.resolve(),
  eligible: (form) => form.fill(SMALL_ENTERPRISE),
  "eligible with a warning": (form) =>
    form.fill({ ...SMALL_ENTERPRISE, insuredAtStart: "31", insuredAtEnd: "25", naturalAttrition: "0" }),
  ineligible: (form) => form.fill({ ...SMALL_ENTERPRISE, paidAsRequired: false }),
  "bad answers": async (form) => {
    await form.fill({ ...SMALL_ENTERPRISE, insuredAtEnd: "-5", premiumsPaid: "100 personne" });
    await form.field("insuredAtEnd").focus();
    await form.problem("premiumsPaid").waitFor();
  },
  "sources opened": async (form, page) => {
    await form.fill(SMALL_ENTERPRISE);
    await page.locator("wengang-calculation-steps summary").first().click();
  },
  "everything opened": async (form, page) => {
    await form.fill(SMALL_ENTERPRISE);
    await page.locator("wengang-amount-chart").waitFor();
    for (const details of await page.locator("wengang-result details").all()) {
      await details.evaluate((element) => element.setAttribute("open", ""));
    }
  },
  "size class": async (_, page) => {
    const form = new Form(page, SIZE_CLASS);
    await form.choosePolicy();
    await form.fill({ industry: "manufacturing" });
    await form.fill({ employees: "300", revenue: "2000" });
  },
  "a table with good, bad and missing cells": async (_, page) => {
    await new Form(page, HIRES).choosePolicy();
    const { table } = chinese;
    await page.getByRole("button", { name: table.paste }).click();
    const rows =
      "李明\t登记失业人员\t是\t2021-03-05\t6\n王芳\t其他\t否\t2020-12-05\t3\n赵一鸣\t特困人员\t是\t2021-07-01\t13\n钱进";
    await page.getByLabel(table.pasteHere).fill(rows);
    await page.getByRole("button", { name: table.fillIn(4) }).click();
    await page.getByText("13").last().waitFor();
    await page.getByRole("button", { name: table.paste }).click();
  },
  "an answer being worked out": async (form, page) => {
    await form.fill({ employerKind: "enterprise" });
    const { helper } = chinese;
    for (const field of ["enterpriseSize", "premiumsPaid"]) {
      await page.getByRole("button", { name: helper.about(helper.help, form.input(field).label) }).click();
    }
    await page.locator("wengang-policy-helper wengang-table-question").waitFor();
  },
  "a monthly average being worked out": async (_, page) => {
    const form = new Form(page, "changzhou-2020-stabilisation-refund");
    await form.choosePolicy();
    const { helper } = chinese;
    await page.getByRole("button", { name: helper.about(helper.help, form.input("averageInsured").label) }).click();
    await page.getByLabel(helper.month(1), { exact: true }).fill("x");
    await page.getByText(helper.badMonths([helper.month(1)])).waitFor();
  },
  English: async (form, page) => {
    await form.fill(SMALL_ENTERPRISE);
    await page.getByRole("button", { name: form.messages.page.otherLanguage }).click();
  },
};

for (const [device, viewport] of Object.entries(SIZES)) {
  describe(`WCAG 2.2 AA, light and dark, on a ${device}`, () => {
    for (const [state, reach] of Object.entries(STATES)) {
      test(state, async () => {
        const { page, form } = await site.open({ viewport });
        await form.choosePolicy();
        await reach(form, page);
        // Where the result bar lies over half a field, the field counts as too small; at the end of the page it lies over none.
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
        await page.evaluate(axe);
        for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await page.evaluate(violationsOfAxe), [], colorScheme);
        }
        await page.close();
      });
    }
  });
}

test("the form and the result read as what they are", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.fill({ ...SMALL_ENTERPRISE, insuredAtEnd: "x" });
  await form.problem("insuredAtEnd").waitFor();
  const tree = await page.locator("main").ariaSnapshot();
  const { inputs, title } = form.description;
  assert.ok(tree.includes(`heading "${title}" [level=2]`), tree);
  for (const { id, label } of inputs) {
    if (id in SMALL_ENTERPRISE) assert.match(tree, new RegExp(`(textbox|combobox|radiogroup) "${label}"`));
  }
  const field = form.field("insuredAtEnd");
  const problem = (await form.problem("insuredAtEnd").textContent())?.trim() ?? "";
  const described = await field.evaluate((element) =>
    (element.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => /** @type {ShadowRoot} */ (element.getRootNode()).getElementById(id)?.textContent?.trim())
      .join(" "),
  );
  assert.ok(problem && described.includes(problem), "the problem is part of the field's description");
  await page.close();
});

test("nothing is cut off at 320 px, nor at twice the text size", async () => {
  const { page, form } = await site.open({ viewport: { width: 320, height: 640 } });
  await form.choosePolicy();
  await form.fill({ ...SMALL_ENTERPRISE, premiumsPaid: "999999999999.99" });
  await shows(form.verdict, "599,999,999,999.99");
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  assert.equal(await width(), 320);
  await page.getByRole("button", { name: form.messages.page.otherLanguage }).click();
  assert.equal(await width(), 320);
  await page.setViewportSize({ width: 640, height: 640 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  assert.equal(await width(), 640);
  await page.close();
});

test("every control is at least 44 px high", async () => {
  const { page, form } = await site.open({ viewport: SIZES.phone });
  await form.choosePolicy();
  await form.fill(SMALL_ENTERPRISE);
  const controls = page.locator(
    "button, summary, select, a, input:not([type=radio], [type=checkbox]), .tile, label:has([type=checkbox])",
  );
  const small = await controls.evaluateAll((all) =>
    all
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  assert.deepEqual(small, []);
  await page.close();
});

test("a print-out carries answers, result and sources, without controls", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.fill(SMALL_ENTERPRISE);
  await page.emulateMedia({ media: "print" });
  const text = await page.locator("main").ariaSnapshot();
  const size = form.input("enterpriseSize").choices?.find(({ id }) => id === "small")?.label ?? "";
  for (const printed of [
    size,
    "12,300.00元（1.23万元）",
    "7,380.00",
    ...form.description.sources.map(({ document }) => document),
  ]) {
    assert.ok(text.includes(printed), printed);
  }
  // Boxes to be ticked by pen stay.
  const controls = page.locator("main").locator("input:not([type=checkbox]), select, button");
  assert.equal(await controls.locator("visible=true").count(), 0);
  await page.close();
});

/** Runs in the page. */
async function violationsOfAxe() {
  const { axe } = /** @type {{ axe: typeof import("axe-core") }} */ (/** @type {unknown} */ (window));
  const { violations } = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => [html, failureSummary]),
  }));
}
