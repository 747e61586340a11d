/**
 * The places of China that people look for: provinces, places of the level below, districts of municipalities, and of cities
 * that have policies of their own.
 */

import { list } from "./list-of-places.js";

/** @import { Locale } from "wengang" */

/**
 * @typedef {object} PlaceInChina
 * @property {string} name without what it is: 杭州, not 杭州市
 * @property {string[]} latin how it is written in Latin letters, the usual way first
 * @property {PlaceInChina} [within] the province, or the city of a district
 *
 * What a text says about places: those that it may mean, the likeliest first, and what else it says.
 * @typedef {{ places: PlaceInChina[], rest: string }} Located
 */

/** What may follow a name, the longest first. */
const SUFFIXES =
  "工业园区|高新技术产业开发区|经济技术开发区|开发区|高新区|经开区|园区|新区|地区|林区|特区|省|市|区|县|州|盟|旗";

/** @param {string} text @param {PlaceInChina} [within] @returns {PlaceInChina} */
function readPlace(text, within) {
  const [name = "", ...latin] = text.split(" ");
  return { name, latin: latin.map((word) => word.replace("-", " ")), within };
}

/** @type {PlaceInChina[] | undefined} */
let read;

/** All places, each after what it lies in; none as long as there is no list of them. */
export function placesOfChina() {
  if (!read && list.china === "") return [];
  read ??= list.china
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [first = "", rest = ""] = line.split("：");
      const province = readPlace(first);
      const below = rest.split("，").filter(Boolean);
      const places = below.flatMap((text) => {
        const [own = "", districts = ""] = text.replace("）", "").split("（");
        const city = readPlace(own, province);
        return [
          city,
          ...districts
            .split("、")
            .filter(Boolean)
            .map((district) => readPlace(district, city)),
        ];
      });
      return [province, ...places];
    });
  return read;
}

/**
 * Provinces come before cities, and these before districts: who says 吉林 and means the city says 吉林市.
 * @param {PlaceInChina} place
 * @returns {number}
 */
function depthOf({ latin, within }) {
  return within === undefined ? 0 : latin.length > 0 ? 1 : 2;
}

/**
 * @param {string} text as `plain` leaves it
 * @returns {Located}
 */
export function locate(text) {
  const all = placesOfChina();
  const found = all.filter((place) => wordIn(text, place) !== "");
  if (found.length === 0) return { places: [], rest: text };
  // 浙江杭州 means the narrower of the two, and 张家口 is no 张家界.
  const meant = found.filter((place) => !found.some((other) => isWithin(other, place)));
  const longest = Math.max(...meant.map((place) => wordIn(text, place).length));
  const places = meant
    .filter((place) => wordIn(text, place).length === longest)
    .sort((one, other) => order(one, text) - order(other, text));
  let rest = text;
  for (const place of found) rest = rest.replace(withSuffix(wordIn(text, place)), " ");
  return { places, rest: rest.replace(/\s+/g, " ").trim() };
}

/**
 * @param {PlaceInChina} place
 * @param {string} text
 */
function order(place, text) {
  // 吉林市 is no province.
  const city = text.includes(`${place.name}市`) && place.within === undefined;
  if (place.latin.length === 0 && text.includes(`${place.name}区`)) return -1;
  return city && placesOfChina().some(({ name, within }) => within === place && name === place.name)
    ? 3
    : depthOf(place);
}

/** @param {string} text @param {PlaceInChina} place */
function wordIn(text, { name, latin }) {
  return text.includes(name) ? name : (latin.find((word) => ` ${text} `.includes(` ${word} `)) ?? "");
}

/** @param {string} name */
function withSuffix(name) {
  return new RegExp(`${name}(?:[\u4e00-\u9fff]{0,9}自治[州县区旗]|${SUFFIXES}| city| province| district)?`, "g");
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
