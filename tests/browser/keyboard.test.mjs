import assert from "node:assert/strict";
import { test } from "node:test";
import { reach } from "./keyboard.mjs";
import { openSite, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { Page } from "playwright-core" */

const site = await openSite();

test("the whole task is done by keyboard alone", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await shows(page.getByRole("heading", { level: 2 }), form.description.title);

  await reach(page, form.field("employerKind"));
  while ((await form.field("employerKind").inputValue()) !== "enterprise") await page.keyboard.press("ArrowDown");
  await reach(page, form.field("enterpriseSize").getByRole("radio").first());
  for (let presses = 0; presses < 2; presses += 1) await page.keyboard.press("ArrowRight");
  assert.equal(await form.tile("enterpriseSize", "small").isChecked(), true);
  for (const [field, answer] of Object.entries(SMALL_ENTERPRISE)) {
    if (typeof answer === "boolean") {
      await reach(page, form.field(field).getByRole("radio").first());
      await page.keyboard.press("Space");
      if (!answer) await page.keyboard.press("ArrowRight");
      assert.equal(await form.tile(field, answer).isChecked(), true);
    } else if (/^\d/.test(answer)) {
      await reach(page, form.field(field));
      await page.keyboard.type(answer);
    }
  }
  await shows(form.verdict, "7,380.00");

  await reach(page, form.step("layoffRate").getByRole("button"));
  await page.keyboard.press("Enter");
  await shows(page.locator("wengang-policy-rules li:focus"), form.description.sources[0]?.document ?? "");
  await page.close();
});

test("whatever has the focus is in plain view, also above the result bar of a phone", async () => {
  const { page, form } = await site.open({ viewport: SIZES.phone });
  await form.choosePolicy();
  await form.fill(SMALL_ENTERPRISE);
  await page.evaluate(() => {
    scrollTo(0, 0);
    /** @type {HTMLElement} */ (document.activeElement)?.blur();
  });
  await page.locator("wengang-amount-chart").waitFor();
  assert.deepEqual(await coveredStops(page, "Tab"), []);
  await page.close();
});

test("backwards, too, and not below the verdict of a wide screen", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.fill({ ...SMALL_ENTERPRISE, premiumsPaid: "20500" });
  await page.locator("wengang-amount-chart").waitFor();
  await page.locator("wengang-policy-rules a").last().focus();
  assert.deepEqual(await coveredStops(page, "Shift+Tab"), []);
  await page.close();
});

test("the focus is always marked", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press("Tab");
    const marked = await page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      /** @param {Element | null | undefined} element */
      const outlined = (element) => !!element && getComputedStyle(element).outlineStyle === "solid";
      return outlined(focused) || outlined(focused?.closest(".tile"));
    });
    assert.ok(marked, `stop ${presses + 1}`);
  }
  await page.close();
});

/**
 * What lies under something else when it gets the focus.
 * @param {Page} page
 * @param {"Tab" | "Shift+Tab"} key
 */
async function coveredStops(page, key) {
  const covered = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press(key);
    const sight = await page.evaluate(focusInSight);
    if (sight.outside) return covered;
    if (!sight.visible) covered.push(sight.name);
  }
  return covered;
}

/** Runs in the page: whether the middle of the focused element is what one sees there. */
function focusInSight() {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused || focused === document.body) return { outside: true, visible: true, name: "" };
  const { left, top, width, height } = focused.getBoundingClientRect();
  let seen = document.elementFromPoint(left + width / 2, top + height / 2);
  while (seen?.shadowRoot) {
    const inner = seen.shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
    if (!inner || inner === seen) break;
    seen = inner;
  }
  const visible = !!seen && (focused.contains(seen) || !!seen.closest("label")?.contains(focused));
  return { outside: false, visible, name: focused.textContent?.trim() || focused.outerHTML.slice(0, 80) };
}
