// The engine as JavaScript: it runs in every browser that can show the page, and one form of it is all that a file has room for.
// The policies of the file stand in it, where unpack.js has left them.
import "../../www/shared/older-browsers.js";
import instantiate from "../../build/wasm-page/wengang_bg.wasm.js";
import { startEngine } from "../../www/shared/engine.js";

const { textContent } = /** @type {HTMLElement} */ (document.getElementById("policies"));
startEngine({ module: Object.assign(instantiate, { policies: textContent }) });
