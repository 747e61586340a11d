// Where policies come from: all of them with the engine's module, or each in a pack beside a catalogue. The engine asks this
// library for what it needs (wasm/library.js); what is not at hand has to be fetched before.

import { useLibrary } from "wengang-library";

/** @import { Entry } from "wengang-library" */
/** @import { Packs } from "../../wasm/types.js" */

/**
 * What a catalogue says of a policy, and where its pack is: a file beside it, or a part of what the module has brought along.
 * @typedef {Entry & { file: string, bytes: number, offset?: number }} Listed
 */

/** @type {Catalogue | undefined} */
let catalogue;

/** Gives any pack at once, where that can be done. @type {((entry: Listed) => Uint8Array) | undefined} */
let read;

/** Fetches what is still missing of the catalogue; nothing where it is whole. @type {(() => Promise<void>) | undefined} */
let rest;

/** Fetches a file of the folder of packs otherwise. @type {((file: string) => Promise<Uint8Array>) | undefined} */
let fetched;

/** Packs that were fetched, by their policy. @type {Map<string, Uint8Array>} */
const kept = new Map();

useLibrary({
  entries: () => catalogue?.entries() ?? [],
  find: (id) => catalogue?.find(id),
  bytes: (entry) => (read ? read(/** @type {Listed} */ (entry)) : kept.get(entry.id)),
});

let chosen = false;

/** Whether it is settled that policies come from elsewhere than the module that brings all along, or have come from it. */
export function isChosen() {
  return chosen;
}

/** Whether there is a catalogue. */
export function isStocked() {
  return catalogue !== undefined;
}

/** Ids of the policies that can be had at once. */
export function idsAtHand() {
  const ids = idsListed();
  return read ? ids : ids.filter((id) => kept.has(id));
}

/** Ids of all policies of the catalogue. */
export function idsListed() {
  return (catalogue?.entries() ?? []).map(({ id }) => id);
}

/** What the catalogue says, for others to keep. @returns {any[]} */
export function entriesListed() {
  return JSON.parse(JSON.stringify(catalogue?.entries() ?? []));
}

/**
 * Takes all policies from what the module has brought along: the length of a catalogue, the catalogue, and the packs on end.
 * @param {Uint8Array} section
 */
export function takeSection(section) {
  chosen = true;
  const { buffer, byteOffset, byteLength } = section;
  const end = 4 + new DataView(buffer, byteOffset, byteLength).getUint32(0, true);
  catalogue = new Catalogue(decoded(section.subarray(4, end)));
  read = ({ offset = 0, bytes }) => section.subarray(end + offset, end + offset + bytes);
}

/**
 * Takes the policies of a folder, or of who gives their packs.
 * @param {Packs} packs
 * @param {(address: string, cache?: RequestCache) => Promise<Uint8Array>} get
 * @param {string} [entry] the policy that is wanted first: its line of the catalogue, and those of what came after it, are enough to begin with
 */
export async function takePacks(packs, get, entry) {
  chosen = true;
  if (typeof packs === "object" && "catalogue" in packs) {
    const { catalogue: given } = packs;
    catalogue = new Catalogue(typeof given === "string" ? given : JSON.stringify(given));
    if ("read" in packs) read = ({ file }) => packs.read(file);
    else fetched = packs.fetch;
    return;
  }
  const folder = String(packs).replace(/\/*$/, "/");
  fetched = (file) => get(folder + file);
  // As it is there now: it changes with its policies, whose packs never change under their names.
  const list = async (/** @type {string} */ name) => decoded(await get(`${folder}${name}.json`, "no-cache"));
  const whole = async () => {
    // What came first stays as it was: the pack that was fetched by it is of the same day.
    catalogue = new Catalogue(await list("catalogue"), catalogue?.entries());
    rest = undefined;
  };
  if (entry !== undefined && IS_ID.test(entry) && !catalogue) {
    try {
      const line = new Catalogue(await list(`${entry}.entry`));
      const listed = line.find(entry);
      if (listed) {
        catalogue = line;
        rest = whole;
        const pack = fetched(listed.file);
        early.set(entry, pack);
        // Whoever asks for it is told of a failure.
        pack.catch(() => {});
        return;
      }
    } catch {
      // No such policy, or none of these files: the catalogue says.
    }
  }
  await whole();
}

