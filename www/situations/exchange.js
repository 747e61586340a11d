import { tidyName } from "../app/situations.js";
import { download } from "../shared/download.js";
import { decodeText } from "../shared/text-file.js";
import { fileText, LARGEST_BYTES, readFileText } from "./situation-file.js";

/** @import { Situation } from "../app/situations.js" */
/** @import { Contents } from "./situation-file.js" */

/**
 * Gives the reader a file with situations. It leaves the device only as the reader hands it on.
 * @param {Situation[]} situations
 * @param {string} name
 */
export function downloadSituations(situations, name) {
  download(`${tidyName(name)}.json`, "application/json", fileText(situations));
}

/**
 * What is in a file, read here and sent nowhere.
 * @param {Blob} file
 * @returns {Promise<Contents>}
 */
export async function contentsOf(file) {
  if (file.size > LARGEST_BYTES) return { refusal: "tooLarge" };
  return readFileText(decodeText(await new Response(file).arrayBuffer()));
}
