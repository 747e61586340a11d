// Styles of elements in browsers without constructed style sheets: Safari before 16.4, Firefox before 101, Chromium before 73.
// Lit makes style elements there, which a content security policy may forbid. A sheet from a file it allows, and scripts may
// add to a sheet that is there.

import { adoptStyles, supportsAdoptingStyleSheets } from "lit";

/** @import { CSSResultOrNative } from "lit" */

/** A link to a sheet without a rule for anything in a shadow root. A file that stands alone has none, and no such policy. */
let carrier = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[data-carrier]"));

/** @param {HTMLLinkElement} link */
export function carryStylesBy(link) {
  carrier = link;
}

export function hasCarrier() {
  return !supportsAdoptingStyleSheets && carrier !== null;
}

/**
 * @param {ShadowRoot} root
 * @param {CSSResultOrNative[]} styles
 * @returns {Promise<void> | undefined} settled when they are there, where that is not at once
 */
export function carryStyles(root, styles) {
  const link = /** @type {HTMLLinkElement} */ (carrier?.cloneNode());
  /** @type {CSSStyleSheet | null} */
  let carrying = null;
  const carry = () => {
    const { sheet } = link;
    if (!sheet || sheet === carrying) return;
    // In one rule, as browsers then pass over what they do not know.
    sheet.insertRule(`@media all{${styles.join("")}}`, 0);
    carrying = sheet;
  };
  const loaded = new Promise((resolve) => {
    // Again where the element is put elsewhere: the sheet is then a new one.
    link.onload = () => resolve(carry());
    // Off the network, say: as good, unless a policy forbids it.
    link.onerror = () => resolve(adoptStyles(root, styles));
  });
  root.append(link);
  try {
    carry();
  } catch {
    // Firefox shows sheets that are still being loaded.
  }
  return carrying ? undefined : loaded;
}
