import "./parts/core.js";
import { keepForOffline } from "./app/offline.js";
import { startEngine } from "./shared/engine.js";
import { allHere, atRest, loadRest } from "./shared/later.js";

// The page says where the engine is, so that this script stays the same when only the policies change.
const { href, dataset } = /** @type {HTMLLinkElement} */ (document.querySelector("link[data-fallback]"));
startEngine(href, dataset.fallback);

// The rest waits for the first view, and where the network has failed, for the network.
addEventListener("wengang-shown", () => atRest(loadRest), { once: true });
addEventListener("online", () => loadRest());
allHere.then(async () => {
  // The worker fetches what the page has just loaded.
  await keepForOffline();
  // From here on, the page asks for nothing.
  performance.mark("wengang-loaded");
});
