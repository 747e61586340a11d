import assert from "node:assert/strict";
import { test } from "node:test";
import { policies } from "../../dist/npm/index.js";
import "../../www/finder/china.js";
import { placesOfChina } from "../../www/finder/places.js";
import { chinese, english } from "../../www/messages/all.js";
import { fragmentOf } from "../../www/shared/address.js";
import { RULES, violations } from "./axe.mjs";
import { Form, HIRES, openSite, SHANGHAI, SIZE_CLASS, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { Page } from "playwright-core" */

const NATIONAL = "national-stabilisation-refund";
const OVERTIME = "national-overtime-pay";
const TRAINING = "shanghai-2022-online-training";

/** A province that has no policies of its own. */
const UNLISTED = unlistedProvince();

const site = await openSite();

/**
 * The calculator of a policy, filled in.
 * @param {string} policy
 * @param {Record<string, unknown>} [answers]
 */
function filledIn(policy, answers = {}) {
  const query = Object.entries(answers).map(([field, answer]) => [
    field,
    typeof answer === "object" ? JSON.stringify(answer) : String(answer),
  ]);
  return `${fragmentOf({ view: "policy", policy })}?${new URLSearchParams(query)}`;
}

const HOURS = [
  ["date", "hours", "timeOffGiven"],
  ["2024-03-04", "2", "false"],
  ["2024-03-09", "x", ""],
];

/** @param {string} name */
const button = (name) => (/** @type {Page} */ page) => page.getByRole("button", { name, exact: true }).click();

/** @param {Page} page */
async function openEverything(page) {
  for (const details of await page.locator("main details").all()) {
    await details.evaluate((element) => element.setAttribute("open", ""));
  }
}

/**
 * Whatever a reader may have in front of them: where it is, and what is done there.
 * @type {Record<string, { at: string, steps?: ((page: Page) => Promise<unknown>)[] }>}
 */
const STATES = {
  "all questions": { at: "#/faq" },
  "a question, a place whose notice can be read in several ways": {
    at: fragmentOf({ view: "faq", question: "thirty-people", scope: { region: "重庆市" } }),
  },
  "finder, a common question": {
    at: "#/?q=欠费",
    steps: [(page) => page.getByRole("navigation", { name: chinese.faq.found }).waitFor()],
  },
  "finder, with what has expired": { at: "#/", steps: [openEverything] },
  "finder, filtered": {
    at: "#/",
    steps: [
      (page) => page.getByRole("button", { name: chinese.finder.topic.retention }).click(),
      (page) => page.getByLabel(chinese.finder.filter.region, { exact: true }).selectOption("上海市"),
    ],
  },
  "finder, nothing found": {
    at: "#/",
    steps: [
      (page) => page.getByRole("searchbox").fill("线上培训"),
      (page) => page.getByLabel(chinese.finder.filter.audience, { exact: true }).selectOption("citizen"),
      (page) => page.getByText(chinese.finder.nothingFound).waitFor(),
    ],
  },
  "finder, a place without policies of its own": {
    at: `#/?${new URLSearchParams({ q: UNLISTED })}`,
    steps: [(page) => page.getByText(chinese.finder.noOwn(UNLISTED)).waitFor()],
  },
  "finder, a place with namesakes": {
    at: "#/?q=Suzhou",
    steps: [(page) => page.getByRole("button", { name: chinese.finder.namesake("安徽宿州") }).waitFor()],
  },
  "finder, a place that nobody has listed": {
    at: "#/?q=乌有乡",
    steps: [(page) => page.getByText(chinese.finder.perhapsPlace).waitFor()],
  },
  "calculator, of a place": {
    at: filledIn(NATIONAL),
    steps: [(page) => page.locator("#place").selectOption("重庆市")],
  },
  "calculator, of a place whose rule nobody knows": {
    at: filledIn(NATIONAL),
    steps: [(page) => page.locator("#place").selectOption("?")],
  },
  "year, empty": { at: "#/changzhou-2024-stabilisation-refund/year" },
  "year, a third of it filled in": {
    at: "#/changzhou-2024-stabilisation-refund/year",
    steps: [
      async (page) => {
        for (const [index, count] of [33, 32, 32, 31].entries())
          await page.locator(`#cell-0-${index + 1}`).fill(`${count}`);
      },
      (page) => page.locator("wengang-year-chart .drawing").waitFor(),
      openEverything,
    ],
  },
  "year, with a bad figure": {
    at: "#/shanghai-2024-stabilisation-refund/year",
    steps: [
      (page) => page.locator("#cell-0-1").fill("many"),
      (page) => page.locator("wengang-month-table .problem").waitFor(),
    ],
  },
  "profile, empty": { at: "#/profile" },
  "profile, asking, with a bad answer": {
    at: "#/profile",
    steps: [
      profileOf("employer", "上海市", "2024"),
      (page) => new Form(page, SHANGHAI).fill({ ...SMALL_ENTERPRISE, insuredAtStart: "many" }),
      (page) => page.locator("wengang-profile-questions .problem").waitFor(),
    ],
  },
  "profile, combination": {
    at: "#/profile",
    steps: [
      profileOf("employer", "常州市", "2020"),
      (page) =>
        new Form(page, "changzhou-2020-job-placement").fill({
          agencyKind: "provincialPark",
          placedWorkers: "3",
          alsoClaimedWorkTraining: "0",
        }),
      (page) =>
        new Form(page, "changzhou-2020-work-training").fill({
          insuredAt2019End: "100",
          insuredAt2020End: "105",
          keepsStaff: true,
        }),
      (page) => page.getByRole("heading", { name: chinese.profile.leftOut }).waitFor(),
    ],
  },
  "calculator, empty": { at: filledIn(SHANGHAI) },
  "calculator, everything opened, saved, and copied by hand": {
    at: filledIn(SHANGHAI, SMALL_ENTERPRISE),
    steps: [
      (page) => page.locator("wengang-amount-chart").waitFor(),
      openEverything,
      (page) =>
        page.evaluate(() => {
          Object.defineProperty(navigator, "clipboard", { value: undefined });
          document.execCommand = () => false;
        }),
      button(chinese.keep.copy),
      (page) => page.getByLabel(chinese.keep.copyByHand).waitFor(),
      button(chinese.saving.save),
    ],
  },
  "calculator, eligible with a warning": {
    at: filledIn(SHANGHAI, { ...SMALL_ENTERPRISE, insuredAtStart: 31, insuredAtEnd: 25, naturalAttrition: 0 }),
  },
  "calculator, ineligible": { at: filledIn(SHANGHAI, { ...SMALL_ENTERPRISE, insuredAtEnd: 33, insuredAtStart: 40 }) },
  "calculator, bad answers": {
    at: filledIn(SHANGHAI, { ...SMALL_ENTERPRISE, insuredAtEnd: "-5", premiumsPaid: "100 personne" }),
    steps: [(page) => new Form(page, SHANGHAI).field("insuredAtEnd").focus()],
  },
  "calculator, without conditions": {
    at: filledIn(SIZE_CLASS, { industry: "manufacturing", employees: 300, revenue: 2000 }),
  },
  "calculator, deadlines": {
    at: filledIn(TRAINING, { filingApprovedOn: "2099-05-31", trainingEndedOn: "2099-06-01" }),
    steps: [openEverything],
  },
  "calculator, from an old link": {
    at: `${filledIn(SHANGHAI, SMALL_ENTERPRISE)}&_on=2024-01-01&_version=0&_result=eligible+1.00`,
    steps: [(page) => page.locator("wengang-link-notice section").waitFor()],
  },
  "calculator, from a link beside one's own": {
    at: filledIn(SHANGHAI, SMALL_ENTERPRISE),
    steps: [
      button(chinese.saving.save),
      (page) =>
        page.evaluate((policy) => {
          location.hash = `#/${policy}?insuredAtEnd=many&premiumsPaid=1`;
        }, SHANGHAI),
      (page) => page.getByText(chinese.link.untouched).waitFor(),
    ],
  },
  "calculator, a damaged link": { at: `#/${SHANGHAI}?_packed=none` },
  "calculator, about to copy a link with names": {
    at: filledIn(HIRES, { hires: JSON.stringify([["employee"], ["李明"]]) }),
    steps: [button(chinese.keep.copyLink), (page) => page.getByText(chinese.keep.withoutNames).waitFor()],
  },
  "start, with what to go on with, one about to be deleted, one renamed, and all about to be forgotten": {
    at: filledIn(SHANGHAI, SMALL_ENTERPRISE),
    steps: [
      button(chinese.saving.save),
      (page) => page.getByRole("link", { name: chinese.nav.start }).click(),
      (page) => page.getByRole("button", { name: chinese.situations.duplicate }).click(),
      (page) =>
        page
          .getByRole("button", { name: `${chinese.situations.remove}：` })
          .first()
          .click(),
      (page) =>
        page
          .getByRole("button", { name: `${chinese.saving.rename}：` })
          .last()
          .click(),
      button(chinese.saving.forget),
      (page) => page.getByText(chinese.saving.forgetWhat(2)).waitFor(),
    ],
  },
  "calculator, on a public computer": {
    at: filledIn(SHANGHAI, SMALL_ENTERPRISE),
    steps: [button(chinese.saving.usePublic)],
  },
  "calculator, in English": {
    at: filledIn(SHANGHAI, SMALL_ENTERPRISE),
    steps: [button(chinese.page.otherLanguage)],
  },
  "table, with good, bad and missing cells, and a place to paste": {
    at: filledIn(HIRES),
    steps: [
      button(chinese.table.paste),
      (page) =>
        page
          .getByLabel(chinese.table.pasteHere)
          .fill(
            "李明\t登记失业人员\t是\t2021-03-05\t6\n王芳\t其他\t否\t2020-12-05\t3\n赵一鸣\t特困人员\t是\t2021-07-01\t13\n钱进",
          ),
      button(chinese.table.fillIn(4)),
      (page) => page.getByRole("heading", { name: chinese.table.checkColumns }).waitFor(),
      button(chinese.table.fillIn(4)),
      (page) => page.getByText("13").last().waitFor(),
      button(chinese.table.paste),
    ],
  },
  "table, of whose own columns one is to be chosen": {
    at: filledIn(OVERTIME, { monthlyWage: 3480 }),
    steps: [
      button(chinese.table.paste),
      (page) =>
        page.getByLabel(chinese.table.pasteHere).fill("姓名\t日期\t日期\t时数\n张三\t2026-11-27\t2026-12-01\t2"),
      button(chinese.table.fillIn(1)),
      (page) => page.getByText(chinese.table.severalColumns).waitFor(),
      button(chinese.table.fillIn(1)),
    ],
  },
  "table, over the whole window": {
    at: filledIn(OVERTIME, { monthlyWage: 3480, overtime: HOURS }),
    steps: [button(chinese.table.expand), (page) => page.getByRole("dialog").waitFor()],
  },
  "helpers, by policies": {
    at: filledIn(SHANGHAI, { employerKind: "enterprise" }),
    steps: [
      help(SHANGHAI, "enterpriseSize"),
      help(SHANGHAI, "premiumsPaid"),
      (page) => page.locator("wengang-policy-helper wengang-table-question").waitFor(),
    ],
  },
  "helper, by months": {
    at: filledIn("changzhou-2020-stabilisation-refund"),
    steps: [
      help("changzhou-2020-stabilisation-refund", "averageInsured"),
      (page) => page.getByLabel(chinese.helper.month(1), { exact: true }).fill("x"),
      (page) => page.getByText(chinese.helper.badMonths([chinese.helper.month(1)])).waitFor(),
    ],
  },
  "policy that there is not": { at: "#/atlantis-2024" },
  "comparison, equal": { at: filledIn(SHANGHAI, SMALL_ENTERPRISE), steps: [compare] },
  "comparison, different and ineligible": {
    at: filledIn(SHANGHAI, SMALL_ENTERPRISE),
    steps: [
      compare,
      (page) => page.locator(".second [data-field=insuredAtEnd] input").fill("80"),
      (page) => page.locator(".pair.different").waitFor(),
    ],
  },
  "comparison, of tables": {
    at: filledIn(OVERTIME, { monthlyWage: 3480, overtime: HOURS.slice(0, 2) }),
    steps: [
      compare,
      (page) => page.getByRole("button", { name: chinese.table.removeRow(1) }).click(),
      (page) => page.locator(".pair.different").waitFor(),
    ],
  },
  "reconciliation, nothing filled in": {
    at: fragmentOf({ view: "reconciliation", policy: SHANGHAI }),
    steps: [button(chinese.reconciliation.search), (page) => page.getByRole("alert").waitFor()],
  },
  "reconciliation, found, with a published list": {
    at: filledIn(SHANGHAI, SMALL_ENTERPRISE),
    steps: [
      reconcile,
      (page) => page.locator("wengang-published-list summary").click(),
      (page) => page.getByLabel(chinese.reconciliation.list).fill("单位名称\t裁员率\n甲公司\t3.00%"),
      (page) => page.getByLabel(chinese.reconciliation.firm).fill("甲"),
      button(chinese.reconciliation.take),
      button(chinese.reconciliation.search),
      (page) => page.locator("#found").waitFor(),
      openEverything,
      (page) => page.locator("wengang-letter textarea").waitFor(),
    ],
  },
  "reconciliation, of a figure that is none": {
    at: filledIn(SHANGHAI, SMALL_ENTERPRISE),
    steps: [
      reconcile,
      (page) => page.locator("wengang-shown-fields #layoffRate").fill("x"),
      button(chinese.reconciliation.search),
      (page) => page.locator("#problem-layoffRate").waitFor(),
    ],
  },
  "rules, at a rule, examples opened": {
    at: fragmentOf({ view: "rules", policy: SHANGHAI, rule: "layoffRateWithinLimit" }),
    steps: [(page) => page.locator("[aria-current=location]").waitFor(), openEverything],
  },
  "rules of a table": { at: fragmentOf({ view: "rules", policy: HIRES }), steps: [openEverything] },
};

function unlistedProvince() {
  const areas = policies({ locale: "zh-CN" }).map(({ region }) => region);
  const provinces = placesOfChina().filter(({ within }) => within === undefined);
  const unlisted = provinces.find(({ name }) => !areas.some((area) => area.startsWith(name)));
  if (!unlisted) throw new Error("Every province has policies of its own");
  return unlisted.name;
}

/**
 * @param {"employer" | "citizen"} audience
 * @param {string} region
 * @param {string} year
 */
function profileOf(audience, region, year) {
  return async (/** @type {Page} */ page) => {
    await page.getByRole("radio", { name: chinese.policy.audience[audience] }).check();
    await page.getByLabel(chinese.profile.region, { exact: true }).fill(region);
    await page.getByLabel(chinese.profile.year, { exact: true }).selectOption(year);
  };
}

/**
 * @param {string} policy
 * @param {string} field
 */
function help(policy, field) {
  return async (/** @type {Page} */ page) => {
    const { label } = new Form(page, policy).input(field);
    await page.getByRole("button", { name: chinese.helper.about(chinese.helper.help, label) }).click();
  };
}

/** @param {Page} page */
async function compare(page) {
  await page.getByRole("link", { name: chinese.nav.comparison }).click();
  await page.locator("wengang-comparison").waitFor();
}

/** @param {Page} page */
async function reconcile(page) {
  await page.getByRole("link", { name: chinese.nav.reconciliation, exact: true }).click();
  await page.locator("wengang-reconciliation").waitFor();
}

const NARROW = { width: 320, height: 640 };
/** A window of 1280 × 1024 at 400 %. */
const MAGNIFIED = { width: 320, height: 256 };
const HUGE = { width: 3840, height: 2160 };

/** The fewest pixels that a target is wide and high, and that text is high, in the ordinary page and for older readers. */
const ORDINARY = { target: 44, text: 13 };
const LARGE = { target: 60, text: 18 };

/**
 * How each of it is looked at, one after another.
 * @type {{ look: string, viewport: { width: number, height: number }, media?: Parameters<Page["emulateMedia"]>[0], presses?: "large" | "larger", rules?: string[], least: typeof ORDINARY }[]}
 */
const LOOKS = [
  { look: "wide", viewport: SIZES.desktop, rules: RULES.all, least: ORDINARY },
  {
    look: "dark",
    viewport: SIZES.desktop,
    media: { colorScheme: "dark" },
    rules: RULES.contrast,
    least: ORDINARY,
  },
  {
    look: "forced colours",
    viewport: SIZES.desktop,
    media: { forcedColors: "active" },
    rules: RULES.contrast,
    least: ORDINARY,
  },
  { look: "4K", viewport: HUGE, least: ORDINARY },
  { look: "phone", viewport: SIZES.phone, rules: RULES.all, least: ORDINARY },
  { look: "320 px", viewport: NARROW, least: ORDINARY },
  { look: "400 %", viewport: MAGNIFIED, least: ORDINARY },
  {
    look: "for older readers",
    viewport: SIZES.phone,
    presses: "large",
    rules: RULES.strongContrast,
    least: LARGE,
  },
  {
    look: "for older readers, dark",
    viewport: SIZES.desktop,
    media: { colorScheme: "dark" },
    rules: RULES.strongContrast,
    least: LARGE,
  },
  { look: "the largest text", viewport: SIZES.phone, presses: "larger", least: LARGE },
];

for (const [state, { at, steps = [] }] of Object.entries(STATES)) {
  test(`for everyone: ${state}`, async () => {
    const { page } = await site.open({ viewport: SIZES.desktop, reducedMotion: "reduce" }, at);
    await page.locator("main h2, main [role=alert]").first().waitFor();
    for (const step of steps) await step(page);
    const faults = [...(await page.evaluate(moving)), ...(await page.evaluate(undeclared))];
    for (const { look, viewport, media, presses, rules, least } of LOOKS) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: "light", forcedColors: "none", ...media });
      if (presses) await enlarge(page, presses);
      // Where the result bar lies over half a field, the field counts as too small; at the end of the page it lies over none.
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      const found = [
        ...(rules ? await violations(page, rules) : []),
        ...(await page.evaluate(tooSmall, least)),
        ...(await page.evaluate(outOfSight)),
        ...(viewport === HUGE ? await page.evaluate(longLines) : []),
      ];
      faults.push(...found.map((fault) => `${look}: ${fault}`));
    }
    assert.deepEqual(faults, []);
    await page.close();
  });
}

