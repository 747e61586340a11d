import assert from "node:assert/strict";
import { test } from "node:test";
import { openSite, SHANGHAI, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { Locator } from "playwright-core" */

const site = await openSite();

/** @param {Locator} locator */
function fontSize(locator) {
  return locator.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
}

test("the mode for older readers is one tap away, and its text grows to 30 px", async () => {
  const { page, form } = await site.open({ viewport: SIZES.phone });
  const { nav } = form.messages;
  await form.fill(SMALL_ENTERPRISE);
  await page.getByRole("button", { name: nav.large }).click();
  const field = form.field("insuredAtEnd");
  assert.equal(await fontSize(field), 20);
  for (const size of [24, 30]) {
    await page.getByRole("button", { name: nav.larger }).click();
    assert.equal(await fontSize(field), size);
  }
  assert.equal(await page.getByRole("button", { name: nav.larger }).isDisabled(), true);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= SIZES.phone.width);
  assert.equal(await field.inputValue(), "97");
  await page.getByRole("button", { name: nav.ordinary }).click();
  assert.equal(await fontSize(field), 16);
  await page.close();
});

test("places have titles, are announced by focus, and an unknown policy is named as such", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await shows(page.getByRole("heading", { level: 2 }), form.description.title);
  assert.equal(await page.title(), `${form.description.title} · ${form.messages.page.title}`);
  await page.getByRole("link", { name: form.messages.nav.start }).click();
  await page.waitForFunction(
    () => document.querySelector("wengang-page")?.shadowRoot?.activeElement?.localName === "main",
  );
  assert.equal(await page.title(), form.messages.page.title);
  assert.equal(await page.evaluate(() => location.hash), "#/");
  await page.goBack();
  await shows(page.getByRole("heading", { level: 2 }), form.description.title);
  await page.evaluate(() => {
    location.hash = "#/atlantis-2024";
  });
  await shows(page.getByRole("alert"), form.messages.unknownPolicy("atlantis-2024"));
  await page.close();
});

test("the first stop of the keyboard skips to the content", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop });
  await page.locator("wengang-policy-outline").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const inside = await page.evaluate(() => {
    let active = document.activeElement;
    const path = [];
    while (active) {
      path.push(active.localName);
      active = active.shadowRoot?.activeElement ?? null;
    }
    return path.join(" ");
  });
  assert.match(inside, /wengang-calculator/);
  assert.equal(await page.evaluate(() => location.hash), `#/${SHANGHAI}`);
  await page.close();
});

test("what the list is narrowed to is a place: it has an address, and Back undoes it", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop }, "#/?region=上海市&year=2024");
  const { finder } = form.messages;
  const region = page.getByLabel(finder.filter.region, { exact: true });
  const year = page.getByLabel(finder.filter.year, { exact: true });
  await region.waitFor();
  assert.equal(await region.inputValue(), "上海市");
  assert.equal(await year.inputValue(), "2024");
  await year.selectOption("2021");
  const address = () => page.evaluate(() => decodeURIComponent(location.hash));
  assert.equal(await address(), "#/?region=上海市&year=2021");
  await page.goBack();
  assert.equal(await address(), "#/?region=上海市&year=2024");
  await page.waitForFunction((element) => Reflect.get(element ?? {}, "value") === "2024", await year.elementHandle());
  await page.getByRole("searchbox").fill("稳岗");
  assert.equal(await address(), "#/?region=上海市&year=2024&q=稳岗");
  await page.reload();
  assert.equal(await page.getByRole("searchbox").inputValue(), "稳岗");
  await page.close();
});
