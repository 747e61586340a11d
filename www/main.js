import "./elements/page.js";
import { startEngine } from "./engine.js";
import { keepForOffline } from "./offline.js";

// The page says where the engine is, so that this script stays the same when only the policies change.
const { href, dataset } = /** @type {HTMLLinkElement} */ (document.querySelector("link[data-fallback]"));
/** @type {any} */
const sources = [href, dataset.fallback];
startEngine(...sources);
keepForOffline();
