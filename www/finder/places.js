/** The places of China that people look for: provinces, cities and what else lies directly below these, districts and counties. */

import { list } from "./list-of-places.js";
import { plain } from "./plain-text.js";

/** @import { Locale } from "wengang" */

/**
 * @typedef {object} PlaceInChina
 * @property {string} name without what it is: 杭州, not 杭州市
 * @property {string[]} latin how it is written in Latin letters, the usual way first
 * @property {boolean} isDistrict whether it is a district or a county, of a city
 * @property {PlaceInChina} [within] the province, or the city of a district
 *
 * What a text says about places: those that it may mean, the likeliest first, and what else it says.
 * @typedef {{ places: PlaceInChina[], rest: string }} Located
 */

/** What may follow a name, the longest first. */
const SUFFIXES =
  "[\u4e00-\u9fff]{0,9}自治[州县区旗]|工业园区|高新技术产业开发区|经济技术开发区|开发区|高新区|经开区|园区|新区|地区|林区|特区|矿区|省|市|区|县|州|盟|旗";

/** @param {string} text @param {PlaceInChina} [within] @returns {PlaceInChina} */
function readPlace(text, within) {
  const [name = "", ...latin] = text.split(" ");
  return { name, latin: latin.map((word) => word.replace("-", " ")), isDistrict: false, within };
}

/** A place and its districts, which follow in brackets. @param {string} text @param {PlaceInChina} [within] */
function readCity(text, within) {
  const [own = "", districts = ""] = text.replace("）", "").split("（");
  const city = readPlace(own, within);
  const names = districts.split("、").filter(Boolean);
  return [city, ...names.map((name) => ({ ...readPlace(spelled(name), city), isDistrict: true }))];
}

/** @type {PlaceInChina[] | undefined} */
let read;
/** @type {Map<string, string>} */
const readings = new Map();

/** With how it is read, where the list leaves that to its characters. @param {string} name */
function spelled(name) {
  return name.includes(" ") ? name : `${name} ${Array.from(name, (character) => readings.get(character)).join("")}`;
}

/** All places, each after what it lies in; none as long as there is no list of them. */
export function placesOfChina() {
  if (!read && list.china === "") return [];
  read ??= readList();
  return read;
}

function readList() {
  for (const [, latin = "", characters = ""] of list.readings.matchAll(/([a-z]+)([^a-z]+)/g))
    for (const character of characters) readings.set(character, latin);
  return list.china
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [first = "", rest = ""] = line.split("：");
      const [province, ...districts] = readCity(first);
      const cities = rest.split("，").filter(Boolean);
      return [province, ...districts, ...cities.flatMap((city) => readCity(city, province))];
    })
    .filter((place) => place !== undefined);
}

/**
 * Provinces come before cities, and these before districts: who says 吉林 and means the city says 吉林市.
 * @param {PlaceInChina} place
 */
function depthOf({ within, isDistrict }) {
  return within === undefined ? 0 : isDistrict ? 2 : 1;
}

/**
 * @param {string} text as `plain` leaves it
 * @returns {Located}
 */
export function locate(text) {
  const spaced = /[a-z]/.test(text) ? ` ${text.replace(/[,.]/g, " ")} ` : "";
  /** @type {{ place: PlaceInChina, word: string }[]} */
  const named = [];
  for (const place of placesOfChina()) {
    const word = wordIn(text, spaced, place);
    if (word !== "") named.push({ place, word });
  }
  if (named.length === 0) return { places: [], rest: text };
  // 张家口 is no 张家界, and 连云港 does not name its district 连云.
  const found = named.filter(({ word }) => !named.some((other) => other.word !== word && other.word.includes(word)));
  /** How much of what it lies in is named, too. @param {PlaceInChina} place */
  const wider = (place) => found.filter((other) => isWithin(place, other.place)).length;
  // 浙江杭州 means the narrower of the two.
  const meant = found.filter(({ place }) => !found.some((other) => isWithin(other.place, place)));
  const around = Math.max(...meant.map(({ place }) => wider(place)));
  const narrow = meant.filter(({ place }) => wider(place) === around);
  const longest = Math.max(...narrow.map(({ word }) => word.length));
  const places = narrow
    .filter(({ word }) => word.length === longest)
    .map(({ place }) => place)
    .sort((one, other) => order(one, text) - order(other, text));
  let rest = text;
  for (const { word } of named) rest = rest.replace(withSuffix(word), " ");
  return { places, rest: rest.replace(/\s+/g, " ").trim() };
}

