import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Form, gone, openSite, SIZE_CLASS, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

const site = await openSite();

for (const [device, viewport] of Object.entries(SIZES)) {
  describe(`results on a ${device}`, () => {
    test("a small enterprise that lost 2 % gets 60 % of its premiums back", async () => {
      const { page, errors, form } = await site.open({ viewport });
      await form.choosePolicy();
      await form.fill(SMALL_ENTERPRISE);
      await shows(form.verdict, "7,380.00");
      await shows(form.verdict, form.messages.result.eligible);
      await shows(form.step("layoffRate"), "2%");
      await shows(form.step("refundRate"), "60%");
      await shows(form.step("amount"), "7,380.00");
      await shows(form.condition("layoffRateWithinLimit"), form.messages.result.met);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a large enterprise at exactly 5.5 % is eligible", async () => {
      const { page, form } = await site.open({ viewport });
      await form.choosePolicy();
      await form.fill({
        ...SMALL_ENTERPRISE,
        enterpriseSize: "large",
        insuredAtStart: "200",
        insuredAtEnd: "189",
        naturalAttrition: "0",
        premiumsPaid: "100000.01",
      });
      await shows(form.verdict, "30,000.00");
      await shows(form.verdict, form.messages.result.eligible);
      await shows(form.step("layoffRate"), "5.5%");
      await page.close();
    });

    test("where the date of the 30 people matters, the result says so and leads to the fields", async () => {
      const { page, form } = await site.open({ viewport });
      await form.choosePolicy();
      await form.fill({ ...SMALL_ENTERPRISE, insuredAtStart: "31", insuredAtEnd: "25", naturalAttrition: "0" });
      await shows(form.verdict, form.messages.result.eligible);
      await shows(form.step("layoffRate"), /≈19\.35/);
      const warning = page.locator("section.warning");
      await shows(warning, form.messages.result.warnings);
      await warning.getByRole("button").first().click();
      assert.equal(await focusedLabel(page), form.input("insuredAtEnd").label);
      await page.close();
    });

    test("one failed condition settles the matter at once", async () => {
      const { page, form } = await site.open({ viewport });
      await form.choosePolicy();
      await form.fill({ seriouslyDishonest: true });
      await shows(form.verdict, form.messages.result.ineligible);
      await shows(form.verdict, "0.00");
      await shows(form.condition("notSeriouslyDishonest"), form.messages.result.unmet);
      assert.equal(await page.getByText(form.messages.result.next).count(), 0, "nothing more is asked for");
      await page.close();
    });

    test("the size class of an enterprise", async () => {
      const { page } = await site.open({ viewport });
      const form = new Form(page, SIZE_CLASS);
      await form.choosePolicy();
      await form.fill({ industry: "manufacturing" });
      await form.fill({ employees: "300", revenue: "2,000" });
      await shows(form.verdict, "中型");
      await form.fill({ employees: "19" });
      await shows(form.verdict, "微型");
      await form.fill({ industry: "agriculture" });
      assert.equal(await form.field("employees").count(), 0);
      await page.close();
    });
  });
}

test("on a phone the verdict stays in sight and leads to the whole result", async () => {
  const { page, form } = await site.open({ viewport: SIZES.phone });
  await form.choosePolicy();
  const bar = page.locator("wengang-result-bar").getByRole("button");
  assert.equal(await bar.isVisible(), false, "an empty form has no result to show");
  await form.fill(SMALL_ENTERPRISE);
  await shows(bar, "7,380.00");
  await page.evaluate(() => scrollTo(0, 0));
  const box = await bar.boundingBox();
  assert.ok(box && box.y + box.height <= SIZES.phone.height, "the bar lies at the foot of the window");
  await bar.click();
  const verdict = await form.verdict.boundingBox();
  assert.ok(verdict && verdict.y >= 0 && verdict.y < SIZES.phone.height / 2, "the verdict is scrolled into view");
  await page.close();
});

test("on a wide screen the verdict stays in sight beside the form", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.fill(SMALL_ENTERPRISE);
  await form.field("premiumsPaid").scrollIntoViewIfNeeded();
  const box = await form.verdict.boundingBox();
  assert.ok(box && box.y >= 0 && box.y + box.height <= SIZES.desktop.height);
  await page.close();
});

test("what is missing is counted, and the next of it leads to its field", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.fill(SMALL_ENTERPRISE);
  await form.fill({ premiumsPaid: "" });
  await shows(form.verdict, form.messages.result.eligible);
  await shows(form.verdict, form.messages.result.stillMissing(1));
  const { label } = form.input("premiumsPaid");
  await page.getByRole("button", { name: form.messages.result.goTo(label) }).click();
  assert.equal(await focusedLabel(page), label);
  await page.close();
});

