// The start: the engine, and where its policies come from.

import { idsListed, isStocked, obtain, takePacks } from "./library.js";
import { fetchBytes, load, packsAddress } from "./load.js";
import { load as loadPolicies } from "./packs.js";

/** @import { EngineSource, InitOptions, Instantiate } from "../../wasm/types.js" */

/**
 * Once is enough; after a failure it can be tried again.
 * @param {EngineSource | Promise<EngineSource> | InitOptions} [source]
 * @param {string | URL | Instantiate} [fallback]
 * @param {InitOptions} [options]
 * @returns {Promise<void>}
 */
export async function init(source, fallback, options) {
  if (isOptions(source)) return init(source.module, source.fallback, source);
  const { policies, packs, entry } = options ?? {};
  const isApart = policies !== undefined || packs !== undefined || entry !== undefined;
  const take = () => takePacks(packs ?? packsAddress(), fetchBytes, entry);
  const taken = isApart && !isStocked() ? take() : undefined;
  // The engine may fail first.
  taken?.catch(() => {});
  await load(source, fallback);
  await taken;
  // A module that brings none along.
  if (!isStocked()) await take();
  const wanted = policies ?? (entry === undefined ? undefined : [entry]);
  if (wanted) await loadPolicies(...wanted);
  else await Promise.all(idsListed().map(obtain));
}

/**
 * Whether these are options, and not what the engine is: that is a text, a function, or of a class of its own.
 * @param {EngineSource | Promise<EngineSource> | InitOptions | undefined} given
 * @returns {given is InitOptions}
 */
function isOptions(given) {
  return Object.prototype.toString.call(given) === "[object Object]";
}
