import { exact } from "../fraction.mjs";
import { cents, count } from "../random.mjs";

/** @import { Form } from "../form.mjs" */
/** @import { Random } from "../random.mjs" */
/** @import { Rules } from "../index.mjs" */

/** Least figures of a large, a medium and a small enterprise, revenue and assets in 10 000 yuan. */
const sizeClasses = /** @type {Record<string, Record<string, [number, number, number]>>} */ ({
  agriculture: { revenue: [20000, 500, 50] },
  manufacturing: { employees: [1000, 300, 20], revenue: [40000, 2000, 300] },
  construction: { revenue: [80000, 6000, 300], assets: [80000, 5000, 300] },
  wholesale: { employees: [200, 20, 5], revenue: [40000, 5000, 1000] },
  retail: { employees: [300, 50, 10], revenue: [20000, 500, 100] },
  transport: { employees: [1000, 300, 20], revenue: [30000, 3000, 200] },
  warehousing: { employees: [200, 100, 20], revenue: [30000, 1000, 100] },
  postal: { employees: [1000, 300, 20], revenue: [30000, 2000, 100] },
  accommodation: { employees: [300, 100, 10], revenue: [10000, 2000, 100] },
  catering: { employees: [300, 100, 10], revenue: [10000, 2000, 100] },
  telecommunications: { employees: [2000, 100, 10], revenue: [100000, 1000, 100] },
  software: { employees: [300, 100, 10], revenue: [10000, 1000, 50] },
  realEstate: { revenue: [200000, 1000, 100], assets: [10000, 5000, 2000] },
  propertyManagement: { employees: [1000, 300, 100], revenue: [5000, 1000, 500] },
  leasingBusiness: { employees: [300, 100, 10], assets: [120000, 8000, 100] },
  other: { employees: [300, 100, 10] },
});

/** @param {Form} form @returns {Rules} */
export function rules(form) {
  const size = () => {
    const bounds = Object.entries(sizeClasses[form.text("industry")] ?? {});
    /** @param {number} place */
    const reaches = (place) => bounds.every(([field, least]) => exact(least[place] ?? 0).atMost(form.number(field)));
    return ["large", "medium", "small"].find((_, place) => reaches(place)) ?? "micro";
  };
  return { values: { enterpriseSize: size } };
}

/** @param {Random} random */
export function inputs(random) {
  const industry = random.pick(Object.keys(sizeClasses));
  const bounds = sizeClasses[industry] ?? {};
  /** @param {string} field @param {number} unit */
  const figure = (field, unit) => {
    const thresholds = (bounds[field] ?? [0]).map((least) => least * unit);
    return random.chance(0.8) ? random.near(thresholds) : random.scaled(10_000_000);
  };
  return {
    industry,
    employees: count(random, figure("employees", 1)),
    revenue: cents(random, figure("revenue", 100)),
    assets: cents(random, figure("assets", 100)),
  };
}
