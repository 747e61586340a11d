import { isAbout } from "../shared/catalogue.js";
import { collation } from "../shared/collation.js";
import { testOf } from "../shared/filters.js";
import { NATIONWIDE } from "../shared/nationwide.js";
import { chainOf, isAreaOf, isWithin, locate, placeNamed } from "./places.js";
import { plain } from "./plain-text.js";

/** @import { Entry } from "../shared/catalogue.js" */
/** @import { Filters } from "../shared/filters.js" */
/** @import { PlaceInChina } from "./places.js" */

/**
 * What is looked for, taken apart: where, for which year, and by which words.
 * @typedef {{ places: PlaceInChina[], year: number | undefined, words: string[] }} Query
 *
 * How well an entry answers, the best lowest: whose it is, what year it is about, where the words stand, whether it is in force.
 * @typedef {{ entry: Entry, place: number, year: number, text: number, standing: number }} Ranked
 */

/** What is asked about everything says nothing about what is looked for. */
const FILLERS = /怎么|怎样|如何|多少|哪些|什么|可以|能不能|能|吗|呢|的|申请|查询|计算器|计算|领取?|算/g;

/** From the narrowest to the widest. */
const NEARNESS = { own: 0, province: 1, nationwide: 2 };

/** What can be gone by comes before what only checks the past. */
const STANDINGS = { "in-force": 0, reference: 1, expired: 2 };

/** @param {string} text @returns {Query} */
export function readQuery(text) {
  // Nothing is looked for when one arrives, and the places of China need not be read for it.
  if (text.trim() === "") return { places: [], year: undefined, words: [] };
  const { places, rest } = locate(plain(text).trim());
  /** @type {number | undefined} */
  let year;
  // In brackets a year belongs to the number of a document.
  const words = rest.replace(/(^|[^\d〔[(])(20\d\d)年?(?![\d〕\])])/g, (_, before, found) => {
    year = Number(found);
    return `${before} `;
  });
  const left = words.replace(FILLERS, " ").trim();
  return {
    places,
    year,
    words: (left === "" && year === undefined && places.length === 0 ? words : left).split(/\s+/).filter(Boolean),
  };
}

/**
 * The entries that pass all filters, what answers best first.
 * @param {Entry[]} entries
 * @param {Filters} filters
 * @returns {Entry[]}
 */
export function search(entries, filters) {
  return nearest(found(entries, filters))
    .sort(order)
    .map(({ entry }) => entry);
}

/**
 * How many entries would pass, whatever one of the filters is set to.
 * @template {Exclude<keyof Filters, "text">} F
 * @param {Entry[]} entries
 * @param {Filters} filters
 * @param {F} filter
 * @returns {(value: Filters[F]) => number}
 */
export function counts(entries, filters, filter) {
  const rest = found(entries, { ...filters, [filter]: undefined });
  return (value) => {
    const passes = testOf({ [filter]: value });
    return nearest(rest.filter(({ entry }) => passes(entry))).length;
  };
}

/**
 * What has the words only far down in its text is left out where others have them in their names.
 * @param {Ranked[]} ranked
 */
function nearest(ranked) {
  const near = ranked.filter(({ text }) => text < FAR);
  return near.length > 0 ? near : ranked;
}

/**
 * In no order.
 * @param {Entry[]} entries
 * @param {Filters} filters
 * @returns {Ranked[]}
 */
function found(entries, { text = "", ...filters }) {
  const query = readQuery(text);
  const year = filters.year ?? query.year;
  return entries.filter(testOf(filters)).flatMap((entry) => {
    const place = nearness(entry, query.places[0], filters.region);
    const words = whereWords(entry, query.words);
    if (place === undefined || words === undefined) return [];
    if (query.year !== undefined && !isAbout(entry, query.year)) return [];
    const { policy } = entry;
    const exactly = year === undefined || policy.claimYear === year ? 0 : 1;
    return [{ entry, place, year: exactly, text: words, standing: STANDINGS[policy.status] }];
  });
}

const compare = collation();

/** @param {Ranked} one @param {Ranked} other */
function order(one, other) {
  const { policy: own } = one.entry;
  const { policy: others } = other.entry;
  return (
    one.place - other.place ||
    one.year - other.year ||
    one.text - other.text ||
    one.standing - other.standing ||
    (others.claimYear ?? 9999) - (own.claimYear ?? 9999) ||
    compare(own.region, others.region) ||
    compare(own.title, others.title)
  );
}

/**
 * How near a policy's region is to the place that is asked for; undefined where it is another.
 * @param {Entry} entry
 * @param {PlaceInChina | undefined} place
 * @param {string | undefined} region
 */
function nearness({ area }, place, region) {
  if (place === undefined && region === undefined) return NEARNESS.own;
  if (area === NATIONWIDE) return NEARNESS.nationwide;
  if (place === undefined && area === region) return NEARNESS.own;
  const asked = place ?? placeNamed(region ?? "");
  if (asked === undefined) return undefined;
  const at = chainOf(asked).findIndex((wider) => isAreaOf(area, wider));
  if (at >= 0) return at === 0 ? NEARNESS.own : NEARNESS.province;
  // Who asks for a province wants to see its cities, too.
  const own = placeNamed(area);
  return own && isWithin(own, asked) ? NEARNESS.province : undefined;
}

const FAR = 2;

/** @type {WeakMap<object, { title: string, names: string, all: string }>} */
const texts = new WeakMap();

/**
 * Where an entry has the words: 0 in its title, 1 in what it is called otherwise, 2 far down; undefined where one is missing.
 * @param {Entry} entry
 * @param {string[]} words
 */
function whereWords({ policy, excerpt }, words) {
  if (words.length === 0) return 0;
  const key = excerpt ?? policy;
  const known = texts.get(key);
  const title = known?.title ?? plain(policy.title);
  const names = known?.names ?? plain([policy.title, policy.region, ...(excerpt?.keywords ?? [])].join("\n"));
  const all = known?.all ?? plain([names, excerpt?.words ?? ""].join("\n"));
  if (!known) texts.set(key, { title, names, all });
  const where = [title, names, all].findIndex((text) => words.every((word) => contains(text, word)));
  return where < 0 ? undefined : where;
}

/**
 * Chinese is written without spaces, so a word may also be several: "稳岗培训" is found where 稳岗 and 培训 are.
 * @param {string} text
 * @param {string} word
 * @returns {boolean}
 */
function contains(text, word) {
  if (text.includes(word)) return true;
  if (!/^[\u4e00-\u9fff0-9]{4,20}$/.test(word)) return false;
  for (let length = word.length - 2; length >= 2; length -= 1) {
    if (text.includes(word.slice(0, length))) return contains(text, word.slice(length));
  }
  return false;
}
