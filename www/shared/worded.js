import { html } from "lit";

/** @import { TemplateResult } from "lit" */

const CHINESE = /[\u4e00-\u9fff]/;
/** Abbreviations stand in Chinese texts too. */
const ENGLISH = /[a-z]{3}/;

/**
 * Whether a text has no English for readers of the English interface.
 * @param {string} text
 * @param {string} locale
 */
export function isOnlyChinese(text, locale) {
  return locale === "en" && CHINESE.test(text) && !ENGLISH.test(text);
}

/**
 * A text of a policy. Where a policy is published in Chinese only, it stands in the English interface as it is: marked, so
 * that it is read aloud and drawn as Chinese.
 * @param {string} text
 * @param {string} locale
 * @returns {string | TemplateResult}
 */
export function worded(text, locale) {
  return isOnlyChinese(text, locale) ? html`<span lang="zh-CN">${text}</span>` : text;
}
