import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { describe as described, evaluate, policies } from "../../dist/npm/index.js";
import { groupThousands } from "../../www/answers/number-text.js";
import { fragmentWith } from "../../www/app/link.js";
import { messagesIn } from "../../www/messages/all.js";
import { keyOf } from "../../www/profile/shared-questions.js";
import { Form, gone, openSite, SHANGHAI, SIZES, SMALL_ENTERPRISE, shows } from "./support.mjs";

/** @import { Locator, Page } from "playwright-core" */
/** @import { Locale, PolicySummary } from "../../dist/npm/index.js" */

const site = await openSite();

/** A day on which the policies are looked at, so that the tests do not depend on today. */
const TODAY = "2026-06-01";
const PLACEMENT = "changzhou-2020-job-placement";
const TRAINING = "changzhou-2020-work-training";
const DISPATCH = "changzhou-2020-labour-dispatch";
const SKILLS = "changzhou-2020-skills-training";
const NATIONAL = "national-stabilisation-refund";
const NATIONAL_2026 = "national-2026-stabilisation-refund";
const OVERTIME = "national-overtime-pay";
const EVERYWHERE = "全国";

const placed = { agencyKind: "provincialPark", placedWorkers: "3", alsoClaimedWorkTraining: "0" };
const trained = { insuredAt2019End: "100", insuredAt2020End: "105", keepsStaff: true };

/** @param {PolicySummary["audience"]} audience */
const policiesFor = (audience) => policies({ today: TODAY }).filter((policy) => policy.audience === audience);

/** Where employers have policies of their own. */
const employersRegions = [...new Set(policiesFor("employer").map(({ region }) => region))].filter(
  (region) => region !== EVERYWHERE,
);

/** The region of employers' policies that is the place, if any. @param {string} place */
const regionOf = (place) => employersRegions.find((region) => place.endsWith(region));

/**
 * Whether one of the regions has a refund of just this year.
 * @param {string[]} regions
 * @param {number} year
 */
const hasRefund = (regions, year) =>
  policiesFor("employer").some(
    (policy) =>
      policy.scheme === described(NATIONAL).scheme && policy.claimYear === year && regions.includes(policy.region),
  );

/** The years of the nationwide refund in which nothing takes its place, the latest first. @param {string} region */
function yearsOfNational(region) {
  const { min, max } = described(NATIONAL).inputs.find(({ id }) => id === "schemeYear") ?? {};
  const years = Array.from({ length: Number(max) - Number(min) + 1 }, (_, index) => Number(max) - index);
  return years.filter((year) => !hasRefund([region, EVERYWHERE], year));
}

/**
 * A place of which the nationwide refund knows the one formula, and a year to which it applies.
 * @param {boolean} hasOwn whether the place has policies of its own
 */
function knownPlace(hasOwn) {
  const formulas = described(NATIONAL).locals.filter(({ inputs }) => "layoffFormula" in inputs);
  for (const { place, year: written = 0 } of formulas) {
    const own = regionOf(place);
    const region = own ?? place;
    const year = yearsOfNational(region).find((each) => Math.abs(each - written) <= 1);
    const isOnly = formulas.filter((other) => other.place === place).length === 1;
    if (isOnly && year !== undefined && (own !== undefined) === hasOwn) return { place, region, year, written };
  }
  throw new Error("The nationwide refund knows no such place");
}

/**
 * The profile in the place of whatever the page shows.
 * @param {{ viewport?: { width: number, height: number }, locale?: Locale, today?: string, profile?: unknown }} [options]
 */
async function openProfile({ viewport = SIZES.desktop, locale = "zh-CN", today = TODAY, profile: given } = {}) {
  const { page, errors } = await site.open({ viewport });
  await page.locator("main").evaluate(
    (main, [properties, given]) => {
      const element = Object.assign(document.createElement("wengang-profile"), properties);
      main.replaceChildren(given ? Object.assign(element, { profile: given }) : element);
    },
    /** @type {const} */ ([{ locale, today }, given]),
  );
  const messages = messagesIn(locale);
  await shows(page.getByRole("heading", { level: 2 }), messages.profile.heading);
  const form = (/** @type {string} */ policy) => new Form(page, policy, locale);
  return { page, errors, messages, form, view: new View(page, messages) };
}

