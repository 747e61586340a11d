/** @import { Locale } from "wengang" */

/**
 * One line of a formula: the words that it begins with ("否则 如果"), and what follows them.
 * @typedef {{ words: string, text: string, depth: number }} FormulaLine
 */

/** Keywords with what must stand around them, so that no name is torn apart. */
const KEYWORDS = {
  "zh-CN": { pattern: /(^|[\s）])(如果|则|否则)(?=[\s（])/g, words: ["如果", "则", "否则"] },
  en: { pattern: /(^|[\s)])(if|then|else)(?=[\s(])/g, words: ["if", "then", "else"] },
};

/**
 * A formula in lines that begin at its keywords. Where the keywords do not pair up, it stays one line.
 * @param {string} formula
 * @param {Locale} locale
 * @returns {FormulaLine[]}
 */
export function formulaLines(formula, locale) {
  const { pattern, words: keywords } = KEYWORDS[locale];
  const [ifWord = "", thenWord = "", elseWord = ""] = keywords;
  const parts = split(formula, pattern);
  /** @type {FormulaLine[]} */
  const lines = [];
  let next = 0;

  /** @param {string} word */
  const take = (word) => {
    if (parts[next] !== word) return false;
    next += 1;
    return true;
  };

  /**
   * @param {string} words
   * @param {number} depth
   * @returns {boolean}
   */
  const write = (words, depth) => {
    lines.push({ words, text: parts[next] ?? "", depth });
    next += 1;
    return lines[lines.length - 1]?.text !== "";
  };

  /**
   * @param {string[]} words
   * @param {number} depth
   * @returns {boolean} whether it was well formed
   */
  const read = (words, depth) => {
    if (!take(ifWord)) return write(words.join(" "), depth);
    if (!write([...words, ifWord].join(" "), depth) || !take(thenWord)) return false;
    const inner = parts[next] === ifWord ? depth + 1 : depth;
    return read([thenWord], inner) && take(elseWord) && read([elseWord], depth);
  };

  return read([], 0) && next === parts.length ? lines : [{ words: "", text: formula, depth: 0 }];
}

/**
 * Keywords outside of brackets, and the texts between them.
 * @param {string} formula
 * @param {RegExp} pattern
 */
function split(formula, pattern) {
  /** @type {string[]} */
  const parts = [];
  let from = 0;
  formula.replace(pattern, (match, before = "", word = "", index = 0) => {
    const start = index + before.length;
    if (!bracketsOpen(formula.slice(0, start))) {
      parts.push(formula.slice(from, start).trim(), word);
      from = start + word.length;
    }
    return match;
  });
  parts.push(formula.slice(from).trim());
  return parts.filter(Boolean);
}

/** @param {string} text */
function bracketsOpen(text) {
  return (text.match(/[(（]/g)?.length ?? 0) > (text.match(/[)）]/g)?.length ?? 0);
}