test("whoever asks when they retire is told the day", async () => {
  const { page } = await site.open({ viewport: SIZES.phone }, "#/national-retirement-age?group=man&born=1965-01-01");
  await shows(page.locator("wengang-verdict"), "2025-02-01");
  await page.close();
});

test("an expired policy is marked as such and a reference is not", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  const { policy } = form.messages;
  await form.choosePolicy();
  const heading = page.locator("wengang-policy-heading");
  await shows(heading, policy.badge.expired);
  await shows(heading, policy.expired(form.description.effective.to));
  await new Form(page, SIZE_CLASS).choosePolicy();
  await shows(heading, policy.badge.reference);
  assert.equal(await heading.getByText(policy.badge.expired).count(), 0);
  await page.close();
});

test("as of an earlier day, a policy is in force or still to come", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  const { policy } = form.messages;
  const { from } = form.description.effective;
  const heading = page.locator("wengang-policy-heading");
  const calculator = page.locator("wengang-calculator");
  await calculator.evaluate((element, today) => element.setAttribute("today", today ?? ""), from);
  await shows(heading, policy.badge["in-force"]);
  await calculator.evaluate((element) => element.setAttribute("today", "2001-01-01"));
  await shows(heading, policy.upcoming(from));
  await page.close();
});

test("the page shows what the policy rests on, and a number at each rule leads there and back", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.fill(SMALL_ENTERPRISE);
  const rules = page.locator("wengang-policy-rules");
  const { procedure, notes, sources } = form.description;
  for (const { title } of procedure) await shows(page.locator("wengang-procedure"), title);
  for (const { text } of notes) await shows(rules, text);
  for (const { document, issuer, url } of sources) {
    const source = rules.getByRole("listitem").filter({ hasText: document });
    await shows(source, issuer ?? "");
    if (url) await source.locator(`a[href="${url}"]`).waitFor();
  }
  const doubtful = sources.filter(({ reliability }) => reliability === "secondary");
  assert.equal(await rules.getByText(form.messages.source.secondary, { exact: true }).count(), doubtful.length);

  const { rulePage, source } = form.messages;
  const basis = form.description.values.find(({ id }) => id === "layoffRate")?.source?.section ?? "";
  const reference = form.step("layoffRate").getByRole("button", { name: rulePage.cited(1, source.basis(basis)) });
  await reference.click();
  const shown = rules.locator("li[aria-current]");
  await shows(shown, sources[0]?.document ?? "");
  const box = await shown.boundingBox();
  assert.ok(box && box.y >= 0 && box.y + box.height <= SIZES.desktop.height);
  await page.getByRole("button", { name: form.messages.rules.back }).click();
  assert.equal(await reference.evaluate((element) => element.matches(":focus")), true);
  await page.close();
});

test("before anything is filled in: what it gives, to whom, what to have at hand, how to apply, and nothing that is empty", async () => {
  for (const viewport of Object.values(SIZES)) {
    const { page, form } = await site.open({ viewport });
    await form.choosePolicy();
    const { outline, keep, result } = form.messages;
    const { amount, conditions, parameters, inputs, procedure, contacts } = form.description;
    const before = page.locator("wengang-policy-outline");
    for (const text of [
      outline.amount,
      amount?.formula ?? "",
      ...conditions.map(({ label }) => label),
      ...parameters.map(({ label }) => label),
      ...inputs.filter(({ type }) => type === "count" || type === "money").map(({ label }) => label),
      procedure[0]?.title ?? "",
      contacts[0]?.phone ?? "",
    ]) {
      await shows(before, text);
    }
    for (const text of [result.conditions, result.calculation, keep.copy, result.open, form.messages.answer.checklist])
      assert.equal(await page.getByText(text, { exact: true }).filter({ visible: true }).count(), 0, text);
    assert.equal(await form.verdict.isVisible(), false);
    const first = await before.boundingBox();
    const questions = await page.locator("wengang-question-list").boundingBox();
    assert.ok(first && questions && first.y < questions.y, "it comes first");
    await form.fill({ paidAsRequired: true });
    await shows(form.verdict, result.undetermined);
    assert.equal(
      await before.isVisible(),
      viewport === SIZES.phone,
      "on a phone nothing moves away from under the finger",
    );
    await page.close();
  }
});

