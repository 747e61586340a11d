import { isAreaOf, isWithin, nameOf, placeNamed } from "../finder/places.js";
import { regionsOf } from "../shared/catalogue.js";
import { NATIONWIDE } from "../shared/nationwide.js";
import { placeOf } from "./findings.js";

/** @import { Locale } from "wengang" */
/** @import { PlaceInChina } from "../finder/places.js" */
/** @import { Entry } from "../shared/catalogue.js" */

/**
 * What a region is called in the reader's language.
 * @param {Entry[]} entries
 * @param {string} region
 * @param {Locale} locale
 */
export function regionName(entries, region, locale) {
  const own = entries.find(({ area }) => area === region);
  const place = placeOf(region);
  return own ? own.policy.region : place ? nameOf(place, locale) : region;
}

/**
 * The region that somebody names: one with policies as these call it, or else any place.
 * @param {Entry[]} entries
 * @param {string} text
 * @param {PlaceInChina | undefined} place the likeliest that the text may mean
 */
export function regionNamed(entries, text, place) {
  const named = entries.find(({ area, policy }) => [area, policy.region].includes(text.trim()));
  const own = named ?? (place && entries.find(({ area }) => area !== NATIONWIDE && isAreaOf(area, place)));
  return own ? own.area : place && nameOf(place, "zh-CN");
}

/**
 * The names of the regions with policies of their own that lie in another.
 * @param {Entry[]} entries
 * @param {string} region
 * @param {Locale} locale
 */
export function regionsWithin(entries, region, locale) {
  const around = placeOf(region);
  const within = regionsOf(entries, locale).filter(([area]) => {
    const place = placeNamed(area);
    return around && place && isWithin(place, around);
  });
  return within.map(([, name]) => name);
}

/**
 * The names to choose from: regions with policies of their own first, then every province and city.
 * @param {Entry[]} entries
 * @param {PlaceInChina[]} places
 * @param {Locale} locale
 */
export function regionNames(entries, places, locale) {
  const regions = regionsOf(entries, locale);
  const others = places.filter(
    (place) => !place.isDistrict && !regions.some(([area]) => area !== NATIONWIDE && isAreaOf(area, place)),
  );
  return [...regions.map(([, name]) => name), ...others.map((place) => nameOf(place, locale))];
}
