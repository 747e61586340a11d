import "./shared/older-browsers.js";
import "./app/page.js";
import { keepForOffline } from "./app/offline.js";
import { startEngine } from "./shared/engine.js";

// The page says where the engine is, so that this script stays the same when only the policies change.
const { href, dataset } = /** @type {HTMLLinkElement} */ (document.querySelector("link[data-fallback]"));
startEngine(href, dataset.fallback);
keepForOffline();
