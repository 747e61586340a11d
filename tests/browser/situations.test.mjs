import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { chinese } from "../../www/messages/all.js";
import { FLAGS, Form, gone, HIRES, openSite, SHANGHAI, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { BrowserContext, Page } from "playwright-core" */

/** Typed nowhere else, so that it can be searched for. */
const TELLTALE = "74185296";
const PLACEMENT = "changzhou-2020-job-placement";

/** @type {Record<string, string>} */
const refused = chinese.situationFile.refused;
const site = await openSite();

/** Somebody else's site, that the reader goes to in between. */
const ELSEWHERE = "data:text/html,<h1>elsewhere</h1>";

/** @param {BrowserContext} context @param {string} fragment */
async function openIn(context, fragment) {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${site.url}/${fragment}`);
  await page.locator("main h2").first().waitFor();
  return { page, form: new Form(page, SHANGHAI) };
}

/** @param {BrowserContext} [given] */
async function openAlone(given, fragment = `#/${SHANGHAI}`) {
  const permissions = ["clipboard-read", "clipboard-write"];
  const context = given ?? (await site.browser.newContext({ viewport: SIZES.desktop, permissions, locale: "zh-CN" }));
  return { context, ...(await openIn(context, fragment)) };
}

/** What the browser keeps of the page, as text. @param {Page} page @returns {Promise<string>} */
const kept = (page) =>
  page.evaluate(() => JSON.stringify([history.state, { ...sessionStorage }, { ...localStorage }, location.href]));

/** @param {Page} page @param {string} name */
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** @param {Page} page @param {Form} form @param {string} name */
async function saveAs(page, form, name) {
  const { saving } = form.messages;
  await page.getByLabel(saving.name, { exact: true }).fill(name);
  await button(page, saving.save).click();
  await shows(page.locator("wengang-saving"), `“${name}”`);
}

/** @param {Page} page @param {Form} form */
async function forget(page, form) {
  const { saving } = form.messages;
  await button(page, saving.forget).click();
  await button(page, saving.forgetDone).click();
  await shows(page.locator("wengang-forgetting"), saving.forgotten);
}

/** Until typing has paused for long enough. @param {Page} page */
const pause = (page) => page.waitForTimeout(500);

test("nothing of what was typed stands in the history, at no place", async () => {
  const { context, page, form } = await openAlone();
  await form.fill({ premiumsPaid: TELLTALE });
  await pause(page);
  await page.getByRole("link", { name: form.messages.nav.rules }).click();
  await page.getByRole("link", { name: form.messages.nav.start }).click();
  for (let places = 0; places < 3; places += 1) {
    assert.doesNotMatch(
      JSON.stringify(await page.evaluate(() => [history.state, location.href])),
      new RegExp(TELLTALE),
    );
    await page.goBack();
  }
  await context.close();
});

test("once everything is forgotten, neither Back nor reloading nor coming from elsewhere brings anything back", async () => {
  const { context, page, form } = await openAlone();
  await form.fill({ insuredAtEnd: "97", premiumsPaid: TELLTALE });
  await saveAs(page, form, "甲公司 2024");
  await page.getByRole("link", { name: form.messages.nav.rules }).click();
  await page.locator("wengang-rule-page").waitFor();
  await forget(page, form);
  assert.doesNotMatch(await kept(page), new RegExp(`${TELLTALE}|甲公司`));
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);

  await page.goBack();
  assert.equal(await form.field("premiumsPaid").inputValue(), "");
  assert.equal(await button(page, form.messages.form.undoClear).count(), 0);
  await page.reload();
  assert.equal(await form.field("premiumsPaid").inputValue(), "");
  await page.goForward();
  await page.goto(ELSEWHERE);
  await page.goBack();
  await page.goBack();
  assert.equal(await form.field("premiumsPaid").inputValue(), "");
  await page.goto(`${site.url}/#/`);
  await page.locator("wengang-finder h2").first().waitFor();
  assert.equal(await page.getByText("甲公司").count(), 0);
  await context.close();
});

