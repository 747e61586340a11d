import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { describe, eligibleRanges, evaluate } from "../../dist/npm/index.js";
import { Form, gone, openSite, SHANGHAI, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { Page } from "playwright-core" */

const site = await openSite();

const TRAINING = "shanghai-2022-online-training";
const NET_INCREASE = "changzhou-2020-work-training";

/** Thirty-six people, of whom three have gone: eligible with 29, 30 or at least 35. */
const BETWEEN_TWO_CLIFFS = {
  ...SMALL_ENTERPRISE,
  insuredAtStart: "36",
  insuredAtEnd: "33",
  naturalAttrition: "0",
};

/**
 * @param {Record<string, string | boolean>} answers
 * @param {{ policy?: string, today?: string, viewport?: { width: number, height: number }, userAgent?: string }} [options]
 */
async function open(answers, { policy = SHANGHAI, today, viewport = SIZES.desktop, userAgent } = {}) {
  const { page, errors } = await site.open({ viewport, userAgent });
  const form = new Form(page, policy);
  if (today)
    await page.locator("wengang-calculator").evaluate((element, day) => element.setAttribute("today", day), today);
  await form.choosePolicy();
  await form.fill(answers);
  return { page, errors, form };
}

test("large amounts say how they are read, in Chinese only", async () => {
  const { page, form } = await open({ ...SMALL_ENTERPRISE, premiumsPaid: "20500" });
  await shows(form.verdict, "12,300.00 元");
  await shows(form.verdict, "1.23万元");
  await form.fill({ premiumsPaid: "15000" });
  await shows(form.verdict, "9,000.00 元");
  assert.equal(await form.verdict.getByText("万").count(), 0);
  await form.fill({ premiumsPaid: "20500" });
  await page.getByRole("button", { name: form.messages.page.otherLanguage }).click();
  await shows(form.verdict, "12,300.00 yuan");
  assert.equal(await form.verdict.getByText("万").count(), 0);
  await page.close();
});

/** Where the drawing has things, in pixels. @param {Page} page */
const gaugePlaces = (page) =>
  page.locator("wengang-limit-gauge").evaluate(({ shadowRoot }) => {
    const boxes = (/** @type {string} */ selector) =>
      [...(shadowRoot?.querySelectorAll(selector) ?? [])].map((element) => element.getBoundingClientRect());
    const middle = (/** @type {string} */ selector) => {
      const [box] = boxes(selector);
      return box ? (box.left + box.right) / 2 : Number.NaN;
    };
    const [drawing] = boxes(".drawing");
    return {
      value: middle(".pointer path"),
      limit: middle(".limit"),
      met: middle(".drawing > .met-zone"),
      unmet: middle(".drawing > .unmet-zone"),
      inside: boxes("text").every(
        ({ left, right }) => drawing && left >= drawing.left - 1 && right <= drawing.right + 1,
      ),
    };
  });

test("the gauge shows the rate below, at, above and far from its limit, and says the same", async () => {
  for (const { insuredAtEnd, rate, limit, met } of [
    { insuredAtEnd: "97", rate: "2%", limit: "5.5%", met: true },
    { insuredAtEnd: "170", rate: "−71%", limit: "5.5%", met: true },
    { insuredAtEnd: "93", rate: "6%", limit: "5.5%", met: false },
    { insuredAtEnd: "0", rate: "99%", limit: "20%", met: false },
  ]) {
    const { page, form } = await open({ ...SMALL_ENTERPRISE, insuredAtEnd }, { viewport: SIZES.phone });
    const { answer, result } = form.messages;
    const gauge = form.condition("layoffRateWithinLimit").getByRole("img");
    await gauge.waitFor();
    const name = (await gauge.getAttribute("aria-label")) ?? "";
    for (const part of [rate, answer.ceiling(limit), met ? result.met : result.unmet]) {
      assert.ok(
        name.split(form.messages.separator).some((said) => said.endsWith(part)),
        `${part} in ${name}`,
      );
    }
    const places = await gaugePlaces(page);
    assert.equal(places.value < places.limit, met, "the rate lies on its side of the limit");
    assert.ok(places.met < places.limit && places.limit < places.unmet, "a rate meets an upper limit from below");
    assert.ok(places.inside, "no figure is cut off");
    await page.close();
  }
});

test("no gauge without figures, nor for conditions that compare none", async () => {
  const { page, form } = await open({ ...SMALL_ENTERPRISE, insuredAtEnd: "" });
  await shows(form.condition("layoffRateWithinLimit"), form.messages.result.open);
  assert.equal(await page.locator("wengang-limit-gauge").count(), 0);
  await form.fill({ insuredAtEnd: "97" });
  await page.locator("wengang-limit-gauge").waitFor();
  assert.equal(await page.locator("wengang-limit-gauge").count(), 1);
  await page.close();
});

test("a sentence says with how many people the result is eligible and how far off that is", async () => {
  const { page, form } = await open(BETWEEN_TWO_CLIFFS);
  const whatIf = page.locator("wengang-what-if");
  assert.deepEqual(eligibleRanges(SHANGHAI, BETWEEN_TWO_CLIFFS, "insuredAtEnd"), [
    [29, 30],
    [35, null],
  ]);
  await shows(whatIf, form.input("insuredAtEnd").label);
  await shows(whatIf, "29–30人或至少35人时符合条件。");
  await shows(whatIf, "现在33人，还需增加2人或减少3人才符合条件。");
  await shows(whatIf, "不超过34人时符合条件。");

  await form.fill({ insuredAtEnd: "97" });
  await shows(whatIf, "现在97人，最多还可以减少62人。");
  await form.fill({ insuredAtEnd: "35" });
  await shows(whatIf, "现在35人，再减少就不符合条件。");
  await form.fill({ seriouslyDishonest: true });
  await gone(whatIf.getByText("时符合条件"));
  await page.close();
});

test("bounds of a field and years are no turn of the verdict", async () => {
  const { page } = await open(
    { insuredAt2019End: "80", insuredAt2020End: "95", keepsStaff: true },
    { policy: NET_INCREASE },
  );
  await page.locator("wengang-amount-chart").waitFor();
  assert.equal(await page.locator("wengang-what-if").getByText("时符合条件").count(), 0);

  const national = new Form(page, "national-stabilisation-refund");
  await national.choosePolicy();
  await national.fill({ schemeYear: "2024", enterpriseSize: "small", layoffFormula: "netHeadcount" });
  await national.fill({
    insuredAtStart: "1000",
    insuredAtEnd: "942",
    naturalAttrition: "0",
    smallUnitHeadcount: "942",
  });
  await national.fill({ premiumMonths: "12", premiumsPaid: "1000" });
  await national.fill({ schemeYear: "2021" });
  await shows(national.verdict, national.messages.result.eligible);
  const whatIf = page.locator("wengang-what-if");
  await shows(whatIf, national.input("insuredAtEnd").label);
  assert.equal(await whatIf.getByText(national.input("schemeYear").label).count(), 0);
  await page.close();
});

test("where there is no room for a chart, it is cut off and not turned round", async () => {
  const { page } = await open(BETWEEN_TWO_CLIFFS);
  const chart = page.locator("wengang-amount-chart");
  const zones = chart.locator(".drawing .unmet-zone");
  await zones.first().waitFor();
  await chart.evaluate((element) => element.style.setProperty("width", "24px"));
  await chart.locator('svg[viewBox^="0 0 24 "]').waitFor();
  const widths = await zones.evaluateAll((all) => all.map((zone) => Number(zone.getAttribute("width"))));
  assert(widths.length > 0 && widths.every((width) => width > 0), `${widths}`);
  await page.close();
});

test("the chart is read by keyboard, and its table has the cliffs", async () => {
  const { page, errors, form } = await open(BETWEEN_TWO_CLIFFS);
  const { answer, result } = form.messages;
  const label = form.description.amount?.label ?? "";
  const chart = page.getByRole("slider", { name: answer.chart(label, form.input("insuredAtEnd").label) });
  await chart.waitFor();
  const read = () => chart.getAttribute("aria-valuetext");
  const expected = (/** @type {number} */ count) => {
    const { amount, eligibility } = evaluate(SHANGHAI, { ...BETWEEN_TWO_CLIFFS, insuredAtEnd: count });
    const verdict = eligibility === "eligible" ? result.eligible : result.ineligible;
    return answer.reads(answer.quantity(count, "人"), [result.yuan(amount === "0.00" ? "0.00" : "7,380.00"), verdict]);
  };
  assert.equal(await read(), expected(33), "it begins at the present");
  await chart.focus();
  for (const [key, count] of /** @type {const} */ ([
    ["ArrowRight", 34],
    ["ArrowRight", 35],
    ["ArrowLeft", 34],
    ["PageDown", 25],
    ["PageUp", 35],
  ])) {
    await page.keyboard.press(key);
    assert.equal(await read(), expected(count), key);
    await shows(page.locator("wengang-amount-chart .now"), expected(count));
  }
  await page.keyboard.press("Home");
  assert.equal(await chart.getAttribute("aria-valuenow"), await chart.getAttribute("aria-valuemin"));
  await page.keyboard.press("ArrowLeft");
  assert.equal(await chart.getAttribute("aria-valuenow"), await chart.getAttribute("aria-valuemin"));

  const labels = await page.locator("wengang-amount-chart .cliff-label").allTextContents();
  assert.deepEqual(labels, [
    answer.from(answer.quantity(29, "人")),
    answer.upTo(answer.quantity(30, "人")),
    answer.from(answer.quantity(35, "人")),
  ]);

  await page.getByText(answer.asTable, { exact: true }).click();
  const table = page.locator("wengang-amount-table");
  for (const count of [28, 29, 30, 31, 34, 35]) {
    const row = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: `${count}`, exact: false }) });
    const eligible = [29, 30, 35].includes(count);
    await shows(row, eligible ? "7,380.00" : "0.00");
    await shows(row, eligible ? result.eligible : result.ineligible);
  }
  await shows(table, answer.now(answer.quantity(33, "人")));
  assert.deepEqual(errors, []);
  await page.close();
});

