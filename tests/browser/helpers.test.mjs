import assert from "node:assert/strict";
import { test } from "node:test";
import { Form, gone, openSite, SHANGHAI, SIZE_CLASS, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { Page } from "playwright-core" */

const CHANGZHOU = "changzhou-2020-stabilisation-refund";

const site = await openSite();

/**
 * The help with one question.
 * @param {Page} page
 * @param {Form} form
 * @param {string} field
 */
function helpWith(page, form, field) {
  const { helper } = form.messages;
  const { label } = form.input(field);
  return {
    open: page.getByRole("button", { name: helper.about(helper.help, label) }),
    reopen: page.getByRole("button", { name: helper.about(helper.reopen, label) }),
    panel: page.locator("wengang-policy-helper, wengang-monthly-average"),
    fillIn: (/** @type {string} */ answer) => page.getByRole("button", { name: helper.fillIn(answer), exact: true }),
  };
}

for (const [device, viewport] of Object.entries(SIZES)) {
  test(`a choice is worked out by another policy and filled in, on a ${device}`, async () => {
    const { page, errors, form } = await site.open({ viewport });
    await form.choosePolicy();
    const { enterpriseSize: _, ...others } = SMALL_ENTERPRISE;
    await form.fill(others);
    const help = helpWith(page, form, "enterpriseSize");
    const size = new Form(page, SIZE_CLASS);
    await help.open.click();
    await size.fill({ industry: "retail" });
    await shows(help.panel, form.messages.result.stillMissing(2));
    await size.fill({ employees: "12人", revenue: "300万元" });
    await shows(help.panel, "小型");
    await shows(form.verdict, form.messages.result.stillMissing(1));
    await help.fillIn("小型").click();
    await gone(help.panel);
    assert.equal(await form.tile("enterpriseSize", "small").isChecked(), true);
    await shows(form.verdict, "7,380.00");
    await shows(page.locator("wengang-answer-helper"), form.messages.helper.byPolicy("企业划型"));

    await help.reopen.click();
    assert.equal(await size.field("employees").inputValue(), "12人");
    await help.reopen.click();
    await form.tile("enterpriseSize", "large").check();
    await help.open.waitFor();
    assert.equal(await page.getByText(form.messages.helper.byPolicy("企业划型")).count(), 0);
    assert.deepEqual(errors, []);
    await page.close();
  });
}

test("an amount is worked out from a table, with what is known of it filled in", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.fill(SMALL_ENTERPRISE);
  const help = helpWith(page, form, "premiumsPaid");
  await help.open.click();
  assert.equal(await help.panel.getByRole("textbox").first().inputValue(), "2023");
  for (const [index, text] of ["1", "100", "1万"].entries()) {
    await help.panel
      .getByRole("textbox")
      .nth(index + 1)
      .fill(text);
  }
  await help.fillIn("10,000.00元").click();
  assert.equal(await form.field("premiumsPaid").inputValue(), "10000.00");
  await shows(form.verdict, "6,000.00");
  await page.close();
});

test("what was filled in to work out an answer stays, through other policies and languages", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.fill({ employerKind: "enterprise" });
  const size = new Form(page, SIZE_CLASS);
  await helpWith(page, form, "enterpriseSize").open.click();
  await size.fill({ industry: "retail" });
  await size.fill({ employees: "12", revenue: "300" });
  await size.choosePolicy();
  assert.equal(await size.field("industry").inputValue(), "", "another policy's own answers are its own");
  await form.choosePolicy();
  await page.getByRole("button", { name: form.messages.page.otherLanguage }).click();
  const inEnglish = new Form(page, SHANGHAI, "en");
  const help = helpWith(page, inEnglish, "enterpriseSize");
  await help.open.click();
  assert.equal(await new Form(page, SIZE_CLASS, "en").field("employees").inputValue(), "12");
  await help.fillIn("Small").click();
  await shows(page.locator("wengang-answer-helper"), /Worked out by “/);
  await page.close();
});

test("a monthly average is worked out exactly, from twelve figures typed or pasted", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop, permissions: ["clipboard-read", "clipboard-write"] });
  const form = new Form(page, CHANGZHOU);
  await form.choosePolicy();
  const { helper } = form.messages;
  const help = helpWith(page, form, "averageInsured");
  await help.open.click();
  const month = (/** @type {number} */ number) => help.panel.getByLabel(helper.month(number), { exact: true });
  await month(1).fill("134人");
  await shows(help.panel, helper.monthsLeft(11));
  await month(2).focus();
  await page.evaluate(() => navigator.clipboard.writeText("100\n".repeat(11)));
  await page.keyboard.press("Control+v");
  await shows(help.panel, helper.mean("1,234", "102.83", false));
  await shows(help.panel, helper.rounded(2));
  await month(12).fill("x");
  await shows(help.panel, helper.badMonths([helper.month(12)]));
  await month(12).fill("66");
  await shows(help.panel, helper.mean("1,200", "100", true));
  await help.fillIn("100人").click();
  assert.equal(await form.field("averageInsured").inputValue(), "100");
  await shows(page.locator("wengang-answer-helper"), helper.byMonths);
  await help.reopen.click();
  assert.equal(await month(1).inputValue(), "134人");
  await page.close();
});
