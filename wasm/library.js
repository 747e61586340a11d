// The policies that the engine can have: those of a catalogue, each in a pack of its own. The engine asks for what it needs.

/**
 * What a catalogue says of a policy, as far as it concerns the engine.
 * @typedef {object} Entry
 * @property {string} id
 * @property {Record<"zh" | "en", string>} title
 * @property {Record<"zh" | "en", string>} region
 * @property {string} audience
 * @property {string} scheme
 * @property {number | null} claimYear
 * @property {{ from: string | null, to: string | null }} effective
 * @property {string} hash
 *
 * @typedef {object} Library
 * @property {() => Entry[]} entries
 * @property {(id: string) => Entry | undefined} find
 * @property {(entry: Entry) => Uint8Array | undefined} bytes its pack; none where that is not at hand
 */

/** @type {Library} */
let library = { entries: () => [], find: () => undefined, bytes: () => undefined };

/** @param {Library} given */
export function useLibrary(given) {
  library = given;
}

/**
 * All entries, in the parts that `registry.rs` takes them in; nothing where there are as many as it knows.
 * @param {number} known
 */
export function listed(known) {
  const entries = library.entries();
  if (entries.length === known) return undefined;
  const parts = entries.map(({ id, title, region, audience, scheme, claimYear, effective }) => {
    const { from, to } = effective;
    return [id, title.zh, title.en, region.zh, region.en, audience, scheme, claimYear, from, to].join("\0");
  });
  return parts.join("\0");
}

/**
 * The hash of a policy's pack; none where no policy has this id.
 * @param {string} id
 */
export function hashOf(id) {
  return library.find(id)?.hash;
}

/**
 * The pack; none where it is not at hand.
 * @param {string} id
 */
export function packOf(id) {
  const entry = library.find(id);
  return entry && library.bytes(entry);
}
