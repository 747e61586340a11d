// Parts of the interface that come after the first answer. They are loaded one after another, in the order in which they are
// declared, whatever the reader does meanwhile: what is asked for tells a server nothing about anybody.

/**
 * @typedef {() => Promise<unknown>} Load
 * @typedef {{ load: Load, state: "waiting" | "here" | "failed", coming?: Promise<void>, brought?: unknown }} Part
 */

/** How long the page may be busy before the next part is loaded all the same. */
const PATIENCE_MILLISECONDS = 1000;

/** @type {Map<string, Part>} */
const parts = new Map();
/** @type {Set<() => void>} */
const listeners = new Set();
let begun = false;

/** @type {() => void} */
let settle;
/** Settles when everything is here. @type {Promise<void>} */
export const allHere = new Promise((resolve) => {
  settle = resolve;
});

/** @param {Record<string, Load>} loads by the names of the parts */
export function comeLater(loads) {
  for (const [name, load] of Object.entries(loads)) parts.set(name, { load, state: "waiting" });
}

/** @param {string} name */
function partOf(name) {
  const part = parts.get(name);
  if (!part) throw new Error(`No part is called ${name}`);
  return part;
}

/** @param {Part} part */
function fetched(part) {
  part.coming ??= part.load().then(
    (brought) => {
      part.brought = brought;
      part.state = "here";
      tell();
    },
    (error) => {
      console.error(error);
      part.state = "failed";
      part.coming = undefined;
      tell();
    },
  );
  return part.coming;
}

function tell() {
  for (const listener of listeners) listener();
}

/**
 * @param {() => void} listener called when a part has come, or cannot be had
 * @returns {() => void} what ends that
 */
export function watchParts(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Loads at once what the first view cannot do without. Once the rest is being loaded, this is too, in its turn.
 * @param {string} name
 */
export function need(name) {
  const part = partOf(name);
  if (!begun && part.state === "waiting") fetched(part);
  return part.coming;
}

/**
 * @param {string} name
 * @returns {Part["state"]}
 */
export function stateOf(name) {
  return partOf(name).state;
}

/** What a part exports; undefined while it is not here. @param {string} name */
export function broughtBy(name) {
  return partOf(name).brought;
}

/** Loads all that is not here yet; again, where that has failed. */
export async function loadRest() {
  begun = true;
  for (const part of parts.values()) {
    if (part.state === "here") continue;
    if (!part.coming) await new Promise(atRest);
    await fetched(part);
  }
  settleIfWhole();
}

/** Loads everything at once. */
export async function loadAll() {
  begun = true;
  await Promise.all(Array.from(parts.values(), fetched));
  settleIfWhole();
}

function settleIfWhole() {
  if ([...parts.values()].every(({ state }) => state === "here")) settle();
}

/** @param {(_?: unknown) => void} act */
export function atRest(act) {
  // Safari has no such thing.
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: PATIENCE_MILLISECONDS });
  else setTimeout(act);
}
