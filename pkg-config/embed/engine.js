// The engine as JavaScript, in a classic script: leaves it at its tag, where beside.js finds it.
import instantiate from "../../build/wasm-page/wengang_bg.wasm.js";

Object.assign(/** @type {HTMLScriptElement} */ (document.currentScript), { instantiate });
