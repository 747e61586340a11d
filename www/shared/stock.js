import { catalogue } from "wengang";
import { engineReady, havePolicies } from "./engine.js";
import { NATIONWIDE } from "./nationwide.js";

/** What is fetched before anybody asks for it: bytes of all packs together. */
const MOST_BYTES = 2 ** 20;

/** How many are fetched at a time. */
const BATCH = 16;

/**
 * Fetches policies once the first is there, so that nobody waits for them: all where they are few, and of many those of the
 * whole country first. Any other comes when it is opened.
 * @param {string[]} [ids] those that can be asked for here; all without it
 */
export async function stockUp(ids) {
  await engineReady;
  let left = MOST_BYTES;
  const entries = catalogue().filter(({ id }) => !ids || ids.includes(id));
  const nationwide = entries.filter(({ region }) => region.zh === NATIONWIDE);
  const wanted = [...new Set([...nationwide, ...entries])].filter(({ bytes }) => {
    left -= bytes;
    return left >= 0;
  });
  for (let at = 0; at < wanted.length; at += BATCH) {
    // One that fails is asked for again when it is opened, and then says so.
    await havePolicies(wanted.slice(at, at + BATCH).map(({ id }) => id)).catch(() => {});
  }
}