test("the chart can be drawn over another count, and the cursor is led by the pointer", async () => {
  const { page, form } = await open(SMALL_ENTERPRISE);
  const { answer } = form.messages;
  const label = form.description.amount?.label ?? "";
  const slider = page.getByRole("slider");
  await slider.waitFor();
  await page.getByLabel(answer.chartOver(label)).selectOption("insuredAtStart");
  await shows(page.locator("wengang-amount-chart .cliff-label"), answer.upTo(answer.quantity(103, "人")));
  assert.equal(await slider.getAttribute("aria-valuenow"), "100");
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width - 30, box.y + box.height / 2);
  assert.equal(await slider.getAttribute("aria-valuenow"), await slider.getAttribute("aria-valuemax"));

  const over = page.getByLabel(answer.chartOver(label));
  await over.selectOption("premiumsPaid");
  assert.equal(await slider.getAttribute("aria-valuenow"), "12300");
  await shows(page.locator("wengang-amount-chart"), answer.axisUnit(label, "元"));
  const offered = await over.locator("option").evaluateAll((all) => all.map((option) => option.getAttribute("value")));
  assert.deepEqual(offered, ["insuredAtEnd", "insuredAtStart", "premiumsPaid"], "what changes nothing is not offered");
  await page.close();
});

test("what another choice would give is said, and what would give the same is not", async () => {
  const { page, form } = await open(SMALL_ENTERPRISE);
  const { answer } = form.messages;
  const whatIf = page.locator("wengang-what-if");
  const size = form.input("enterpriseSize");
  const label = (/** @type {string} */ choice) => size.choices?.find(({ id }) => id === choice)?.label ?? "";
  const other = whatIf.getByRole("listitem");
  await shows(other.filter({ hasText: answer.answered(size.label, label("large")) }), "3,690.00元，少3,690.00元");
  assert.equal(await other.filter({ hasText: label("medium") }).count(), 0);
  await form.fill({ seriouslyDishonest: true });
  const question = form.input("seriouslyDishonest").label;
  await shows(other.filter({ hasText: answer.answered(question, form.messages.form.no) }), "7,380.00元，多7,380.00元");
  await page.close();
});