/** What the reader sees of the profile. */
class View {
  /**
   * @param {Page} page
   * @param {ReturnType<typeof messagesIn>} messages
   */
  constructor(page, messages) {
    this.page = page;
    this.messages = messages;
    this.region = page.getByLabel(messages.profile.region, { exact: true });
    this.year = page.getByLabel(messages.profile.year, { exact: true });
    this.sum = page.locator("wengang-combination-sum");
    this.note = page.locator("wengang-place-note");
  }

  /**
   * @param {"employer" | "citizen"} audience
   * @param {string} [region]
   * @param {string} [year]
   */
  async choose(audience, region, year) {
    await this.page.getByRole("radio", { name: this.messages.policy.audience[audience] }).check();
    if (region) await this.region.fill(region);
    if (year) await this.year.selectOption(year);
  }

  /** The policies that turned out in one way. @param {"eligible" | "open" | "undetermined" | "ineligible"} outcome */
  group(outcome) {
    return this.page.getByRole("region", { name: this.messages.profile.outcome[outcome] });
  }

  /** @param {"eligible" | "open" | "undetermined" | "ineligible"} outcome */
  async titles(outcome) {
    return (await this.group(outcome).getByRole("link").allTextContents()).map((title) => title.trim());
  }
}

test("what exists is offered: who, where and when, this year first", async () => {
  const { page, view } = await openProfile();
  assert.equal(await view.region.count(), 0, "first of all, who asks");
  await view.choose("citizen");
  const names = () =>
    page.locator("#names option").evaluateAll((all) => all.map((option) => Reflect.get(option, "value")));
  const citizensRegions = new Set(policiesFor("citizen").map(({ region }) => region));
  const offered = await names();
  assert.deepEqual(offered.slice(0, citizensRegions.size).sort(), [...citizensRegions].sort());
  await view.choose("employer");
  const all = [...employersRegions, EVERYWHERE];
  const more = await names();
  assert.deepEqual(more.slice(0, all.length).sort(), all.sort());
  assert.ok(more.includes("江苏苏州") && !more.includes("江苏常州"), "any other place, and none under two names");
  assert.equal(new Set(more).size, more.length);
  await view.region.fill("上海市");
  assert.equal(await view.year.inputValue(), "2026");
  await view.region.fill("常州市");
  assert.equal(await view.year.inputValue(), "2026");
  await page.close();
});

/** An employers' policy of a region and a year. @param {string} scheme @param {string} region @param {number} year */
const ofScheme = (scheme, region, year) =>
  policiesFor("employer").find((one) => one.scheme === scheme && one.region === region && one.claimYear === year);

for (const [name, viewport] of Object.entries(SIZES)) {
  describe(`a place without policies of its own, on a ${name}`, () => {
    test("a city goes by its province's and the nation's, and a county by its city's", async () => {
      const { page, view, form, messages } = await openProfile({ viewport });
      await view.choose("employer", "杭州", "2025");
      const own = ofScheme(described(NATIONAL).scheme, "浙江省", 2025);
      assert.ok(own);
      const titles = await view.titles("undetermined");
      assert.ok(titles.includes(own.title) && titles.includes(form(GOING_ON).description.title), titles.join());
      const national = ofScheme(own.scheme, EVERYWHERE, 2025);
      await shows(page.locator("wengang-profile-result"), messages.profile.replaced(national?.title ?? "?"));
      await shows(view.note, messages.finder.placeWithin("浙江杭州", "浙江"));

      await view.region.fill("kunshan");
      await shows(page.locator("wengang-profile-scope"), messages.profile.takenFor("江苏苏州昆山"));
      await view.year.selectOption("2025");
      await shows(view.group("undetermined"), ofScheme(own.scheme, "江苏省", 2025)?.title ?? "?");
      await view.year.selectOption("2026");
      await shows(view.note, "12333");
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= viewport.width);
      await page.close();
    });

    test("namesakes are offered, and what is no place is said to be none", async () => {
      const { page, view, messages } = await openProfile({ viewport });
      await view.choose("citizen", "Suzhou");
      await page.getByRole("button", { name: messages.finder.namesake("安徽宿州") }).click();
      assert.equal(await view.region.inputValue(), "安徽宿州");
      await shows(page.locator("wengang-profile-scope"), "安徽宿州");
      await view.region.fill("火星");
      assert.equal(await view.year.count(), 0);
      await shows(view.note, messages.finder.perhapsPlace);
      await page.getByRole("button", { name: messages.finder.seeNationwide }).click();
      assert.equal(await view.region.inputValue(), EVERYWHERE);
      await shows(page.locator("wengang-profile-scope"), messages.profile.nationwideOnly);
      await view.region.fill("");
      await page.getByRole("button", { name: messages.profile.elsewhere }).click();
      assert.equal(await view.region.inputValue(), EVERYWHERE);
      await page.close();
    });
  });
}

