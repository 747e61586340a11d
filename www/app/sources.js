/**
 * Where engine and policies are. The page says it, so that its script stays the same when only they change.
 * @type {{ module: string, whole: string, fallback: string, packs: URL }}
 */
export const sources = readSources();

/** The page of a policy or a question is another way in: from here on, all addresses are those of the page of the site. */
const { place } = /** @type {HTMLElement | null} */ (document.querySelector("[data-place]"))?.dataset ?? {};
if (place) {
  // They are asked for later, and their addresses are looked up only then.
  for (const link of document.querySelectorAll("link[rel=manifest], link[rel=apple-touch-icon]"))
    link.setAttribute("href", /** @type {HTMLLinkElement} */ (link).href);
  // Other fragments lead to a rule on it.
  const { hash, search } = location;
  const home = "../".repeat(place.replace(/\?.*/, "").split("/").length - 1);
  history.replaceState(history.state, "", `${home}${search}${hash.startsWith("#/") ? hash : place}`);
}

function readSources() {
  const { href, dataset } = /** @type {HTMLLinkElement} */ (document.querySelector("link[data-fallback]"));
  const addressOf = (/** @type {string | undefined} */ path) => new URL(path ?? "", location.href);
  const { whole, fallback, packs } = dataset;
  // The list of questions is asked for later, too.
  dataset.packs = addressOf(packs).href;
  return { module: href, whole: addressOf(whole).href, fallback: addressOf(fallback).href, packs: addressOf(packs) };
}