test("no chart while the amount is unknown, nor of a policy without counts", async () => {
  const { page, form } = await open({ ...SMALL_ENTERPRISE, premiumsPaid: "" });
  await shows(page.locator("wengang-what-if"), form.input("insuredAtEnd").label);
  await page.waitForTimeout(400);
  assert.equal(await page.getByRole("slider").count(), 0);
  await form.fill({ premiumsPaid: "100" });
  await page.getByRole("slider").waitFor();
  await new Form(page, TRAINING).choosePolicy();
  await gone(page.getByRole("slider"));
  await page.close();
});

test("a deadline has its weekday, the days left and its rule, and goes into a calendar", async () => {
  const answers = { filingApprovedOn: "2022-05-31", trainingEndedOn: "2022-06-01" };
  const { page, form } = await open(answers, { policy: TRAINING, today: "2022-06-14" });
  const { answer } = form.messages;
  const [trainBy, importBy] = form.description.deadlines;
  assert.ok(trainBy && importBy);
  const deadline = page.locator("wengang-deadline-list").getByRole("listitem").filter({ hasText: importBy.label });
  await shows(deadline, "2022年6月16日星期四");
  await shows(deadline, "还有2天");
  await shows(deadline, answer.rule(importBy.formula));

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: answer.addToCalendarThe(importBy.label) }).click(),
  ]);
  const { title } = form.description;
  assert.equal(file.suggestedFilename(), `${importBy.label} · ${title} 2022-06-16.ics`);
  const text = (await readFile(await file.path(), "utf8")).replaceAll("\r\n ", "");
  for (const line of [
    `UID:${TRAINING}-importBy-2022-06-16@wengang`,
    "DTSTART;VALUE=DATE:20220616",
    `SUMMARY:${importBy.label} · ${title}`,
    "BEGIN:VALARM",
  ]) {
    assert.ok(text.includes(`${line}\r\n`), line);
  }

  const [both] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: answer.addAllToCalendar }).click(),
  ]);
  assert.equal((await readFile(await both.path(), "utf8")).match(/BEGIN:VEVENT/g)?.length, 2);

  const setToday = (/** @type {string} */ day) =>
    page.locator("wengang-calculator").evaluate((element, today) => element.setAttribute("today", today), day);
  await setToday("2022-06-16");
  await shows(deadline, "今天截止");
  await setToday("2022-06-17");
  await shows(deadline, "已过1天");
  assert.equal(await deadline.getByRole("button", { name: answer.addToCalendarThe(importBy.label) }).count(), 0);
  assert.equal(await page.getByRole("button", { name: answer.addToCalendarThe(trainBy.label) }).count(), 1);
  await page.close();
});