test("the form and the result read as what they are", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.fill({ ...SMALL_ENTERPRISE, insuredAtEnd: "x" });
  await form.problem("insuredAtEnd").waitFor();
  const tree = await page.locator("main").ariaSnapshot();
  const { inputs, title } = form.description;
  assert.ok(tree.includes(`heading "${title}" [level=2]`), tree);
  for (const { id, label } of inputs) {
    if (id in SMALL_ENTERPRISE) assert.match(tree, new RegExp(`(textbox|combobox|radiogroup) "${label}"`));
  }
  const field = form.field("insuredAtEnd");
  const problem = (await form.problem("insuredAtEnd").textContent())?.trim() ?? "";
  const described = await field.evaluate((element) =>
    (element.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => /** @type {ShadowRoot} */ (element.getRootNode()).getElementById(id)?.textContent?.trim())
      .join(" "),
  );
  assert.ok(problem && described.includes(problem), "the problem is part of the field's description");
  await page.close();
});

test("nothing is cut off at 320 px, nor at twice the text size", async () => {
  const { page, form } = await site.open({ viewport: { width: 320, height: 640 } });
  await form.choosePolicy();
  await form.fill({ ...SMALL_ENTERPRISE, premiumsPaid: "999999999999.99" });
  await shows(form.verdict, "599,999,999,999.99");
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  assert.equal(await width(), 320);
  await page.getByRole("button", { name: form.messages.page.otherLanguage }).click();
  assert.equal(await width(), 320);
  await page.setViewportSize({ width: 640, height: 640 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  assert.equal(await width(), 640);
  await page.close();
});

test("a print-out carries answers, result and sources, without controls", async () => {
  const { page, form } = await site.open({ viewport: SIZES.desktop });
  await form.choosePolicy();
  await form.fill(SMALL_ENTERPRISE);
  await page.emulateMedia({ media: "print" });
  await page.getByRole("img", { name: form.messages.keep.qrCode }).waitFor();
  assert.deepEqual(await violations(page, RULES.all), []);
  const text = await page.locator("main").ariaSnapshot();
  const size = form.input("enterpriseSize").choices?.find(({ id }) => id === "small")?.label ?? "";
  for (const printed of [
    size,
    "12,300.00元（1.23万元）",
    "7,380.00",
    ...form.description.sources.map(({ document }) => document),
  ]) {
    assert.ok(text.includes(printed), printed);
  }
  const controls = page.locator("main").locator("input, select, button");
  assert.equal(await controls.locator("visible=true").count(), 0);
  await page.close();
});

/**
 * Makes the text large, or as large as it gets, also while a dialog lies over the buttons for that.
 * @param {Page} page
 * @param {"large" | "larger"} size
 */
async function enlarge(page, size) {
  const names = [chinese, english].map(({ nav }) => nav[size]);
  const button = page.locator("header").getByRole("button", { name: new RegExp(`^(${names.join("|")})$`) });
  for (let presses = 0; presses < (size === "large" ? 1 : 2); presses += 1) await button.dispatchEvent("click");
}

/**
 * Runs in the page: targets and texts that are smaller than they may be. Links within sentences may be as high as these.
 * @param {{ target: number, text: number }} least
 */
function tooSmall(least) {
  const target =
    "button, summary, select, textarea, a, input:not([type=radio], [type=checkbox], .visually-hidden, [aria-hidden]), label:has(input), [role=slider]";
  /** @type {string[]} */
  const small = [];
  const walk = (/** @type {ParentNode} */ root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) walk(element.shadowRoot);
      const { width, height } = element.getBoundingClientRect();
      if (!element.checkVisibility({ visibilityProperty: true }) || width <= 1 || height <= 1) continue;
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const isTarget = element.matches(target);
      if ((hasText && size < least.text) || (isTarget && (height < least.target - 0.5 || width < least.target - 0.5)))
        small.push(`${Math.round(width)} × ${Math.round(height)}, ${size}: ${element.outerHTML.slice(0, 150)}`);
    }
  };
  walk(document);
  return small;
}