test("who names a province is told of the cities with rules of their own", async () => {
  const { page, view, messages } = await openProfile();
  await view.choose("citizen", "浙江");
  const cities = ["杭州市", "宁波市"].filter((city) => policiesFor("citizen").some(({ region }) => region === city));
  assert.ok(cities.length > 0);
  for (const city of cities) await shows(page.locator("wengang-profile-scope"), city);
  await view.region.fill("杭州");
  await gone(
    page
      .locator("wengang-profile-scope")
      .getByText(messages.profile.narrower(cities.join(messages.profile.listSeparator)), { exact: true }),
  );
  await page.close();
});

/** Its claim year is over, its period is not. */
const OUTLASTING = "national-2025-personal-premium-subsidy";

test("a policy in force is not called expired because its claim year is over, and is there as long as it holds", async () => {
  const { claimYear, status, effective } = described(OUTLASTING, { today: TODAY });
  assert.deepEqual([claimYear, status, effective.to], [2025, "in-force", "2026-12-31"]);
  const { page, view, form, messages } = await openProfile();
  await view.choose("employer", "上海市");
  const item = page.locator("wengang-profile-result li").filter({ hasText: form(OUTLASTING).description.title });
  for (const year of ["2025", "2026"]) {
    await view.year.selectOption(year);
    await item.first().waitFor();
    assert.equal(await item.getByText(messages.policy.badge.expired, { exact: true }).count(), 0, year);
    assert.equal(await item.getByText(messages.profile.yearOver, { exact: true }).count(), 0, year);
  }
  await page.close();
});

test("a region's own variant takes the place of the nationwide one, which is said", async () => {
  const { page, view, form, messages } = await openProfile();
  await view.choose("employer", "上海市", "2024");
  const national = form(NATIONAL).description.title;
  await shows(page.locator("wengang-profile-result"), messages.profile.replaced(national));
  const titles = await view.titles("undetermined");
  assert.ok(titles.includes(form(SHANGHAI).description.title));
  assert.ok(!titles.includes(national));
  await view.year.selectOption(String(yearsOfNational("上海市")[0]));
  await shows(view.group("undetermined"), national);
  await gone(page.getByText(messages.profile.replaced(national)));
  await page.close();
});

test("one answer after another settles a refund; what no longer matters is no longer asked", async () => {
  const { page, errors, view, form } = await openProfile();
  await view.choose("employer", "上海市", "2024");
  const shanghai = form(SHANGHAI);
  await shows(page.locator("wengang-profile-questions"), view.messages.profile.usedFor([shanghai.description.title]));
  await shanghai.fill(SMALL_ENTERPRISE);
  await shows(view.group("eligible"), "7,380.00");
  await shows(view.sum, "7,380.00");
  await shows(view.sum, view.messages.profile.expiredIncluded);
  await shanghai.fill({ paidAsRequired: false });
  const failed = shanghai.description.conditions.find(({ id }) => id === "paidAsRequired");
  await shows(view.group("ineligible"), failed?.label ?? "?");
  await shows(view.sum, view.messages.profile.nothingYet);
  assert.equal(await shanghai.field("premiumsPaid").inputValue(), SMALL_ENTERPRISE.premiumsPaid);
  await shanghai.field("premiumsPaid").fill("");
  assert.equal(await shanghai.field("premiumsPaid").count(), 1, "the field being emptied stays");
  await shanghai.fill({ naturalAttrition: "2" });
  await gone(shanghai.field("premiumsPaid"));
  assert.deepEqual(errors, []);
  await page.close();
});