test("within WeChat, which opens no files, no calendar is offered", async () => {
  const { page, form } = await open(
    { filingApprovedOn: "2022-05-31" },
    {
      policy: TRAINING,
      today: "2022-06-14",
      userAgent: "Mozilla/5.0 (Linux; Android 13) Chrome/116 MicroMessenger/8.0.42",
    },
  );
  await shows(page.locator("wengang-deadline-list"), "2022年8月31日星期三");
  assert.equal(await page.getByText(form.messages.answer.addToCalendar).count(), 0);
  await page.close();
});

test("of many offices one is chosen; few are simply listed", async () => {
  const { page, form } = await open({}, { policy: TRAINING });
  const { contacts } = form.description;
  const list = page.locator("wengang-contact-list");
  const [first, second] = contacts;
  assert.ok(first && second && contacts.length > 10);
  assert.equal(await list.getByText(second.office, { exact: true }).first().isVisible(), false);
  await list.getByLabel(form.messages.answer.chooseContact).selectOption(second.name);
  assert.equal(await list.getByText(second.office, { exact: true }).first().isVisible(), true);
  assert.equal(await list.getByText(first.office, { exact: true }).first().isVisible(), false);

  const shanghai = new Form(page, SHANGHAI);
  await shanghai.choosePolicy();
  assert.equal(await list.getByRole("link", { name: "12333" }).getAttribute("href"), "tel:12333");
  assert.equal(await list.getByRole("combobox").count(), 0);
  await page.close();
});

test("the checklist shows its figures, is ticked off, and is printed to be ticked by pen", async () => {
  const { page, form } = await open(SMALL_ENTERPRISE);
  const { checklist } = describe(SHANGHAI);
  assert.ok(checklist.length > 0);
  const list = page.locator("wengang-checklist");
  for (const { text, shows: figure } of checklist) {
    const item = list.getByRole("listitem").filter({ hasText: text });
    const shown = { layoffRate: "2%", enterpriseSize: "小型", amount: "7,380.00元" }[figure ?? ""];
    if (shown) await shows(item, shown);
  }
  const box = list.getByRole("checkbox").first();
  await box.check();
  await form.fill({ insuredAtEnd: "96" });
  await shows(list, "3%");
  assert.equal(await box.isChecked(), true, "a tick stays while the figures change");
  await page.emulateMedia({ media: "print" });
  const boxes = page.locator("wengang-sheet .box");
  await shows(boxes.first(), "3%");
  assert.equal(await boxes.count(), checklist.length);
  await page.close();
});
