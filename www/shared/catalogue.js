import { catalogue, describe, policies } from "wengang";
import { chainOf, isAreaOf, placeNamed } from "../finder/places.js";
import { collation } from "./collation.js";
import { missingOf } from "./engine.js";
import { NATIONWIDE } from "./nationwide.js";

/** @import { CatalogueEntry, Description, Locale, Options, PolicySummary, Status } from "wengang" */

/**
 * @typedef {PolicySummary["audience"]} Audience
 * @typedef {Status | "upcoming"} Standing
 *
 * A policy as lists show it. What only `describe` tells is there once the policy has come and been described.
 * @typedef {object} Entry
 * @property {PolicySummary} policy
 * @property {string} area the region's Chinese name, which stays the same in every language
 * @property {Excerpt | undefined} excerpt
 * @property {boolean} [isDescribed] whether the excerpt is all of it, rather than what the catalogue says
 *
 * `words` is what is searched besides its names; `leftToPlaces` are the questions that places answer.
 * @typedef {Pick<Description, "summary" | "topic" | "effective" | "keywords" | "locals">
 *   & { words: string, leftToPlaces: string[] }} Excerpt
 */

/** Describing for longer than this at a time would be felt while typing, on slow phones. */
const SLICE_MILLISECONDS = 8;

/**
 * All policies, not described yet.
 * @param {Options} options
 * @returns {Entry[]}
 */
export function entriesOf(options) {
  const listed = new Map(catalogue().map((entry) => [entry.id, entry]));
  const language = options.locale === "en" ? "en" : "zh";
  const all = policies(options);
  // Those that were added on this page.
  const added = all.some(({ id }) => !listed.has(id)) ? policies({ ...options, locale: "zh-CN" }) : [];
  const areas = new Map(added.map(({ id, region }) => [id, region]));
  return all.map((policy) => {
    const entry = listed.get(policy.id);
    const area = entry?.region.zh ?? areas.get(policy.id) ?? policy.region;
    return { policy, area, excerpt: listedExcerpt(entry, language) };
  });
}

/**
 * @param {CatalogueEntry | undefined} entry
 * @param {"zh" | "en"} language
 * @returns {Excerpt | undefined}
 */
function listedExcerpt(entry, language) {
  if (!entry) return undefined;
  const { topic, effective, keywords } = entry;
  const summary = entry.summary[language];
  return {
    summary,
    topic: /** @type {Description["topic"]} */ (topic),
    effective,
    keywords,
    words: [entry.claimYear ?? "", summary].join("\n"),
    leftToPlaces: [],
    locals: [],
  };
}

/**
 * Describes entries whose policies are at hand one after another, pausing so that the page stays at hand; answers after each part.
 * @param {Entry[]} entries
 * @param {Options} options
 */
export async function* describedBySlices(entries, options) {
  let end = performance.now() + SLICE_MILLISECONDS;
  for (const entry of atHand(entries)) {
    describeEntry(entry, options);
    if (performance.now() < end) continue;
    yield;
    await new Promise((resolve) => setTimeout(resolve));
    end = performance.now() + SLICE_MILLISECONDS;
  }
}

/**
 * Those not described yet whose policies are at hand.
 * @param {Entry[]} entries
 */
function atHand(entries) {
  const left = entries.filter(({ isDescribed }) => !isDescribed);
  const missing = new Set(missingOf(left.map(({ policy }) => policy.id)));
  return left.filter(({ policy }) => !missing.has(policy.id));
}

/**
 * @param {Entry} entry
 * @param {Options} options
 */
function describeEntry(entry, options) {
  entry.excerpt = excerptOf(describe(entry.policy.id, options));
  entry.isDescribed = true;
}

/**
 * Describes the entries whose policies are at hand.
 * @param {Entry[]} entries
 * @param {Options} options
 */
export function describeNow(entries, options) {
  for (const entry of atHand(entries)) describeEntry(entry, options);
}