test("subsidies are ranked by amount and the best lawful combination is a sum with what it leaves out", async () => {
  const { page, view, form } = await openProfile();
  await view.choose("employer", "常州市", "2020");
  const [placement, training, dispatch] = [form(PLACEMENT), form(TRAINING), form(DISPATCH)];
  await placement.fill(placed);
  await training.fill(trained);
  assert.deepEqual(await view.titles("eligible"), [placement.description.title, training.description.title]);
  await shows(view.sum.locator(".figure"), "3,000.00");
  const reason = training.description.exclusions[0]?.text.replace(/。$/, "");
  const together = `与《${placement.description.title}》不能同时享受：${reason}。`;
  await shows(view.sum, `${together}改选这项，合计少500.00元。`);

  await training.fill({ insuredAt2020End: "107" });
  await shows(view.sum.locator(".figure"), "3,500.00");
  assert.deepEqual(await view.titles("eligible"), [training.description.title, placement.description.title]);

  await dispatch.fill({ fromLowRiskArea: true });
  await shows(view.group("open"), dispatch.input("workersByMarch").label);
  await dispatch.fill({ workersByFebruary: "10", workersByMarch: "0" });
  await shows(view.sum.locator(".figure"), "6,500.00");
  assert.deepEqual(await view.sum.locator(".parts .number").allTextContents(), ["3,500.00元", "3,000.00元"]);
  await page.close();
});

test("another region's or year's policies have no part in the sum", async () => {
  const { page, view, form } = await openProfile();
  await view.choose("employer", "常州市", "2020");
  await form(PLACEMENT).fill(placed);
  await shows(view.sum.locator(".figure"), "3,000.00");
  await view.choose("employer", "上海市", "2024");
  await shows(view.sum, view.messages.profile.nothingYet);
  await view.choose("employer", "常州市", "2020");
  await shows(view.sum.locator(".figure"), "3,000.00");
  await page.close();
});

test("a policy that is still to come is not called expired", async () => {
  const { page, view } = await openProfile({ today: "2019-06-01" });
  await view.choose("employer", "常州市", "2020");
  await shows(view.group("undetermined"), view.messages.policy.badge.upcoming);
  assert.equal(await page.getByText(view.messages.policy.badge.expired, { exact: true }).count(), 0);
  await page.close();
});

test("a table is filled in on the policy's own page, and the profile says so", async () => {
  const { page, view, form } = await openProfile();
  await view.choose("employer", "常州市", "2020");
  const { title, tables } = form(SKILLS).description;
  const hint = page.getByRole("region", { name: view.messages.profile.tables });
  await shows(hint, view.messages.profile.tablesHint);
  assert.equal(await hint.getByRole("link", { name: title }).getAttribute("href"), `#/${SKILLS}`);
  await shows(view.group("undetermined"), tables[0]?.label ?? "?");
  assert.equal(await page.locator("wengang-table-question").count(), 0);
  await page.close();
});

test("what is no subsidy stands apart and asks nothing", async () => {
  const { page, view, form } = await openProfile();
  await view.choose("citizen", "常州市");
  const apart = page.getByRole("region", { name: view.messages.profile.references });
  await shows(apart, form(OVERTIME).description.title);
  assert.equal(await form(OVERTIME).field("monthlyWage").count(), 0);
  await page.close();
});

test("a bad answer is reported at its field and counts as not given", async () => {
  const { page, view, form } = await openProfile();
  await view.choose("employer", "常州市", "2020");
  const training = form(TRAINING);
  await training.fill({ keepsStaff: true, insuredAt2019End: "100", insuredAt2020End: "-5" });
  await training.field("insuredAt2020End").blur();
  await shows(page.locator("wengang-profile-questions .problem"), "0");
  await shows(view.group("open"), view.messages.result.badEntries(1));
  await training.fill({ insuredAt2020End: "101" });
  await shows(view.group("eligible"), "500.00");
  await gone(page.locator("wengang-profile-questions .problem"));
  await page.close();
});

test("what is changed on a policy's page comes back, and what is changed here is there", async () => {
  const { page } = await site.open({ viewport: SIZES.desktop }, "/#/profile");
  const messages = messagesIn("zh-CN");
  const view = new View(page, messages);
  await view.choose("employer", "常州市", "2020");
  const training = new Form(page, TRAINING);
  await training.fill(trained);
  const open = () => view.group("eligible").getByRole("link", { name: training.description.title }).click();
  const back = () => page.getByRole("link", { name: messages.nav.profile }).click();
  await open();
  await page.locator("wengang-calculator").waitFor();
  await training.fill({ insuredAt2020End: "101" });
  await back();
  assert.equal(await training.field("insuredAt2020End").inputValue(), "101");
  await training.fill({ insuredAt2020End: "103" });
  await shows(view.group("eligible"), "1,500.00");
  await open();
  assert.equal(await training.field("insuredAt2020End").inputValue(), "103");
  // What a policy's own page was told first, the profile need not be asked.
  await page.goto(`${site.url}/#/${PLACEMENT}`);
  const placement = new Form(page, PLACEMENT);
  await placement.fill(placed);
  await back();
  await shows(view.group("eligible"), placement.description.title);
  await page.close();
});

