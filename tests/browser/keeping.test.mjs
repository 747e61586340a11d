import assert from "node:assert/strict";
import { test } from "node:test";
import { Form, gone, HIRES, openSite, SHANGHAI, SIZE_CLASS, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { BrowserContext, Page } from "playwright-core" */

const site = await openSite();

/**
 * A page in a context of its own, so that another page can share its clipboard and storage.
 * @param {BrowserContext} context
 * @param {string} address
 */
async function openIn(context, address) {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  return page;
}

async function newContext() {
  const permissions = ["clipboard-read", "clipboard-write"];
  return site.browser.newContext({ viewport: SIZES.desktop, permissions, locale: "zh-CN" });
}

/** @param {Page} page */
function clipboard(page) {
  return page.evaluate(() => navigator.clipboard.readText());
}

test("a link brings back the answers and tells what came out when it was made", async () => {
  const context = await newContext();
  const page = await openIn(context, `${site.url}/#/${SHANGHAI}`);
  const form = new Form(page, SHANGHAI);
  const { keep, link, result } = form.messages;
  await form.fill(SMALL_ENTERPRISE);
  await shows(form.verdict, "7,380.00");
  await page.getByRole("button", { name: keep.copyLink }).click();
  await shows(page.getByRole("status"), keep.linkCopied);
  const address = await clipboard(page);
  assert.ok(address.startsWith(`${site.url}/#/${SHANGHAI}?`), address);

  const again = await openIn(context, address);
  const sameForm = new Form(again, SHANGHAI);
  await shows(sameForm.verdict, "7,380.00");
  assert.equal(await sameForm.field("premiumsPaid").inputValue(), "12300.00");
  const notice = again.locator("wengang-link-notice");
  await shows(notice, link.past(`${result.eligible}，${result.yuan("7,380.00")}`));
  await shows(notice, link.sameResult);
  await shows(notice, link.sameRules);
  await sameForm.fill({ insuredAtEnd: "80" });
  await shows(notice, link.present(`${result.ineligible}，${result.yuan("0.00")}`));
  await again.getByRole("button", { name: link.dismiss }).click();
  await gone(notice.getByRole("heading"));
  await context.close();
});

test("a link made under other rules says so", async () => {
  const context = await newContext();
  const query = new URLSearchParams({ insuredAtEnd: "97", _on: "2024-06-01", _version: "0", _result: "eligible 1.00" });
  const page = await openIn(context, `${site.url}/#/${SHANGHAI}?${query}`);
  const { link, result } = new Form(page, SHANGHAI).messages;
  const notice = page.locator("wengang-link-notice");
  await shows(notice, link.changedRules);
  await shows(notice, link.past(`${result.eligible}，${result.yuan("1.00")}`));
  await shows(notice, link.present(result.undetermined));
  await context.close();
});

test("going elsewhere, back, and reloading lose nothing that was typed", async () => {
  const context = await newContext();
  const page = await openIn(context, `${site.url}/#/${SHANGHAI}`);
  const form = new Form(page, SHANGHAI);
  await form.fill({ ...SMALL_ENTERPRISE, insuredAtEnd: "九十七" });
  await new Form(page, SIZE_CLASS).choosePolicy();
  await page.goBack();
  await shows(page.getByRole("heading", { level: 2 }), form.description.title);
  assert.equal(await form.field("insuredAtEnd").inputValue(), "九十七");
  await page.getByRole("button", { name: "English" }).click();
  await page.waitForTimeout(400);
  await page.reload();
  const english = new Form(page, SHANGHAI, "en");
  await shows(page.getByRole("heading", { level: 2 }), english.description.title);
  assert.equal(await english.field("insuredAtEnd").inputValue(), "九十七");
  assert.equal(await english.field("premiumsPaid").inputValue(), "12300.00");
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  await context.close();
});

test("answers are saved on the device only on request, and forgotten on request", async () => {
  const context = await newContext();
  const page = await openIn(context, `${site.url}/#/${SHANGHAI}`);
  const form = new Form(page, SHANGHAI);
  const { saving } = form.messages;
  await form.fill({ insuredAtEnd: "97" });
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.getByRole("button", { name: saving.save }).click();
  await form.fill({ naturalAttrition: "1" });
  await page.waitForTimeout(400);

  const later = await openIn(context, `${site.url}/#/${SHANGHAI}`);
  const laterForm = new Form(later, SHANGHAI);
  assert.equal(await laterForm.field("insuredAtEnd").inputValue(), "97");
  assert.equal(await laterForm.field("naturalAttrition").inputValue(), "1");
  await later.getByRole("button", { name: saving.forget }).click();
  assert.equal(await laterForm.field("insuredAtEnd").inputValue(), "");
  assert.equal(await later.evaluate(() => localStorage.length), 0);
  await later.reload();
  assert.equal(await laterForm.field("insuredAtEnd").inputValue(), "");
  await context.close();
});

test("the result is copied as text with inputs, steps, sources and version", async () => {
  const context = await newContext();
  const page = await openIn(context, `${site.url}/#/${SHANGHAI}`);
  const form = new Form(page, SHANGHAI);
  const { keep } = form.messages;
  await form.fill(SMALL_ENTERPRISE);
  await shows(form.verdict, "7,380.00");
  await page.getByRole("button", { name: keep.copy }).click();
  await shows(page.getByRole("status"), keep.copied);
  const text = await clipboard(page);
  for (const part of [
    "符合条件，返还金额 7,380.00元",
    `${form.input("insuredAtEnd").label}：97人`,
    `${form.input("enterpriseSize").label}：小型`,
    "裁员率 2%：1 −（97人 + 1人）÷ 100人",
    ...form.description.sources.flatMap(({ url }) => url ?? []),
    keep.version(form.description.version),
    `${site.url}/#/${SHANGHAI}?`,
  ]) {
    assert.ok(text.includes(part), `${part} is not in\n${text}`);
  }
  await context.close();
});

test("where copying is forbidden, the text is shown to be copied by hand", async () => {
  const { page, form } = await site.open({ viewport: SIZES.phone });
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  });
  await form.fill(SMALL_ENTERPRISE);
  await page.getByRole("button", { name: form.messages.keep.copy }).click();
  const shown = page.getByLabel(form.messages.keep.copyByHand);
  assert.match(await shown.inputValue(), /7,380\.00/);
  await page.close();
});

