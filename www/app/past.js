/** @import { Assessment } from "wengang" */

/**
 * What came out at some time, with what it rested on: the day, the versions of policy and engine. The engine's is empty where it was not
 * noted.
 * @typedef {{ on: string, version: string, engine: string, eligibility: Assessment["eligibility"], amount: string | null }} Past
 */

/**
 * A past result as it is written: the verdict and, where there is one, the amount are one word each.
 * @param {Past} past
 */
export function resultOf({ on, version, engine, eligibility, amount }) {
  return { on, version, ...(engine && { engine }), result: [eligibility, amount].filter(Boolean).join(" ") };
}

/**
 * What is said to have come out, if it is said in that form.
 * @param {Record<string, unknown>} written
 * @returns {{ past?: Past }}
 */
export function pastOf(written) {
  const [on, version, engine, result] = ["on", "version", "engine", "result"].map((key) => String(written[key] ?? ""));
  const [, eligibility, amount = null] =
    /^(eligible|ineligible|undetermined|not-assessed)(?: (\d{1,15}\.\d\d)(?:\s.*)?)?$/.exec(result ?? "") ?? [];
  if (!eligibility || !on || !isDay(on) || !version || !/^[0-9a-f]{1,24}$/.test(version)) return {};
  const past = { on, version, engine: /^\d[\w.+-]{0,40}$/.exec(engine ?? "")?.[0] ?? "", amount };
  return { past: { ...past, eligibility: /** @type {Past["eligibility"]} */ (eligibility) } };
}

/**
 * Whether the same came out.
 * @param {Pick<Past, "eligibility" | "amount">} one
 * @param {Pick<Past, "eligibility" | "amount">} other
 */
export function sameResult(one, other) {
  return one.eligibility === other.eligibility && one.amount === other.amount;
}

/** @param {string} text */
function isDay(text) {
  if (!/^2[01]\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
