// Several choices at once: boxes to tick, and none of them as an answer of its own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { RULES, violations } from "./axe.mjs";
import { siteWith } from "./site-with.mjs";
import { Form, loaded, openSite, SIZES, shows } from "./support.mjs";

const { browser } = await openSite();
const { id, url } = await siteWith("tests/schemes/hardship-premium-subsidy.toml");

/** @param {string} path */
async function opened(path) {
  const context = await browser.newContext({ viewport: SIZES.phone, locale: "zh-CN" });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  /** @type {string[]} */
  const errors = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(url + path);
  await loaded(page);
  const form = new Form(page, id);
  const group = (/** @type {string} */ field) => page.getByRole("group", { name: form.labelOf(field), exact: true });
  const box = (/** @type {string} */ field, /** @type {string} */ name) =>
    group(field).getByRole("checkbox", { name, exact: true });
  const ticked = async (/** @type {string} */ field) => {
    const checked = await group(field).getByRole("checkbox", { checked: true }).all();
    return Promise.all(checked.map((one) => one.inputValue()));
  };
  return { page, errors, form, group, box, ticked, close: () => context.close() };
}

test("as many as hold are ticked, none excludes the others, and a link brings them back", async () => {
  const { page, errors, form, group, box, ticked, close } = await opened(`#/${id}`);
  const none = form.messages.form.noneOfThese;
  await box("insurances", "养老保险").check();
  await box("insurances", "医疗保险").check();
  assert.equal(await box("insurances", none).count(), 0);
  await form.fill({ monthsPaid: "12" });
  await box("hardships", "残疾人").check();
  await box("hardships", none).check();
  assert.deepEqual(await ticked("hardships"), ["none"]);
  // By the keyboard, in the order of the page.
  await box("hardships", "零就业家庭成员").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  assert.deepEqual(await ticked("hardships"), ["allowance", "noneInWork"]);
  // What is not answered is asked for; that there is none is an answer.
  await shows(group("benefits"), form.messages.form.unanswered);
  await box("benefits", none).check();
  await shows(form.verdict, "8,520.00");
  await shows(form.step("monthly"), "2项");

  for (const tile of await page.locator("wengang-choice-question .tile").all()) {
    const { height = 0 } = (await tile.boundingBox()) ?? {};
    assert(height >= 44, `${await tile.textContent()} is ${height} px high`);
  }
  // Where nothing lies over the form.
  await page.setViewportSize(SIZES.desktop);
  assert.deepEqual(await violations(page, RULES.all), []);

  await box("benefits", none).uncheck();
  await shows(group("benefits"), form.messages.form.unanswered);
  await box("benefits", "失业保险金").check();
  await box("benefits", "创业补贴").check();
  await page.reload();
  await loaded(page);
  assert.deepEqual(await ticked("benefits"), ["unemploymentBenefit", "startUp"]);
  await group("benefits").getByRole("button").click();
  assert.deepEqual(await ticked("benefits"), []);
  assert.deepEqual(errors, []);
  await close();
});

test("a link has them by their ids, and what is none of them counts as not given", async () => {
  const { form, ticked, group, close } = await opened(
    `#/${id}?hardships=disabled,allowance&benefits=none&insurances=x`,
  );
  assert.deepEqual(await ticked("hardships"), ["disabled", "allowance"]);
  assert.deepEqual(await ticked("benefits"), ["none"]);
  await shows(group("insurances"), form.messages.form.unanswered);
  await close();
});
