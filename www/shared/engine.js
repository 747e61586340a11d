import init from "wengang";

/** @type {(started: Promise<void>) => void} */
let start;

/** Settles when the engine can be called. Elements wait for it, whoever starts the engine and with which module. */
export const engineReady = new Promise((resolve) => {
  start = resolve;
});

/**
 * Loads the engine; an entry point calls this once.
 * @param {Parameters<typeof init>} sources the module and its fallback, where they do not lie beside the script
 */
export function startEngine(...sources) {
  start(init(...sources));
}