test("forgetting asks first, and can be left alone", async () => {
  const { context, page, form } = await openAlone();
  const { saving } = form.messages;
  await form.fill({ insuredAtEnd: "97" });
  await button(page, saving.forget).click();
  await shows(page.locator("wengang-forgetting"), saving.forgetWhat(0));
  await page.locator("wengang-forgetting").getByRole("button", { name: saving.cancel }).click();
  assert.equal(await form.field("insuredAtEnd").inputValue(), "97");
  await context.close();
});

test("forgetting reaches other tabs that are open", async () => {
  const { context, page, form } = await openAlone();
  const other = await openIn(context, `#/${SHANGHAI}`);
  await other.form.fill({ premiumsPaid: TELLTALE });
  await pause(other.page);
  await form.fill({ insuredAtEnd: "97" });
  await forget(page, form);
  await other.page.waitForFunction(() => sessionStorage.length === 0);
  await other.page.reload();
  assert.equal(await other.form.field("premiumsPaid").inputValue(), "");
  await context.close();
});

/**
 * The files of a browser's profile that what was typed has got into, once it is closed.
 * @param {string} query of the page
 * @param {(page: Page, form: Form) => Promise<void>} steps
 */
async function filesAfter(query, steps) {
  const profile = await mkdtemp(join(tmpdir(), "wengang-profile-"));
  const options = { executablePath: "/usr/bin/chromium", args: FLAGS, viewport: SIZES.desktop };
  const context = await chromium.launchPersistentContext(profile, options);
  const { page, form } = await openIn(context, `${query}#/${SHANGHAI}`);
  await steps(page, form);
  await pause(page);
  await page.goto(ELSEWHERE);
  await page.waitForTimeout(1000);
  await context.close();
  const found = await filesWith(profile, TELLTALE);
  await rm(profile, { recursive: true, force: true });
  return found;
}

test("on a public computer nothing gets to the disk; else the tab's own storage does", async () => {
  const type = (/** @type {Page} */ _, /** @type {Form} */ form) =>
    form.fill({ ...SMALL_ENTERPRISE, premiumsPaid: TELLTALE });
  assert.deepEqual(await filesAfter("?public", type), []);
  const found = await filesAfter("", type);
  assert.ok(
    found.length > 0 && found.every((file) => file.startsWith(join("Default", "Session Storage"))),
    found.join(),
  );
});

test("on a public computer nothing is kept but in the open page", async () => {
  const { context, page, form } = await openAlone(undefined, `?public#/${SHANGHAI}`);
  const { saving, nav } = form.messages;
  await form.fill({ premiumsPaid: TELLTALE });
  await shows(page.locator("wengang-forgetting"), saving.inPage);
  assert.equal(await button(page, saving.save).count(), 0);
  await page.getByRole("link", { name: nav.comparison }).click();
  await page.goBack();
  assert.equal(await form.field("premiumsPaid").inputValue(), TELLTALE, "going about in the page loses nothing");
  await pause(page);
  assert.doesNotMatch(await kept(page), new RegExp(TELLTALE));
  await page.reload();
  assert.equal(await form.field("premiumsPaid").inputValue(), "");
  await form.fill({ premiumsPaid: TELLTALE });
  await page.goto(ELSEWHERE);
  await page.goBack();
  assert.equal(await form.field("premiumsPaid").inputValue(), "");
  await context.close();
});

/** @param {string} folder @param {string} text */
async function filesWith(folder, text) {
  const forms = [Buffer.from(text), Buffer.from(text, "utf16le")];
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = [];
  for (const entry of names.filter((one) => one.isFile())) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const content = await readFile(path).catch(() => Buffer.alloc(0));
    if (forms.some((form) => content.includes(form))) found.push(relative(folder, path));
  }
  return found;
}

test("the mode for public computers is chosen in the page, and holds through reloading", async () => {
  const { context, page, form } = await openAlone();
  const { saving } = form.messages;
  await form.fill({ premiumsPaid: TELLTALE });
  await pause(page);
  await button(page, saving.usePublic).click();
  assert.doesNotMatch(await kept(page), new RegExp(TELLTALE));
  assert.equal(await form.field("premiumsPaid").inputValue(), TELLTALE);
  await page.reload();
  await button(page, saving.leavePublic).waitFor();
  assert.equal(await form.field("premiumsPaid").inputValue(), "");
  await context.close();
});

