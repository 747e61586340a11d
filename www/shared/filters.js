import { appliesIn, isAbout } from "./catalogue.js";

/** @import { Topic } from "wengang" */
/** @import { Audience, Entry } from "./catalogue.js" */

/**
 * What a reader looks for; whatever is left out makes no difference.
 * @typedef {object} Filters
 * @property {Topic | "other"} [topic]
 * @property {string} [region] by its Chinese name
 * @property {number} [year]
 * @property {Audience} [audience]
 * @property {string} [text]
 */

/** @type {(Topic | "other")[]} */
export const TOPICS = ["retention", "training", "hiring", "pay", "figures", "other"];

/** @type {{ [F in Exclude<keyof Filters, "text">]-?: (entry: Entry, wanted: NonNullable<Filters[F]>) => boolean }} */
const TESTS = {
  topic: (entry, topic) => topicOf(entry) === topic,
  region: appliesIn,
  year: isAbout,
  audience: ({ policy }, audience) => policy.audience === audience,
};

/** @param {Entry} entry */
function topicOf({ excerpt }) {
  return excerpt && (excerpt.topic ?? "other");
}

/**
 * The filters that make a difference, in the order in which they are shown.
 * @param {Filters} filters
 */
export function activeFilters(filters) {
  const names = /** @type {(keyof Filters)[]} */ ([...Object.keys(TESTS), "text"]);
  return names.filter((name) => String(filters[name] ?? "").trim() !== "");
}

/**
 * Whether an entry passes all filters but the words, which are searched for.
 * @param {Filters} filters
 * @returns {(entry: Entry) => boolean}
 */
export function testOf(filters) {
  const tests = activeFilters({ ...filters, text: undefined }).map((name) => {
    const test = /** @type {Record<string, (entry: Entry, wanted: unknown) => boolean>} */ (TESTS)[name];
    return (/** @type {Entry} */ entry) => test?.(entry, filters[name]);
  });
  return (entry) => tests.every((test) => test(entry));
}
