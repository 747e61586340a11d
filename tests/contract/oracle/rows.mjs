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

/** Whatever its width, case and spaces. @param {string} text */
export const normalized = (text) => text.normalize("NFKC").replace(/\s/g, "").toUpperCase();

/**
 * Judges people in the order in which they came: nobody counts twice. The reasons beside that come first.
 * @param {Form[]} rows
 * @param {string} cameOn
 * @param {(row: Form) => [string, boolean][]} reasons
 * @returns {{ accepted: boolean, reasons: string[] }[]}
 */
export function judgedPeople(rows, cameOn, reasons) {
  /** @type {Set<string>} */
  const counted = new Set();
  /** @type {Map<Form, { accepted: boolean, reasons: string[] }>} */
  const results = new Map();
  for (const row of [...rows].sort((a, b) => Date.parse(a.text(cameOn)) - Date.parse(b.text(cameOn)))) {
    const identity = normalized(row.text("identityNumber"));
    const result = judged([...reasons(row), ["same-person", counted.has(identity)]]);
    if (result.accepted) counted.add(identity);
    results.set(row, result);
  }
  return rows.map((row) => results.get(row) ?? judged([]));
}
