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
  await shows(help.panel, helper.unrounded);
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

/** A large enterprise that lost 116 of 3,400 people: 3.6200036 % of 38,453 ÷ 12, and less than 3.62 % of 3,204.42. */
const LARGE = {
  enterpriseSize: "large",
  insuredAtStart: "3400",
  insuredAtEnd: "3284",
  naturalAttrition: "0",
  premiumsPaid: "100000",
  temporarilyDifficult: false,
  serviceSector: "none",
};

test("a mean that does not come out even decides as it is, in the form, its link and the comparison", async () => {
  const { page, errors } = await site.open({
    viewport: SIZES.desktop,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const form = new Form(page, CHANGZHOU);
  await form.choosePolicy();
  await form.fill({ ...LARGE, averageInsured: "3204.42" });
  await shows(form.verdict, "50,000.00");
  const { helper, result, question } = form.messages;
  const help = helpWith(page, form, "averageInsured");
  await help.open.click();
  await help.panel.getByLabel(helper.month(1), { exact: true }).focus();
  const months = [...Array(7).fill(3204), ...Array(5).fill(3205)].map((people, index) => `${index + 1}\t${people}`);
  await page.evaluate((text) => navigator.clipboard.writeText(text), `月份\t人数\n${months.join("\n")}`);
  await page.keyboard.press("Control+v");
  await shows(help.panel, helper.mean("38,453", "3,204.42", false));
  await help.fillIn("38,453÷12人").click();
  assert.equal(await form.field("averageInsured").inputValue(), "38,453÷12");
  await shows(page.locator('[data-field="averageInsured"]'), question.readAs(question.about("3,204.42人")));
  await shows(form.verdict, result.ineligible);
  await shows(page.locator("wengang-calculation-steps"), "（38,453÷12）人");

  await page.reload();
  await shows(form.verdict, result.ineligible);
  const link = new URLSearchParams({
    ...Object.fromEntries(Object.entries(LARGE).map(([field, answer]) => [field, `${answer}`])),
    averageInsured: "38,453÷12",
  });
  await page.goto(`${site.url}/#/${CHANGZHOU}?${link}`);
  await shows(form.verdict, result.ineligible);
  await page.goto(`${site.url}/#/${CHANGZHOU}/compare`);
  await shows(page.locator("wengang-scenario-fields"), "38,453÷12人");
  assert.deepEqual(errors, []);
  await page.close();
});

test("nothing is filled in from what may be months or figures, nor from more figures than months", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop, permissions: ["clipboard-read", "clipboard-write"] });
  const form = new Form(page, CHANGZHOU);
  await form.choosePolicy();
  const { helper } = form.messages;
  const help = helpWith(page, form, "averageInsured");
  await help.open.click();
  const first = help.panel.getByLabel(helper.month(1), { exact: true });
  const paste = async (/** @type {string} */ text) => {
    await first.focus();
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await page.keyboard.press("Control+v");
  };
  await paste("100\t200\n101\t201");
  await shows(help.panel, helper.pasteUnclear);
  await paste("100\n".repeat(13));
  await shows(help.panel, helper.pasteTooMany(13, 12));
  assert.equal(await first.inputValue(), "");
  await paste(Array.from({ length: 12 }, (_, index) => `${index + 1}\t${100 + index}`).join("\n"));
  await shows(help.panel, helper.mean("1,266", "105.5", true));
  await help.fillIn("105.5人").click();
  assert.equal(await form.field("averageInsured").inputValue(), "105.5");
  await page.close();
});