/** How many sheets of paper it takes; then shows what is on them. @param {Page} page */
async function sheets(page) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await page.emulateMedia({ media: "print" });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
}

test("a result is printed on one sheet: answers, verdict, conditions, calculation, sources, room to sign, version, code", async () => {
  for (const locale of /** @type {const} */ (["zh-CN", "en"])) {
    const { page } = await site.open({ viewport: SIZES.desktop });
    const form = new Form(page, SHANGHAI);
    await form.fill({ ...SMALL_ENTERPRISE, insuredAtEnd: "94" });
    await shows(form.verdict, "7,380.00");
    if (locale === "en") await page.getByRole("button", { name: "English" }).click();
    const { description, messages } = new Form(page, SHANGHAI, locale);
    assert.equal(await sheets(page), 1);
    const sheet = page.locator("wengang-sheet");
    const code = sheet.getByRole("img", { name: messages.keep.qrCode });
    await code.waitFor();
    const box = await code.boundingBox();
    assert.ok(box && box.width > 90, "the code is large enough to be scanned");
    for (const text of [
      messages.sheet.who.employer.name,
      messages.sheet.preparedBy,
      messages.sheet.seal,
      messages.result.eligible,
      messages.result.measure("7,380.00", messages.result.yuanUnit),
      ...description.conditions.map(({ label }) => label),
      ...description.sources.flatMap(({ document, url = document }) => [document, url]),
      messages.keep.version(description.version),
      messages.page.disclaimer,
    ])
      await shows(sheet, text);
    assert.equal(await page.getByRole("banner").count(), 0, "the page around it stays off the paper");
    await page.close();
  }
});

test("an empty calculator prints the form to fill in by hand", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  assert.equal(await sheets(page), 1);
  const { description, messages } = form;
  const sheet = page.locator("wengang-sheet");
  for (const { label } of [...description.inputs, ...description.values, ...description.conditions])
    await shows(sheet, label);
  await shows(sheet, messages.sheet.form);
  assert.equal(await sheet.getByText(messages.result.undetermined).count(), 0, "there is no verdict on nothing");
  assert.equal(await sheet.getByRole("img").count(), 0, "there is nothing to bring back");
  await page.close();
});