test("a result with its grounds fits on one screen", async () => {
  const height = 800;
  const { page, form } = await site.open({ viewport: { width: 1280, height } });
  await form.choosePolicy();
  for (const insuredAtEnd of ["97", "90"]) {
    await form.fill({ ...SMALL_ENTERPRISE, insuredAtEnd });
    await shows(form.step("layoffRate"), insuredAtEnd);
    await form.field("insuredAtEnd").scrollIntoViewIfNeeded();
    await page.evaluate(() => scrollTo(0, 400));
    const parts = [
      form.verdict,
      form.condition("layoffRateWithinLimit"),
      page.locator("wengang-calculation-steps li").last(),
    ];
    for (const part of parts) {
      const box = await part.boundingBox();
      assert.ok(box && box.y >= 0 && box.y + box.height <= height, `${insuredAtEnd}: ${JSON.stringify(box)}`);
    }
  }
  await page.close();
});

test("a figure that is hardly right is asked about at its field once it is filled in, and taken as it is", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.fill({ ...SMALL_ENTERPRISE, premiumsPaid: "123000" });
  await shows(form.verdict, "73,800.00");
  const doubt = (/** @type {string} */ field) => page.locator(`[data-field="${field}"] .doubt`);
  assert.equal(await page.locator(".doubt").count(), 0);
  await form.field("insuredAtEnd").fill("");
  await form.field("insuredAtEnd").pressSequentially("5000");
  assert.equal(await doubt("insuredAtEnd").count(), 0, "nothing is said while typing");
  await page.keyboard.press("Tab");
  await doubt("insuredAtEnd").waitFor();
  const described = await form.field("insuredAtEnd").getAttribute("aria-describedby");
  assert.match(described ?? "", /\bdoubt\b/);
  await shows(form.verdict, "73,800.00");
  await form.fill({ insuredAtEnd: "97", premiumsPaid: "12300" });
  await doubt("premiumsPaid").waitFor();
  await page.getByRole("button", { name: form.messages.result.goTo(form.input("premiumsPaid").label) }).click();
  assert.equal(await focusedLabel(page), form.input("premiumsPaid").label);
  await page.close();
});

test("where rows do not add up to the total, the page says why", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop }, "#/national-overtime-pay");
  const rounding = page.locator("wengang-result .rounding");
  const give = (/** @type {string} */ monthlyWage) =>
    page.locator("wengang-calculator").evaluate((element, wage) => {
      const overtime = ["2024-03-04", "2024-03-05", "2024-03-06"].map((date) => ({ date, hours: "1" }));
      Object.assign(element, { inputs: { monthlyWage: wage, overtime } });
    }, monthlyWage);
  // An hour's wage of 57.4712…: 86.2069 three times over is 258.6207, shown as three times 86.21.
  await give("10000");
  await shows(page.locator("wengang-verdict"), "258.62");
  await shows(rounding, "258.63");
  await shows(rounding, "258.62");
  await give("8700");
  await shows(page.locator("wengang-verdict"), "225.00");
  await gone(rounding);
  await page.close();
});

test("magnified four times, the bar lies over nothing that is being filled in", async () => {
  const { page, form } = await site.open({ viewport: { width: 320, height: 256 } });
  await form.choosePolicy();
  await form.fill(SMALL_ENTERPRISE);
  const bar = page.locator("wengang-result-bar");
  assert.equal(await bar.evaluate((element) => getComputedStyle(element).position), "static");
  const { help, about } = form.messages.helper;
  const helper = page.getByRole("button", { name: about(help, form.input("premiumsPaid").label) });
  await helper.focus();
  const [over, under] = [await bar.boundingBox(), await helper.boundingBox()];
  assert.ok(over && under && (over.y >= under.y + under.height || over.y + over.height <= under.y));
  await page.close();
});

test("a figure and its unit stay together in the bar of the narrowest phone", async () => {
  const { page, form } = await site.open({ viewport: { width: 320, height: 640 } });
  await form.choosePolicy();
  await form.fill(SMALL_ENTERPRISE);
  const lines = await page.locator("wengang-result-bar .amount").evaluate((element) => element.getClientRects().length);
  assert.equal(lines, 1);
  await page.close();
});

test("with colours of the reader's own, the current place alone is underlined", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop, forcedColors: "active" });
  await form.choosePolicy();
  const line = (/** @type {string} */ name) =>
    page.getByRole("link", { name, exact: true }).evaluate((element) => getComputedStyle(element).borderBottomColor);
  const { calculate, comparison, rules } = form.messages.nav;
  const background = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = "Canvas";
    return getComputedStyle(probe).color;
  });
  assert.notEqual(await line(calculate), background);
  assert.deepEqual([await line(comparison), await line(rules)], [background, background]);
  await page.close();
});

/** @param {import("playwright-core").Page} page */
async function focusedLabel(page) {
  return page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    const root = /** @type {ShadowRoot | undefined} */ (focused?.getRootNode());
    return root?.querySelector(".label")?.textContent?.trim() ?? "";
  });
}
