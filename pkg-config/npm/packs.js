// Policies in files of their own, for both entries of the package: the engine reads them, and trusts none.

import * as engine from "wengang-glue";
import { begin, call, currentDate } from "./calls.js";
import { additions } from "./load.js";

/** @import { Options } from "../../wasm/types.js" */

/** No pack has more bytes; one more than that is enough to see that it is none. */
const MOST_BYTES = 2 ** 20;

/**
 * @param {Uint8Array | ArrayBuffer} pack
 * @param {Options} [options]
 */
export function addPack(pack, options) {
  const given = begin(options, currentDate());
  const words = given.words;
  const text = given.text;
  const bytes = bytesOf(pack);
  const add = () => engine.addPack(words, text, bytes);
  const summary = call(add, given);
  // Once more in each engine that takes the place of this one.
  additions.set(summary.id, add);
  return summary;
}

/**
 * The bytes as they are now, whatever the caller does with them later; of what is no bytes, none. What arrays and buffers say
 * of themselves does not count: they may be from elsewhere, and have been given other properties.
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
    return new Uint8Array(0);
  }
}