/**
 * @param {PlaceInChina} place
 * @param {string} text
 */
function order(place, text) {
  // 吉林市 is no province.
  const city = text.includes(`${place.name}市`) && place.within === undefined;
  if (place.isDistrict && text.includes(`${place.name}区`)) return -1;
  return city && placesOfChina().some(({ name, within }) => within === place && name === place.name)
    ? 3
    : depthOf(place);
}

/**
 * @param {string} text
 * @param {string} spaced the same between spaces, where there are Latin letters in it
 * @param {PlaceInChina} place
 */
function wordIn(text, spaced, { name, latin }) {
  if (text.includes(name)) return name;
  return (spaced && latin.find((word) => spaced.includes(` ${word} `))) || "";
}

/** @param {string} name */
function withSuffix(name) {
  return new RegExp(`${name}(?:${SUFFIXES}| city| province| district)?`, "g");
}

/**
 * @param {PlaceInChina} place
 * @param {PlaceInChina} other
 * @returns {boolean}
 */
export function isWithin(place, other) {
  return place.within !== undefined && (place.within === other || isWithin(place.within, other));
}

/**
 * Whether a policy's region is this place: 上海市 is 上海.
 * @param {string} area
 * @param {PlaceInChina} place
 */
export function isAreaOf(area, { name }) {
  return area.startsWith(name) && new RegExp(`^${name}(?:${SUFFIXES})?$`).test(area);
}

/** Looking for one takes some time, and names come again. @type {Map<string, PlaceInChina | undefined>} */
const placesByName = new Map();

/**
 * The place that a name most likely means.
 * @param {string} name
 */
export function placeNamed(name) {
  if (placesOfChina().length === 0) return undefined;
  if (!placesByName.has(name)) placesByName.set(name, locate(plain(name)).places[0]);
  return placesByName.get(name);
}

/**
 * A place, then what it lies in, the nearest first.
 * @param {PlaceInChina} place
 * @returns {PlaceInChina[]}
 */
export function chainOf(place) {
  return [place, ...(place.within ? chainOf(place.within) : [])];
}

/**
 * What is known of a place, or of what that lies in, nearest first: of a district its city's rules, of a city its province's.
 * @template {{ place: string }} T
 * @param {T[]} locals
 * @param {PlaceInChina} place
 * @returns {T[]}
 */
export function localsOf(locals, place) {
  for (const wider of chainOf(place)) {
    const own = locals.filter((local) => names(local.place, wider));
    if (own.length > 0) return own;
  }
  return [];
}

/** @param {string} text @param {PlaceInChina} place */
function names(text, place) {
  // Most are somewhere else, which is seen at once.
  const own = plain(text);
  return [place.name, ...place.latin].some((word) => own.includes(word)) && placeNamed(text) === place;
}

/**
 * What a place is called, with what it lies in where that tells more.
 * @param {PlaceInChina} place
 * @param {Locale} locale
 * @returns {string}
 */
export function nameOf({ name, latin: [latin = name], within }, locale) {
  const own = locale === "en" ? latin.replace(/(?:^| )[a-z]/g, (letter) => letter.toUpperCase()) : name;
  if (!within || within.name === name) return own;
  return locale === "en" ? `${own}, ${nameOf(within, locale)}` : `${nameOf(within, locale)}${own}`;
}
