import "./parts/core.js";
import { keepForOffline } from "./app/offline.js";
import { startEngine } from "./shared/engine.js";
import { allHere, atRest, loadRest } from "./shared/later.js";
import { stockUp } from "./shared/stock.js";

// The page says where engine and policies are, so that this script stays the same when only they change.
const { href, dataset } = /** @type {HTMLLinkElement} */ (document.querySelector("link[data-fallback]"));
const packs = new URL(dataset.packs ?? "", location.href);
startEngine({ module: href, whole: dataset.whole, fallback: dataset.fallback, packs, policies: [] });

// The rest waits for the first view, and where the network has failed, for the network.
addEventListener("wengang-shown", () => atRest(loadRest), { once: true });
addEventListener("online", () => loadRest());
allHere.then(async () => {
  await stockUp();
  // The worker fetches what the page has just loaded.
  await keepForOffline();
  // From here on, the page asks for nothing.
  performance.mark("wengang-loaded");
});
