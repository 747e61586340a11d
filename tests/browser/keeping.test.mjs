import assert from "node:assert/strict";
import { test } from "node:test";
import { engineVersion } from "../../dist/npm/index.js";
import { PolicyWords } from "./policy-words.mjs";
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

const FILLED = new URLSearchParams(Object.entries(SMALL_ENTERPRISE).map(([field, answer]) => [field, String(answer)]));

test("the notice of a link takes one line where nothing has changed", async () => {
  const { version } = new PolicyWords(SHANGHAI).description;
  const past = new URLSearchParams({ _on: "2026-11-27", _version: version, _result: "eligible 7380.00" });
  const { page, form } = await site.open({ viewport: SIZES.desktop }, `#/${SHANGHAI}?${FILLED}&${past}。`);
  const notice = page.locator("wengang-link-notice section");
  await shows(notice, form.messages.link.sameRules);
  const height = (await notice.boundingBox())?.height ?? 0;
  assert.ok(height > 0 && height < 70, `${height} px`);
  await page.close();
});

for (const [what, query] of Object.entries({
  "an amount that goes on": "_on=2026-11-27&_version=x&_result=eligible+88888.00元，请先联系微信abc123领取，保证金",
  "a day that is a message":
    "_on=【官方通知】您有 98,000 元补贴待领，请即刻联系微信abc123&_version=x&_result=eligible+98000.00",
  "a version that is a message": "_on=2026-11-27&_version=请联系微信abc123&_result=eligible+98000.00",
  "an answer that is a message": "insuredAtEnd=请联系微信abc123",
  "a choice that is a message": "employerKind=请联系微信abc123",
})) {
  test(`what a link's author wants said is not said: ${what}`, async () => {
    const { page, form, errors } = await site.open({ viewport: SIZES.desktop }, `#/${SHANGHAI}?${FILLED}&${query}`);
    await shows(page.getByRole("heading", { level: 2 }), form.description.title);
    await page.locator("wengang-link-notice section").waitFor();
    const words = await page.locator("wengang-page").evaluate(function read(node) {
      /** @param {Node} node @returns {string} */
      const all = (node) => {
        const root = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
        const own = node instanceof HTMLInputElement ? node.value : node instanceof Text ? node.data : "";
        return own + [...root.childNodes].map(all).join("");
      };
      return all(node);
    });
    assert.doesNotMatch(words, /abc123|88,?888|98,?000/);
    assert.deepEqual(errors, []);
    await page.close();
  });
}

test("an address that is a message is none of ours", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop }, "#/已过期，请联系微信abc123");
  await shows(page.getByRole("alert"), form.messages.nowhere);
  assert.equal(await page.getByText("abc123").count(), 0);
  await page.close();
});

test("answers of a link that cannot be read are left out, and it is said which", async () => {
  const { page, form } = await site.open({}, `#/${SHANGHAI}?insuredAtEnd=many&premiumsPaid=12300`);
  await shows(page.locator("wengang-link-notice"), form.messages.link.unread([form.input("insuredAtEnd").label]));
  assert.equal(await form.field("insuredAtEnd").inputValue(), "");
  assert.equal(await form.field("premiumsPaid").inputValue(), "12300");
  await page.close();
});

for (const [fault, query] of /** @type {const} */ ([
  ["damaged", "_packed=abc"],
  ["tooMuch", `insuredAtEnd=${"9".repeat(80_000)}`],
])) {
  test(`of a link nothing is filled in, and it is said why: ${fault}`, async () => {
    const { page, form } = await site.open({}, `#/${SHANGHAI}?${query}`);
    await shows(page.getByRole("alert"), form.messages.link[fault]);
    assert.equal(await form.field("insuredAtEnd").inputValue(), "");
    await page.close();
  });
}

test("a link carries nothing of the query that the page was opened with", async () => {
  const context = await newContext();
  const page = await openIn(context, `${site.url}/?token=SECRET123#/${SHANGHAI}`);
  const form = new Form(page, SHANGHAI);
  await form.fill({ insuredAtEnd: "97" });
  await page.getByRole("button", { name: form.messages.keep.copyLink }).click();
  await shows(page.getByRole("status"), form.messages.keep.linkCopied);
  assert.ok((await clipboard(page)).startsWith(`${site.url}/#/${SHANGHAI}?insuredAtEnd=97&`));
  await context.close();
});

