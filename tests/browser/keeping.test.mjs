import assert from "node:assert/strict";
import { test } from "node:test";
import { Form, gone, openSite, SHANGHAI, SIZE_CLASS, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { BrowserContext, Page } from "playwright-core" */

const site = await openSite();

/**
 * A page in a context of its own, so that another page can share its clipboard and storage.
 * @param {BrowserContext} context
 * @param {string} address
 */
async function openIn(context, address) {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  return page;
}

async function newContext() {
  const permissions = ["clipboard-read", "clipboard-write"];
  return site.browser.newContext({ viewport: SIZES.desktop, permissions, locale: "zh-CN" });
}

/** @param {Page} page */
function clipboard(page) {
  return page.evaluate(() => navigator.clipboard.readText());
}

test("a link brings back the answers and tells what came out when it was made", async () => {
  const context = await newContext();
  const page = await openIn(context, `${site.url}/#/${SHANGHAI}`);
  const form = new Form(page, SHANGHAI);
  const { keep, link, result } = form.messages;
  await form.fill(SMALL_ENTERPRISE);
  await shows(form.verdict, "7,380.00");
  await page.getByRole("button", { name: keep.copyLink }).click();
  await shows(page.getByRole("status"), keep.linkCopied);
  const address = await clipboard(page);
  assert.ok(address.startsWith(`${site.url}/#/${SHANGHAI}?`), address);

  const again = await openIn(context, address);
  const sameForm = new Form(again, SHANGHAI);
  await shows(sameForm.verdict, "7,380.00");
  assert.equal(await sameForm.field("premiumsPaid").inputValue(), "12300.00");
  const notice = again.locator("wengang-link-notice");
  await shows(notice, link.past(`${result.eligible}，${result.yuan("7,380.00")}`));
  await shows(notice, link.sameResult);
  await shows(notice, link.sameRules);
  await sameForm.fill({ insuredAtEnd: "80" });
  await shows(notice, link.present(`${result.ineligible}，${result.yuan("0.00")}`));
  await again.getByRole("button", { name: link.dismiss }).click();
  await gone(notice.getByRole("heading"));
  await context.close();
});

test("a link made under other rules says so", async () => {
  const context = await newContext();
  const query = new URLSearchParams({ insuredAtEnd: "97", _on: "2024-06-01", _version: "0", _result: "eligible 1.00" });
  const page = await openIn(context, `${site.url}/#/${SHANGHAI}?${query}`);
  const { link, result } = new Form(page, SHANGHAI).messages;
  const notice = page.locator("wengang-link-notice");
  await shows(notice, link.changedRules);
  await shows(notice, link.past(`${result.eligible}，${result.yuan("1.00")}`));
  await shows(notice, link.present(result.undetermined));
  await context.close();
});

test("going elsewhere, back, and reloading lose nothing that was typed", async () => {
  const context = await newContext();
  const page = await openIn(context, `${site.url}/#/${SHANGHAI}`);
  const form = new Form(page, SHANGHAI);
  await form.fill({ ...SMALL_ENTERPRISE, insuredAtEnd: "九十七" });
  await new Form(page, SIZE_CLASS).choosePolicy();
  await page.goBack();
  await shows(page.getByRole("heading", { level: 2 }), form.description.title);
  assert.equal(await form.field("insuredAtEnd").inputValue(), "九十七");
  await page.getByRole("button", { name: "English" }).click();
  await page.waitForTimeout(400);
  await page.reload();
  const english = new Form(page, SHANGHAI, "en");
  await shows(page.getByRole("heading", { level: 2 }), english.description.title);
  assert.equal(await english.field("insuredAtEnd").inputValue(), "九十七");
  assert.equal(await english.field("premiumsPaid").inputValue(), "12300.00");
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await context.close();
});

test("the result is copied as text with inputs, steps, sources and version", async () => {
  const context = await newContext();
  const page = await openIn(context, `${site.url}/#/${SHANGHAI}`);
  const form = new Form(page, SHANGHAI);
  const { keep } = form.messages;
  await form.fill(SMALL_ENTERPRISE);
  await shows(form.verdict, "7,380.00");
  await page.getByRole("button", { name: keep.copy }).click();
  await shows(page.getByRole("status"), keep.copied);
  const text = await clipboard(page);
  for (const part of [
    "符合条件，返还金额 7,380.00元",
    `${form.input("insuredAtEnd").label}：97人`,
    `${form.input("enterpriseSize").label}：小型`,
    "裁员率 2%：1 −（97人 + 1人）÷ 100人",
    keep.version(form.description.version),
    `${site.url}/#/${SHANGHAI}?`,
  ]) {
    assert.ok(text.includes(part), `${part} is not in\n${text}`);
  }
  await context.close();
});

test("where copying is forbidden, the text is shown to be copied by hand", async () => {
  const { page, form } = await site.open({ viewport: SIZES.phone });
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  });
  await form.fill(SMALL_ENTERPRISE);
  await page.getByRole("button", { name: form.messages.keep.copy }).click();
  const shown = page.getByLabel(form.messages.keep.copyByHand);
  assert.match(await shown.inputValue(), /7,380\.00/);
  await page.close();
});

test("a print-out carries the version and a code with the link", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.fill(SMALL_ENTERPRISE);
  await shows(form.verdict, "7,380.00");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const code = page.getByRole("img", { name: form.messages.keep.qrCode });
  await code.waitFor();
  const box = await code.boundingBox();
  assert.ok(box && box.width > 90, "the code is large enough to be scanned");
  await shows(page.locator("wengang-keep"), form.messages.keep.version(form.description.version));
  await page.close();
});
