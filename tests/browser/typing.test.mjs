import assert from "node:assert/strict";
import { test } from "node:test";
import { english } from "../../www/messages/all.js";
import { Form, gone, openSite, SHANGHAI, SIZE_CLASS, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

const site = await openSite();

for (const [device, viewport] of Object.entries(SIZES)) {
  test(`bad answers are named at their fields, kept, and left out of the result, on a ${device}`, async () => {
    const { page, errors, form } = await site.open({ viewport });
    await form.choosePolicy();
    const bad = { insuredAtStart: "200.5", insuredAtEnd: "-5", naturalAttrition: "1e21", premiumsPaid: "100 personne" };
    await form.fill({ ...SMALL_ENTERPRISE, ...bad });
    for (const [field, answer] of Object.entries(bad)) {
      const control = form.field(field);
      await form.problem(field).waitFor();
      assert.equal(await control.inputValue(), answer);
      assert.equal(await control.getAttribute("aria-invalid"), "true");
      const described = (await control.getAttribute("aria-describedby")) ?? "";
      assert.ok(described.split(" ").includes("problem"), `${field} is described by its problem`);
    }
    await shows(form.verdict, form.messages.result.undetermined);
    await shows(page.locator("section.set-aside"), form.messages.result.setAside(4));
    await shows(form.condition("paidAsRequired"), form.messages.result.met);

    await form.fill({ insuredAtStart: "100", insuredAtEnd: "97", naturalAttrition: "1" });
    await gone(form.problem("insuredAtStart"));
    await shows(form.verdict, form.messages.result.eligible);
    await shows(page.locator("section.set-aside"), form.messages.result.setAside(1));
    await form.fill({ premiumsPaid: "12,300.00" });
    await shows(form.verdict, "7,380.00");
    await gone(page.locator("section.set-aside"));
    assert.deepEqual(errors, []);
    await page.close();
  });
}

test("full-width digits and separators are read as they are", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.fill({ ...SMALL_ENTERPRISE, insuredAtStart: "１００", premiumsPaid: "１２，３００．００" });
  await shows(form.verdict, "7,380.00");
  assert.equal(await form.field("premiumsPaid").inputValue(), "１２，３００．００");
  await page.close();
});

test("a problem waits until typing pauses or the field is left", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.field("insuredAtEnd").pressSequentially("-");
  assert.equal(await form.problem("insuredAtEnd").count(), 0);
  await page.keyboard.press("Tab");
  await form.problem("insuredAtEnd").waitFor({ timeout: 500 });
  await form.field("insuredAtEnd").fill("9x");
  await form.field("insuredAtEnd").fill("97");
  await gone(form.problem("insuredAtEnd"));
  await form.field("naturalAttrition").pressSequentially("x");
  await form.problem("naturalAttrition").waitFor({ timeout: 3000 });
  await page.close();
});

test("nothing flickers while an input method composes", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.fill({ ...SMALL_ENTERPRISE, insuredAtEnd: "" });
  await shows(form.verdict, form.messages.result.stillMissing(1));
  const session = await page.context().newCDPSession(page);
  await form.field("insuredAtEnd").focus();
  for (const text of ["j", "jiu", "jiushiqi"]) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(500);
    assert.equal(await form.problem("insuredAtEnd").count(), 0);
    assert.equal(await page.locator("section.set-aside").count(), 0);
  }
  await session.send("Input.insertText", { text: "９７" });
  await shows(form.verdict, "7,380.00");
  assert.equal(await form.field("insuredAtEnd").inputValue(), "９７");
  await page.close();
});

test("only what matters is asked, and what was typed comes back with its field", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.fill(SMALL_ENTERPRISE);
  await form.fill({ employerKind: "lawFirm" });
  await gone(form.field("enterpriseSize"));
  await form.fill({ employerKind: "enterprise", insuredFullYear: false });
  assert.equal(await form.tile("enterpriseSize", "small").isChecked(), true);
  await gone(form.field("insuredAtStart"));
  await form.fill({ insuredFirstMonth: "98", insuredFullYear: true });
  assert.equal(await form.field("insuredAtStart").inputValue(), "100");
  await form.fill({ insuredFullYear: false });
  assert.equal(await form.field("insuredFirstMonth").inputValue(), "98");
  await page.close();
});

