import { exact, larger, smaller, sum } from "../fraction.mjs";
import { cents, count, maxCount } from "../random.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Random } from "../random.mjs" */
/** @import { Rules } from "../index.mjs" */

/** Limits of the monthly base in Shanghai: first month, lower, upper. */
const baseLimits = /** @type {[string, number, number][]} */ ([
  ["2018-04", 4279, 21396],
  ["2019-04", 4699, 23496],
  ["2019-05", 4927, 24633],
  ["2020-07", 4927, 28017],
  ["2021-07", 5975, 31014],
  ["2022-07", 6520, 34188],
  ["2023-07", 7310, 36549],
  ["2024-07", 7384, 36921],
  ["2025-07", 7460, 37302],
]);

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  /** @param {Form} row */
  const premium = (row) => {
    const month = `${form.number("year")}-${row.number("month").toString().padStart(2, "0")}`;
    const [, lower = 0, upper = 0] = baseLimits.filter(([from]) => from <= month).pop() ?? [];
    const base = smaller(larger(row.number("averageBase"), exact(lower)), exact(upper));
    return row.number("headcount").times(base).times(exact("0.01"));
  };
  const premiums = () => sum(form.rows("payroll").map(premium));
  return {
    values: { premiums },
    amount: premiums,
    warnings: { "relief-year": () => ["2020", "2022"].includes(form.number("year").toString()) },
  };
}

/** @param {Random} random */
export function inputs(random) {
  const limits = baseLimits.flatMap(([, lower, upper]) => [100 * lower, 100 * upper]);
  const row = () => ({
    month: count(random, random.pick([3, 4, 5, 6, 7, random.int(1, 12)])),
    headcount: count(random, random.pick([0, 1, 3, random.int(1, 500), random.scaled(maxCount)])),
    averageBase: cents(random, random.chance(0.6) ? random.near(limits) : random.scaled(10_000_000)),
  });
  return { year: count(random, random.int(2019, 2025)), payroll: random.rows(14, row) };
}
