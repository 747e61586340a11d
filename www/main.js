import "./parts/core.js";
import { keepForOffline } from "./app/offline.js";
import { sources } from "./app/sources.js";
import { readAddress } from "./shared/address.js";
import { startEngine } from "./shared/engine.js";
import { allHere, atRest, loadRest } from "./shared/later.js";
import { stockUp } from "./shared/stock.js";

// A link needs a line or two of the catalogue, however many policies there are.
const { place } = readAddress(location.hash);
startEngine({ ...sources, policies: [], ...("policy" in place ? { entry: place.policy } : {}) });

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
