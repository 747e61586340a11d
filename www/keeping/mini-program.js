/** @import { Assessment, Description, Locale } from "wengang" */
/** @import { Evaluation } from "../answers/evaluation.js" */

/**
 * WeChat's script gives pages this, everywhere; it does something within a mini-program only.
 * @typedef {{ postMessage(message: { data: object }): void, navigateTo(page: { url: string }): void }} MiniProgram
 */

/**
 * The mini-program around this page; undefined where there is none, or the page has no way to talk to it. WeChat may say so late.
 * @returns {MiniProgram | undefined}
 */
export function miniProgram() {
  const { __wxjs_environment: environment, wx } = /** @type {any} */ (window);
  const around = environment === "miniprogram" || /miniProgram/.test(navigator.userAgent);
  return around ? wx?.miniProgram : undefined;
}

/**
 * A result as it is handed over: what was filled in, from which it is worked out again, and what came out, so that it shows
 * where the rules have changed in between.
 * @typedef {object} KeptResult
 * @property {string} policy
 * @property {string} version of the policy
 * @property {Record<string, unknown>} inputs
 * @property {Assessment["eligibility"]} eligibility
 * @property {string | null} amount
 * @property {string} on the day
 * @property {Locale} locale
 */

/** The page of our mini-program that shows a result and keeps it. */
const RESULT_PAGE = "/pages/result/result";

/** WeChat says nothing of how long an address may be; this much is known to pass. */
const LONGEST_ADDRESS = 2000;

/**
 * @param {Description} description
 * @param {Evaluation} evaluation
 * @param {{ day: string, locale: Locale }} context
 * @returns {KeptResult}
 */
export function keptResult({ id, version }, { inputs, assessment }, { day, locale }) {
  const { eligibility, amount } = assessment;
  return { policy: id, version, inputs, eligibility, amount, on: day, locale };
}

/**
 * Where the mini-program shows a result; undefined for one that is too long for an address.
 * @param {KeptResult} result
 */
export function resultAddress(result) {
  const address = `${RESULT_PAGE}?result=${encodeURIComponent(JSON.stringify(result))}`;
  return address.length > LONGEST_ADDRESS ? undefined : address;
}

/**
 * What an address holds, which WeChat decodes in some ways of opening a page and not in others; undefined where it is none.
 * @param {string | undefined} text
 * @returns {KeptResult | undefined}
 */
export function readResult(text = "") {
  try {
    const { policy, inputs, ...rest } = JSON.parse(text.startsWith("{") ? text : decodeURIComponent(text));
    return typeof policy === "string" && typeof inputs === "object" ? { policy, inputs, ...rest } : undefined;
  } catch {
    return undefined;
  }
}
