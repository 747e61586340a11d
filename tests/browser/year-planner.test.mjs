// The year as it goes, against every way in which its rest can go, by the formulas of three cities in whole numbers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { describe, evaluate } from "../../dist/npm/index.js";
import { fromInputs } from "../../www/answers/answers.js";
import { Random } from "../contract/oracle/random.mjs";
import "./with-engine.mjs";

const { evaluateAnswers } = await import("../../www/answers/evaluation.js");
const { answersOf, gapsIn, readYear, seriesOf } = await import("../../www/year/months.js");
const { Planner, rangesOf, turnsOf } = await import("../../www/year/planner.js");
const { percentText } = await import("../../www/year/share-text.js");

/** @import { MonthTexts } from "../../www/year/months.js" */

/**
 * Headcounts of the months, that of December before in the first place, and how many were counted.
 * @typedef {{ staff: number[], counted: number }} Months
 */

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
/** Of the twelve months of the year itself. @param {Months} months */
const total = ({ staff }) => sum(staff.slice(1));
/** In a thousandth. @param {boolean} isSmall */
const limit = (isSmall) => (isSmall ? 200 : 55);

const CITIES = {
  "shanghai-2024-stabilisation-refund": {
    before: true,
    counted: "naturalAttrition",
    /** @param {Months} months */
    meets: ({ staff: [base = 0, ...year], counted }) => {
      const last = year[11] ?? 0;
      return 1000 * (base - last - counted) <= limit(last <= 30) * base;
    },
  },
  "changzhou-2024-stabilisation-refund": {
    before: false,
    counted: "naturalAttrition",
    /** @param {Months} months */
    meets: (months) => {
      const [, first = 0] = months.staff;
      const left = first - (months.staff[12] ?? 0) - months.counted;
      return 1000 * 12 * left <= limit(total(months) <= 30 * 12) * total(months);
    },
  },
  "chongqing-2025-stabilisation-refund": {
    before: false,
    counted: "claimants",
    /** @param {Months} months */
    meets: (months) => 1000 * 12 * months.counted <= limit(total(months) <= 30 * 12) * total(months),
  },
};

/** Every way in which so many can leave in these months, counted or not. @param {number} left @param {number[]} months @returns {Generator<{ month: number, isCounted: boolean }[]>} */
function* allWays(left, months) {
  const choices = months.flatMap((month) => [true, false].map((isCounted) => ({ month, isCounted })));
  /** @param {number} more @param {number} from @returns {Generator<{ month: number, isCounted: boolean }[]>} */
  function* chosen(more, from) {
    if (more === 0) yield [];
    else
      for (let index = from; index < choices.length; index += 1)
        for (const others of chosen(more - 1, index)) yield [/** @type {any} */ (choices[index]), ...others];
  }
  yield* chosen(left, 0);
}

/** What the year comes to where these leave. @param {number[]} known @param {number} counted @param {{ month: number, isCounted: boolean }[]} way @returns {Months} */
function wholeYear(known, counted, way) {
  const now = known.length - 1;
  const staff = Array.from(
    { length: 13 },
    (_, month) => known[month] ?? (known[now] ?? 0) - way.filter((one) => one.month <= month).length,
  );
  return { staff, counted: counted + way.filter(({ isCounted }) => isCounted).length };
}