test("a link leaves alone what is saved on the device, until the reader takes it over", async () => {
  const { context, page, form } = await openAlone();
  const { link } = form.messages;
  await form.fill({ ...SMALL_ENTERPRISE });
  await saveAs(page, form, "甲公司 2024");
  const saved = () => page.evaluate(() => localStorage.getItem("wengang"));
  const before = await saved();
  await page.evaluate((policy) => {
    location.hash = `#/${policy}?insuredAtEnd=1`;
  }, SHANGHAI);
  const notice = page.locator("wengang-link-notice");
  await shows(notice, link.untouched);
  assert.equal(await form.field("insuredAtEnd").inputValue(), "1");
  assert.equal(await form.field("premiumsPaid").inputValue(), "");
  await form.fill({ naturalAttrition: "5" });
  await pause(page);
  assert.equal(await saved(), before);
  assert.equal(await page.evaluate(() => location.hash), `#/${SHANGHAI}`, "it is not there for whoever comes next");
  await page.reload();
  assert.equal(await form.field("naturalAttrition").inputValue(), "5", "what was typed into it is not lost");

  await notice.getByRole("button", { name: link.back("甲公司 2024") }).click();
  await page.waitForFunction(
    () =>
      !document
        .querySelector("wengang-page")
        ?.shadowRoot?.querySelector("wengang-link-notice")
        ?.shadowRoot?.querySelector("section"),
  );
  assert.equal(await form.field("insuredAtEnd").inputValue(), "97");
  await button(page, form.messages.situations.continue(form.messages.situations.linked)).click();
  await notice.getByRole("button", { name: link.dismiss }).click();
  await gone(notice.getByRole("heading"));
  assert.equal(await form.field("insuredAtEnd").inputValue(), "1");
  assert.equal(await saved(), before);
  await saveAs(page, form, "乙公司 2024");
  await page.goto(`${site.url}/#/`);
  const list = page.locator("wengang-situations");
  for (const name of ["甲公司 2024", "乙公司 2024"]) await shows(list, name);
  await context.close();
});

test("opening a link in a new tab touches nothing that is saved either", async () => {
  const { context, page, form } = await openAlone();
  await form.fill({ insuredAtEnd: "97" });
  await saveAs(page, form, "甲公司");
  const saved = () => page.evaluate(() => localStorage.getItem("wengang"));
  const before = await saved();
  const other = await openIn(context, `#/${SHANGHAI}?insuredAtEnd=1`);
  await pause(other.page);
  assert.equal(await other.form.field("insuredAtEnd").inputValue(), "1");
  await other.page.close();
  assert.equal(await saved(), before);
  await context.close();
});

test("the same policy under two names; each goes on where it was", async () => {
  const { context, page, form } = await openAlone();
  const { situations, nav } = form.messages;
  await form.fill({ ...SMALL_ENTERPRISE });
  await saveAs(page, form, "甲公司 2024");
  await button(page, situations.fresh).click();
  assert.equal(await form.field("premiumsPaid").inputValue(), "");
  await form.fill({ ...SMALL_ENTERPRISE, premiumsPaid: "50000" });
  await saveAs(page, form, "乙公司 2024");
  await page.close();

  const later = await openIn(context, "#/");
  const list = later.page.locator("wengang-situations");
  await shows(list, situations.heading);
  const goOn = (/** @type {string} */ name) =>
    list.getByRole("link", { name: situations.about(form.description.title, name), exact: true });
  await goOn("甲公司 2024").click();
  await shows(later.form.verdict, "7,380.00");
  await shows(later.page.locator("wengang-situation-line"), situations.atHand("甲公司 2024"));
  await later.form.fill({ premiumsPaid: "100" });
  await shows(later.form.verdict, "60.00");
  await later.page.getByRole("link", { name: nav.start }).click();
  await goOn("乙公司 2024").click();
  await shows(later.form.verdict, "30,000.00");
  await later.page.reload();
  await shows(later.form.verdict, "30,000.00");
  await button(later.page, situations.continue("甲公司 2024")).click();
  await shows(later.form.verdict, "60.00");
  await context.close();
});

