/** @import { Form } from "./form.mjs" */

/**
 * The row's reasons, those of the pairs that apply.
 * @param {[string, boolean][]} pairs
 * @returns {{ accepted: boolean, reasons: string[] }}
 */
export function judged(pairs) {
  const reasons = pairs.filter(([, applies]) => applies).map(([code]) => code);
  return { accepted: reasons.length === 0, reasons };
}

/**
 * @param {Form[]} rows
 * @param {(row: Form) => { accepted: boolean }} judge
 */
export const acceptedOf = (rows, judge) => rows.filter((row) => judge(row).accepted);
