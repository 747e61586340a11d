import { exact, smaller, sum, zero } from "../fraction.mjs";
import { cents, count, maxCount, maxFen, mostlyYes } from "../random.mjs";
import { acceptedOf, judged } from "../rows.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Random } from "../random.mjs" */
/** @import { Rules } from "../index.mjs" */

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  /** @param {Form} hire */
  const judge = (hire) =>
    judged([
      ["not-key-group", hire.text("category") === "other"],
      ["not-local", !hire.yes("localHukou")],
      ["outside-year", !hire.text("hiredOn").startsWith("2021-")],
    ]);
  /** @param {Form} hire */
  const worth = (hire) => smaller(hire.number("insuredMonths"), exact(6)).times(exact(300));
  const hireSubsidy = () => sum(acceptedOf(form.rows("hires"), judge).map(worth));
  const qualifyingMonths = () => {
    const months = form
      .rows("revenues")
      .filter(hasCollapsed)
      .map((row) => row.number("month").toString());
    return exact(Math.min(new Set(months).size, 3));
  };
  const difficultSubsidy = () => {
    if (!form.yes("claimsDifficult") || !form.yes("wagesPaid")) return zero;
    return form.number("staffOnPost").times(qualifyingMonths()).times(exact(200));
  };
  return {
    conditions: {
      registeredBefore2021: () => form.text("registeredOn") < "2021-01-01",
      paidAsRequired: () => form.yes("paidAsRequired"),
    },
    // The months are not asked, and so not counted, of those who do not claim as a difficult enterprise.
    values: { hireSubsidy, ...(form.answers.claimsDifficult ? { qualifyingMonths } : {}), difficultSubsidy },
    amount: () => hireSubsidy().plus(difficultSubsidy()),
    rows: { hires: () => form.rows("hires").map(judge) },
  };
}

/** Whether a month's revenue is down to 30 % of that of an earlier year. @param {Form} row */
function hasCollapsed(row) {
  return ["revenue2020", "revenue2019"]
    .filter((field) => row.has(field))
    .map((field) => row.number(field))
    .some((base) => base.numerator > 0n && row.number("revenue2021").atMost(base.times(exact("0.3"))));
}

/** @param {Random} random */
export function inputs(random) {
  const groups = ["difficultEmployment", "zeroEmploymentFamily", "recentGraduate", "registeredUnemployed"];
  const hire = () => ({
    employee: random.pick(["张三", "李四", "王五"]),
    category: random.chance(0.8) ? random.pick(groups) : "other",
    localHukou: mostlyYes(random),
    hiredOn: random.chance(0.5) ? "2021-05-06" : random.dayNear(["2021-01-01", "2021-12-31"]),
    insuredMonths: count(random, random.pick([0, 1, 5, 6, 7, 12])),
  });
  return {
    registeredOn: random.chance(0.5) ? "2015-06-01" : random.dayNear(["2021-01-01"]),
    paidAsRequired: mostlyYes(random),
    hires: random.rows(6, hire),
    claimsDifficult: random.chance(0.8),
    wagesPaid: mostlyYes(random),
    staffOnPost: count(random, random.pick([0, 1, random.int(2, 400), random.scaled(maxCount)])),
    revenues: random.rows(8, () => revenue(random)),
  };
}

/** A month's revenue, often next to 30 % of that of an earlier year. @param {Random} random */
function revenue(random) {
  const bases = [0, 0].map(() => random.pick([0, 10 * random.int(0, 1000), random.scaled(maxFen)]));
  const near = Math.max(0, Math.round(random.pick(bases) * 0.3) + random.int(-1, 1));
  const [base2020 = 0, base2019 = 0] = bases;
  const left = random.pick(["both", "revenue2020", "revenue2019"]);
  return {
    month: count(random, random.pick([random.int(1, 12), random.int(2, 5)])),
    revenue2021: cents(random, random.chance(0.8) ? near : random.scaled(maxFen)),
    revenue2020: left === "revenue2019" ? null : cents(random, base2020),
    revenue2019: left === "revenue2020" ? "" : cents(random, base2019),
  };
}
