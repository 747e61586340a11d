import { NATIONWIDE } from "../shared/nationwide.js";

/** @import { Filters } from "../shared/filters.js" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * A filter in words: "年度：2024年".
 * @param {keyof Filters} filter
 * @param {Filters} filters
 * @param {[string, string][]} regions
 * @param {Messages} messages
 */
export function filterText(filter, filters, regions, { finder, policy }) {
  const { topic, region, year, audience, text } = filters;
  const values = {
    topic: topic && finder.topic[topic],
    region: region && regionText(region, regions, finder),
    year: year === undefined ? undefined : policy.claimYear(year),
    audience: audience && policy.audience[audience],
    text: text?.trim(),
  };
  return finder.filterWith(finder.filter[filter], values[filter] ?? "");
}

/**
 * @param {string} region
 * @param {[string, string][]} regions
 * @param {Messages["finder"]} finder
 */
function regionText(region, regions, finder) {
  const name = new Map(regions).get(region) ?? region;
  return region === NATIONWIDE ? name : finder.andNationwide(name);
}
