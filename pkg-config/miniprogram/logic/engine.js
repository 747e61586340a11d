import init from "wengang";
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

/** Each policy is read when it is first asked for. Once is enough; after a failure it can be tried again. */
export function startEngine() {
  const read = (/** @type {string} */ file) => bytesOf(packs[file]?.() ?? "");
  return init({ module: instantiate, packs: { catalogue, read } });
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** WeChat has no `atob`. @param {string} base64 */
function bytesOf(base64) {
  const bytes = new Uint8Array(Math.floor((base64.replace(/=+$/, "").length * 3) / 4));
  let [bits, count, at] = [0, 0, 0];
  for (const digit of base64) {
    bits = (bits << 6) | DIGITS.indexOf(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[at++] = bits >> count;
    bits &= (1 << count) - 1;
  }
  return bytes;
}
