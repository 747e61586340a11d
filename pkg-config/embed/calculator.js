import "../../www/elements/calculator.js";
import { startEngine } from "../../www/engine.js";

/** Name and hash of the engine's file, from the build. @type {{ name: string, integrity: string, fallback: string }} */
const engine = ENGINE;

/**
 * Starts the engine that belongs to this script and lies beside it.
 * @param {string} address of the script
 * @param {boolean} withoutWebAssembly where the page forbids WebAssembly, and an attempt would be reported
 */
export function startAt(address, withoutWebAssembly) {
  const fallback = new URL(engine.fallback, address);
  if (withoutWebAssembly) {
    startEngine(async (imports) => (await import(fallback.href)).default(imports));
  } else {
    // Whoever checks the hash of the script has thereby checked the engine.
    startEngine(new Request(new URL(engine.name, address), { integrity: engine.integrity }), fallback);
  }
}
