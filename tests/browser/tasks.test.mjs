import assert from "node:assert/strict";
import { test } from "node:test";
import { ruleId } from "../../www/rules/rules.js";
import { fragmentOf } from "../../www/shared/address.js";
import { choose, focused, hasFocus, press, reach } from "./keyboard.mjs";
import { Form, gone, HIRES, openSite, SHANGHAI, SIZE_CLASS, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { Locator, Page } from "playwright-core" */

const OVERTIME = "national-overtime-pay";
const TRAINING = "shanghai-2022-online-training";
const CHANGZHOU = "changzhou-2020-stabilisation-refund";

const site = await openSite();

/**
 * A task is done with the keyboard alone, and the focus is nowhere lost on the way.
 * @param {string} task
 * @param {string} at
 * @param {(page: Page, form: Form) => Promise<void>} steps
 * @param {string} [policy]
 */
function byKeyboard(task, at, steps, policy = SHANGHAI) {
  test(`by keyboard alone: ${task}`, async () => {
    const permissions = ["clipboard-read", "clipboard-write"];
    const { page, errors } = await site.open({ viewport: SIZES.desktop, permissions, acceptDownloads: true }, at);
    await page.locator("main h2").first().waitFor();
    await steps(page, new Form(page, policy));
    assert.notEqual(await focused(page), "body");
    // The browser's own word where the rules of an old link are not kept; the page says so, too.
    const noise = at.includes("_version=") ? /status of 404/ : undefined;
    assert.deepEqual(
      errors.filter((error) => !noise?.test(error)),
      [],
    );
    await page.close();
  });
}

/** @param {string} policy @param {Record<string, string | boolean>} answers */
const filledIn = (policy, answers) =>
  `${fragmentOf({ view: "policy", policy })}?${new URLSearchParams(Object.entries(answers).map(([id, answer]) => [id, String(answer)]))}`;

/**
 * Waits until an element has the focus, which some actions give it after drawing.
 * @param {Locator} locator
 */
async function hasGot(locator) {
  for (let tries = 0; tries < 40; tries += 1) {
    if ((await locator.count()) > 0 && (await hasFocus(locator))) return;
    await locator.page().waitForTimeout(50);
  }
  assert.fail(`${locator} has not got the focus, but ${await focused(locator.page())}`);
}

byKeyboard("a policy is found by topic and opened", "#/", async (page, form) => {
  const { finder } = form.messages;
  const topic = page.locator("wengang-topic-tiles").getByRole("button", { name: finder.topic.retention });
  await press(page, topic, "Space");
  assert.equal(await topic.getAttribute("aria-pressed"), "true");
  await hasGot(page.locator("#all"));
  await press(page, page.getByRole("link", { name: form.description.title, exact: true }).first());
  await shows(page.getByRole("heading", { level: 2 }), form.description.title);
  await hasGot(page.locator("main"));
});

byKeyboard("a policy is found by words; filters are taken back", "#/", async (page, form) => {
  const { finder, policy } = form.messages;
  await reach(page, page.getByRole("searchbox"));
  await page.keyboard.type("上海2024返还");
  const title = page
    .getByRole("heading", { level: 4 })
    .getByRole("link", { name: form.description.title, exact: true });
  await title.waitFor();
  await choose(page, page.getByLabel(finder.filter.audience, { exact: true }), "citizen");
  const audience = finder.filterWith(finder.filter.audience, policy.audience.citizen);
  await press(page, page.locator(".empty button").filter({ hasText: audience }));
  await hasGot(page.locator("#all"));
  await press(
    page,
    page.getByRole("button", { name: finder.remove(finder.filterWith(finder.filter.text, "上海2024返还")) }),
  );
  await hasGot(page.getByRole("searchbox"));
  await page.keyboard.type("上海2024返还");
  await press(page, title);
  await hasGot(page.locator("main"));
});

byKeyboard("the profile, from who asks to the best combination", "#/profile", async (page, form) => {
  const { policy, profile } = form.messages;
  await reach(page, page.getByRole("radio", { name: policy.audience.employer }));
  await page.keyboard.press("Space");
  await reach(page, page.getByLabel(profile.region, { exact: true }));
  await page.keyboard.type("常州市");
  await choose(page, page.getByLabel(profile.year, { exact: true }), "2020");
  const placement = new Form(page, "changzhou-2020-job-placement");
  const training = new Form(page, "changzhou-2020-work-training");
  await answer(placement, { agencyKind: "provincialPark", placedWorkers: "3", alsoClaimedWorkTraining: "0" });
  await answer(training, { insuredAt2019End: "100", insuredAt2020End: "105", keepsStaff: true });
  await shows(page.locator("wengang-combination-sum .figure"), "3,000.00");
  await press(page, page.locator("wengang-combination-sum").getByRole("link").first());
  await shows(page.getByRole("heading", { level: 2 }), placement.description.title);
  assert.equal(await placement.field("placedWorkers").inputValue(), "3");
  await hasGot(page.locator("main"));
});

byKeyboard("a form is cleared and brought back", filledIn(SHANGHAI, SMALL_ENTERPRISE), async (page, form) => {
  const { clear, undoClear, fillExample, clearAnswerTo } = form.messages.form;
  const action = (/** @type {string} */ name) => page.getByRole("button", { name, exact: true });
  await press(page, action(clear));
  await hasGot(action(undoClear));
  await page.keyboard.press("Enter");
  await shows(form.verdict, "7,380.00");
  await hasGot(action(clear));
  await press(page, action(clearAnswerTo(form.input("enterpriseSize").label)));
  await hasGot(form.tile("enterpriseSize", "small"));
  await shows(form.verdict, form.messages.result.stillMissing(1));
  assert.equal(await action(fillExample).count(), 0);
});

byKeyboard(
  "a table: cells are typed, rows added, pasted, removed and brought back",
  filledIn(OVERTIME, { monthlyWage: "3480" }),
  async (page, form) => {
    const { table: texts } = form.messages;
    const table = page.locator("wengang-table-question");
    const rows = table.locator("tr[data-row]");
    const cell = (/** @type {string} */ column, /** @type {number} */ row) =>
      rows.nth(row - 1).locator(`[data-field="${column}"]`);
    const button = (/** @type {string} */ name) => table.getByRole("button", { name, exact: true });
    await reach(page, cell("date", 1));
    await page.keyboard.type("20240301");
    await reach(page, cell("hours", 1));
    await page.keyboard.type("1");
    await shows(form.verdict, "30.00");
    await page.keyboard.press("Control+Enter");
    await hasGot(cell("date", 2));
    await page.evaluate(() => navigator.clipboard.writeText("20240304\t2\n20240305\t3"));
    await page.keyboard.press("Control+v");
    await shows(form.verdict, "180.00");
    assert.equal(await rows.count(), 3);

    await press(page, button(texts.removeRow(3)));
    await shows(table.getByRole("status"), texts.removed(3));
    await hasGot(cell("date", 2));
    await press(page, button(texts.undo));
    await shows(form.verdict, "180.00");
    await press(page, button(texts.addRow));
    await hasGot(cell("date", 4));
    await page.keyboard.press("Control+Delete");
    await hasGot(cell("date", 3));
    await press(page, button(texts.undo));
    await press(page, button(texts.redo));
    assert.ok(await hasFocus(button(texts.redo)), "also where there is nothing more to do again");

    await press(page, button(texts.paste));
    await hasGot(table.locator("textarea"));
    await page.keyboard.press("Control+v");
    await press(page, button(texts.fillIn(2)));
    await hasGot(table.getByRole("heading", { name: texts.checkColumns }));
    await press(page, button(texts.fillIn(2)));
    await hasGot(button(texts.paste));
    assert.equal(await rows.count(), 5);
    await page.keyboard.press("Enter");
    await hasGot(table.locator("textarea"));
    await press(page, button(texts.cancel));
    await hasGot(button(texts.paste));

    await press(page, button(texts.expand));
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await hasGot(button(texts.expand));

    await reach(page, cell("date", 1), "Shift+Tab");
    for (let count = 5; count > 0; count -= 1) {
      await page.keyboard.press("Control+Delete");
      await (count > 1 ? hasGot(cell("date", 1)) : hasGot(table.locator("#label")));
    }
    await shows(table, texts.empty);
    await press(page, button(texts.undo));
    assert.equal(await rows.count(), 1);
    await reach(
      page,
      page.locator("wengang-result").getByRole("button").or(page.locator("wengang-result summary")).first(),
    );
  },
  OVERTIME,
);

byKeyboard(
  "nothing to fill into a table is said, and taken back",
  fragmentOf({ view: "policy", policy: HIRES }),
  async (page, form) => {
    const { table: texts } = form.messages;
    const table = page.locator("wengang-table-question").first();
    await press(page, table.getByRole("button", { name: texts.none, exact: true }));
    await shows(table, texts.empty);
    await hasGot(table.getByRole("button", { name: texts.addRow, exact: true }));
  },
);

byKeyboard(
  "the size class is worked out and flows into its field",
  fragmentOf({ view: "policy", policy: SHANGHAI }),
  async (page, form) => {
    const { helper } = form.messages;
    const { label } = form.input("enterpriseSize");
    await answer(form, { employerKind: "enterprise" });
    await press(page, page.getByRole("button", { name: helper.about(helper.help, label) }));
    await answer(new Form(page, SIZE_CLASS), { industry: "retail", employees: "12", revenue: "300" });
    await press(page, page.getByRole("button", { name: helper.fillIn("小型") }));
    await hasGot(page.getByRole("button", { name: helper.about(helper.reopen, label) }));
    assert.equal(await form.tile("enterpriseSize", "small").isChecked(), true);
  },
);

byKeyboard(
  "twelve months are averaged into their field",
  fragmentOf({ view: "policy", policy: CHANGZHOU }),
  async (page, form) => {
    const { helper } = form.messages;
    const { label } = form.input("averageInsured");
    await press(page, page.getByRole("button", { name: helper.about(helper.help, label) }));
    await reach(page, page.getByLabel(helper.month(1), { exact: true }));
    for (let month = 1; month <= 12; month += 1) {
      await page.keyboard.type("20");
      if (month < 12) await page.keyboard.press("Enter");
    }
    await press(page, page.getByRole("button", { name: helper.fillIn("") }));
    await hasGot(page.getByRole("button", { name: helper.about(helper.reopen, label) }));
    assert.equal(await form.field("averageInsured").inputValue(), "20");
  },
  CHANGZHOU,
);

byKeyboard("a figure is followed to its source, and back", filledIn(SHANGHAI, SMALL_ENTERPRISE), async (page, form) => {
  const { rules } = form.messages;
  const reference = form.step("layoffRateLimit").getByRole("button");
  await press(page, reference);
  const source = page.locator("wengang-policy-rules li[aria-current]");
  await hasGot(source);
  await shows(source, form.description.sources[0]?.document ?? "");
  await press(page, page.getByRole("button", { name: rules.back }));
  await hasGot(reference);
});

byKeyboard(
  "the chart is read point by point, and as a table",
  filledIn(SHANGHAI, SMALL_ENTERPRISE),
  async (page, form) => {
    const { answer: texts } = form.messages;
    const chart = page.getByRole("slider");
    await reach(page, chart);
    await page.keyboard.press("ArrowLeft");
    assert.match((await chart.getAttribute("aria-valuetext")) ?? "", /^96/);
    await press(page, page.locator("wengang-amount-table summary"));
    await page.keyboard.press("Tab");
    await hasGot(page.locator("wengang-amount-table").getByRole("region"));
    await shows(page.locator("wengang-amount-table").getByRole("row"), texts.now(texts.quantity(97, "人")));
  },
);

byKeyboard(
  "scenarios are compared, changed, made the same and taken over",
  filledIn(SHANGHAI, SMALL_ENTERPRISE),
  async (page, form) => {
    const { comparison, nav } = form.messages;
    await press(page, page.getByRole("link", { name: nav.comparison }));
    await hasGot(page.locator("main"));
    const field = page.locator(".second [data-field=insuredAtEnd] input");
    await reach(page, field);
    await page.keyboard.press("Control+a");
    await page.keyboard.type("80");
    const different = page.locator(".pair.different");
    await shows(different, comparison.different);
    await press(page, page.getByRole("button", { name: comparison.makeSameNamed(form.input("insuredAtEnd").label) }));
    await hasGot(field);
    await gone(different);
    await page.keyboard.press("Control+a");
    await page.keyboard.type("96");
    const swap = page.getByRole("button", { name: comparison.swap });
    await reach(page, swap, "Shift+Tab");
    await page.keyboard.press("Enter");
    assert.ok(await hasFocus(swap));
    const same = page.getByRole("button", { name: comparison.makeAllSame });
    await reach(page, same, "Shift+Tab");
    await page.keyboard.press("Enter");
    await gone(different);
    assert.notEqual(await focused(page), "body");
    await reach(page, field);
    await page.keyboard.press("Control+a");
    await page.keyboard.type("95");
    await press(page, page.getByRole("button", { name: comparison.take }));
    await hasGot(page.locator("main"));
    assert.equal(await form.field("insuredAtEnd").inputValue(), "95");
  },
);

byKeyboard(
  "what the authority shows is filled in, explained, and another way of it opened",
  filledIn(SHANGHAI, SMALL_ENTERPRISE),
  async (page, form) => {
    const { reconciliation, nav } = form.messages;
    await press(page, page.getByRole("link", { name: nav.reconciliation, exact: true }));
    await hasGot(page.locator("main"));
    await reach(page, page.locator("wengang-shown-fields #layoffRate"));
    await page.keyboard.type("3.00");
    await page.keyboard.press("Enter");
    await hasGot(page.locator("#found"));
    const second = page.locator(".ways > li").nth(1);
    await press(page, second.locator("summary"));
    await second.locator("wengang-scenario-results").waitFor();
    await press(page, page.getByRole("button", { name: reconciliation.copy }));
    await page.getByText(reconciliation.copied, { exact: true }).waitFor();
  },
);

byKeyboard(
  "a result is copied, linked, saved on the device and forgotten",
  filledIn(SHANGHAI, SMALL_ENTERPRISE),
  async (page, form) => {
    const { keep, saving } = form.messages;
    const button = (/** @type {string} */ name) => page.getByRole("button", { name, exact: true });
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await press(page, button(keep.copy));
    await shows(page.getByRole("status"), keep.copied);
    assert.match(await clipboard(), /7,380\.00/);
    await press(page, button(keep.copyLink));
    await shows(page.getByRole("status"), keep.linkCopied);
    assert.match(await clipboard(), /^http.*insuredAtEnd=97/);
    await press(page, button(saving.save));
    await hasGot(page.locator("wengang-saving [role=status]"));
    assert.equal(await page.evaluate(() => localStorage.length), 1);
    await press(page, button(saving.forget));
    await hasGot(button(saving.forgetDone));
    await page.keyboard.press("Enter");
    await hasGot(page.locator("wengang-forgetting [role=status]"));
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    assert.equal(await form.field("insuredAtEnd").inputValue(), "");
  },
);

byKeyboard(
  "the notice of an old link is read and put away",
  `${filledIn(SHANGHAI, SMALL_ENTERPRISE)}&_on=2024-01-01&_version=0&_result=eligible+1.00`,
  async (page, form) => {
    await press(page, page.getByRole("button", { name: form.messages.link.dismiss }));
    await gone(page.locator("wengang-link-notice section"));
    await hasGot(page.locator("main"));
  },
);

byKeyboard(
  "a deadline is put into the calendar",
  filledIn(TRAINING, { filingApprovedOn: "2099-05-31" }),
  async (page, form) => {
    const [deadline] = form.description.deadlines;
    const button = page.getByRole("button", { name: form.messages.answer.addToCalendarThe(deadline?.label ?? "") });
    await reach(page, button);
    const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.match(file.suggestedFilename(), /\.ics$/);
    assert.ok(await hasFocus(button));
  },
  TRAINING,
);

byKeyboard("language, and text for older readers", filledIn(SHANGHAI, SMALL_ENTERPRISE), async (page, form) => {
  const { nav, page: texts } = form.messages;
  await press(page, page.getByRole("button", { name: nav.large }));
  await hasGot(page.getByRole("button", { name: nav.ordinary }));
  const larger = page.getByRole("button", { name: nav.larger });
  await reach(page, larger, "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  assert.ok(await hasFocus(larger), "also where it gets no larger");
  const smaller = page.getByRole("button", { name: nav.smaller });
  await reach(page, smaller, "Shift+Tab");
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Space");
  assert.ok(await hasFocus(smaller));
  await press(page, page.getByRole("button", { name: texts.otherLanguage }));
  await shows(page.getByRole("heading", { level: 2 }), new Form(page, SHANGHAI, "en").description.title);
  assert.notEqual(await focused(page), "body");
});

byKeyboard(
  "the rules: contents, one rule, its address, an example",
  fragmentOf({ view: "rules", policy: SHANGHAI }),
  async (page, form) => {
    const { rulePage, nav } = form.messages;
    const skip = page.getByRole("button", { name: nav.skip });
    await reach(page, skip);
    await page.keyboard.press("Enter");
    await hasGot(page.locator("main"));
    const contents = page.getByRole("navigation", { name: rulePage.contents });
    await press(page, contents.getByRole("link", { name: rulePage.parts.conditions }));
    await hasGot(page.locator(`[id="${ruleId.part("conditions")}"]`));
    const rule = ruleId.condition("layoffRateWithinLimit");
    await press(page, page.locator(`[id="${rule}"] a.mark`));
    await hasGot(page.locator(`[id="${rule}"]`));
    assert.equal(await page.evaluate(() => location.hash), fragmentOf({ view: "rules", policy: SHANGHAI, rule }));
    const [example] = form.description.examples;
    await press(page, page.locator("wengang-rule-examples summary").first());
    await press(page, page.getByRole("button", { name: rulePage.useExampleNamed(example?.name ?? "") }));
    await shows(page.getByRole("heading", { level: 2 }), form.description.title);
    await form.verdict.waitFor();
    await hasGot(page.locator("main"));
  },
);

/**
 * Answers questions by their keys: lists and tiles by arrows, the others by typing.
 * @param {Form} form
 * @param {Record<string, string | boolean>} answers
 */
async function answer(form, answers) {
  const { page } = form;
  for (const [field, text] of Object.entries(answers)) {
    const control = form.field(field);
    await control.waitFor();
    const role = await control.evaluate((element) => element.getAttribute("role") ?? element.localName);
    if (role === "select") await choose(page, control, String(text));
    else if (role === "radiogroup") {
      await reach(page, control.getByRole("radio").first());
      await page.keyboard.press("Space");
      for (let presses = 0; presses < 4 && !(await form.tile(field, text).isChecked()); presses += 1) {
        await page.keyboard.press("ArrowRight");
      }
      assert.equal(await form.tile(field, text).isChecked(), true, field);
    } else {
      await reach(page, control);
      await page.keyboard.type(String(text));
    }
  }
}