/** What ids of policies look like: nothing else is asked of a server. */
const IS_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const IS_VERSION = /^[0-9a-f]{1,64}$/;

/** The pack of the policy that is wanted first, on its way beside the engine. @type {Map<string, Promise<Uint8Array>>} */
const early = new Map();

/** @type {Promise<void> | undefined} */
let completing;

/** Sees to it that all policies are listed. */
export async function listAll() {
  completing ??= rest?.().finally(() => {
    completing = undefined;
  });
  await completing;
}

/** Fetches under way, by their policy. @type {Map<string, Promise<void>>} */
const fetching = new Map();

/**
 * Sees to it that a policy of the catalogue can be had. Of one that is not there, the engine says so.
 * @param {string} id
 */
export async function obtain(id) {
  if (!catalogue?.find(id)) await listAll();
  const entry = catalogue?.find(id);
  if (!entry || read || kept.has(id)) return;
  let under = fetching.get(id);
  if (!under) {
    const pack = early.get(id) ?? /** @type {NonNullable<typeof fetched>} */ (fetched)(entry.file);
    early.delete(id);
    under = pack.then((bytes) => void kept.set(id, bytes)).finally(() => fetching.delete(id));
    fetching.set(id, under);
  }
  await under;
}

/**
 * The pack of an earlier version; undefined where all policies have come with the module, or nobody can ask for it by such a name.
 * @param {string} id
 * @param {string} version
 */
export function earlier(id, version) {
  return IS_ID.test(id) && IS_VERSION.test(version) ? fetched?.(`earlier/${id}.${version}.pack`) : undefined;
}

/** Forgets a pack that turned out to be none, so that it can be fetched again. @param {string} id */
export function discard(id) {
  kept.delete(id);
}

/** A list of policies. It is written with a policy a line: one can be found without reading all. */
class Catalogue {
  /** @type {Map<string, Listed>} */
  #found = new Map();
  /** @type {Listed[] | undefined} */
  #all;

  /**
   * @param {string} text
   * @param {Listed[]} [known] lines that are known already, and stay as they are
   */
  constructor(text, known = []) {
    this.text = text;
    for (const entry of known) this.#found.set(entry.id, entry);
  }

  entries() {
    if (!this.#all) {
      const { policies } = parsed(this.text);
      if (!Array.isArray(policies)) throw new Error("This is no catalogue of policies.");
      this.#all = policies.map((entry) => this.#found.get(entry?.id) ?? checked(entry));
      for (const entry of this.#all) this.#found.set(entry.id, entry);
    }
    return this.#all;
  }

  /** @param {string} id */
  find(id) {
    const found = this.#found.get(id);
    if (found || this.#all) return found;
    const from = this.text.indexOf(`\n{"id":${JSON.stringify(id)},`) + 1;
    if (from === 0) {
      this.entries();
      return this.#found.get(id);
    }
    const entry = checked(parsed(this.text.slice(from, this.text.indexOf("\n", from)).replace(/,$/, "")));
    this.#found.set(id, entry);
    return entry;
  }
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error("This is no catalogue of policies.", { cause: error });
  }
}

/** @param {any} entry @returns {Listed} */
function checked(entry) {
  const { id, title, region, audience, scheme, hash, file = "", effective } = entry;
  const texts = [id, title?.zh, title?.en, region?.zh, region?.en, audience, scheme, hash, file];
  const isEntry =
    texts.every((text) => typeof text === "string" && !text.includes("\0")) && !/[/\\:]/.test(file) && effective;
  if (!isEntry) throw new Error(`The catalogue has an entry that is none: ${JSON.stringify(entry).slice(0, 100)}`);
  return entry;
}

/** @param {Uint8Array} bytes */
function decoded(bytes) {
  return new TextDecoder().decode(bytes);
}
