// The policies that the deliverables bring along.
import { readFileSync } from "node:fs";

/** All of them, each in its pack, and their catalogue. */
export const PACKS = "build/packs";

/** The questions that many ask, beside them. */
export const QUESTIONS = "faq.json";

/**
 * Policies on end, as pkg-config/npm/library.js takes them: the length of the catalogue; the catalogue, which says where in the
 * rest each pack begins; the packs.
 * @param {(id: string) => boolean} [isWanted]
 */
export function sectionOf(isWanted = () => true) {
  const { format, policies } = JSON.parse(readFileSync(`${PACKS}/catalogue.json`, "utf8"));
  let offset = 0;
  /** @type {Buffer[]} */
  const packs = [];
  /** @type {string[]} */
  const lines = [];
  for (const entry of policies) {
    if (!isWanted(entry.id)) continue;
    lines.push(JSON.stringify({ ...entry, offset }));
    packs.push(readFileSync(`${PACKS}/${entry.file}`));
    offset += entry.bytes;
  }
  // A policy a line: the reader finds one without reading all.
  const catalogue = Buffer.from(`{"format":${format},"policies":[\n${lines.join(",\n")}\n]}\n`);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(catalogue.length);
  return Buffer.concat([length, catalogue, ...packs]);
}

/**
 * What all policies are called, with their regions, by their ids.
 * @returns {Record<string, { zh: string, en: string }>}
 */
export function titles() {
  /** @type {{ policies: { id: string, region: { zh: string, en: string }, title: { zh: string, en: string } }[] }} */
  const { policies } = JSON.parse(readFileSync(`${PACKS}/catalogue.json`, "utf8"));
  return Object.fromEntries(
    policies.map(({ id, region, title }) => [
      id,
      { zh: `${region.zh} · ${title.zh}`, en: `${region.en} · ${title.en}` },
    ]),
  );
}