test("another policy and back: everything is still there", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.fill({ ...SMALL_ENTERPRISE, premiumsPaid: "12300,0x" });
  const size = new Form(page, SIZE_CLASS);
  await size.choosePolicy();
  await size.fill({ industry: "retail" });
  await size.fill({ employees: "12" });
  await form.choosePolicy();
  assert.equal(await form.field("premiumsPaid").inputValue(), "12300,0x");
  assert.equal(await form.tile("paidAsRequired", true).isChecked(), true);
  await size.choosePolicy();
  assert.equal(await size.field("employees").inputValue(), "12");
  await page.close();
});

test("another language and back: answers stay, texts and messages change", async () => {
  const { page, form } = await site.open({ viewport: SIZES.phone });
  await form.choosePolicy();
  await form.fill({ ...SMALL_ENTERPRISE, naturalAttrition: "-1" });
  await page.getByRole("button", { name: form.messages.page.otherLanguage }).click();
  const inEnglish = new Form(page, SHANGHAI, "en");
  await shows(inEnglish.problem("naturalAttrition"), /[A-Za-z]/);
  assert.equal(await inEnglish.field("premiumsPaid").inputValue(), "12300.00");
  await inEnglish.fill({ naturalAttrition: "1" });
  await shows(inEnglish.verdict, english.result.eligible);
  await shows(inEnglish.verdict, "7,380.00");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  assert.ok((await page.title()).endsWith(english.page.title));
  const text = await page.locator("wengang-question-list").ariaSnapshot();
  assert.doesNotMatch(text, /[\u4e00-\u9fff]/, "no Chinese is left in the English form");
  await page.getByRole("button", { name: english.page.otherLanguage }).click();
  await shows(form.verdict, form.messages.result.eligible);
  await page.close();
});

test("yes-or-no questions have a third state that can be gone back to", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  const group = form.field("seriouslyDishonest");
  await shows(group, form.messages.form.unanswered);
  await form.fill({ seriouslyDishonest: true });
  await shows(form.verdict, form.messages.result.ineligible);
  const { label } = form.input("seriouslyDishonest");
  await page.getByRole("button", { name: form.messages.form.clearAnswerTo(label) }).click();
  await shows(group, form.messages.form.unanswered);
  assert.equal(await form.tile("seriouslyDishonest", true).isChecked(), false);
  await page.locator("wengang-policy-outline").waitFor();
  assert.equal(await form.verdict.isVisible(), false, "nothing is filled in, so there is no verdict");
  await page.close();
});

test("an example fills an empty form; clearing can be undone", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  const { fillExample, clear, undoClear } = form.messages.form;
  await page.getByRole("button", { name: fillExample }).click();
  await shows(page.locator("wengang-calculation-steps"), /\d/);
  await page.getByRole("button", { name: clear, exact: true }).click();
  await page.locator("wengang-policy-outline").waitFor();
  assert.equal(await form.verdict.isVisible(), false, "nothing is filled in, so there is no verdict");
  assert.equal(await form.field("premiumsPaid").inputValue(), "");
  await page.getByRole("button", { name: undoClear }).click();
  assert.notEqual(await form.field("premiumsPaid").inputValue(), "");
  await page.close();
});

test("a changed result is announced once, after typing has paused", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await page.evaluate(() => {
    const calculator = document.querySelector("wengang-page")?.shadowRoot?.querySelector("wengang-calculator");
    const status = calculator?.shadowRoot?.querySelector("[role=status]");
    const announcements = /** @type {string[]} */ ([]);
    Object.assign(window, { announcements });
    new MutationObserver(() => announcements.push(status?.textContent?.trim() ?? "")).observe(
      /** @type {Element} */ (status),
      { childList: true, characterData: true, subtree: true },
    );
  });
  await form.fill(SMALL_ENTERPRISE);
  await shows(page.getByRole("status"), "7,380.00");
  const announcements = /** @type {string[]} */ (await page.evaluate("announcements"));
  assert.equal(announcements.length, 1);
  await page.close();
});
