import assert from "node:assert/strict";
import { test } from "node:test";
import { messagesIn } from "../../www/messages/all.js";
import { boundsHint } from "../../www/questions/bounds.js";
import { Form, gone, HIRES, openSite, SHANGHAI, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

const REFUND = "national-stabilisation-refund";

const SMALL_ENTERPRISE_IN_WORDS = {
  employerKind: "企业",
  enterpriseSize: "小型",
  paidAsRequired: "是",
  seriouslyDishonest: "FALSE",
  insuredFullYear: "√",
  insuredAtStart: "100",
  insuredAtEnd: "97",
  naturalAttrition: "1",
  premiumsPaid: "12300.00",
};

const site = await openSite();

test("amounts are typed as they are written, stay so, and are said as they are read", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.fill({ ...SMALL_ENTERPRISE, insuredAtEnd: "97人", premiumsPaid: "1.23 万元" });
  await shows(form.verdict, "7,380.00");
  const question = page.locator('[data-field="premiumsPaid"]');
  await shows(question, form.messages.question.readAs("12,300元（1.23万元）"));
  assert.equal(await form.field("premiumsPaid").inputValue(), "1.23 万元");
  assert.equal(await form.field("insuredAtEnd").inputValue(), "97人");
  await form.fill({ premiumsPaid: "￥12,300.00" });
  await shows(question, form.messages.question.readAs("12,300.00元（1.23万元）"));

  await page.getByRole("button", { name: form.messages.page.otherLanguage }).click();
  const inEnglish = new Form(page, SHANGHAI, "en");
  await shows(inEnglish.verdict, "7,380.00");
  await shows(question, "Read as 12,300.00 yuan");
  await page.close();
});

const AT_LOCAL_RATE = {
  schemeYear: "2025",
  enterpriseSize: "small",
  layoffFormula: "claimants",
  averageInsured: "1000",
  claimants: "25",
  smallUnitHeadcount: "1000",
  premiumMonths: "12",
  premiumsPaid: "100000",
};

test("a percentage has no decimal comma, and is quoted as it was typed", async () => {
  const query = new URLSearchParams(AT_LOCAL_RATE);
  const { page } = await site.open({ viewport: SIZES.desktop }, `#/${REFUND}?${query}`);
  const form = new Form(page, REFUND);
  const refusal = (/** @type {string} */ text) => `应填数字；填写的是“${text}”`;
  for (const [typed = "", amount = ""] of [
    ["5.5", "5,500.00"],
    ["５．５％", "5,500.00"],
    ["60 %", "60,000.00"],
  ]) {
    await form.fill({ localRate: typed });
    await shows(form.verdict, amount);
    await gone(form.problem("localRate"));
  }
  for (const typed of ["5,5", "2,5%", "6,0"]) {
    await form.fill({ localRate: typed });
    await form.field("localRate").blur();
    await shows(form.problem("localRate"), refusal(typed));
    assert.equal(await form.field("localRate").inputValue(), typed);
  }
  for (const typed of ["125", "150%", "-5"]) {
    await form.fill({ localRate: typed });
    await form.field("localRate").blur();
    await shows(form.problem("localRate"), `应在0至100%之间；填写的是“${typed}”`);
  }
  await page.close();
});

test("what a link or a file says in words is chosen in the form, too", async () => {
  const query = new URLSearchParams({ ...SMALL_ENTERPRISE_IN_WORDS });
  const { page, form } = await site.open({ viewport: SIZES.desktop }, `#/${SHANGHAI}?${query}`);
  await shows(form.verdict, "7,380.00");
  assert.equal(await form.tile("enterpriseSize", "small").isChecked(), true);
  assert.equal(await form.tile("paidAsRequired", true).isChecked(), true);
  await form.tile("enterpriseSize", "large").check();
  await shows(form.verdict, "3,690.00");
  assert.equal(await form.tile("enterpriseSize", "small").isChecked(), false);
  await page.close();
});

test("what is refused is not said to be read as anything", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.fill({ ...SMALL_ENTERPRISE, premiumsPaid: "12300.005" });
  await form.field("premiumsPaid").blur();
  await shows(form.problem("premiumsPaid"), "最多2位小数；填写的是“12300.005”");
  assert.equal(await page.locator('[data-field="premiumsPaid"]').getByText("读作").count(), 0);
  await page.close();
});

test("bounds that are not obvious are said beside the field, and others are not", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop });
  const form = new Form(page, REFUND);
  await form.choosePolicy();
  const hint = page.locator('[data-field="schemeYear"] .hint');
  await shows(hint, form.messages.question.between("2021", "2026"));
  const described = await form.field("schemeYear").getAttribute("aria-describedby");
  assert.ok(described?.split(" ").includes("hint"));
  assert.equal(await page.locator('[data-field="premiumsPaid"] .hint').count(), 0);
  await form.fill({ schemeYear: "2024" });
  await gone(hint);
  await page.close();
});

