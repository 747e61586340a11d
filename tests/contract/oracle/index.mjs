// What the facts say a second time, in exact fractions and as plainly as it reads, to compare the package with: a file a policy
// in policies/, named after it and listed in policies.mjs.

import { Form, known } from "./form.mjs";
import { oracles } from "./policies.mjs";

/**
 * @import { Fraction } from "./fraction.mjs"
 * @import { Random } from "./random.mjs"
 *
 * @typedef {{ accepted: boolean, reasons: string[] } | { class: string }} Row
 *
 * Every entry is computed by itself, as far as its answers are given.
 * @typedef {{
 *   conditions?: Record<string, () => boolean>,
 *   values: Record<string, () => Fraction | string | boolean>,
 *   amount?: () => Fraction,
 *   parts?: Record<string, () => Fraction>,
 *   rows?: Record<string, () => Row[]>,
 *   warnings?: Record<string, () => boolean>,
 *   deadlines?: Record<string, () => string>,
 * }} Rules
 *
 * Inputs of its own where the general ones would hardly ever meet the policy's limits.
 * @typedef {{ rules: (form: Form) => Rules, inputs?: (random: Random) => Record<string, unknown> }} Oracle
 */

/**
 * What the facts say of valid inputs; null for what they do not settle yet.
 * @typedef {{
 *   eligibility: string,
 *   amount: string | null,
 *   parts: Record<string, string | null>,
 *   values: Record<string, string | null>,
 *   conditions: Record<string, boolean | null>,
 *   rows: Record<string, Row[] | null>,
 *   warnings: Record<string, boolean | null>,
 *   deadlines: Record<string, string | null>,
 * }} Expected
 */

/**
 * @param {string} policy
 * @param {Record<string, unknown>} inputs
 * @returns {Expected}
 */
export function expectedOf(policy, inputs) {
  const rules = oracles[policy]?.rules(new Form(inputs));
  if (!rules) throw new Error(`no oracle of ${policy}`);
  const conditions = settled(rules.conditions, (met) => met);
  const eligibility = eligibilityOf(Object.values(conditions));
  const amount = amountOf(eligibility, rules.amount);
  return {
    eligibility,
    amount,
    // What an amount consists of is said with it.
    parts: settled(eligibility !== "ineligible" && amount !== null ? rules.parts : {}, (part) => part.toFixed(2)),
    values: settled(rules.values, String),
    conditions,
    rows: settled(rules.rows, (rows) => rows),
    warnings: settled(rules.warnings, (given) => given),
    deadlines: settled(rules.deadlines, (date) => date),
  };
}

/**
 * @template T, U
 * @param {Record<string, () => T> | undefined} computations
 * @param {(result: T) => U} convert
 * @returns {Record<string, U | null>}
 */
function settled(computations = {}, convert) {
  const entries = Object.entries(computations).map(([id, compute]) => [id, known(() => convert(compute()))]);
  return Object.fromEntries(entries);
}

/** @param {(boolean | null)[]} conditions */
function eligibilityOf(conditions) {
  if (conditions.length === 0) return "not-assessed";
  if (conditions.includes(false)) return "ineligible";
  return conditions.includes(null) ? "undetermined" : "eligible";
}

/**
 * @param {string} eligibility
 * @param {(() => Fraction) | undefined} compute
 */
function amountOf(eligibility, compute) {
  if (eligibility === "ineligible") return "0.00";
  if (eligibility === "undetermined" || !compute) return null;
  return known(() => compute().toFixed(2));
}
