import { chinese } from "./zh-cn.js";

/** @import { Locale } from "wengang" */
/** @import { Messages } from "./zh-cn.js" */

/** Each part brings the texts that it has before it is drawn. */
const first = /** @type {Messages} */ (chinese);
/** @type {Partial<Record<Locale, Messages>>} */
const spoken = { "zh-CN": first };

/** @param {Locale} locale */
export function speaks(locale) {
  return locale in spoken;
}

/**
 * @param {Locale} locale
 * @returns {Messages} in Chinese as long as there is nothing else
 */
export function messagesIn(locale) {
  return spoken[locale] ?? first;
}

/**
 * @param {Locale} locale
 * @param {Partial<{ [Section in keyof Messages]: unknown }>} more
 */
export function addMessages(locale, more) {
  /** @type {Record<string, unknown>} */
  const known = { ...spoken[locale] };
  for (const [section, texts] of Object.entries(more)) {
    const before = known[section];
    known[section] = before && typeof texts === "object" ? { ...before, ...texts } : texts;
  }
  spoken[locale] = /** @type {Messages} */ (/** @type {unknown} */ (known));
}
