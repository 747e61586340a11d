import { FORMAT, read, written } from "../app/situations.js";

/** @import { Messages } from "../messages/zh-cn.js" */
/** @import { Situation } from "../app/situations.js" */

/**
 * Why a file is none that we can open: by its size, its letters, its syntax, its kind, its version, or as there is nothing in it.
 * @typedef {"tooLarge" | "badEncoding" | "notJson" | "otherFormat" | "otherVersion" | "empty"} Refusal
 *
 * What is in a file, and whether all of it could be read; or why nothing can be.
 * @typedef {{ situations: Situation[], whole: boolean, refusal?: undefined } | { refusal: Refusal }} Contents
 */

/** Far more than a form of 100 000 rows. */
export const LARGEST_BYTES = 50_000_000;

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
 * Situations as a file has them.
 * @param {Situation[]} situations
 */
export function fileText(situations) {
  const owned = situations.map((one) => ({ ...one, link: undefined }));
  return `${JSON.stringify(written(owned), null, 1)}\n`;
}

/**
 * What the text of a file holds, by whomever it was written.
 * @param {string} text
 * @returns {Contents}
 */
export function readFileText(text) {
  const document = parsed(text);
  if (document === undefined) return { refusal: "notJson" };
  const situations = read(document);
  if (!situations) return { refusal: isOurs(document) ? "otherVersion" : "otherFormat" };
  if (situations.length === 0) return { refusal: "empty" };
  return { situations, whole: isAmong(document, written(situations)) };
}

/** @param {string} text @returns {any} undefined where it is no JSON */
function parsed(text) {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}

/** @param {any} document */
function isOurs(document) {
  return document?.format === FORMAT && Array.isArray(document.situations);
}

/**
 * Whether everything in one document is in another, in the same place.
 * @param {unknown} before
 * @param {any} after
 * @returns {boolean}
 */
function isAmong(before, after) {
  if (before === null || before === "") return true;
  if (typeof before !== "object") return after !== undefined && after !== "" && typeof after !== "object";
  if (typeof after !== "object" || after === null || Array.isArray(before) !== Array.isArray(after)) return false;
  return Object.entries(/** @type {object} */ (before)).every(([key, value]) => isAmong(value, after[key]));
}