test("rows are printed behind the sheet, with what becomes of each", async () => {
  const hires = [
    ["employee", "category", "localHukou", "hiredOn", "insuredMonths"],
    ["李明", "registeredUnemployed", "true", "2021-03-05", "6"],
    ["王芳", "registeredUnemployed", "false", "2021-03-05", "6"],
    ["张伟", "registeredUnemployed", "true", "2021-13-05", "6"],
  ];
  const { page } = await site.open(
    { viewport: SIZES.desktop },
    `#/${HIRES}?hires=${encodeURIComponent(JSON.stringify(hires))}`,
  );
  const { messages, description } = new Form(page, HIRES);
  await shows(page.locator("wengang-table-question").first(), "1,800.00");
  await page.emulateMedia({ media: "print" });
  const rows = page.locator("wengang-sheet tbody tr");
  await shows(rows.nth(0), messages.result.yuan("1,800.00"));
  const reason = description.tables[0]?.reasons.find(({ code }) => code === "not-local")?.message ?? "no reason";
  await shows(rows.nth(1), reason);
  await shows(rows.nth(2), messages.sheet.bad);
  await page.close();
});

test("where a link is too long for a code, nothing on paper speaks of one", async () => {
  const rows = Array.from({ length: 400 }, (_, index) => [
    `职工${index}${"甲".repeat(index % 7)}`,
    "registeredUnemployed",
  ]);
  const table = JSON.stringify([["employee", "category"], ...rows]);
  const { page } = await site.open({ viewport: SIZES.desktop }, `#/${HIRES}?hires=${encodeURIComponent(table)}`);
  const { messages } = new Form(page, HIRES);
  await page.locator("wengang-table-question").first().waitFor();
  await page.emulateMedia({ media: "print" });
  const sheet = page.locator("wengang-sheet");
  await shows(sheet, messages.sheet.preparedBy);
  assert.equal(await sheet.getByRole("img").count(), 0);
  assert.equal(await sheet.getByText(messages.sheet.scan).count(), 0);
  await page.close();
});

test("the result is saved as a picture; in WeChat, which saves no files, it is shown to be pressed on", async () => {
  const { page, form } = await site.open({ viewport: SIZES.phone, acceptDownloads: true });
  const { keep } = form.messages;
  await form.fill(SMALL_ENTERPRISE);
  await shows(form.verdict, "7,380.00");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: keep.picture }).click(),
  ]);
  assert.match(file.suggestedFilename(), /^失业保险稳岗返还.*\.png$/);
  await page.close();

  const userAgent = "Mozilla/5.0 (Linux; Android 13) Chrome/116 MicroMessenger/8.0.42";
  const chat = await site.open({ viewport: SIZES.phone, userAgent });
  await chat.form.fill(SMALL_ENTERPRISE);
  await chat.page.getByRole("button", { name: keep.picture }).click();
  await shows(chat.page.getByRole("status"), keep.pressPicture);
  const picture = chat.page.locator("wengang-keep img");
  const { width, height, text } = await picture.evaluate(async (/** @type {HTMLImageElement} */ image) => {
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight, text: image.alt };
  });
  assert.ok(width === 1440 && height > 1000, `${width} × ${height}`);
  assert.ok(text.includes("7,380.00"));
  await chat.form.fill({ insuredAtEnd: "80" });
  await gone(picture);
  assert.deepEqual(chat.errors, []);
  await chat.page.close();
});

test("a result is read aloud by voices of the device only, and not offered where there is none", async () => {
  for (const [voices, offered] of /** @type {const} */ ([
    [
      [
        { lang: "zh-CN", localService: false },
        { lang: "en-US", localService: true },
      ],
      false,
    ],
    [
      [
        { lang: "zh-CN", localService: false },
        { lang: "zh_CN", localService: true },
      ],
      true,
    ],
    [[], false],
  ])) {
    const { page, form } = await site.open({ viewport: SIZES.desktop }, "#/");
    await page.addInitScript((voices) => {
      Object.defineProperty(speechSynthesis, "getVoices", { value: () => voices });
    }, voices);
    await page.goto(`${site.url}#/${SHANGHAI}`);
    await page.reload();
    await form.fill(SMALL_ENTERPRISE);
    await page.getByRole("button", { name: form.messages.keep.copy }).waitFor();
    assert.equal(await page.getByRole("button", { name: form.messages.keep.read }).count(), offered ? 1 : 0);
    await page.close();
  }
});
