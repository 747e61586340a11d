// Why an authority shows another figure: what it shows is filled in, and what gives exactly that is told, with the working.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { unzipSync } from "fflate";
import { describe as describePolicy } from "../../dist/npm/index.js";
import { chinese, english } from "../../www/messages/all.js";
import { displayed, showable } from "../../www/reconciliation/showable.js";
import { fragmentOf } from "../../www/shared/address.js";
import { Form, gone, loaded, openSite, SIZES, shows } from "./support.mjs";
import "./with-engine.mjs";

/** @import { Page } from "playwright-core" */

const { publishedList, rowsOfFirm, shownInRow } = await import("../../www/reconciliation/published.js");

const CHANGCHUN = "jilin-2025-stabilisation-refund";
/** A firm that believes in 4.9 %. */
const FIRM = {
  employerKind: "enterprise",
  enterpriseSize: "small",
  cumulativePremiumMonths: 12,
  premiumArrears: false,
  meetsIndustrialPolicy: true,
  seriouslyDishonest: false,
  insuredAtStart: 1000,
  insuredAtEnd: 941,
  naturalAttrition: 10,
  premiumsPaid: "420000",
};
const CHANGZHOU = "changzhou-2024-stabilisation-refund";
/** 31 people on average, 30 at the end: by which of them is the limit? */
const SMALL = {
  employerKind: "enterprise",
  enterpriseSize: "small",
  premiumMonths: 12,
  premiumArrears: false,
  insuredNow: true,
  insuredAtStart: 34,
  insuredAtEnd: 30,
  naturalAttrition: 0,
  averageInsured: 31,
  premiumsPaid: "12000",
};

const site = await openSite();
const { reconciliation, keep, nav, answer } = chinese;

/** @param {string} policy @param {Record<string, string | number | boolean>} [answers] */
function filledIn(policy, answers = {}) {
  const entries = Object.entries(answers).map(([field, answer]) => [field, String(answer)]);
  return `${fragmentOf({ view: "policy", policy })}?${new URLSearchParams(entries)}`;
}

/**
 * The view, from the answers to its policy.
 * @param {string} policy @param {Record<string, string | number | boolean>} [answers]
 */
async function open(policy, answers, viewport = SIZES.desktop) {
  const { page, errors } = await site.open({ viewport }, `/${filledIn(policy, answers)}`);
  await page.getByRole("link", { name: nav.reconciliation, exact: true }).click();
  await page.locator("wengang-reconciliation").waitFor();
  return { page, errors };
}

/** @param {Page} page @param {string} field */
function shownField(page, field) {
  return page.locator(`wengang-shown-fields [id="${field}"]`);
}

/** @param {Page} page */
async function search(page) {
  await page.getByRole("button", { name: reconciliation.search }).click();
}