test("the next deadline stands with each policy, and all of them go into one calendar", async () => {
  const { page, view, form } = await openProfile();
  await view.choose("employer", EVERYWHERE, "2026");
  const { description } = form(NATIONAL_2026);
  const line = page.locator("wengang-profile-result li").filter({ hasText: description.title });
  await shows(line, "2026年12月31日");
  await shows(line, view.messages.answer.daysLeft(213));
  await form(NATIONAL_2026).fill({ cumulativePremiumMonths: "12" });
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: view.messages.answer.addAllToCalendar }).click();
  const stream = await (await coming).createReadStream();
  const file = Buffer.concat(await stream.toArray()).toString();
  assert.match(file, /DTSTART;VALUE=DATE:20261231/);
  assert.match(file.replace(/\r\n /g, ""), new RegExp(description.title));
  await page.close();
});

describe("opening a calculator", () => {
  const record = (/** @type {Page} */ page, /** @type {boolean} */ prevent) =>
    page.evaluate((prevent) => {
      Object.assign(window, { opened: [] });
      document.addEventListener("wengang-open-policy", (event) => {
        /** @type {any} */ (window).opened.push(/** @type {CustomEvent} */ (event).detail);
        if (prevent) event.preventDefault();
      });
    }, prevent);
  const opened = (/** @type {Page} */ page) => page.evaluate(() => /** @type {any} */ (window).opened);

  test("takes along the answers that the policy knows", async () => {
    const { page, view, form } = await openProfile();
    await record(page, true);
    await view.choose("employer", "常州市", "2020");
    await form(PLACEMENT).fill(placed);
    await form(TRAINING).fill({ keepsStaff: true });
    await view
      .group("eligible")
      .getByRole("link", { name: form(PLACEMENT).description.title })
      .click();
    assert.deepEqual(await opened(page), [{ policy: PLACEMENT, answers: placed }]);
    assert.equal(await page.evaluate(() => location.hash), `#/${SHANGHAI}`, "whoever took it over goes there");
    await page.close();
  });

  test("follows the link where nobody takes it over", async () => {
    const { page, view, form } = await openProfile();
    await record(page, false);
    await view.choose("employer", "常州市", "2020");
    await view
      .group("undetermined")
      .getByRole("link", { name: form(TRAINING).description.title })
      .click();
    assert.equal(await page.evaluate(() => location.hash), `#/${TRAINING}`);
    assert.deepEqual(await opened(page), [{ policy: TRAINING, answers: {} }]);
    await page.close();
  });
});

test("the parent keeps the profile: each change is told, and a given one is shown", async () => {
  const { page, view, form } = await openProfile();
  await page.evaluate(() => {
    document.addEventListener("wengang-profile", (event) =>
      Object.assign(window, { profile: /** @type {CustomEvent} */ (event).detail.profile }),
    );
  });
  await view.choose("employer", "常州市", "2020");
  await form(PLACEMENT).fill(placed);
  const profile = await page.evaluate(() => /** @type {any} */ (window).profile);
  assert.equal(profile.audience, "employer");
  assert.equal(profile.region, "常州市");
  await page.close();
  const again = await openProfile({ profile, locale: "en" });
  await shows(again.view.sum.locator(".figure"), "3,000.00");
  assert.equal(await again.form(PLACEMENT).field("placedWorkers").inputValue(), "3");
  await again.page.close();
});

test("answers can be cleared, and brought back", async () => {
  const { page, view, form } = await openProfile();
  await view.choose("employer", "常州市", "2020");
  await form(PLACEMENT).fill(placed);
  await page.getByRole("button", { name: view.messages.form.clear, exact: true }).click();
  await shows(view.sum, view.messages.profile.nothingYet);
  await page.getByRole("button", { name: view.messages.form.undoClear }).click();
  await shows(view.sum.locator(".figure"), "3,000.00");
  await page.close();
});

