// Policies in files of their own, for both entries of the package: the engine reads them, and trusts none.

import { PolicyPackError } from "wengang-errors";
import * as engine from "wengang-glue";
import { begin, call } from "./calls.js";
import { discard, earlier, entriesListed, idsAtHand, idsListed, listAll, obtain } from "./library.js";
import { additions, NoFile, ready } from "./load.js";

/** @import { CatalogueEntry, Options } from "../../wasm/types.js" */

/** No pack has more bytes; one more than that is enough to see that it is none. */
const MOST_BYTES = 2 ** 20;

/**
 * @param {Uint8Array | ArrayBuffer} pack
 * @param {Options} [options]
 */
export function addPack(pack, options) {
  const given = begin(options);
  const words = given.words;
  const text = given.text;
  const bytes = bytesOf(pack);
  const add = () => engine.addPack(words, text, bytes);
  const id = call(add, given);
  // Once more in each engine that takes the place of this one.
  additions.set(id, add);
  return id;
}

/**
 * @param {Uint8Array | ArrayBuffer} pack
 * @param {Options} [options]
 */
export function addEarlier(pack, options) {
  return keepEarlier(pack, "", options);
}

/**
 * @param {Uint8Array | ArrayBuffer} pack
 * @param {string} wanted the name that it is to go by; empty where any will do
 * @param {Options} [options]
 */
function keepEarlier(pack, wanted, options) {
  const given = begin(options);
  given.addShort(wanted);
  const words = given.words;
  const text = given.text;
  const bytes = bytesOf(pack);
  const add = () => engine.addEarlier(words, text, bytes);
  const name = call(add, given);
  additions.set(name, add);
  return name;
}

/**
 * @param {string} policyId
 * @param {string} version
 * @returns {Promise<string>}
 */
export async function loadEarlier(policyId, version) {
  ready();
  const name = `${policyId}@${version}`;
  if (additions.has(name)) return name;
  const pack = await earlier(policyId, version)?.catch((/** @type {unknown} */ error) => {
    if (!(error instanceof NoFile)) throw error;
  });
  if (!pack) throw new PolicyPackError(`There is no pack of ${name}.`, "malformed");
  return keepEarlier(pack, name);
}

/**
 * @param {...string} policyIds
 * @returns {Promise<void>}
 */
export async function load(...policyIds) {
  ready();
  /** @type {unknown[]} */
  const failures = [];
  await Promise.all(policyIds.map((id) => loadOne(id).catch((failure) => failures.push(failure))));
  if (failures.length > 0) throw failures[0];
}

/** @param {string} policyId */
async function loadOne(policyId) {
  try {
    if (!additions.has(policyId)) await obtain(policyId);
  } catch (error) {
    // What a server says in the place of a pack is none.
    throw error instanceof NoFile ? new PolicyPackError(error.message, "malformed") : error;
  }
  const given = begin(undefined);
  given.addShort(policyId);
  try {
    call(engine.read, given);
  } catch (error) {
    discard(policyId);
    throw error;
  }
}

/** @returns {Promise<void>} */
export async function loadCatalogue() {
  ready();
  await listAll();
}

/** @returns {CatalogueEntry[]} */
export function catalogue() {
  ready();
  return entriesListed();
}

/** @returns {string[]} */
export function loaded() {
  ready();
  const ids = idsListed();
  const here = new Set([...idsAtHand(), ...additions.keys()]);
  return [...new Set([...ids, ...here])].filter((id) => here.has(id));
}

/**
 * The bytes as they are now, whatever the caller does with them later; of what is no bytes, some that are no pack. What arrays
 * and buffers say of themselves does not count: they may be from elsewhere, and have been given other properties.
 * @param {any} pack
 */
function bytesOf(pack) {
  try {
    const all = Object.getPrototypeOf(Uint8Array.prototype);
    const isArray = Reflect.get(all, Symbol.toStringTag, pack) === "Uint8Array";
    const length = isArray ? Reflect.get(all, "length", pack) : Reflect.get(ArrayBuffer.prototype, "byteLength", pack);
    const most = Math.min(length, MOST_BYTES + 1);
    const bytes = new Uint8Array(most);
    if (!isArray) bytes.set(new Uint8Array(pack, 0, most));
    else if (length === most) bytes.set(pack);
    return bytes;
  } catch {
    return Uint8Array.of(0);
  }
}
