import init from "wengang";
import { startEngine as tellStarted } from "../../../www/shared/engine.js";
import { unpacked } from "../../compressed/read.js";
import { catalogue, packs } from "./packs/index.js";

/** In the package; WeChat unpacks brotli since base library 2.14. */
const MODULE = "/engine/wengang_bg.wasm.br";

/**
 * WeChat's own loader, or the same engine as JavaScript where that is missing or refuses the module.
 * @param {WebAssembly.Imports} imports
 */
async function instantiate(imports) {
  if (typeof WXWebAssembly !== "undefined") {
    try {
      return await WXWebAssembly.instantiate(MODULE, imports);
    } catch (error) {
      console.warn("WXWebAssembly refused the module; the same engine runs as JavaScript, more slowly.", error);
    }
  }
  const fallback = await import("./fallback.js");
  return fallback.default(imports);
}

/** Each policy is read when it is first asked for. */
const sources = {
  module: instantiate,
  packs: {
    catalogue,
    read: (/** @type {string} */ file) => {
      const pack = packs[file]?.();
      return pack ? unpacked(pack) : new Uint8Array();
    },
  },
};

/** Once is enough; after a failure it can be tried again. */
export async function startEngine() {
  await init(sources);
  tellStarted(sources);
}
