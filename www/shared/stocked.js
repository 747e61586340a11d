import { NATIONWIDE } from "./nationwide.js";

/** What is fetched before anybody asks for it: bytes of all packs together. */
const MOST_BYTES = 2 ** 20;

/**
 * The policies that are fetched before anybody asks for them, by page and worker alike: all where they are few, and of many those of
 * the whole country first.
 * @template {{ bytes: number, region: { zh: string } }} T
 * @param {T[]} entries of the catalogue
 * @returns {T[]}
 */
export function stocked(entries) {
  let left = MOST_BYTES;
  const nationwide = entries.filter(({ region }) => region.zh === NATIONWIDE);
  return [...new Set([...nationwide, ...entries])].filter(({ bytes }) => {
    left -= bytes;
    return left >= 0;
  });
}
