/** A name or a value of a setting, as pages have them: nothing that could be taken for a sentence. */
const PLAIN = /^[\w.#%:/+-]{0,60}$/;

/** @param {string} text */
export function isQuotable(text) {
  return PLAIN.test(text);
}

/**
 * A text of the page around, or of the address, as the calculator may repeat it. Whoever writes an address could otherwise make it say
 * what they like, in the name of the site.
 * @param {string} text
 */
export function quotable(text) {
  return isQuotable(text) ? text : "…";
}