describe("the way of a clerk", () => {
  test("a link brings what the authority shows, and the account is there at once", async () => {
    const permissions = ["clipboard-read", "clipboard-write"];
    const context = await site.browser.newContext({ viewport: SIZES.desktop, permissions, locale: "zh-CN" });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`${site.url}/${filledIn(CHANGCHUN, FIRM)}`);
    await loaded(page);
    await page.getByRole("link", { name: nav.reconciliation, exact: true }).click();
    await shownField(page, "layoffRate").fill("5.80");
    await search(page);
    await page.locator("#found").waitFor();
    const outcome = await page.locator("#found").innerText();
    await page.locator("wengang-reconciliation").getByRole("button", { name: keep.copyLink }).click();
    await shows(page.locator("wengang-reconciliation"), keep.linkCopied);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await context.close();

    const { page: other, errors } = await site.open({ viewport: SIZES.desktop }, `/${new URL(link).hash}`);
    await shows(other.locator("#found"), outcome);
    assert.equal(await shownField(other, "layoffRate").inputValue(), "5.80");
    assert.deepEqual(errors, []);
    await other.close();
  });

  test("told 5.80 %, she believes 4.9 %: which answers would give it, both calculations side by side", async () => {
    const { page, errors } = await site.open({}, `/${filledIn(CHANGCHUN, FIRM)}`);
    await page.getByRole("link", { name: answer.reconcile }).click();
    await shownField(page, "layoffRate").fill("5.80");
    await search(page);
    await shows(page.locator("#found"), reconciliation.outcome({ own: { figures: [{ how: null }] }, matches: [1, 2] }));
    await shows(page.getByRole("row", { name: /净减员率/ }).first(), "4.9%");
    const ways = page.locator(".ways > li");
    assert.equal(await ways.count(), 2);
    await shows(ways.nth(0).locator("summary"), "941人 → 932人");
    await shows(ways.nth(1).locator("summary"), "10人 → 1人");
    // The first is told in full; another one in its place.
    await shows(ways.nth(0).locator("wengang-scenario-results"), "（1,000人 − 932人 − 10人）÷ 1,000人");
    await shows(ways.nth(0).locator("wengang-scenario-results"), "（1,000人 − 941人 − 10人）÷ 1,000人");
    await ways.nth(1).locator("summary").click();
    await shows(ways.nth(1).locator("wengang-scenario-results"), "（1,000人 − 941人 − 1人）÷ 1,000人");
    assert.ok(!(await ways.nth(0).locator("wengang-account").isVisible()));
    assert.deepEqual(errors, []);
  });

  test("on paper: what is shown, the way that is open, the answers and the sources; no field, no button", async () => {
    const { page } = await open(CHANGCHUN, FIRM);
    await shownField(page, "layoffRate").fill("5.80");
    await search(page);
    await page.locator("#found").waitFor();
    await page.emulateMedia({ media: "print" });
    assert.ok(!(await shownField(page, "layoffRate").isVisible()));
    assert.ok(!(await page.getByRole("button", { name: keep.print }).isVisible()));
    await shows(page.locator("wengang-reconciliation table").first(), "5.80%");
    await shows(page.locator(".answers"), "941人");
    const [{ document = "" } = {}] = describePolicy(CHANGCHUN).sources;
    await shows(page.locator("wengang-reconciliation"), document);
    assert.ok(await page.locator(".ways > li").nth(0).locator("wengang-account").isVisible());
    assert.ok(!(await page.locator(".ways > li").nth(1).locator("wengang-account").isVisible()));
  });

  test("all of it can be copied", async () => {
    const { page } = await open(CHANGCHUN, FIRM);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await shownField(page, "layoffRate").fill("5.80");
    await search(page);
    await page.getByRole("button", { name: reconciliation.copy }).click();
    await page.getByText(reconciliation.copied, { exact: true }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    for (const part of [
      "吉林省",
      "4.9%（系统显示5.80%，相差0.9%）",
      "941人 → 932人",
      "相同）",
      "（1,000人 − 932人 − 10人）",
    ]) {
      assert.ok(text.includes(part), part);
    }
  });
});

test("another reading of the notice turns the verdict, and says why it can be read so", async () => {
  const { page } = await open(CHANGZHOU, SMALL);
  await shownField(page, "eligibility").selectOption("eligible");
  await search(page);
  const way = page.locator(".ways > li").filter({ hasText: "30人按年末人数认定" });
  if (!(await way.locator("wengang-account").isVisible())) await way.locator("summary").click();
  const [reading] = (describePolicy(CHANGZHOU).readings ?? []).filter(({ label }) => label === "30人按年末人数认定");
  await shows(way, reading?.text ?? "a text");
  await shows(way, reconciliation.askWhich);
  await shows(way.locator("wengang-scenario-results"), "20%");
  // Where a rule is cited, its document can be looked at.
  await way.locator("wengang-source button").first().click();
  await page.locator("wengang-rule-page [aria-current=location]").waitFor();
});

test("where nothing gives the figure, it says so and what to do", async () => {
  const { page } = await open(CHANGCHUN, FIRM);
  await shownField(page, "layoffRate").fill("77.77");
  await shownField(page, "amount").fill("3.33");
  await search(page);
  await shows(page.locator("#found"), reconciliation.outcome({ own: { figures: [{ how: null }] }, matches: [] }));
  await shows(page.locator("wengang-reconciliation"), reconciliation.whatNow);
});

test("what comes to the same is told so", async () => {
  const { page } = await open(CHANGCHUN, FIRM);
  await shownField(page, "layoffRate").fill("4.90%");
  await shownField(page, "layoffRate").press("Enter");
  await shows(page.locator("#found"), reconciliation.outcome({ own: { figures: [{ how: "exact" }] }, matches: [] }));
});

