// The questions that many ask: found by search or from the form, answered for a place with the source, or plainly not answered.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { chinese, english } from "../../www/messages/all.js";
import { fragmentOf } from "../../www/shared/address.js";
import { RULES, violations } from "./axe.mjs";
import { siteWith } from "./site-with.mjs";
import { Form, openSite, SIZES, shows } from "./support.mjs";

/** @import { Page } from "playwright-core" */

const site = await openSite();
const { faq, nav } = chinese;
const ARREARS = "有欠费能不能领？补缴以后呢？";
/** Of the first place in the list. */
const ANHUI = "anhui-2025-stabilisation-refund";
const CHONGQING = "chongqing-2025-stabilisation-refund";

/** @param {string} question @param {string} [region] */
function at(question, region) {
  return fragmentOf({ view: "faq", question, scope: region === undefined ? {} : { region } });
}

/** What the policies of the place say; what holds everywhere comes after it. @param {Page} page @param {string} policy */
function said(page, policy) {
  return page.locator(`section[aria-labelledby="${policy}"]`);
}

describe("the way of a clerk", () => {
  test("she types 欠费 in the finder, chooses 重庆, and reads the answer with its source", async () => {
    const { page, errors } = await site.open({ viewport: SIZES.desktop }, "#/");
    await page.getByRole("searchbox").fill("欠费");
    await page.getByRole("navigation", { name: faq.found }).getByRole("link", { name: ARREARS }).click();
    await page.getByRole("heading", { level: 2, name: ARREARS }).waitFor();
    // Nothing is guessed: no place is chosen yet, and what holds everywhere is there.
    await page.getByRole("heading", { level: 3, name: faq.general }).waitFor();
    assert.equal(await page.getByLabel(faq.place, { exact: true }).inputValue(), "");
    await page.getByLabel(faq.place, { exact: true }).selectOption("重庆市");
    const answer = said(page, CHONGQING);
    await shows(answer, "足额缴费满12个月");
    await shows(answer, "2024年依法参保并足额缴纳失业保险费12个月以上");
    await shows(
      answer,
      "《关于实施失业保险稳岗返还等政策措施的通知》政策解读（重庆市人力资源和社会保障局，2025-06-12），一",
    );
    await answer
      .getByRole("link", { name: /rlsbj\.cq\.gov\.cn/ })
      .first()
      .waitFor();
    // The place is a part of the address.
    assert.equal(decodeURIComponent(new URL(page.url()).hash), decodeURIComponent(at("arrears", "重庆市")));
    await shows(page.locator("section", { hasText: faq.ask }), "重庆市人力资源和社会保障热线");
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("a city named beside it is the place that is looked at, by its province’s notice", async () => {
    const { page } = await site.open({}, "#/");
    await page.getByRole("searchbox").fill("杭州 欠费");
    await page.getByRole("link", { name: ARREARS }).click();
    await shows(
      said(page, "zhejiang-2025-stabilisation-refund"),
      "截至2024年末参保企业依法参加失业保险并足额缴纳失业保险费12个月(含)以上",
    );
    await page.close();
  });

  test("words that are in no question bring none", async () => {
    const { page } = await site.open({}, "#/");
    await page.getByRole("searchbox").fill("加班工资");
    await page.locator("wengang-policy-list").getByRole("link", { name: "加班工资" }).first().waitFor();
    assert.equal(await page.getByRole("navigation", { name: faq.found }).count(), 0);
    await page.close();
  });

  test("from the question in the form, with the place of the policy", async () => {
    const { page } = await site.open({}, `#/${CHONGQING}`);
    const link = page
      .locator("wengang-question-list")
      .getByRole("link", { name: "社会团体、律师事务所、个体户按哪一档？" });
    // Below the question that somebody is at, and nowhere before.
    assert.equal(await link.count(), 0);
    await new Form(page, CHONGQING).field("employerKind").focus();
    await link.click();
    await shows(said(page, CHONGQING), "返还比例：中小微企业、社会团体等");
    await shows(said(page, CHONGQING), "20%");
    assert.equal(await page.getByLabel(faq.place, { exact: true }).inputValue(), "重庆市");
    // And back to the form.
    await page.goBack();
    await page.locator("wengang-question-list").waitFor();
    await page.close();
  });

  test("from a condition of the result, and from the rule page", async () => {
    const answers = new URLSearchParams({ premiumMonths: "11" });
    const { page } = await site.open({}, `#/${CHONGQING}?${answers}`);
    await page.locator("wengang-condition-list").getByRole("link", { name: ARREARS }).click();
    await page.getByRole("heading", { level: 2, name: ARREARS }).waitFor();
    await page.goto(`${site.url}${fragmentOf({ view: "rules", policy: CHONGQING })}`);
    await page.locator("wengang-rule-formulas").getByRole("link", { name: ARREARS }).first().click();
    await page.getByRole("heading", { level: 2, name: ARREARS }).waitFor();
    await page.close();
  });

  test("from what was found on reconciling, and back to reconciling", async () => {
    const { page } = await site.open({}, at("size-class", "重庆市"));
    const onward = page.locator("section", { hasText: faq.onward });
    await onward.getByRole("link", { name: /企业划型/ }).waitFor();
    await onward.getByRole("link", { name: /^对账/ }).click();
    await page.locator("wengang-reconciliation").waitFor();
    assert(page.url().endsWith(fragmentOf({ view: "reconciliation", policy: CHONGQING })), page.url());
    await page.close();
  });

  test("the place of the policy that was looked at last is the one to begin with", async () => {
    const { page } = await site.open({}, `#/${CHONGQING}`);
    await page.getByRole("link", { name: nav.faq, exact: true }).click();
    await page.getByRole("link", { name: ARREARS }).click();
    await said(page, CHONGQING).waitFor();
    assert.equal(await page.getByLabel(faq.place, { exact: true }).inputValue(), "重庆市");
    await page.close();
  });
});

describe("where it is not known", () => {
  test("a notice that says nothing: plainly so, and whom to ask", async () => {
    const { page } = await site.open({}, at("use-of-money", "重庆市"));
    await shows(said(page, CHONGQING), faq.saysNothing);
    await shows(page.locator("section", { hasText: faq.ask }), faq.askInstead);
    await page.getByRole("link", { name: "12333" }).first().waitFor();
    await page.close();
  });

  test("a notice that leaves it open: the ways to read it, as ways to read it", async () => {
    const { page } = await site.open({}, at("thirty-people", "重庆市"));
    await shows(said(page, CHONGQING), faq.leavesOpen);
    await shows(said(page, CHONGQING), "30人按年末人数认定");
    // Another place says it.
    const row = page.getByRole("row", { name: /吉林省/ });
    await row.getByRole("link", { name: faq.says("2025") }).click();
    await shows(said(page, "jilin-2025-stabilisation-refund"), "2024年初失业保险参保人数30人(含)以下的单位");
    await page.close();
  });

  test("a place without a policy: no other place’s rule in its stead", async () => {
    const { page } = await site.open({}, at("arrears", "北京市"));
    await page.getByText(faq.notHere("北京市")).waitFor();
    assert.equal(await page.getByLabel(faq.place, { exact: true }).inputValue(), "北京市");
    await page.getByRole("heading", { level: 3, name: faq.general }).waitFor();
    await page.close();
  });

  test("tax: what was read of the rule, what was not, and 12366", async () => {
    const { page } = await site.open({}, at("tax"));
    const general = page.locator('section[aria-labelledby="general"]');
    await shows(general, "网上的说法互相矛盾，请问12366");
    await shows(general, "财税〔2011〕70号");
    await page.close();
  });

  test("a question that does not exist: said, with the way to those that do", async () => {
    const { page } = await site.open({}, at("no-such-question"));
    await page.getByRole("alert").filter({ hasText: faq.unknown }).waitFor();
    await page.getByRole("link", { name: faq.back }).click();
    await page.getByRole("heading", { level: 2, name: faq.heading }).waitFor();
    await page.close();
  });

  test("markup in the address stays text", async () => {
    const { page, errors } = await site.open({}, "#/faq/arrears?region=<img onerror=alert(1) src=x>");
    await page.getByRole("heading", { level: 2, name: ARREARS }).waitFor();
    assert.equal(await page.locator("img").count(), 0);
    assert.deepEqual(errors, []);
    await page.close();
  });
});

describe("for everybody", () => {
  test("all questions in groups, each a link", async () => {
    const { page } = await site.open({}, "#/faq");
    const list = JSON.parse(readFileSync("dist/site/packs/faq.json", "utf8"));
    const questions = list.groups.flatMap((/** @type {{ questions: object[] }} */ { questions }) => questions);
    assert.equal(await page.locator("wengang-faq li a").count(), questions.length);
    assert.equal(questions.length, 20);
    await page.close();
  });

  test("by keyboard alone", async () => {
    const { page } = await site.open({}, at("arrears"));
    await page.getByLabel(faq.place, { exact: true }).focus();
    await page.keyboard.press("ArrowDown");
    await said(page, ANHUI).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("wengang-question-list").waitFor();
    assert(page.url().endsWith(`#/${ANHUI}`), page.url());
    await page.close();
  });

  test("in English", async () => {
    const { page } = await site.open({}, `${at("arrears", "重庆市")}&_lang=en`);
    await page
      .getByRole("heading", { level: 2, name: "Can we have it with arrears, and after paying them?" })
      .waitFor();
    await shows(said(page, CHONGQING), "Premiums paid in full for twelve months");
    await page.getByRole("heading", { name: english.faq.elsewhere }).waitFor();
    await page.close();
  });

  for (const [look, viewport] of Object.entries(SIZES)) {
    test(`without a fault for axe, nor a page to be scrolled sideways: ${look}`, async () => {
      const { page } = await site.open({ viewport }, at("thirty-people", "重庆市"));
      await said(page, CHONGQING).waitFor();
      assert.deepEqual(await violations(page, RULES.all), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(wide, false);
      await page.close();
    });
  }

  test("on paper: the question, the answer and its document, and no controls", async () => {
    const { page } = await site.open({}, at("arrears", "重庆市"));
    await said(page, CHONGQING).waitFor();
    await page.emulateMedia({ media: "print" });
    assert(await page.getByRole("heading", { level: 2, name: ARREARS }).isVisible());
    assert(await page.getByText("政策解读（重庆市人力资源和社会保障局").first().isVisible());
    assert.equal(await page.getByRole("button", { name: chinese.keep.print }).isVisible(), false);
    await page.close();
  });
});

describe("where the policies are others", () => {
  test("without a network, after a visit", async () => {
    const { page } = await site.open({}, "#/");
    await page.context().setOffline(true);
    await page.goto(`${site.url}/${at("arrears", "重庆市")}`);
    await page.reload();
    await shows(said(page, CHONGQING), "足额缴费满12个月");
    await page.close();
  });

  test("a policy that an operator has added answers, too", async () => {
    const folder = mkdtempSync(join(tmpdir(), "wengang-faq-"));
    const text = readFileSync("policies/shanghai/2024-stabilisation-refund.toml", "utf8");
    const file = join(folder, "2024-stabilisation-refund.toml");
    writeFileSync(
      file,
      text.replaceAll("shanghai-2024-", "somewhere-2024-").replace('{ zh = "上海市", en', '{ zh = "某某市", en'),
    );
    const { url, id } = await siteWith(file);
    const page = await site.browser.newPage();
    await page.goto(`${url}${at("use-of-money", "某某市")}`);
    await shows(said(page, id), "可以用于职工生活补助");
    await page.goto(`${url}${at("use-of-money", "重庆市")}`);
    await page
      .getByRole("row", { name: /某某市/ })
      .getByRole("link", { name: faq.says("2024") })
      .waitFor();
    await page.close();
    rmSync(folder, { recursive: true });
  });

  test("a site without questions says so, and offers no links", async () => {
    const other = await site.browser.newPage({ serviceWorkers: "block" });
    await other.route("**/packs/faq.json", (route) => route.fulfill({ status: 404 }));
    await other.goto(`${site.url}/#/faq`);
    await other.getByText(faq.noQuestions).waitFor();
    await other.close();
  });
});

describe("its own page, for who comes from a search engine", () => {
  test("can be read without scripts, with the answers of all places", async () => {
    const page = await site.browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${site.url}/faq/arrears/`);
    assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), ARREARS);
    await page.getByRole("heading", { level: 2, name: "重庆市" }).waitFor();
    await page.getByText("2024年依法参保并足额缴纳失业保险费12个月以上").first().waitFor();
    await page.close();
  });

  test("wakes to the question in the page", async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.url}/faq/arrears/`);
    await page.locator("wengang-faq").getByRole("heading", { level: 2, name: ARREARS }).waitFor();
    assert.equal(new URL(page.url()).pathname, "/");
    assert.equal(new URL(page.url()).hash, "#/faq/arrears");
    assert.equal(await page.locator("[data-asleep]").count(), 0);
    await page.close();
  });
});