test("situations are renamed, duplicated and deleted", async () => {
  const { context, page, form } = await openAlone();
  const { situations, saving } = form.messages;
  await form.fill({ insuredAtEnd: "97" });
  await saveAs(page, form, "甲公司");
  await page.getByRole("link", { name: form.messages.nav.start }).click();
  const list = page.locator("wengang-situations");
  await list.getByRole("button", { name: situations.about(saving.rename, "甲公司") }).click();
  await list.getByRole("textbox", { name: saving.name }).fill("甲公司 2024");
  await list.getByRole("button", { name: saving.renameDone }).click();
  await list.getByRole("button", { name: situations.about(situations.duplicate, "甲公司 2024") }).click();
  await shows(list, situations.copyOf("甲公司 2024"));
  await page.reload();
  await shows(list, situations.copyOf("甲公司 2024"));
  assert.equal(await list.getByRole("listitem").count(), 2);
  await list.getByRole("button", { name: situations.about(situations.remove, "甲公司 2024"), exact: true }).click();
  await list.getByRole("button", { name: situations.remove, exact: true }).click();
  await page.waitForFunction(() => JSON.parse(localStorage.getItem("wengang") ?? "{}").situations?.length === 1);
  await page.reload();
  await shows(list, situations.copyOf("甲公司 2024"));
  assert.equal(await list.getByRole("listitem").count(), 1);
  await list
    .getByRole("link", { name: situations.about(form.description.title, situations.copyOf("甲公司 2024")) })
    .click();
  assert.equal(await form.field("insuredAtEnd").inputValue(), "97");
  await context.close();
});

test("the profile is kept through its results, Back, reloading and language, and saved with the rest", async () => {
  const { context, page, form } = await openAlone(undefined, "#/profile");
  const { policy, profile, nav, situations, page: words } = form.messages;
  const placement = new Form(page, PLACEMENT);
  await page.getByRole("radio", { name: policy.audience.employer }).check();
  await page.getByLabel(profile.region, { exact: true }).fill("常州市");
  await page.getByLabel(profile.year, { exact: true }).selectOption("2020");
  assert.equal(
    await page.evaluate(() => decodeURIComponent(location.hash)),
    "#/profile?audience=employer&region=常州市&year=2020",
  );
  await placement.fill({ agencyKind: "provincialPark", placedWorkers: "3" });
  const result = page.locator("wengang-profile-result");
  await result.getByRole("link", { name: placement.description.title }).first().click();
  await shows(page.getByRole("heading", { level: 2 }), placement.description.title);
  await page.goBack();
  assert.equal(await placement.field("placedWorkers").inputValue(), "3");
  await page.getByRole("button", { name: words.otherLanguage }).click();
  const english = new Form(page, PLACEMENT, "en");
  assert.equal(await english.field("placedWorkers").inputValue(), "3");
  await pause(page);
  await page.reload();
  assert.equal(await english.field("placedWorkers").inputValue(), "3");
  await page.getByRole("button", { name: english.messages.page.otherLanguage }).click();
  await saveAs(page, form, "甲公司");
  assert.doesNotMatch(await page.evaluate(() => location.href), /placedWorkers/);
  await page.close();

  const later = await openIn(context, "#/");
  await later.page.getByRole("link", { name: situations.about(nav.profile, "甲公司") }).click();
  assert.equal(await new Form(later.page, PLACEMENT).field("placedWorkers").inputValue(), "3");
  await context.close();
});