/** Runs in the page: what makes it scroll sideways. What scrolls within itself can be reached with the keyboard and has a name. */
function outOfSight() {
  /** @type {string[]} */
  const found = [];
  const most = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > most) found.push(`the page: ${document.documentElement.scrollWidth}`);
  const walk = (/** @type {ParentNode} */ root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) walk(element.shadowRoot);
      const scrolls =
        element.scrollWidth > element.clientWidth + 1 &&
        ["auto", "scroll"].includes(getComputedStyle(element).overflowX) &&
        element.checkVisibility();
      if (!scrolls || element.matches("input, select, textarea")) continue;
      const named =
        element.matches("[aria-label], [aria-labelledby]") || element.querySelector(":scope > [aria-label]");
      const inReach = element.matches("[tabindex='0']") || element.querySelector("input, select, button");
      if (!named || !inReach) found.push(element.outerHTML.slice(0, 150));
    }
  };
  walk(document);
  return found;
}

/** Runs in the page: what moves, though the reader wants no motion. */
function moving() {
  /** @type {string[]} */
  const found = [];
  const walk = (/** @type {ParentNode} */ root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) walk(element.shadowRoot);
      const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
      const durations = `${transitionDuration}, ${animationDuration}`.split(", ").map(Number.parseFloat);
      if (scrollBehavior === "smooth" || durations.some((seconds) => seconds > 0.01))
        found.push(`moves: ${element.outerHTML.slice(0, 150)}`);
    }
  };
  walk(document);
  return found;
}

