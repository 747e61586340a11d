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
      await gone(page.locator("section.missing"));
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

test("what is missing is listed and leads to its field", async () => {
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

test("the page shows what the policy rests on", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  const rules = page.locator("wengang-policy-rules");
  const { parameters, procedure, notes, sources } = form.description;
  for (const { label, display } of parameters) {
    await shows(rules.getByRole("listitem").filter({ hasText: label }), display ?? "");
  }
  for (const { title } of procedure) await shows(rules, title);
  for (const { text } of notes) await shows(rules, text);
  for (const { document } of sources) await shows(rules, document);
  const doubtful = [...parameters.map(({ source }) => source), ...sources].filter(
    ({ reliability }) => reliability === "secondary",
  );
  const marked = rules.getByText(form.messages.source.secondary, { exact: true });
  assert.ok((await marked.count()) >= doubtful.length);
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
