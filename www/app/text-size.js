/** Sizes of text in the mode for older readers, in pixels of an unmagnified page. */
export const LARGE_SIZES = [20, 24, 30];

/**
 * Through the tokens that an embedding page has too.
 * @param {HTMLElement} element
 * @param {number} large index of the size; -1 for the ordinary one
 */
export function setTextSize(element, large) {
  const size = LARGE_SIZES[large];
  element.toggleAttribute("large", size !== undefined);
  if (size) element.style.setProperty("--wengang-text", `${size / 16}rem`);
  else element.style.removeProperty("--wengang-text");
}
