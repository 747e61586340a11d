import { havePolicies, listed, wholeCatalogue } from "./engine.js";
import { stocked } from "./stocked.js";

/** How many are fetched at a time. */
const BATCH = 16;

/**
 * Fetches policies once the first is there, so that nobody waits for them; any other comes when it is opened.
 * @param {string[]} [ids] those that can be asked for here; all without it
 */
export async function stockUp(ids) {
  await wholeCatalogue();
  const wanted = stocked(listed().filter(({ id }) => !ids || ids.includes(id)));
  for (let at = 0; at < wanted.length; at += BATCH) {
    // One that fails is asked for again when it is opened, and then says so.
    await havePolicies(wanted.slice(at, at + BATCH).map(({ id }) => id)).catch(() => {});
  }
}
