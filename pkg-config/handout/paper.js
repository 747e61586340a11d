/** In which language it is written: the handout's own. */
export const paperLanguage = document.documentElement.lang;

/**
 * Shows what a handout says without scripts, or what stands in its place.
 * @param {boolean} shown
 * @param {HTMLElement} live what stands in its place
 */
export function showPaper(shown, live) {
  const style = /** @type {HTMLStyleElement} */ (document.querySelector("head > style"));
  style.disabled = !shown;
  document.documentElement.className = "";
  const parts = /** @type {HTMLElement[]} */ ([...document.body.children]);
  for (const part of parts) if (part !== live && part.localName !== "script") part.hidden = !shown;
}

/** What the rules on paper are that a policy has ids for. */
const KINDS = ["", "parameter-", "input-", "value-", "table-", "column-", "check-"];

/**
 * Where a rule stands on paper.
 * @param {string} rule as links name it
 */
export function onPaper(rule) {
  const name = rule.replace(".", "-");
  return KINDS.map((kind) => document.getElementById(kind + name)).find(Boolean);
}
