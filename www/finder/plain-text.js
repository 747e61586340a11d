/** Text in the form in which it is searched: width, case, script and apostrophes make no difference. */

import { list } from "./list-of-places.js";

/** @type {Map<string, string>} */
const simplified = new Map();

function readTable() {
  for (let at = 0; at < list.traditional.length; at += 2)
    simplified.set(list.traditional.charAt(at), list.traditional.charAt(at + 1));
}

/** @param {string} text */
export function plain(text) {
  if (simplified.size === 0) readTable();
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/([a-z])['’]([a-z])/g, "$1$2")
    .replace(/[\u4e00-\u9fff]/g, (character) => simplified.get(character) ?? character);
}