test("typing keeps the focus while questions come and go, and the result is read out", async () => {
  const { page, view, form } = await openProfile();
  await view.choose("employer", "常州市", "2020");
  const placement = form(PLACEMENT);
  await placement.fill({ agencyKind: "provincialPark", alsoClaimedWorkTraining: "0" });
  await placement.field("placedWorkers").focus();
  await page.keyboard.type("12");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("30");
  assert.equal(await placement.field("placedWorkers").inputValue(), "30");
  await shows(page.getByRole("status"), "30,000.00");
  await page.close();
});

test("a print-out says for whom, where and when, what was answered and what came out", async () => {
  const { page, view, form } = await openProfile();
  await view.choose("employer", "常州市", "2020");
  await form(PLACEMENT).fill(placed);
  await page.emulateMedia({ media: "print" });
  const text = await page.locator("main").ariaSnapshot();
  for (const printed of [
    "用人单位，常州市，2020年",
    "入驻省级产业园的机构",
    "3,000.00",
    view.messages.result.printedOn(TODAY),
  ]) {
    assert.ok(text.includes(printed), printed);
  }
  assert.equal(await page.locator("main").locator("input, select, button").locator("visible=true").count(), 0);
  await page.close();
});

/** For no year in particular, and without an end. */
const GOING_ON = "national-hardship-hiring-subsidy";

test("what is in force is told by the year that is claimed, not by a policy that goes on", async () => {
  const { page, view, form, messages } = await openProfile();
  await view.choose("employer", EVERYWHERE);
  const listed = async (/** @type {number} */ year) => {
    await view.year.selectOption(String(year));
    const items = page.locator("wengang-profile-result section").filter({ hasNotText: messages.profile.references });
    const going = items.locator("li").filter({ hasText: form(GOING_ON).description.title });
    await going.first().waitFor();
    const badge = (/** @type {Locator} */ place) => place.locator(".tag");
    const all = await items.locator("li:has(.line)").count();
    const said = (await view.year.locator(`option[value="${year}"]`).textContent())?.trim();
    assert.equal(said, messages.profile.yearWith(year, all, all - (await badge(items).count())));
    return (await badge(going).allTextContents()).join();
  };
  assert.equal(await listed(2024), messages.profile.yearOver, "the policy itself has not expired");
  assert.equal(await listed(2026), "");
  await page.close();
});

const REFUND = "changzhou-2020-stabilisation-refund";

/** A firm in difficulty, of which all is known but the benefit that its refund may rest on. */
const inDifficulty = {
  enterpriseSize: "small",
  insuredAtStart: "120",
  insuredAtEnd: "119",
  naturalAttrition: "0",
  averageInsured: "119.5",
  premiumsPaid: "86000",
  temporarilyDifficult: true,
  serviceSector: "none",
};

test("while a larger amount is open, the sum says the least and that there is more, and never looks settled", async () => {
  const { page, view, form, messages } = await openProfile();
  await view.choose("employer", "常州市", "2020");
  const refund = form(REFUND);
  await refund.fill(inDifficulty);
  await shows(view.sum, messages.profile.totalAtLeast);
  await shows(view.sum.locator(".figure"), "43,000.00");
  await shows(view.sum, messages.profile.mostUnknown);
  await shows(view.sum.locator(".bound"), refund.description.title);
  await shows(view.group("open"), messages.profile.atLeast("43,000.00元"));
  assert.equal(await view.sum.locator(".sum.open").count(), 1);
  await refund.fill({ monthlyBenefit: "1600" });
  await shows(view.sum.locator(".figure"), "1,147,200.00");
  const [general, difficult] = ["generalRefund", "difficultRefund"].map(
    (id) => refund.description.values.find((value) => value.id === id)?.label,
  );
  const ways = `${difficult}：1,147,200.00元，${general}：43,000.00元`;
  await shows(view.group("eligible"), messages.profile.largestOf(ways));
  await page.close();
});

test("where the most can be told, it is", async () => {
  const { page, view, form, messages } = await openProfile();
  await view.choose("employer", EVERYWHERE, "2022");
  await form(NATIONAL).fill({ premiumsPaid: "1000" });
  await shows(view.group("undetermined"), messages.profile.atMost("900.00元"));
  await page.close();
});

