/**
 * Shows what a handout says without scripts, or what stands in its place.
 * @param {boolean} shown
 * @param {HTMLElement} live what stands in its place
 */
export function showPaper(shown, live) {
  const style = /** @type {HTMLStyleElement} */ (document.querySelector("head > style"));
  style.disabled = !shown;
  // The one that loads after it is for both.
  const parts = /** @type {HTMLElement[]} */ ([...document.body.children]);
  for (const part of parts) if (part !== live && part.localName !== "script") part.hidden = !shown;
}
