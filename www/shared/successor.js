import { listed } from "./engine.js";
import { NATIONWIDE } from "./nationwide.js";

/** @import { CatalogueEntry } from "wengang" */

/** Later than any day that can be written. */
const NEVER = "9999-99-99";

/**
 * What came after a policy that has run out: the same scheme of its region, or else of the whole country, in a later period; what is
 * in force first. Undefined where it still holds, or nothing is listed.
 * @param {string} id
 * @param {string} day
 */
export function successorOf(id, day) {
  const all = listed();
  const past = all.find((entry) => entry.id === id);
  if (!past || lastDayOf(past) >= day) return undefined;
  const rank = (/** @type {CatalogueEntry} */ entry) =>
    (isInForce(entry, day) ? 2 : 0) + (entry.region.zh === past.region.zh ? 1 : 0);
  const later = all.filter(
    (entry) =>
      entry.scheme === past.scheme &&
      lastDayOf(entry) > lastDayOf(past) &&
      (entry.region.zh === past.region.zh || (entry.region.zh === NATIONWIDE && isInForce(entry, day))),
  );
  return later.sort((one, other) => rank(other) - rank(one) || (other.claimYear ?? 0) - (one.claimYear ?? 0))[0];
}

/** @param {CatalogueEntry} entry */
function lastDayOf({ effective }) {
  return effective.to ?? NEVER;
}

/** @param {CatalogueEntry} entry @param {string} day */
function isInForce(entry, day) {
  return (entry.effective.from ?? "") <= day && day <= lastDayOf(entry);
}