test("of a table without rows nobody is told what the most rows would come to", async () => {
  const { page, view, form, messages } = await openProfile();
  await view.choose("employer", EVERYWHERE, "2026");
  const { title } = form("national-2026-expansion-subsidy").description;
  const expansion = view.group("undetermined").getByRole("listitem").filter({ hasText: title });
  await shows(expansion, title);
  assert.ok(!(await expansion.textContent())?.includes(messages.profile.atMost("").trim()));
  await page.close();
});

/** The questions on the page, in their order, by what they are told apart by. @param {Page} page */
function asked(page) {
  const questions = page.locator("wengang-profile-questions [data-field]");
  return questions.evaluateAll((elements) => elements.map((element) => element.getAttribute("data-field") ?? ""));
}

test("one fact is asked once, whatever policies call it", async () => {
  const { page, view, form } = await openProfile();
  await view.choose("employer", "常州市", "2020");
  await form(REFUND).fill(inDifficulty);
  const december = form(TRAINING).field("insuredAt2019End");
  assert.equal(await december.count(), 1);
  assert.equal(await december.inputValue(), inDifficulty.insuredAtEnd);
  assert.equal((await asked(page)).filter((question) => /2019年(末|12月)/.test(question)).length, 1);
  await form(TRAINING).fill({ insuredAt2020End: "121", keepsStaff: true });
  await shows(view.group("eligible"), "1,000.00");
  await page.close();
});

test("what concerns most comes first, agencies' questions after it", async () => {
  const { page, view, form } = await openProfile();
  await view.choose("employer", "常州市", "2020");
  await form(REFUND).field("insuredAtEnd").waitFor();
  const questions = await asked(page);
  const at = (/** @type {string} */ policy, /** @type {string} */ field) =>
    questions.findIndex((question) => question.startsWith(form(policy).input(field).label));
  assert.equal(at(REFUND, "insuredAtEnd"), 0, "two policies wait for it");
  assert.ok(at(REFUND, "premiumsPaid") < at(TRAINING, "keepsStaff"));
  assert.ok(at(TRAINING, "keepsStaff") < at(PLACEMENT, "agencyKind"));
  assert.ok(at(TRAINING, "keepsStaff") < at(DISPATCH, "fromLowRiskArea"));
  await page.close();
});

for (const [who, hasOwn] of /** @type {const} */ ([
  ["a place of which only the rules are known", false],
  ["a place with policies of its own", true],
])) {
  test(`what follows from the year and ${who} is not asked, but said with where it comes from`, async () => {
    const { page, view, form, messages } = await openProfile();
    const { place, region, year, written } = knownPlace(hasOwn);
    await view.choose("employer", region, String(year));
    const national = form(NATIONAL);
    const known = page.locator("wengang-profile-questions .known");
    await shows(known, messages.profile.knownFrom(place, written));
    await shows(known, `${national.input("schemeYear").label}${year}`);
    assert.equal(await national.field("premiumsPaid").count(), 1, "what does not follow is asked");
    for (const field of ["schemeYear", "layoffFormula"]) assert.equal(await national.field(field).count(), 0, field);
    await page.close();
  });
}

test("a rate holds for the year of its notice alone and is asked, while a formula that carries over is said with its year", async () => {
  const { page, view, form, messages } = await openProfile();
  const formula = described(NATIONAL_2026).locals.find(
    ({ place, inputs }) => inputs.layoffFormula === "claimants" && !hasRefund([regionOf(place) ?? place], 2026),
  );
  assert.ok(formula, "a place that computes by the claimants");
  const { place, year } = formula;
  assert.ok(year !== undefined && year < 2026, "of a year before");
  await view.choose("employer", regionOf(place) ?? place, "2026");
  const national = form(NATIONAL_2026);
  const known = page.locator("wengang-profile-questions .known");
  await shows(known, messages.profile.knownFrom(place, year));
  const heads = { averageInsured: "1000", claimants: "25", smallUnitHeadcount: "1000" };
  const answers = { ...heads, enterpriseSize: "small", cumulativePremiumMonths: "12", premiumsPaid: "100000" };
  await national.fill(answers);
  await gone(known.filter({ hasText: national.input("localRate").label }));
  await national.fill({ localRate: "20" });
  const { amount } = evaluate(NATIONAL_2026, { ...answers, ...formula.inputs, localRate: "0.2" });
  assert.ok(amount);
  await shows(view.group("eligible"), groupThousands(amount));
  await page.close();
});

