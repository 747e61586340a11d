// What people come to the page for, as tests that run in any browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { policies } from "../../dist/npm/index.js";
import { ruleId } from "../../www/rules/rules.js";
import { fragmentOf } from "../../www/shared/address.js";
import { PolicyWords } from "./policy-words.mjs";
import { HIRES, SHANGHAI, SMALL_ENTERPRISE } from "./support.mjs";

/** @import { Visitor } from "./visitor.mjs" */

const OVERTIME = "national-overtime-pay";
const PLACEMENT = "changzhou-2020-job-placement";
const NATIONAL = "national-stabilisation-refund";
const TRAINING = "changzhou-2020-work-training";

const refund = new PolicyWords(SHANGHAI);
const { messages } = refund;
const { finder, nav, result } = messages;

const calculator = fragmentOf({ view: "policy", policy: SHANGHAI });

/** Cities with their provinces, in simplified, Latin and traditional letters. */
const CITIES = /** @type {const} */ ([
  ["甘肃", "兰州", "Lanzhou", "蘭州"],
  ["黑龙江", "哈尔滨", "Harbin", "哈爾濱"],
  ["海南", "三亚", "Sanya", "三亞"],
  ["宁夏", "银川", "Yinchuan", "銀川"],
  ["湖北", "武汉", "Wuhan", "武漢"],
  ["辽宁", "沈阳", "Shenyang", "瀋陽"],
]);

/** What to look for, and the place that it means: cities that have no policies of their own, nor has their province. */
function unlistedCities() {
  const regions = policies({ locale: "zh-CN" }).map(({ region }) => region);
  const isListed = (/** @type {string} */ name) => regions.some((region) => region.startsWith(name));
  const [one, two, three] = CITIES.filter(([province, city]) => !isListed(province) && !isListed(city));
  if (!one || !two || !three) throw new Error("Most of the cities have policies: take others");
  return /** @type {const} */ ([
    [one[1], one[0] + one[1]],
    [two[2], two[0] + two[1]],
    [`${three[3]} 2025`, three[0] + three[1]],
  ]);
}