/** Runs in the page: attributes that an element of ours was given and does not know; what stood in them is lost. */
function undeclared() {
  const common = /^(?:class|exportparts|hidden|id|lang|part|slot|style|tabindex|aria-.+|data-.+)$/;
  /** @type {string[]} */
  const found = [];
  const walk = (/** @type {ParentNode} */ root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (!element.localName.startsWith("wengang-")) continue;
      const { observedAttributes } = /** @type {typeof import("lit").LitElement} */ (
        customElements.get(element.localName) ?? { observedAttributes: [] }
      );
      const unknown = element
        .getAttributeNames()
        .filter((name) => !observedAttributes.includes(name) && !common.test(name));
      found.push(...unknown.map((name) => `${element.localName} does not know its attribute ${name}`));
    }
  };
  walk(document);
  return found;
}

/** Runs in the page: lines of text that the eye loses its way back from, in times the size of the text. */
function longLines() {
  const most = 52;
  /** @type {string[]} */
  const found = [];
  const walk = (/** @type {ParentNode} */ root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) walk(element.shadowRoot);
      for (const text of element.childNodes) {
        if (text.nodeType !== 3 || !text.textContent?.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const lines = [...range.getClientRects()];
        const longest = Math.max(0, ...lines.map(({ width }) => width));
        const ems = longest / Number.parseFloat(getComputedStyle(element).fontSize);
        if (lines.length > 1 && ems > most) found.push(`${Math.round(ems)} em: ${element.outerHTML.slice(0, 150)}`);
      }
    }
  };
  walk(document);
  return found;
}
