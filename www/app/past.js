/** @import { Assessment } from "wengang" */

/**
 * The result at the time when a link was made, with what it rested on.
 * @typedef {{ on: string, version: string, eligibility: Assessment["eligibility"], amount: string | null }} Past
 */

/**
 * A past result as it is written: the verdict and, where there is one, the amount are one word each.
 * @param {Past} past
 */
export function resultOf({ on, version, eligibility, amount }) {
  return { on, version, result: [eligibility, amount].filter(Boolean).join(" ") };
}

/**
 * What is said to have come out, if it is said in that form.
 * @param {string} on
 * @param {string} version
 * @param {string} result
 * @returns {{ past?: Past }}
 */
export function pastOf(on, version, result) {
  const [, eligibility, amount = null] =
    /^(eligible|ineligible|undetermined|not-assessed)(?: (\d{1,15}\.\d\d)(?:\s.*)?)?$/.exec(result) ?? [];
  if (!eligibility || !isDay(on) || !/^[0-9a-f]{1,24}$/.test(version)) return {};
  return { past: { on, version, eligibility: /** @type {Past["eligibility"]} */ (eligibility), amount } };
}

/** @param {string} text */
function isDay(text) {
  if (!/^2[01]\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