/** @param {Visitor} visitor */
export function testMainTasks(visitor) {
  /**
   * @param {string} name
   * @param {() => Promise<void>} body
   */
  function task(name, body) {
    test(name, async () => {
      await body();
      await visitor.seesNoTrouble();
    });
  }

  /** @param {string} title */
  const arrivesAt = (title) => visitor.find({ css: "h2", name: title });

  /** The control of a question. @param {PolicyWords} words @param {string} field */
  const control = (words, field) => visitor.find({ css: "input[type=text], select", name: words.labelOf(field) });

  /** A cell of the table, rows counted from 1. @param {string} column @param {number} row */
  const cell = (column, row) =>
    visitor.find({ css: `tr[data-row] [data-field="${column}"]`, within: "wengang-table-grid" }, row - 1);

  /** What one line of the calculation comes to. @param {string} id @param {string} figure */
  function seesStep(id, figure) {
    return visitor.find({ css: `#step-${id} .value`, text: figure, within: "wengang-calculation-steps" });
  }

  task("a policy is found from the start page, by its topic and by words, and opened", async () => {
    await visitor.visit("");
    const topic = { css: "button", text: finder.topicHint.retention };
    await visitor.session.click(await visitor.find(topic));
    await visitor.find({ ...topic, css: "button[aria-pressed=true]" });
    await visitor.session.type(await visitor.named("searchbox", finder.filter.text), "上海 2024");
    await visitor.seesNo({ css: "a", text: new PolicyWords(OVERTIME).description.title });
    await visitor.press("link", refund.description.title);
    await arrivesAt(refund.description.title);
    assert.equal(await visitor.session.run(() => location.hash), calculator);
  });

  task("a small enterprise that lost 2 % gets 60 % of its premiums back", async () => {
    await visitor.visit(calculator);
    await visitor.answer(refund, { ...SMALL_ENTERPRISE, premiumsPaid: "12,300.00" });
    await visitor.sees("wengang-verdict", "7,380.00");
    await visitor.sees("wengang-verdict", result.eligible);
    await seesStep("layoffRate", "2%");
    await seesStep("refundRate", "60%");
    await visitor.find({ css: "svg", within: "wengang-amount-chart" });
    await visitor.find({ css: "*", within: "wengang-limit-gauge" });
  });

  task("one failed condition settles the matter at once", async () => {
    await visitor.visit(calculator);
    await visitor.answer(refund, { seriouslyDishonest: true });
    await visitor.sees("wengang-verdict", result.ineligible);
    await visitor.sees("wengang-verdict", "0.00");
    const failed = refund.description.conditions.find(({ id }) => id === "notSeriouslyDishonest");
    await visitor.find({ css: "li", text: failed?.label, within: "wengang-condition-list" });
  });

  task("a bad entry is named at its field, while the rest of the result stays", async () => {
    await visitor.visit(calculator);
    await visitor.answer(refund, { ...SMALL_ENTERPRISE, premiumsPaid: "一万多" });
    await seesStep("layoffRate", "2%");
    await visitor.sees("wengang-verdict", result.badEntries(1));
    await visitor.find({ css: ".problem", text: "一万多", within: `[data-field="premiumsPaid"]` });
    const field = await control(refund, "premiumsPaid");
    assert.equal(await visitor.session.run((/** @type {Element} */ { ariaInvalid }) => ariaInvalid, field), "true");
    await visitor.answer(refund, { premiumsPaid: "1.23万" });
    await visitor.sees("wengang-verdict", "7,380.00");
    await visitor.seesNo({ css: ".problem" });
  });

  task("fields and tiles are named for assistive technology as they are for the eye", async () => {
    await visitor.visit(calculator);
    for (const field of ["insuredAtEnd", "premiumsPaid"]) {
      const name = refund.labelOf(field);
      assert.equal(await visitor.session.computedLabel(await visitor.named("text", name)), name);
    }
    const name = refund.wordsFor("paidAsRequired", true);
    const tiles = await visitor.named("tiles", refund.labelOf("paidAsRequired"));
    assert.equal(await visitor.session.computedLabel(tiles), refund.labelOf("paidAsRequired"));
    assert.equal(await visitor.session.computedLabel(await visitor.named("radio", name, tiles)), name);
  });

  task("rows copied from a spreadsheet fill a table; each is judged", async () => {
    const words = new PolicyWords(HIRES);
    await visitor.visit(fragmentOf({ view: "policy", policy: HIRES }));
    await visitor.copyElsewhere("李明\t登记失业人员\t是\t2021/3/5\t6\n王芳\t其他\t×\t2020年12月5日\t3");
    await visitor.paste(await cell("employee", 1));
    await visitor.find({ css: "[role=status]", text: messages.table.filledIn(2, []) });
    assert.equal(await visitor.valueOf(await cell("category", 1)), "registeredUnemployed");
    await visitor.find({ css: "tr", text: "1,800.00", within: "wengang-table-grid" });
    await visitor.find({ css: "tr", text: messages.table.rejected, within: "wengang-table-grid" });
    await visitor.answer(words, { registeredOn: "2020-12-31", paidAsRequired: true, claimsDifficult: false });
    await visitor.sees("wengang-verdict", "1,800.00");
  });

  task("overtime is typed in row by row and paid by the kind of day", async () => {
    const words = new PolicyWords(OVERTIME);
    await visitor.visit(fragmentOf({ view: "policy", policy: OVERTIME }));
    await visitor.answer(words, { monthlyWage: "8700" });
    await visitor.session.type(await cell("date", 1), "20210211");
    await visitor.session.type(await cell("hours", 1), "8");
    await visitor.choose(await cell("timeOffGiven", 1), messages.form.no);
    await visitor.sees("wengang-verdict", "800.00");
    await visitor.press("button", messages.table.addRow);
    await visitor.session.type(await cell("date", 2), "2021年2月12日");
    await visitor.session.type(await cell("hours", 2), "11.5");
    await visitor.sees("wengang-verdict", "2,525.00");
    await visitor.press("button", messages.table.removeRow(1));
    await visitor.sees("wengang-verdict", "1,725.00");
  });

  task("the profile adds up what can be had together, and says what is left out", async () => {
    await visitor.visit("");
    await visitor.press("link", nav.profile);
    await visitor.press("radio", messages.policy.audience.employer);
    await visitor.write(await visitor.named("text", messages.profile.region), "常州市");
    await visitor.choose(await visitor.named("list", messages.profile.year), messages.profile.yearWith(2020, 5, 0));
    const [placement, training] = [new PolicyWords(PLACEMENT), new PolicyWords(TRAINING)];
    await visitor.answer(placement, { agencyKind: "provincialPark", placedWorkers: "3", alsoClaimedWorkTraining: "0" });
    await visitor.answer(training, { insuredAt2019End: "100", insuredAt2020End: "105", keepsStaff: true });
    await visitor.sees("wengang-combination-sum", "3,000.00");
    await visitor.sees("wengang-combination-sum", "改选这项，合计少500.00元");
    await visitor.answer(training, { insuredAt2020End: "107" });
    await visitor.sees("wengang-combination-sum", "3,500.00");
    await visitor.press("link", training.description.title, "wengang-profile-result");
    await arrivesAt(training.description.title);
    assert.equal(await visitor.valueOf(await control(training, "insuredAt2020End")), "107");
    await visitor.sees("wengang-verdict", "3,500.00");
  });

  task(
    "what was filled in in the profile stays: following a result and coming back, reloading, in another language",
    async () => {
      const training = new PolicyWords(TRAINING);
      const english = new PolicyWords(TRAINING, "en");
      await visitor.visit("#/profile?audience=employer&region=常州市&year=2020");
      await visitor.answer(training, { insuredAt2019End: "100", insuredAt2020End: "107", keepsStaff: true });
      const sees = async (/** @type {PolicyWords} */ words) => {
        await visitor.sees("wengang-combination-sum", "3,500.00");
        assert.equal(await visitor.valueOf(await control(words, "insuredAt2020End")), "107");
      };
      await sees(training);
      await visitor.press("link", training.description.title, "wengang-profile-result");
      await arrivesAt(training.description.title);
      await visitor.session.back();
      await arrivesAt(messages.profile.heading);
      await sees(training);
      await visitor.reload();
      await sees(training);
      await visitor.press("button", messages.page.otherLanguage);
      await arrivesAt(english.messages.profile.heading);
      await sees(english);
      await visitor.press("link", english.messages.nav.start);
      await visitor.find({ css: "h2", name: english.messages.finder.heading });
      await visitor.press("link", english.messages.nav.profile);
      await sees(english);
      await visitor.press("button", english.messages.page.otherLanguage);
      await sees(training);
    },
  );

  task("a link to the profile, opened elsewhere, brings everything back", async () => {
    const training = new PolicyWords(TRAINING);
    await visitor.visit("#/profile?audience=employer&region=常州市&year=2020");
    await visitor.answer(training, { insuredAt2019End: "100", insuredAt2020End: "107", keepsStaff: true });
    await visitor.sees("wengang-combination-sum", "3,500.00");
    await visitor.press("button", messages.keep.copyLink);
    await visitor.find({ css: "[role=status]", text: messages.keep.linkCopied, within: "wengang-profile-keep" });
    await visitor.press("link", nav.start);
    const words = await visitor.named("searchbox", finder.filter.text);
    await visitor.paste(words);
    const link = await visitor.valueOf(words);
    await visitor.write(words, "x");
    await visitor.visit(link.slice(visitor.site.length + 1));
    await visitor.sees("wengang-combination-sum", "3,500.00");
    assert.equal(await visitor.valueOf(await control(training, "insuredAt2020End")), "107");
  });

  task("any place in China leads somewhere, with what to ask there", async () => {
    const national = new PolicyWords(NATIONAL).description.title;
    await visitor.visit("");
    const words = await visitor.named("searchbox", finder.filter.text);
    for (const [text, name] of unlistedCities()) {
      await visitor.write(words, text);
      await visitor.find({ css: "aside", text: finder.noOwn(name) });
      await visitor.find({ css: "aside", text: "12333" });
      await visitor.find({ css: "a", name: national, within: "wengang-policy-list" });
    }
    await visitor.write(words, "静安");
    await visitor.find({ css: "aside", text: finder.placeWithin("上海静安", "上海") });
  });

  task("two scenarios are compared, and the other one is taken", async () => {
    const { comparison } = messages;
    const verdicts = { css: "wengang-verdict", within: "wengang-comparison" };
    await visitor.visit(calculator);
    await visitor.answer(refund, SMALL_ENTERPRISE);
    await visitor.press("link", nav.comparison);
    await visitor.find({ ...verdicts, text: "7,380.00" }, 1);
    await visitor.answer(refund, { enterpriseSize: "large" }, "wengang-comparison");
    await visitor.find({ ...verdicts, text: "3,690.00" });
    await visitor.find({ ...verdicts, text: "7,380.00" });
    await visitor.find({ css: ".difference", text: comparison.less(result.yuan("3,690.00")) });
    await visitor.press("button", comparison.take);
    await visitor.find({ css: "wengang-verdict", text: "3,690.00", within: "wengang-calculator" });
  });

  task("another figure than the authority's is explained, with both calculations", async () => {
    const { reconciliation } = messages;
    await visitor.visit(calculator);
    await visitor.answer(refund, SMALL_ENTERPRISE);
    await visitor.press("link", nav.reconciliation);
    const shown = await visitor.find({ css: "#layoffRate", within: "wengang-shown-fields" });
    await visitor.write(shown, "3.00");
    await visitor.press("button", reconciliation.search);
    await visitor.find({ css: "summary", text: "1人 → 0人", within: "wengang-reconciliation" });
    await visitor.find({ css: "td", text: "1 −（97人 + 1人）÷ 100人", within: "wengang-scenario-results" });
  });

  task("the rules are one step away, and each has an address that leads to it", async () => {
    const { label } = refund.description.parameters[0] ?? { label: "" };
    const rule = ruleId.condition("layoffRateWithinLimit");
    await visitor.visit(calculator);
    await visitor.press("link", nav.rules);
    await visitor.find({ css: "section", text: label, within: "wengang-rule-page" });
    await visitor.visit(fragmentOf({ view: "rules", policy: SHANGHAI, rule }));
    const marked = await visitor.find({ css: `[id="${rule}"][aria-current=location]` });
    assert.ok(await visitor.session.run(isInSight, marked), "in sight");
    assert.ok(await visitor.session.run((/** @type {Element} */ element) => element.matches(":focus"), marked));
  });

  task("with another language and larger text, what was typed stays", async () => {
    const english = new PolicyWords(SHANGHAI, "en");
    await visitor.visit(calculator);
    await visitor.answer(refund, { ...SMALL_ENTERPRISE, insuredAtStart: "一百" });
    await visitor.press("button", messages.page.otherLanguage);
    await arrivesAt(english.description.title);
    assert.equal(await visitor.session.run(() => document.documentElement.lang), "en");
    assert.equal(await visitor.valueOf(await control(english, "insuredAtStart")), "一百");
    await visitor.press("button", english.messages.nav.large);
    await visitor.press("button", english.messages.nav.larger);
    const field = await control(english, "insuredAtStart");
    const size = (/** @type {Element} */ element) => getComputedStyle(element).fontSize;
    assert.equal(await visitor.session.run(size, field), "24px");
    await visitor.answer(english, { insuredAtStart: "100" });
    await visitor.sees("wengang-verdict", "7,380.00");
    await visitor.press("button", english.messages.page.otherLanguage);
    await visitor.sees("wengang-verdict", result.eligible);
    assert.equal(await visitor.valueOf(await control(refund, "insuredAtStart")), "100");
  });

  task("going back and reloading lose nothing", async () => {
    await visitor.visit(calculator);
    await visitor.answer(refund, SMALL_ENTERPRISE);
    await visitor.press("link", nav.start);
    await visitor.find({ css: "h2", name: finder.heading });
    await visitor.session.back();
    await visitor.sees("wengang-verdict", "7,380.00");
    assert.equal(await visitor.valueOf(await control(refund, "insuredAtEnd")), "97");
    await visitor.reload();
    await visitor.sees("wengang-verdict", "7,380.00");
    assert.equal(await visitor.valueOf(await control(refund, "premiumsPaid")), "12300.00");
    await visitor.answer(refund, { premiumsPaid: "99" });
    await visitor.reload();
    assert.equal(await visitor.valueOf(await control(refund, "premiumsPaid")), "99", "typed just before reloading");
  });

  task("the profile stays as it was filled in, through Back, reloading and another language", async () => {
    const placement = new PolicyWords(PLACEMENT);
    const english = new PolicyWords(PLACEMENT, "en");
    await visitor.visit(fragmentOf({ view: "profile", scope: { audience: "employer", region: "常州市", year: 2020 } }));
    await visitor.answer(placement, { agencyKind: "provincialPark", placedWorkers: "3" });
    await visitor.press("link", placement.description.title, "wengang-profile-result");
    await arrivesAt(placement.description.title);
    await visitor.session.back();
    assert.equal(await visitor.valueOf(await control(placement, "placedWorkers")), "3");
    await visitor.press("button", messages.page.otherLanguage);
    assert.equal(await visitor.valueOf(await control(english, "placedWorkers")), "3");
    await visitor.reload();
    assert.equal(await visitor.valueOf(await control(english, "placedWorkers")), "3");
    await visitor.press("button", english.messages.page.otherLanguage);
  });

  task("what is filled in is saved under a name, gone on with, and forgotten for good", async () => {
    const { saving, situations } = messages;
    await visitor.visit(calculator);
    await visitor.answer(refund, SMALL_ENTERPRISE);
    await visitor.write(await visitor.named("text", saving.name, "wengang-saving"), "甲公司 2024");
    await visitor.press("button", saving.save);
    await visitor.sees("wengang-situation-line", situations.atHand("甲公司 2024"));
    await visitor.press("button", situations.fresh);
    await visitor.answer(refund, { premiumsPaid: "98765432" });
    await visitor.press("link", nav.start);
    await visitor.press("link", situations.about(refund.description.title, "甲公司 2024"));
    await visitor.sees("wengang-verdict", "7,380.00");
    await visitor.press("button", saving.forget);
    await visitor.press("button", saving.forgetDone);
    await visitor.sees("wengang-forgetting", saving.forgotten);
    const kept = await visitor.session.run(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]),
    );
    assert.doesNotMatch(kept, /98765432|甲公司/);
    assert.equal(await visitor.valueOf(await control(refund, "premiumsPaid")), "");
    await visitor.session.back();
    await visitor.session.back();
    await visitor.reload();
    assert.equal(await visitor.valueOf(await control(refund, "premiumsPaid")), "");
  });

  task("a link is a view of its own; one's own answers stay", async () => {
    await visitor.visit(calculator);
    await visitor.answer(refund, { premiumsPaid: "12300" });
    await visitor.session.run((/** @type {string} */ address) => {
      location.hash = address;
    }, `${calculator}?premiumsPaid=1`);
    await visitor.sees("wengang-link-notice", messages.link.untouched);
    assert.equal(await visitor.valueOf(await control(refund, "premiumsPaid")), "1");
    await visitor.press("button", messages.link.back(messages.situations.unsaved));
    await visitor.seesNo({ css: "section", within: "wengang-link-notice" });
    assert.equal(await visitor.valueOf(await control(refund, "premiumsPaid")), "12300");
  });

  task("a copied link opens with the same answers and the same result", async () => {
    await visitor.visit(calculator);
    await visitor.answer(refund, SMALL_ENTERPRISE);
    await visitor.press("button", messages.keep.copyLink);
    await visitor.find({ css: "[role=status]", text: messages.keep.linkCopied });
    await visitor.press("link", nav.start);
    const words = await visitor.named("searchbox", finder.filter.text);
    await visitor.paste(words);
    const link = await visitor.valueOf(words);
    assert.ok(link.startsWith(`${visitor.site}/${calculator}?`), link);
    await visitor.visit(link.slice(visitor.site.length + 1));
    await visitor.sees("wengang-verdict", "7,380.00");
    await visitor.sees("wengang-link-notice", messages.link.sameResult);
    assert.equal(await visitor.valueOf(await control(refund, "naturalAttrition")), "1");
  });
}

/** Runs in the page. @param {Element} element */
function isInSight(element) {
  const { top } = element.getBoundingClientRect();
  return top >= 0 && top < innerHeight / 2;
}