test("two tabs with the same situation do not undo each other's work", async () => {
  const { context, page, form } = await openAlone();
  const { situations } = form.messages;
  await form.fill({ insuredAtEnd: "97" });
  await saveAs(page, form, "甲公司");
  const other = await openIn(context, `#/${SHANGHAI}`);
  await other.page.goto(`${site.url}/#/`);
  await other.page.getByRole("link", { name: situations.about(form.description.title, "甲公司") }).click();
  await other.form.fill({ naturalAttrition: "3" });
  await pause(other.page);
  assert.equal(await form.field("naturalAttrition").inputValue(), "3");
  await form.fill({ premiumsPaid: "100" });
  await pause(page);
  await other.page.reload();
  for (const [field, answer] of Object.entries({ insuredAtEnd: "97", naturalAttrition: "3", premiumsPaid: "100" }))
    assert.equal(await other.form.field(field).inputValue(), answer, field);
  await context.close();
});

test("a file takes answers and comparison along", async () => {
  const { context, page, form } = await openAlone();
  const { situations, saving, nav } = form.messages;
  await form.fill({ ...SMALL_ENTERPRISE });
  await page.getByRole("link", { name: nav.comparison }).click();
  await new Form(page, SHANGHAI).fill({ premiumsPaid: "50000" });
  await page.goBack();
  await saveAs(page, form, "甲公司 2024");
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, saving.toFile).click()]);
  assert.equal(download.suggestedFilename(), "甲公司 2024.json");
  const content = await readFile(await download.path());
  const written = JSON.parse(content.toString());
  assert.equal(written.format, "wengang-situations");
  assert.equal(written.version, 1);
  assert.equal(written.situations[0].answers[SHANGHAI].premiumsPaid, "12300.00");
  await context.close();

  const fresh = await openAlone(undefined, "#/");
  await fresh.page
    .locator("wengang-situations input[type=file]")
    .setInputFiles({ name: "甲公司 2024.json", mimeType: "application/json", buffer: content });
  const list = fresh.page.locator("wengang-situations");
  await shows(list, situations.opened(1));
  assert.equal(await fresh.page.evaluate(() => localStorage.length), 0, "saved on request only");
  await list.getByRole("link", { name: situations.about(form.description.title, "甲公司 2024") }).click();
  await shows(fresh.form.verdict, "7,380.00");
  await fresh.page.getByRole("link", { name: nav.comparison }).click();
  await shows(fresh.page.locator("wengang-comparison wengang-verdict"), "30,000.00");
  await fresh.context.close();
});

for (const [why, content] of /** @type {[string, string][]} */ ([
  ["notJson", "甲公司"],
  ["otherFormat", '{"a":1}'],
  ["otherVersion", '{"format":"wengang-situations","version":99,"situations":[]}'],
  ["empty", '{"format":"wengang-situations","version":1,"situations":[]}'],
  ["notJson", ""],
])) {
  test(`a file is refused that is none of ours, and why: ${why} ${content}`, async () => {
    const { context, page } = await openAlone(undefined, "#/");
    const file = { name: "file.json", mimeType: "application/json", buffer: Buffer.from(content) };
    await page.locator("wengang-situations input[type=file]").setInputFiles(file);
    await shows(page.locator("wengang-situations"), refused[why] ?? "no such reason");
    await context.close();
  });
}

test("a link to the profile of others leaves what is saved as it is", async () => {
  const { context, page, form } = await openAlone(undefined, "#/profile?audience=employer&region=常州市&year=2020");
  await new Form(page, PLACEMENT).fill({ agencyKind: "provincialPark", placedWorkers: "3" });
  await saveAs(page, form, "丙公司");
  const saved = () => page.evaluate(() => JSON.parse(localStorage.getItem("wengang") ?? "{}").situations?.[0]);
  await page.waitForFunction(() => localStorage.getItem("wengang"));
  await page.goto(`${site.url}/#/profile?audience=employer&region=上海市&year=2022`);
  await shows(page.locator("wengang-profile-scope"), "2022");
  await page.reload();
  await page.locator("wengang-profile-questions").waitFor();
  const { region, year } = (await saved()).profile;
  assert.deepEqual([region, year], ["常州市", 2020]);
  await context.close();
});

