import init, { catalogue, complete, load, loadCatalogue, loaded } from "wengang";

/** @import { CatalogueEntry, InitOptions } from "wengang" */

/** @type {(started: Promise<void>) => void} */
let start;

/** Settles when the engine can be called. Elements wait for it, whoever starts the engine and with which module. */
export const engineReady = new Promise((resolve) => {
  start = resolve;
});

/** @type {InitOptions["module"]} */
let whole;

/**
 * Loads the engine; an entry point calls this once.
 * @param {InitOptions & { whole?: InitOptions["module"] }} sources `whole`: the engine that is to take the place of the first one
 */
export function startEngine(sources) {
  whole = sources.whole;
  isListed = sources.entry === undefined;
  start(init(sources));
}

/** @type {Promise<void> | undefined} */
let completing;

/**
 * Settles when all that the engine can do can be asked of it: what a form and its result need, it can from the start, of all but
 * few policies.
 */
export async function wholeEngine() {
  await engineReady;
  if (!whole) return;
  completing ??= complete(whole).catch((error) => {
    completing = undefined;
    throw error;
  });
  await completing;
}

/** Whether all policies are listed, or only the one that a link leads to, with what came after it. */
let isListed = true;

/** Settles when all policies are listed. */
export async function wholeCatalogue() {
  await engineReady;
  if (isListed) return;
  await loadCatalogue();
  isListed = true;
  entries = undefined;
  for (const tell of onArrival) tell();
}

/** @type {CatalogueEntry[] | undefined} */
let entries;

/** What the catalogue says, to be read only: the package copies it whenever it is asked. */
export function listed() {
  entries ??= catalogue();
  return entries;
}

/** To be called when policies have come that were not there before. @type {Set<() => void>} */
export const onArrival = new Set();

/** Policies that are known to be at hand. @type {Set<string>} */
const atHand = new Set();

/**
 * Those of these policies that exist, as far as it is known, and are not at hand yet. The engine has to be there.
 * @param {Iterable<string>} ids
 */
export function missingOf(ids) {
  const unsure = [...ids].filter((id) => !atHand.has(id));
  if (unsure.length === 0) return [];
  for (const id of loaded()) atHand.add(id);
  const missing = unsure.filter((id) => !atHand.has(id));
  return isListed ? missing.filter((id) => entryOf(id)) : missing;
}

/** @param {string} id */
function entryOf(id) {
  return listed().find((entry) => entry.id === id);
}

/**
 * Sees to it that these policies are at hand.
 * @param {Iterable<string>} ids
 */
export async function havePolicies(ids) {
  await engineReady;
  let missing = missingOf(ids);
  if (missing.length === 0) return;
  if (!missing.every(entryOf)) await wholeCatalogue();
  missing = missingOf(missing);
  if (missing.some((id) => entryOf(id)?.engine === "whole")) await wholeEngine();
  await load(...missing);
  for (const tell of onArrival) tell();
}