describe("what cannot be taken", () => {
  test("nothing filled in as shown, and no figure: each says so in its place, and what was typed stays", async () => {
    const { page } = await open(CHANGCHUN, FIRM);
    await search(page);
    await page.getByRole("alert").waitFor();
    await shownField(page, "layoffRate").fill("五点八");
    await shownField(page, "amount").fill("1,000.00");
    await search(page);
    await shows(page.locator("#problem-layoffRate"), "5.50%");
    assert.equal(await shownField(page, "layoffRate").inputValue(), "五点八");
    assert.equal(await shownField(page, "amount").inputValue(), "1,000.00");
    await shownField(page, "layoffRate").fill("5.8");
    await gone(page.locator("#problem-layoffRate"));
  });

  test("without answers of one's own, it says that there is nothing to compare with", async () => {
    const { page } = await open(CHANGCHUN);
    await shows(page.locator("wengang-reconciliation"), reconciliation.nothingFilledIn);
  });

  test("answers that are wrong are left out, and counted", async () => {
    const { page } = await site.open({}, `/${filledIn(CHANGCHUN, FIRM)}`);
    await new Form(page, CHANGCHUN).fill({ insuredAtEnd: "很多" });
    await page.getByRole("link", { name: nav.reconciliation, exact: true }).click();
    await shows(page.locator("wengang-reconciliation"), reconciliation.badAnswers(1));
  });
});

test("what is shown stays with the firm: in another view, in English, after a reload", async () => {
  const { page } = await open(CHANGCHUN, FIRM);
  await shownField(page, "layoffRate").fill("5.80");
  await search(page);
  await page.locator("#found").waitFor();
  await page.getByRole("button", { name: chinese.page.otherLanguage }).click();
  await shows(
    page.locator("#found"),
    english.reconciliation.outcome({ own: { figures: [{ how: null }] }, matches: [1, 2] }),
  );
  await page.getByRole("button", { name: english.page.otherLanguage }).click();
  await page.getByRole("link", { name: nav.calculate, exact: true }).click();
  await page.getByRole("link", { name: nav.reconciliation, exact: true }).click();
  assert.equal(await shownField(page, "layoffRate").inputValue(), "5.80");
  // It is put by once typing pauses.
  await page.waitForFunction(() => Object.values(sessionStorage).some((text) => text.includes("5.80")));
  await page.reload();
  await loaded(page);
  assert.equal(await shownField(page, "layoffRate").inputValue(), "5.80");
});

describe("a letter to the authority", () => {
  const { letter } = chinese;

  /** @param {Page} page */
  async function write(page) {
    await shownField(page, "layoffRate").fill("5.80");
    await search(page);
    await page.locator("wengang-letter summary").click();
    await page.getByLabel(letter.writer.firm, { exact: true }).fill("长春 <甲> & 乙有限公司");
    return page.getByLabel(letter.text, { exact: true });
  }

  test("asks for a review: what is shown, the own working with its document, and what explains it", async () => {
    const { page } = await open(CHANGCHUN, FIRM);
    const text = await (await write(page)).inputValue();
    const [, { document = "" } = {}] = describePolicy(CHANGCHUN).sources;
    for (const part of [
      "净减员率（裁员率）为5.80%",
      "（1,000人 − 941人 − 10人）÷ 1,000人 = 4.9%",
      `依据《${document}》`,
      "“2024年末失业保险参保人数”为932人（我单位为941人）",
      "申请单位（盖章）：长春 <甲> & 乙有限公司",
    ]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
  });

  test("is Chinese also where the page speaks English", async () => {
    const { page } = await open(CHANGCHUN, FIRM);
    const text = await (await write(page)).inputValue();
    await page.getByRole("button", { name: chinese.page.otherLanguage }).click();
    assert.equal(await page.getByLabel(english.letter.text, { exact: true }).inputValue(), text);
  });

  test("corrects what is recorded, changed by hand, printed alone and saved for Word", async () => {
    const { page } = await open(CHANGCHUN, FIRM);
    const text = await write(page);
    await page.getByLabel(letter.kind, { exact: true }).selectOption("correction");
    assert.match(await text.inputValue(), /2024年末失业保险参保人数：系统为932人，应为941人。/);
    await text.fill(`${await text.inputValue()}\n附言`);
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: letter.save }).click();
    const download = await coming;
    assert.equal(download.suggestedFilename(), "关于更正单位参保信息的申请.docx");
    const bytes = Buffer.concat(await (await download.createReadStream()).toArray());
    const content = new TextDecoder().decode(unzipSync(bytes)["word/document.xml"]);
    const paragraphs = await page.evaluate((content) => {
      const document = new DOMParser().parseFromString(content, "text/xml");
      return Array.from(document.getElementsByTagName("w:p"), ({ textContent }) => textContent);
    }, content);
    assert.deepEqual(paragraphs, (await text.inputValue()).split("\n"));
    await page.evaluate(() => Object.assign(window, { print: () => {} }));
    await page.locator("wengang-letter").getByRole("button", { name: letter.print }).click();
    await page.emulateMedia({ media: "print" });
    await shows(page.locator("article.letter"), "附言");
    assert.ok(!(await page.locator("#found").isVisible()));
    assert.ok(!(await page.locator("header").first().isVisible()));
    // What was changed by hand is there afterwards.
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.locator("article.letter").waitFor({ state: "detached" });
    assert.match(await text.inputValue(), /附言$/);
    // Also where something above changes, until it is to be written anew.
    await page.getByLabel(letter.writer.phone, { exact: true }).fill("0431-1");
    await page.locator(".ways > li").nth(1).locator("summary").click();
    assert.match(await text.inputValue(), /附言$/);
    await page.getByRole("button", { name: letter.anew }).click();
    assert.match(await text.inputValue(), /自然减员|死亡和退休/);
    assert.match(await text.inputValue(), /电话：0431-1/);
  });
});