test("the profile can be copied, and printed without what was left blank", async () => {
  const { page, view, form, messages } = await openProfile();
  const copied = await copying(page);
  await view.choose("employer", "常州市", "2020");
  await form(TRAINING).fill(trained);
  await shows(view.group("eligible"), "2,500.00");
  await page.getByRole("button", { name: messages.keep.copy }).click();
  await shows(page.locator("wengang-profile-keep"), messages.keep.copied);
  const text = await copied();
  for (const line of [
    "用人单位 · 常州市 · 2020年",
    "合计至少 2,500.00元",
    "一次性以工代训补助（2020年）：2,500.00元",
    "2019年12月失业保险参保人数：100人",
  ]) {
    assert.ok(text.includes(line), `${line} in ${text}`);
  }
  await page.emulateMedia({ media: "print" });
  const printed = await page.locator("wengang-profile-questions .item").locator("visible=true").allInnerTexts();
  assert.equal(printed.length, Object.keys(trained).length, printed.join("\n"));
  await page.close();
});

/** Lets the page copy, and tells what it copied. @param {Page} page */
async function copying(page) {
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: (/** @type {string} */ text) => Promise.resolve(Object.assign(window, { copied: text })) },
    });
  });
  return () => page.evaluate(() => String(Reflect.get(window, "copied")));
}

test("a link takes along all that was answered, for other places, too, and where it cannot, that is said", async () => {
  const inputs = policies({ locale: "zh-CN" }).flatMap(({ id }) => described(id).inputs);
  const texts = { boolean: "true", date: "2025-06-01", text: "电工" };
  const all = inputs.map((input) => [keyOf(input), input.choices?.at(-1)?.id ?? Reflect.get(texts, input.type) ?? "1"]);
  const answers = Object.fromEntries(all);
  const scope = { audience: /** @type {const} */ ("employer"), region: "上海市", year: 2026 };
  const link = fragmentWith({ view: "profile", scope }, Object.entries(answers), "zh-CN");
  const { page, errors } = await site.open({ viewport: SIZES.desktop }, link);
  const { keep } = messagesIn("zh-CN");
  const profile = page.locator("wengang-profile");
  const taken = () => profile.evaluate((element) => /** @type {any} */ (element).profile.answers);
  assert.deepEqual(await taken(), answers);
  const copied = await copying(page);
  await page.getByRole("button", { name: keep.copyLink }).click();
  await shows(page.locator("wengang-profile-keep"), keep.linkCopied);
  assert.equal((await copied()).slice((await copied()).indexOf("#")), link);
  await profile.evaluate((element) => Object.assign(element, { linkTo: () => "" }));
  await page.getByRole("button", { name: keep.copyLink }).click();
  await shows(page.locator("wengang-profile-keep"), keep.tooMuchForLink);
  assert.deepEqual(errors, []);
  await page.close();
});

test("a digit has those policies evaluated that ask for it, and draws no other question anew", async () => {
  const { page, view, form } = await openProfile();
  await view.choose("employer", "常州市", "2020");
  await form(PLACEMENT).fill({ agencyKind: "provincialPark" });
  const profile = page.locator("wengang-profile-questions");
  const cases = () => profile.evaluateHandle((element) => /** @type {any} */ (element).cases);
  const before = await cases();
  await page.evaluate(() => Object.assign(window, { drawn: [] }));
  await profile.locator("[data-field]").evaluateAll((all) => {
    for (const each of all) {
      const update = Reflect.get(each, "update");
      Object.assign(each, {
        update(/** @type {unknown} */ changed) {
          /** @type {any} */ (window).drawn.push(each.getAttribute("data-field"));
          update.call(each, changed);
        },
      });
    }
  });
  await form(PLACEMENT).fill({ placedWorkers: "3" });
  await shows(view.group("open"), form(PLACEMENT).description.title);
  const anew = await (await cases()).evaluate(
    (now, before) =>
      now.filter((/** @type {any} */ one) => !before.includes(one)).map((/** @type {any} */ one) => one.description.id),
    before,
  );
  assert.deepEqual(anew, [PLACEMENT]);
  const drawn = await page.evaluate(() => [...new Set(/** @type {any} */ (window).drawn)]);
  const mine = keyOf(form(PLACEMENT).input("placedWorkers"));
  assert.ok(drawn.includes(mine) && drawn.length <= 2, drawn.join());
  await page.close();
});
