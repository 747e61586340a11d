import { html } from "lit";

/** @import { TemplateResult } from "lit" */

const CHINESE = /[\u4e00-\u9fff]/;
/** Abbreviations stand in Chinese texts too. */
const ENGLISH = /[a-z]{3}/;

/**
 * A text of a policy. Where a policy is published in Chinese only, it stands in the English interface as it is: marked, so
 * that it is read aloud and drawn as Chinese.
 * @param {string} text
 * @param {string} locale
 * @returns {string | TemplateResult}
 */
export function worded(text, locale) {
  if (locale !== "en" || !CHINESE.test(text) || ENGLISH.test(text)) return text;
  return html`<span lang="zh-CN">${text}</span>`;
}
