import "./shared/older-browsers.js";
import "./app/page.js";
import { keepForOffline } from "./app/offline.js";
import { stockUp } from "./app/stock.js";
import { startEngine } from "./shared/engine.js";

// The page says where engine and policies are, so that this script stays the same when only they change.
const { href, dataset } = /** @type {HTMLLinkElement} */ (document.querySelector("link[data-fallback]"));
const packs = new URL(dataset.packs ?? "", location.href);
startEngine({ module: href, fallback: dataset.fallback, packs, policies: [] });
stockUp();
keepForOffline();