for (const [policy, { before, counted, meets }] of Object.entries(CITIES)) {
  const description = describe(policy);
  const [example] = description.examples;
  const answers = fromInputs(description, example?.inputs ?? {});

  /** @param {MonthTexts} texts @param {typeof answers} given */
  const plannerOf = (texts, given = answers) => {
    const year = readYear(seriesOf(description), texts);
    return new Planner(description, year, evaluateAnswers(description, { ...given, ...answersOf(year) }, {}), {});
  };

  test(`${policy}: so many may leave in every way, and one more in some way may not`, () => {
    const random = new Random(policy.length);
    let islands = 0;
    let margins = 0;
    for (let round = 0; round < 60; round += 1) {
      const start = random.pick([random.int(1, 12), random.int(28, 40), random.int(60, 110)]);
      const now = random.int(9, 11);
      const known = [start];
      for (let month = 1; month <= now; month += 1)
        known.push(Math.max(1, (known[month - 1] ?? 0) - (random.chance(0.25) ? random.int(-1, 1) : 0)));
      const already = random.chance(0.3) ? random.int(0, 2) : 0;
      const months = Object.fromEntries(known.map((figure, month) => [month, String(figure)]));
      const key = seriesOf(description).find(({ isSum }) => !isSum)?.key ?? "";
      // Typed as people do, and only where it is asked.
      const { 0: first, ...rest } = months;
      const texts = {
        [key]: before ? { 0: `${first}人`, ...rest } : rest,
        [counted]: already > 0 ? { [now]: String(already) } : {},
      };
      const planner = plannerOf(texts);
      const toCome = Array.from({ length: 12 - now }, (_, index) => now + 1 + index);
      const here = known[now] ?? 0;
      const asIs = meets(wholeYear(known, already, []));
      assert.equal(planner.unchanged?.eligible, asIs);
      const { plan } = planner;
      assert.ok(plan);
      assert.equal(plan.margin !== undefined, asIs);

      let most = -1;
      while (most < Math.min(here - 1, 7)) {
        const all = [...allWays(most + 1, toCome)].every((way) => meets(wholeYear(known, already, way)));
        if (!all) break;
        most += 1;
      }
      if (plan.margin) {
        margins += 1;
        assert.equal(Math.min(plan.margin.most, 7, here - 1), most, `${known} ${already}`);
      }

      for (const { way, outcomes } of plan.courses) {
        const month = way.atOnce ? now + 1 : 12;
        const ranges = rangesOf(outcomes);
        islands += ranges.length > 1 ? 1 : 0;
        for (let left = 0; left < here; left += 1) {
          const leaving = Array.from({ length: left }, () => ({ month, isCounted: way.counts !== undefined }));
          const expected = meets(wholeYear(known, already, leaving));
          assert.equal(outcomes[left]?.eligible, expected, `${known} ${already} ${left}`);
          assert.equal(
            ranges.some(([from, to]) => from <= left && left <= to),
            expected,
          );
        }
        for (const { left, before, after } of turnsOf(outcomes))
          assert.deepEqual([outcomes[left - 1]?.limit, outcomes[left]?.limit], [before, after]);
      }

      // Without the answers to other questions, the one condition is judged alike, at its very limit too.
      const alone = plannerOf(texts, policy.startsWith("shanghai") ? { insuredFullYear: "true" } : {}).plan;
      assert.deepEqual(
        alone?.courses.map(({ outcomes }) => outcomes.slice(0, here).map(({ eligible }) => eligible)),
        plan.courses.map(({ outcomes }) => outcomes.slice(0, here).map(({ eligible }) => eligible)),
      );
      assert.equal(alone?.margin?.most, plan.margin?.most);
    }
    assert.ok(margins > 20, `${margins}`);
    if (policy.startsWith("shanghai")) assert.ok(islands > 0);
  });

  test(`${policy}: what the months come to is what the form asks for`, () => {
    const random = new Random(7);
    const staff = Array.from({ length: 13 }, () => random.int(1, 300));
    const key = seriesOf(description).find(({ isSum }) => !isSum)?.key ?? "";
    const texts = {
      [key]: Object.fromEntries(staff.map((figure, month) => [month, String(figure)])),
      [counted]: { 2: "1", 11: "2" },
    };
    const year = readYear(seriesOf(description), texts);
    const form = Object.fromEntries(
      Object.entries(answersOf(year)).map(([field, text]) => [field, text.replaceAll(",", "")]),
    );
    const { conditions } = evaluate(policy, { ...example?.inputs, ...form });
    const met = conditions.find(({ id }) => id === "layoffRateWithinLimit")?.met;
    assert.equal(met, meets({ staff, counted: 3 }));
  });
}

test("figures that are none, or no whole ones, are told and count as not filled in", () => {
  const description = describe("shanghai-2024-stabilisation-refund");
  const series = seriesOf(description);
  assert.deepEqual(
    series.map(({ key, isSum }) => [key, isSum]),
    [
      ["_insuredAtStart", false],
      ["naturalAttrition", true],
    ],
  );
  const year = readYear(series, {
    _insuredAtStart: { 0: "100人", 1: "1,000", 2: " 90 ", 3: "97.5", 4: "-3", 5: "１２", 13: "5" },
    naturalAttrition: { 0: "7", 6: "x" },
    nothing: { 1: "1" },
  });
  assert.deepEqual(
    year.figures.get("_insuredAtStart")?.map((figure) => figure?.toFixed()),
    ["100", "1000", "90", undefined, undefined, "12", ...Array.from({ length: 7 }, () => undefined)],
  );
  assert.deepEqual(
    year.bad.map(({ series, month }) => [series.key, month]),
    [
      ["_insuredAtStart", 3],
      ["_insuredAtStart", 4],
      ["naturalAttrition", 6],
    ],
  );
  assert.equal(year.now, 5);
  assert.equal(answersOf(year).naturalAttrition, "0");
});

test("what is missing of the year is told by what the policy asks for", () => {
  const changzhou = describe("changzhou-2024-stabilisation-refund");
  const asked = changzhou.inputs.map(({ id }) => id);
  const series = seriesOf(changzhou);
  const [staff] = series;
  assert.ok(staff);
  const year = readYear(series, { [staff.key]: { 2: "10", 4: "10" } });
  assert.deepEqual(gapsIn(year, asked, {}), [1, 3]);
  // The first month may stand in the form; the mean needs it all the same.
  assert.deepEqual(gapsIn(year, asked, { insuredAtStart: "10" }), [1, 3]);
  const shanghai = describe("shanghai-2024-stabilisation-refund");
  const late = readYear(seriesOf(shanghai), { _insuredAtStart: { 9: "10" } });
  const ids = shanghai.inputs.map(({ id }) => id);
  assert.deepEqual(gapsIn(late, ids, {}), [0]);
  assert.deepEqual(gapsIn(late, ids, { insuredAtStart: "10" }), []);
});

test("a share never looks like the limit that it is not", () => {
  assert.equal(percentText("0.0555555556"), "5.56%");
  assert.equal(percentText("0.0550000001", "0.055"), "5.50000001%");
  assert.equal(percentText("0.055", "0.055"), "5.5%");
  assert.equal(percentText("-0.1"), "-10%");
});