test("what was saved before situations had names is still there", async () => {
  const { context, page, form } = await openAlone();
  await page.evaluate((policy) => {
    const answers = { insuredAtEnd: "97", premiumsPaid: "12300.00" };
    const answersByPolicy = {
      [policy]: answers,
      "shanghai-2021-work-training": { hires: [{ key: 3, cells: { employee: "李明" } }] },
    };
    localStorage.setItem("wengang", JSON.stringify({ savedOn: "2026-01-02", answersByPolicy }));
  }, SHANGHAI);
  await page.goto(`${site.url}/#/`);
  await page.reload();
  const { situations } = form.messages;
  const list = page.locator("wengang-situations");
  await shows(list, situations.savedOn("2026-01-02"));
  await list
    .getByRole("link", {
      name: situations.about(form.description.title, form.messages.saving.defaultName("2026-01-02")),
    })
    .click();
  assert.equal(await form.field("premiumsPaid").inputValue(), "12300.00");
  await form.fill({ insuredAtEnd: "98" });
  await pause(page);
  const saved = await page.evaluate(() => JSON.parse(localStorage.getItem("wengang") ?? ""));
  assert.equal(saved.situations.length, 1);
  assert.equal(saved.situations[0].answers[HIRES].hires[0].employee, "李明");
  await context.close();
});

for (const wrong of [
  '{"savedOn":1,"answersByPolicy":{"shanghai-2021-work-training":{"hires":[{"cells":null},{"cells":{"employee":5}},7,null]}}}',
  '{"answersByPolicy":null}',
  '{"answersByPolicy":7}',
  '{"format":"wengang-situations","version":1,"situations":[null,7,{"answers":{"x":{"y":[null,[],{"z":{}}]}},"profile":7,"id":{},"link":{"policy":3}}]}',
  '{"format":"wengang-situations","version":1,"situations":{}}',
  "[",
  "null",
  '"text"',
]) {
  test(`what is kept in a wrong form is left out: ${wrong.slice(0, 60)}`, async () => {
    const { page, errors } = await site.open({ viewport: SIZES.desktop }, "#/");
    await page.evaluate((text) => {
      localStorage.setItem("wengang", text);
      sessionStorage.setItem("wengang", text);
      history.replaceState(JSON.parse('{"locale":"xx","answersByPolicy":7,"scroll":"far"}'), "");
    }, wrong);
    for (const fragment of [`#/${HIRES}`, "#/", "#/profile", `#/${SHANGHAI}/compare`, `#/${SHANGHAI}/reconcile`]) {
      await page.goto(`${site.url}/${fragment}`);
      await page.reload();
      await page.locator("main h2").first().waitFor();
    }
    assert.deepEqual(errors, []);
    await page.close();
  });
}

test("where the browser lets nothing be kept, the page says so and goes on", async () => {
  const context = await site.browser.newContext({ viewport: SIZES.desktop });
  await context.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("forbidden", "SecurityError");
        },
      });
    }
  });
  const { page, form } = await openIn(context, `#/${SHANGHAI}`);
  await form.fill({ ...SMALL_ENTERPRISE });
  await shows(form.verdict, "7,380.00");
  await shows(page.locator("wengang-forgetting"), form.messages.saving.notKept);
  await button(page, form.messages.saving.save).click();
  await shows(page.locator("wengang-saving"), form.messages.saving.failed);
  await shows(form.verdict, "7,380.00");
  await context.close();
});

test("going back finds a long page where it was left", async () => {
  const { page, form } = await site.open({ viewport: SIZES.phone }, "#/");
  await page.locator("wengang-policy-list li").first().waitFor();
  await page.evaluate(() => scrollTo(0, 700));
  await pause(page);
  const left = await page.evaluate(() => scrollY);
  await page.evaluate((policy) => {
    location.hash = `#/${policy}`;
  }, PLACEMENT);
  await shows(page.getByRole("heading", { level: 2 }), new Form(page, PLACEMENT).description.title);
  await page.waitForFunction(() => scrollY === 0);
  await page.goBack();
  await page.waitForFunction((left) => Math.abs(scrollY - left) < 3, left);
  await page.reload();
  await page.waitForFunction((left) => Math.abs(scrollY - left) < 3, left);
  await shows(page.locator("wengang-finder"), form.messages.finder.heading);
  await page.close();
});
