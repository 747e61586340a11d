import { read, tidyName, written } from "../app/situations.js";
import { download } from "../shared/download.js";

/** @import { Messages } from "../messages/zh-cn.js" */
/** @import { Situation } from "../app/situations.js" */

/** Far more than a form of 100 000 rows. */
const LARGEST_BYTES = 50_000_000;

/**
 * What a situation is called, also while nobody has given it a name.
 * @param {Situation} situation
 * @param {Messages} messages
 */
export function nameOf({ name, savedOn, link }, { saving, situations }) {
  if (name) return name;
  if (link) return situations.linked;
  return savedOn ? saving.defaultName(savedOn) : situations.unsaved;
}

/**
 * Gives the reader a file with situations. It leaves the device only as the reader hands it on.
 * @param {Situation[]} situations
 * @param {string} name
 */
export function downloadSituations(situations, name) {
  const named = situations.map((one) => ({ ...one, link: undefined }));
  download(`${tidyName(name)}.json`, "application/json", `${JSON.stringify(written(named), null, 1)}\n`);
}

/**
 * The situations in a file, read here and sent nowhere; undefined where it holds none that we know how to read.
 * @param {File} file
 * @returns {Promise<Situation[] | undefined>}
 */
export async function situationsIn(file) {
  if (file.size > LARGEST_BYTES) return undefined;
  try {
    return read(JSON.parse(await new Response(file).text()));
  } catch {
    return undefined;
  }
}