test("a link with names says so first; numbers can stand in for them, and the result stays", async () => {
  const context = await newContext();
  const training = "shanghai-2022-online-training";
  const rows = ["王芳", "王芳", "李明"].map((name, index) => [
    name,
    `项目${index}`,
    "24",
    `2022-0${index + 1}-01`,
    `2022-0${index + 1}-02`,
    "2022-12-05",
  ]);
  const names = ["employee", "project", "classHours", "startedOn", "endedOn", "importedOn"];
  const conditions = ["affectedByEpidemic", "relatedToMainBusiness", "platformTracksTraining", "filedBeforeTraining"];
  const query = new URLSearchParams({
    ...Object.fromEntries([...conditions, "platformCommitment"].map((condition) => [condition, "true"])),
    platform: "own",
    trainings: JSON.stringify([names, ...rows]),
  });
  const page = await openIn(context, `${site.url}/#/${training}?${query}`);
  const form = new Form(page, training);
  const { keep } = form.messages;
  const labels = (form.description.tables[0]?.columns ?? [])
    .filter(({ type }) => type === "text")
    .map(({ label }) => label);
  const accepted = (/** @type {Page} */ page) => page.locator("wengang-verdict").getByText("1,800.00");
  await accepted(page).first().waitFor();
  const copyLink = page.getByRole("button", { name: keep.copyLink });
  await copyLink.click();
  await shows(page.locator("wengang-copy-link"), keep.names(labels));
  await page.getByRole("button", { name: keep.withoutNames }).click();
  await shows(page.getByRole("status"), keep.linkCopied);
  const without = await clipboard(page);
  await copyLink.click();
  await page.getByRole("button", { name: keep.withNames }).click();
  await page.waitForFunction(async (before) => (await navigator.clipboard.readText()) !== before, without);

  const opened = async (/** @type {string} */ link) => {
    const other = await openIn(context, link);
    await accepted(other).first().waitFor();
    const cells = other.locator('tr[data-row] [data-field="employee"]');
    await cells.first().waitFor();
    return cells.evaluateAll((inputs) => inputs.map((input) => Reflect.get(input, "value")));
  };
  assert.deepEqual(
    await opened(without),
    [1, 1, 2].map((number) => `${labels[0]} ${number}`),
  );
  assert.deepEqual(await opened(await clipboard(page)), ["王芳", "王芳", "李明"]);
  await context.close();
});

test("a comparison is copied as text and as a link that brings back both scenarios", async () => {
  const context = await newContext();
  const page = await openIn(context, `${site.url}/#/${SHANGHAI}`);
  const form = new Form(page, SHANGHAI);
  const { comparison, keep, nav } = form.messages;
  await form.fill({ ...SMALL_ENTERPRISE, premiumsPaid: "12 300.00" });
  await page.getByRole("link", { name: nav.comparison }).click();
  await shows(page.locator("wengang-scenario-fields"), "12,300.00元");
  await form.fill({ enterpriseSize: "large" });
  await shows(page.locator("wengang-comparison"), "3,690.00");
  await page.getByRole("button", { name: comparison.copy }).click();
  await shows(page.getByRole("status"), comparison.copied);
  const text = await clipboard(page);
  const size = form.input("enterpriseSize").label;
  for (const part of [`${comparison.first}：符合条件，返还金额 7,380.00元`, comparison.line(size, "小型", "大型")])
    assert.ok(text.includes(part), text);
  assert.doesNotMatch(text, new RegExp(form.input("premiumsPaid").label), "what is the same is not repeated");

  await page.locator("wengang-comparison").getByRole("button", { name: keep.copyLink }).click();
  await shows(page.getByRole("status"), keep.linkCopied);
  const other = await openIn(context, await clipboard(page));
  const verdicts = other.locator("wengang-comparison wengang-verdict");
  await shows(verdicts.first(), "7,380.00");
  await shows(verdicts.last(), "3,690.00");
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
  assert.equal(await page.evaluate(() => localStorage.length), 0);
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
    keep.version(form.description.version, engineVersion()),
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
      messages.keep.version(description.version, engineVersion()),
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
  const rows = Array.from({ length: 1000 }, (_, index) => [
    ((index * 104_729 * 7_919) % 999_999_937).toString(36),
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
