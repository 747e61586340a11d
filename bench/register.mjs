// A register to measure with: the same rows again from the same seed.

import { Random } from "../tests/contract/oracle/random.mjs";

/** @param {number} length */
export function register(length) {
  const random = new Random(2024);
  return Array.from({ length }, () => {
    const insuredFullYear = random.chance(0.9);
    const start = random.int(1, 400);
    return {
      employerKind: random.chance(0.8) ? "enterprise" : random.pick(["lawFirm", "foundation", "socialOrganization"]),
      enterpriseSize: random.pick(["large", "medium", "small", "micro"]),
      paidAsRequired: random.chance(0.95),
      seriouslyDishonest: random.chance(0.05),
      insuredFullYear,
      insuredAtStart: start,
      insuredFirstMonth: start,
      // A row in a thousand is wrong.
      insuredAtEnd: random.chance(0.001) ? -1 : random.int(Math.floor(start * 0.85), Math.ceil(start * 1.05)),
      naturalAttrition: random.int(0, 3),
      premiumsPaid: random.scaled(100_000_000) / 100,
    };
  });
}

/**
 * The register by columns, with numbers in typed arrays or not.
 * @param {ReturnType<typeof register>} rows
 * @param {boolean} typed
 */
export function columnsOf(rows, typed) {
  const counts = /** @type {const} */ (["insuredAtStart", "insuredFirstMonth", "insuredAtEnd", "naturalAttrition"]);
  const others = /** @type {const} */ ([
    "employerKind",
    "enterpriseSize",
    "paidAsRequired",
    "seriouslyDishonest",
    "insuredFullYear",
  ]);
  const premiumsPaid = rows.map((row) => row.premiumsPaid);
  return {
    ...Object.fromEntries(others.map((field) => [field, rows.map((row) => row[field])])),
    ...Object.fromEntries(
      counts.map((field) => {
        const column = rows.map((row) => row[field]);
        return [field, typed ? Int32Array.from(column) : column];
      }),
    ),
    premiumsPaid: typed ? Float64Array.from(premiumsPaid) : premiumsPaid,
  };
}
