import { scriptAddress } from "../shared/script-address.js";

/** Keeps the page for visits without a network, where browser and address allow it; a frame of another page does not. */
export function keepForOffline() {
  if (!("serviceWorker" in navigator) || window !== top) return;
  // The worker fetches what the page has just loaded: not before the page is there, and at rest.
  const register = async () => {
    try {
      await navigator.serviceWorker.register(scriptAddress("./sw.js"));
    } catch {
      // Not here.
    }
  };
  const atRest = window.requestIdleCallback ?? setTimeout;
  if (document.readyState === "complete") atRest(register);
  else addEventListener("load", () => atRest(register));
}
