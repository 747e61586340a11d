// shanghai-2024-stabilisation-refund as one would write it for itself, with decimal.js: what the package is measured by.

import { Decimal } from "decimal.js";

/**
 * @typedef {{ field: string, code: string }} Problem
 * @typedef {(field: string) => unknown} Answers
 */

const kinds = new Set([
  "enterprise",
  "socialOrganization",
  "foundation",
  "socialServiceAgency",
  "lawFirm",
  "accountingFirm",
  "selfEmployedUnit",
]);
const sizes = new Set(["large", "medium", "small", "micro"]);

const zero = new Decimal(0);
const one = new Decimal(1);
const maxCount = new Decimal(100_000_000);
const maxMoney = new Decimal(1_000_000_000_000);
const smallUnit = new Decimal(30);
const smallUnitLimit = new Decimal("0.2");
const generalLimit = new Decimal("0.055");
const largeRate = new Decimal("0.3");
const otherRate = new Decimal("0.6");

/**
 * @param {unknown} value
 * @param {Decimal} min
 * @param {Decimal} max
 * @param {number} places
 */
function readNumber(value, min, max, places) {
  if (typeof value !== "number" && typeof value !== "string") return "wrong-type";
  let number;
  try {
    number = new Decimal(typeof value === "number" ? value : value.normalize("NFKC").replaceAll(",", ""));
  } catch {
    return "not-a-number";
  }
  if (!number.isFinite()) return "not-a-number";
  if (number.decimalPlaces() > places) return places === 0 ? "not-an-integer" : "too-many-decimals";
  return number.lt(min) || number.gt(max) ? "out-of-range" : number;
}

/** @param {unknown} value @param {Set<string>} choices */
function readChoice(value, choices) {
  if (typeof value !== "string") return { code: "wrong-type" };
  return choices.has(value) ? value : { code: "unknown-choice" };
}

/**
 * @param {Answers} answer
 * @param {Problem[]} problems
 */
function refund(answer, problems) {
  /** @param {string} field @param {Decimal} min @param {Decimal} max @param {number} places */
  const number = (field, min, max, places) => {
    const number = readNumber(answer(field), min, max, places);
    if (typeof number !== "string") return number;
    problems.push({ field, code: number });
    return one;
  };
  /** @param {string} field @param {Set<string>} choices */
  const choice = (field, choices) => {
    const choice = readChoice(answer(field), choices);
    if (typeof choice === "string") return choice;
    problems.push({ field, code: choice.code });
    return "";
  };
  /** @param {string} field */
  const yes = (field) => {
    const value = answer(field);
    if (typeof value !== "boolean") problems.push({ field, code: "wrong-type" });
    return value === true;
  };
  const kind = choice("employerKind", kinds);
  const size = kind === "enterprise" ? choice("enterpriseSize", sizes) : "";
  const paid = yes("paidAsRequired");
  const dishonest = yes("seriouslyDishonest");
  const base = number(yes("insuredFullYear") ? "insuredAtStart" : "insuredFirstMonth", one, maxCount, 0);
  const atEnd = number("insuredAtEnd", zero, maxCount, 0);
  const attrition = number("naturalAttrition", zero, maxCount, 0);
  const premiums = number("premiumsPaid", zero, maxMoney, 2);

  const layoffRate = one.minus(atEnd.plus(attrition).div(base));
  const layoffRateLimit = atEnd.lte(smallUnit) ? smallUnitLimit : generalLimit;
  const refundRate = size === "large" ? largeRate : otherRate;
  const eligible = paid && !dishonest && layoffRate.lte(layoffRateLimit);
  const amount = eligible ? premiums.times(refundRate).toDecimalPlaces(2, Decimal.ROUND_HALF_UP) : zero;
  return { eligible, amount, layoffRate, layoffRateLimit, refundRate };
}

/** @param {Decimal} number */
const plain = (number) => number.toDecimalPlaces(10, Decimal.ROUND_HALF_UP).toFixed();

/** @param {Record<string, unknown>} inputs */
export function evaluate(inputs) {
  /** @type {Problem[]} */
  const problems = [];
  const { eligible, amount, ...values } = refund((field) => inputs[field], problems);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return {
    eligibility: eligible ? "eligible" : "ineligible",
    amount: amount.toFixed(2),
    values: {
      layoffRate: plain(values.layoffRate),
      layoffRateLimit: plain(values.layoffRateLimit),
      refundRate: plain(values.refundRate),
    },
  };
}

/** @param {Record<string, ArrayLike<unknown>>} columns */
export function evaluateColumns(columns) {
  const length = columns.employerKind?.length ?? 0;
  const eligibility = new Uint8Array(length);
  const amountFen = new BigInt64Array(length);
  /** @type {(Problem & { row: number })[]} */
  const errors = [];
  for (let row = 0; row < length; row += 1) {
    /** @type {Problem[]} */
    const problems = [];
    const { eligible, amount } = refund((field) => columns[field]?.[row], problems);
    eligibility[row] = problems.length > 0 ? 255 : eligible ? 1 : 2;
    amountFen[row] = problems.length > 0 ? -1n : BigInt(amount.times(100).toNumber());
    for (const problem of problems) errors.push({ row, ...problem });
  }
  return { eligibility, amountFen, errors };
}
