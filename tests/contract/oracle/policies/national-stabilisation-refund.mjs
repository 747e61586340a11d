import { exact, one, smaller } from "../fraction.mjs";
import { anyCount, cents, count, counts, headcount, leavers, maxCount, money, size, written } from "../random.mjs";
import { monthlyAverageRate } from "../refunds.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Random } from "../random.mjs" */
/** @import { Rules } from "../index.mjs" */

/** Caps of a scheme year, for large enterprises and for the others. @type {Record<string, [string, string]>} */
const nationalCaps = {
  2021: ["0.3", "0.6"],
  2022: ["0.5", "0.9"],
  2023: ["0.3", "0.6"],
  2024: ["0.3", "0.6"],
  2025: ["0.5", "0.9"],
  2026: ["0.3", "0.6"],
};

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const year = () => form.number("schemeYear").toString();
  const layoffRate = () => nationalLayoffRate(form);
  const layoffRateLimit = () => {
    if (form.number("smallUnitHeadcount").atMost(exact(30))) return exact("0.2");
    return exact(year() === "2021" ? "0.06" : "0.055");
  };
  const nationalCap = () => {
    const [large, others] = nationalCaps[year()] ?? ["", ""];
    return exact(form.text("enterpriseSize") === "large" ? large : others);
  };
  const refundRate = () => (form.has("localRate") ? smaller(form.number("localRate"), nationalCap()) : nationalCap());
  return {
    conditions: {
      layoffRateWithinLimit: () => layoffRate().atMost(layoffRateLimit()),
      insuredTwelveMonths: () => year() < "2024" || exact(12).atMost(form.number("premiumMonths")),
    },
    values: { layoffRate, layoffRateLimit, nationalCap, refundRate },
    amount: () => form.number("premiumsPaid").times(refundRate()),
    warnings: {
      "national-cap": () => !form.has("localRate"),
      "above-cap": () => form.has("localRate") && !form.number("localRate").atMost(nationalCap()),
    },
  };
}

/** @param {Form} form */
function nationalLayoffRate(form) {
  const formula = form.text("layoffFormula");
  if (formula === "claimants") return form.number("claimants").over(form.number("averageInsured"));
  if (formula === "monthlyAverage") return monthlyAverageRate(form);
  const stayed = form.number("insuredAtEnd").plus(form.number("naturalAttrition"));
  return one.minus(stayed.over(form.number("insuredAtStart")));
}

/** @param {Random} random */
export function inputs(random) {
  const insuredAtStart = headcount(random);
  const average = random.pick([100 * insuredAtStart, random.int(1, 50_000), 100 * headcount(random)]);
  const layoffFormula = random.pick(["netHeadcount", "monthlyAverage", "claimants"]);
  const base = layoffFormula === "monthlyAverage" ? average / 100 : insuredAtStart;
  const claimants = Math.floor((average / 100) * random.pick([0.055, 0.06, 0.2])) + random.int(0, 1);
  return {
    schemeYear: count(random, random.int(2021, 2026)),
    enterpriseSize: size(random),
    layoffFormula,
    ...counts(random, {
      insuredAtStart,
      ...leavers(random, insuredAtStart, [0.055, 0.06, 0.2], base),
      claimants: random.chance(0.8) ? Math.min(claimants, maxCount) : anyCount(random),
      smallUnitHeadcount: random.pick([30, 31, random.int(0, 60), anyCount(random)]),
      premiumMonths: random.pick([12, 12, 12, 11, 0]),
    }),
    averageInsured: cents(random, average),
    premiumsPaid: money(random),
    localRate: random.chance(0.3) ? null : localRate(random),
  };
}

/** A rate next to a national cap, or any. @param {Random} random */
function localRate(random) {
  const tenThousandths = random.chance(0.6) ? random.near([3000, 5000, 6000, 9000]) : random.int(0, 10_000);
  return written(random, (tenThousandths / 10_000).toFixed(4));
}