/** @param {Description} description */
function excerptOf({ summary, topic, effective, ...rest }) {
  const labels = [rest.inputs, rest.tables, rest.values, rest.conditions].flat().map(({ label }) => label);
  const documents = rest.sources.map(({ document, number }) => `${document} ${number ?? ""}`);
  const words = [rest.claimYear ?? "", summary, ...labels, ...documents].join("\n");
  return {
    summary,
    topic,
    effective,
    keywords: rest.keywords,
    words,
    leftToPlaces: leftToPlaces(rest),
    locals: rest.locals,
  };
}

/** What fewer places than this decide is their peculiarity. */
const MANY_PLACES = 3;

/**
 * What places decide for themselves, as far as it is known of them: labels of the questions.
 * @param {Pick<Description, "inputs" | "locals">} description
 */
function leftToPlaces({ inputs, locals }) {
  const decided = inputs.filter(({ id }) => {
    const places = locals.filter((local) => id in local.inputs || id in local.same).map(({ place }) => place);
    return new Set(places).size >= MANY_PLACES;
  });
  return decided.map(({ label }) => label.replace(/[？?]$/, ""));
}

/**
 * How a policy stands on a day; one that is still to come is not "expired" to its readers.
 * @param {Pick<Description, "status"> & Partial<Pick<Description, "effective">>} policy
 * @param {string} day
 * @returns {Standing}
 */
export function standingOf({ status, effective }, day) {
  return status === "expired" && (effective?.from ?? "") > day ? "upcoming" : status;
}

/**
 * How far a policy's region lies around a place: 0 where it is the place itself, infinitely far where it is the whole country;
 * undefined where the policy is of another place. What lies around a place is known once the list of places is there.
 * @param {Pick<Entry, "area">} entry
 * @param {string} place by its Chinese name
 */
export function distanceFrom({ area }, place) {
  if (area === place) return 0;
  if (area === NATIONWIDE) return Number.POSITIVE_INFINITY;
  const known = placeNamed(place);
  const at = known ? chainOf(known).findIndex((wider) => isAreaOf(area, wider)) : -1;
  return at < 0 ? undefined : at;
}

/**
 * Whether a policy is of a place, or of what that lies in.
 * @param {Entry} entry
 * @param {string} place
 */
export function appliesIn(entry, place) {
  return distanceFrom(entry, place) !== undefined;
}

/**
 * The years that a policy is about: from its claim year, or else the first of its period, to the last of its period. Who looks for
 * what there is in a year looks for what is still in force then, too.
 * @param {Entry} entry
 */
function yearsAbout({ policy: { claimYear }, excerpt }) {
  const year = (/** @type {string | null | undefined} */ date) => (date ? Number(date.slice(0, 4)) : undefined);
  const { from, to } = excerpt?.effective ?? {};
  return { first: claimYear ?? year(from), last: Math.max(year(to) ?? 0, claimYear ?? 0) || undefined };
}

/**
 * Whether a policy is about a year; one whose period has no beginning or end is so without it.
 * @param {Entry} entry
 * @param {number} year
 */
export function isAbout(entry, year) {
  const { first = 0, last = 9999 } = yearsAbout(entry);
  return first <= year && year <= last;
}

/**
 * The years that policies are about, the latest first.
 * @param {Entry[]} entries
 */
export function yearsOf(entries) {
  const years = entries.flatMap((entry) => {
    const { first, last } = yearsAbout(entry);
    return first && last ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : [];
  });
  return [...new Set(years)].sort((one, other) => other - one);
}

/**
 * Regions by their Chinese names, with what they are called in the reader's language; the whole country comes last.
 * @param {Entry[]} entries
 * @param {Locale} locale
 */
export function regionsOf(entries, locale) {
  const names = new Map(entries.map(({ area, policy: { region } }) => [area, region]));
  const last = names.get(NATIONWIDE);
  names.delete(NATIONWIDE);
  const compare = collation(locale);
  const regions = [...names].sort(([, one], [, other]) => compare(one, other));
  return last === undefined ? regions : [...regions, /** @type {[string, string]} */ ([NATIONWIDE, last])];
}

/**
 * The first sentence of a text.
 * @param {string} text
 */
export function firstSentence(text) {
  return /^.*?(?:。|\.(?=\s|$)|$)/s.exec(text)?.[0] ?? text;
}