test("days have earliest and latest ones, not least and most", () => {
  /** @type {import("../../dist/npm/index.js").InputDescription} */
  const born = { id: "born", label: "", type: "date", min: "1960-01-01", max: "2100-12-31", optional: false };
  const messages = messagesIn("zh-CN");
  assert.equal(boundsHint(born, messages), "不早于1960-01-01");
  assert.equal(boundsHint({ ...born, min: "2000-01-01", max: "2026-12-31" }, messages), "不晚于2026-12-31");
  assert.equal(boundsHint({ ...born, max: "2026-12-31" }, messagesIn("en")), "1960-01-01 to 2026-12-31");
});

test("the place of a policy is named once where its title names it", () => {
  const { policy } = messagesIn("zh-CN");
  assert.equal(policy.inRegion("全国", "技能提升补贴（2026年，全国）"), "《技能提升补贴（2026年，全国）》");
  assert.equal(policy.inRegion("上海市", "失业保险稳岗返还（2024年）"), "上海市《失业保险稳岗返还（2024年）》");
  const { policy: english } = messagesIn("en");
  assert.equal(english.inRegion("Nationwide", "Skill subsidy (nationwide)"), "Skill subsidy (nationwide)");
  assert.equal(english.inRegion("Shanghai", "Refund, 2024"), "Refund, 2024 (Shanghai)");
});

test("days are typed in any usual form, and shown with their weekday", async () => {
  const { page } = await site.open({ viewport: SIZES.phone });
  const form = new Form(page, HIRES);
  await form.choosePolicy();
  for (const typed of ["20201215", "2020年12月15日", "２０２０．１２．１５"]) {
    await form.fill({ registeredOn: typed });
    await shows(page.locator('[data-field="registeredOn"] .hint'), "2020年12月15日星期二");
    await shows(form.condition("registeredBefore2021"), form.messages.result.met);
    assert.equal(await form.field("registeredOn").inputValue(), typed);
  }
  await form.fill({ registeredOn: "20201315" });
  await form.field("registeredOn").blur();
  await form.problem("registeredOn").waitFor();
  assert.equal(await form.field("registeredOn").inputValue(), "20201315");
  await page.close();
});

test("a day can be taken from the browser's calendar", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop });
  const form = new Form(page, HIRES);
  await form.choosePolicy();
  await form.fill({ registeredOn: "20201215" });
  const question = page.locator('[data-field="registeredOn"]');
  const picker = question.locator("input[type=date]");
  await picker.evaluate((element) => {
    Object.assign(element, { showPicker: () => element.setAttribute("data-opened", "") });
  });
  await question.getByRole("button", { name: form.messages.question.openCalendar }).click();
  assert.equal(await picker.getAttribute("data-opened"), "");
  assert.equal(await picker.inputValue(), "2020-12-15");
  await picker.evaluate((element) => {
    Object.assign(element, { value: "2021-02-01" });
    element.dispatchEvent(new Event("change"));
  });
  assert.equal(await form.field("registeredOn").inputValue(), "2021-02-01");
  await shows(form.condition("registeredBefore2021"), form.messages.result.unmet);
  await page.close();
});

test("which questions are open is marked at each, as long as their answers matter", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  const { insuredAtEnd: _, ...others } = SMALL_ENTERPRISE;
  await form.fill(others);
  const open = page.locator("wengang-question-list .state.open");
  assert.equal(await open.count(), 1);
  await shows(page.locator('[data-field="insuredAtEnd"] .state.open'), form.messages.form.unanswered);
  await form.fill({ insuredAtEnd: "97" });
  await gone(open);
  await form.fill({ insuredAtEnd: "", seriouslyDishonest: true });
  await shows(form.verdict, form.messages.result.ineligible);
  assert.equal(await open.count(), 0);
  await page.close();
});

test("a choice that a list cuts off is written out below it", async () => {
  const { page } = await site.open({ viewport: SIZES.phone });
  const form = new Form(page, "shanghai-2022-skill-tariff");
  await form.choosePolicy();
  await form.fill({ group: "employed" });
  const whole = page.locator('[data-field="group"] .whole');
  assert.equal(await whole.count(), 0);
  await form.fill({ group: "full" });
  await shows(whole, form.wordsFor("group", "full"));
  await page.close();
});

test("a year of the calendar is no number of years", async () => {
  const { page } = await site.open({ viewport: SIZES.phone }, "#/national-2023-hiring-tax-deduction?_lang=en");
  const year = page.locator('[data-field="year"]');
  await year.getByRole("textbox").waitFor();
  assert.equal(await year.locator(".unit").count(), 0);
  await page.close();
});
