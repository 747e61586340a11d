import { scriptAddress } from "../shared/script-address.js";

/**
 * Keeps the page for visits without a network, where browser and address allow it; a frame of another page does not. Settles when
 * everything is kept, or nothing can be.
 */
export async function keepForOffline() {
  if (!("serviceWorker" in navigator) || window !== top) return;
  try {
    const { installing } = await navigator.serviceWorker.register(scriptAddress("./sw.js"));
    if (installing) await new Promise((settle) => installing.addEventListener("statechange", settle, { once: true }));
  } catch {
    // Not here.
  }
}
