import "./older-browsers.js";
import "./elements/page.js";
import { startEngine } from "./engine.js";
import { keepForOffline } from "./offline.js";

// The page says where the engine is, so that this script stays the same when only the policies change.
const { href, dataset } = /** @type {HTMLLinkElement} */ (document.querySelector("link[data-fallback]"));
startEngine(href, dataset.fallback);
keepForOffline();
