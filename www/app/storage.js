import { read, written } from "./situations.js";

/** @import { Situation } from "./situations.js" */

/**
 * What the browser keeps, in two places. In the tab's storage, what is filled in: it survives reloading and coming back, and goes with the
 * tab, but browsers write it to disk to bring back tabs that were closed. In the device's storage, the situations that the reader has saved.
 *
 * What is in the tab besides situations: which one is at hand, and how the page is read.
 * @typedef {{ at?: string, isPublic?: boolean, locale?: string, large?: number, situations: Situation[] }} Tab
 */

/** One key in each: who forgets, forgets all. */
const KEY = "wengang";
/** What other tabs see for a moment. */
const FORGET = "forget";

/** @returns {Situation[]} */
export function readSaved() {
  return situationsIn(readFrom(() => localStorage)).map((situation) => ({ ...situation, link: undefined }));
}

/**
 * @param {any} kept
 * @returns {Situation[]}
 */
function situationsIn(kept) {
  const situations = read(kept);
  if (situations) return situations;
  // As it was kept before situations had names: a row was its key and its cells.
  const cellsOnly = (/** @type {string} */ _, /** @type {any} */ value) =>
    Array.isArray(value) ? value.map((row) => row?.cells) : value;
  const answers = JSON.parse(JSON.stringify(kept?.answersByPolicy ?? null, cellsOnly));
  const older = { ...written([]), situations: [{ id: "older", savedOn: kept?.savedOn, answers }] };
  return answers === null ? [] : (read(older) ?? []);
}

/**
 * Changes what is saved, as it is now: another tab may have changed it meanwhile.
 * @param {(saved: Situation[]) => Situation[]} change
 * @returns {Situation[] | undefined} what is saved then; undefined where the device does not let it be
 */
export function changeSaved(change) {
  const saved = change(readSaved());
  if (saved.length === 0) {
    removeFrom(() => localStorage);
    return saved;
  }
  return writeTo(() => localStorage, written(saved)) ? saved : undefined;
}

/** Leaves nothing behind, on the device and in this tab. Other tabs that are open are told to do the same. */
export function forgetAll() {
  writeTo(() => localStorage, FORGET);
  removeFrom(() => localStorage);
  removeFrom(() => sessionStorage);
}

/**
 * Calls back when another tab has changed what is saved, or has forgotten everything.
 * @param {(forgotten: boolean) => void} changed
 * @returns {() => void} ends that
 */
export function watchSaved(changed) {
  const listen = (/** @type {StorageEvent} */ { key, newValue }) => {
    // Clearing all storage names no key.
    if (key === KEY || key === null) changed(newValue === JSON.stringify(FORGET));
  };
  addEventListener("storage", listen);
  return () => removeEventListener("storage", listen);
}

/** @returns {Tab} */
export function readTab() {
  const kept = readFrom(() => sessionStorage) ?? {};
  return {
    situations: read(kept) ?? [],
    ...(typeof kept.at === "string" && { at: kept.at }),
    ...(kept.isPublic === true && { isPublic: true }),
    ...(kept.locale === "en" && { locale: "en" }),
    ...(Number.isInteger(kept.large) && { large: kept.large }),
  };
}

/**
 * @param {Tab} tab
 * @returns {boolean} whether the browser let it be kept
 */
export function writeTab({ situations, ...others }) {
  if (situations.length === 0 && Object.values(others).every((value) => value === undefined)) {
    removeFrom(() => sessionStorage);
    return true;
  }
  const kept = writeTo(() => sessionStorage, { ...written(situations), ...others });
  // Rather nothing after reloading than what was filled in before.
  if (!kept) removeFrom(() => sessionStorage);
  return kept;
}

/**
 * @param {() => Storage} storage which browsers may forbid even to look at
 * @returns {any} undefined where there is nothing to be read
 */
function readFrom(storage) {
  try {
    return JSON.parse(storage().getItem(KEY) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param {() => Storage} storage @param {unknown} value */
function writeTo(storage, value) {
  try {
    storage().setItem(KEY, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** @param {() => Storage} storage */
function removeFrom(storage) {
  try {
    storage().removeItem(KEY);
  } catch {
    // Where storage is forbidden, nothing was kept.
  }
}