const LIST = [
  "吉林省2025年稳岗返还公示名单",
  "序号\t单位名称\t企业划型\t裁员率（%）\t返还金额（元）",
  "1\t长春甲乙丙有限公司\t小型\t5.80\t252000.00",
  "2\t长春丁戊有限公司\t大型\t1.20\t30000",
].join("\n");

test("a published list is searched for the firm, and what it shows is taken over", async () => {
  const { page } = await open(CHANGCHUN, FIRM);
  const list = page.locator("wengang-published-list");
  await list.locator("summary").click();
  await list.getByLabel(reconciliation.list).fill(LIST);
  await list.getByLabel(reconciliation.firm).fill("己庚");
  await shows(list, reconciliation.notListed(2));
  await list.getByLabel(reconciliation.firm).fill("甲乙丙");
  await list.getByRole("button", { name: reconciliation.take }).click();
  assert.equal(await shownField(page, "layoffRate").inputValue(), "5.80%");
  assert.equal(await shownField(page, "amount").inputValue(), "252000.00");
  await search(page);
  await page.locator("#found").waitFor();
});

test("columns are told by their names alone, with the unit in them; of two that might be meant, none", () => {
  const fields = showable(describePolicy(CHANGCHUN), [], chinese);
  const shown = (/** @type {string} */ text) => {
    const list = publishedList(text.split("\n").map((line) => line.split("\t")));
    assert.ok(list);
    return rowsOfFirm(list, "甲").map((row) => shownInRow(fields, list.headings, row));
  };
  assert.deepEqual(shown("企业名称\t返还金额(万元)\n甲公司\t1.23"), [{ amount: "1.23万元" }]);
  assert.deepEqual(shown("单位名称\t裁员率\t金额\t金额\n甲公司\t0\t1\t2"), [{ layoffRate: "0" }]);
  assert.deepEqual(shown("单位名称\t人数\n甲公司\t5"), [{}]);
  assert.equal(publishedList([["1", "2"]]), undefined);
  const [{ amount = "" } = {}] = shown("企业名称\t返还金额(万元)\n甲公司\t1.23");
  assert.deepEqual(displayed(fields, { amount, layoffRate: "5.80", refundRate: " " }), {
    amount: "1.23万元",
    layoffRate: "5.80%",
  });
});

test("on a phone nothing is wider than the window", async () => {
  const { page } = await open(CHANGCHUN, FIRM, SIZES.phone);
  await shownField(page, "layoffRate").fill("5.80");
  await search(page);
  await page.locator("#found").waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});
