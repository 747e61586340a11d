/**
 * How texts are put in order. Made once for many comparisons, it is ten times as fast as comparing text by text, but WeChat has no such
 * thing.
 * @param {string} [locale] the browser's without it
 * @returns {(one: string, other: string) => number}
 */
export function collation(locale) {
  if (typeof Intl === "undefined") return (one, other) => one.localeCompare(other, locale);
  return new Intl.Collator(locale).compare;
}
