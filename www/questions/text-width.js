/**
 * Roughly how wide a text is in digits, a Chinese character counting twice.
 * @param {string} text
 */
export function width(text) {
  return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}
