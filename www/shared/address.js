/** @import { Filters } from "./filters.js" */
/** @import { Profile } from "../profile/findings.js" */

/**
 * Where the reader is. Nothing of it is taken from an address but what has the form that it is to have: whoever makes a link decides
 * what stands in it, and the page that shows it is somebody else's.
 * @typedef {{ view: "start", filters?: Filters }
 *   | { view: "profile", scope?: Scope }
 *   | { view: "faq", question?: string, scope?: Pick<Scope, "region"> }
 *   | { view: "policy" | "comparison" | "reconciliation" | "year", policy: string }
 *   | { view: "rules", policy: string, rule?: string }
 *   | { view: "situations", ids: string[] }
 *   | { view: "nowhere" }} Place
 *
 * @typedef {Omit<Profile, "answers">} Scope what a profile is about
 */

/** Keys of an address that are no fields start with this. */
export const META = "_";
/** Programs take a sentence's full stop, and more, into a link: here it does no harm. */
export const LAST = `${META}end`;

const LONGEST_ADDRESS = 400_000;
/** So many columns can be read side by side. */
export const MOST_SITUATIONS = 4;

/**
 * What may stand behind the "?" of a place: by what it is called there, and how it is read.
 * @typedef {{ name: string, read: (text: string) => string | number | undefined }} Parameter
 */

/** @type {Record<"region" | "year" | "audience" | "topic" | "text", Parameter>} */
const PARAMETERS = {
  topic: { name: "topic", read: form(/^[a-z]{1,20}$/) },
  region: { name: "region", read: form(/^[\p{L}\p{M}·]{1,20}$/u) },
  year: { name: "year", read: (text) => Number(form(/^20\d\d$/)(text)) || undefined },
  audience: { name: "audience", read: form(/^(employer|citizen)$/) },
  text: { name: "q", read: (text) => text.trim().slice(0, 60) || undefined },
};

/** The names of all of them. */
export const PARAMETER_NAMES = Object.values(PARAMETERS).map(({ name }) => name);

/** Where the parameters of a place belong, and which they are, in this order. */
const QUERIES = {
  start: { key: "filters", parameters: /** @type {const} */ (["topic", "region", "year", "audience", "text"]) },
  profile: { key: "scope", parameters: /** @type {const} */ (["audience", "region", "year"]) },
  faq: { key: "scope", parameters: /** @type {const} */ (["region"]) },
};

/** What a policy's views are called in addresses, beside the calculator and the rules. */
const PATHS = /** @type {const} */ ({ comparison: "compare", reconciliation: "reconcile", year: "year" });
const VIEWS = /** @type {(keyof typeof PATHS)[]} */ (Object.keys(PATHS));

/** A word of this form; a sentence may go on behind it. @param {RegExp} pattern */
function form(pattern) {
  return (/** @type {string} */ text) => pattern.exec(text.replace(/\s.*$/s, ""))?.[0];
}

/**
 * A place as a fragment. Fragments stay in the browser: nothing of them reaches a server.
 * @param {Place} place
 */
export function fragmentOf(place) {
  const parameters = parametersOf(place);
  if (parameters.length === 0) return `#/${pathOf(place)}`;
  const [, last = ""] = parameters[parameters.length - 1] ?? [];
  const end = withoutTail(last) === last ? "" : `&${LAST}`;
  return `#/${pathOf(place)}?${new URLSearchParams(parameters)}${end}`;
}

/** @param {Place} place */
function pathOf(place) {
  if (place.view === "start" || place.view === "nowhere") return "";
  if (place.view === "profile") return "profile";
  if (place.view === "situations") return `${place.view}/${place.ids.join("+")}`;
  if (place.view === "faq") return place.question ? `faq/${encodeURIComponent(place.question)}` : "faq";
  const policy = encodeURIComponent(place.policy);
  if (place.view === "policy") return policy;
  if (place.view !== "rules") return `${policy}/${PATHS[place.view]}`;
  return place.rule ? `${policy}/rules/${encodeURIComponent(place.rule)}` : `${policy}/rules`;
}

/**
 * @param {Place} place
 * @returns {[string, string][]}
 */
function parametersOf(place) {
  if (!hasQuery(place.view)) return [];
  const { key, parameters } = QUERIES[place.view];
  /** @type {Record<string, string | number | undefined>} */
  const given = Reflect.get(place, key) ?? {};
  return parameters.flatMap((parameter) => {
    const value = PARAMETERS[parameter].read(String(given[parameter] ?? ""));
    return value === undefined ? [] : [[PARAMETERS[parameter].name, String(value)]];
  });
}

/**
 * Where an address leads, with what stands behind its "?"; undefined where that is far too long to be looked at.
 * @param {string} fragment
 * @returns {{ place: Place, entries: [string, string][] | undefined }}
 */
export function readAddress(fragment) {
  const [, path = "", query = ""] = /^#?\/?([^?]*)\??(.*)$/s.exec(fragment) ?? [];
  if (query.length > LONGEST_ADDRESS) return { place: readPlace(path, []), entries: undefined };
  const entries = [...new URLSearchParams(query)];
  const last = entries[entries.length - 1];
  if (last) last[1] = withoutTail(last[1]);
  return { place: readPlace(path, entries), entries };
}

/**
 * A value without what was written behind the link: from the first sign on that goes on with the sentence or closes it, and does not
 * stand in a figure.
 * @param {string} value
 */
function withoutTail(value) {
  if (value.startsWith("[[")) return value.slice(0, value.lastIndexOf("]") + 1);
  return value.replace(/[、。，；：！？…）】》〉」』”’](?!\p{N}).*$/su, "").replace(/[\s.,;:!?)\]}>"'*]+$/, "");
}

/**
 * Whether something stands behind the "?" of a place that is none of its parameters.
 * @param {Place} place
 * @param {[string, string][]} entries
 */
export function bringsMore({ view }, entries) {
  const own = hasQuery(view) ? PARAMETER_NAMES : [];
  return entries.some(([key]) => key !== LAST && !own.includes(key));
}

/** @param {Place["view"]} view @returns {view is keyof typeof QUERIES} */
function hasQuery(view) {
  return view in QUERIES;
}

/** @param {[string, string][]} entries @param {string} key */
export function valueFor(entries, key) {
  return entries.find(([name]) => name === key)?.[1];
}

/**
 * @param {string} path
 * @param {[string, string][]} entries
 * @returns {Place}
 */
function readPlace(path, entries) {
  const [policy = "", page = "", rule = ""] = path.split("/").map(decode);
  const id = named(policy, /^[a-z0-9-]{1,60}/);
  if (id === "") return policy === "" || isTail(policy) ? placeWith("start", entries) : { view: "nowhere" };
  if (id === "profile") return placeWith("profile", entries);
  if (id === "situations") return { view: id, ids: (page.match(/\w{1,40}/g) ?? []).slice(0, MOST_SITUATIONS) };
  if (id === "faq") {
    const question = named(page, /^[a-z][a-z0-9-]{0,60}/);
    return { ...placeWith("faq", entries), ...(question && { question }) };
  }
  const view = named(page, /^[a-z]+/);
  if (view === "rules")
    return { view, policy: id, rule: named(rule, /^[\w.-]{1,120}/).replace(/[.-]+$/, "") || undefined };
  return { view: VIEWS.find((one) => PATHS[one] === view) ?? "policy", policy: id };
}

/**
 * The beginning of a part of the path that has the form of a name, where nothing is behind it but a sentence that goes on.
 * @param {string} part
 * @param {RegExp} pattern
 */
function named(part, pattern) {
  const [name = ""] = pattern.exec(part) ?? [];
  return isTail(part.slice(name.length)) ? name : "";
}

/** @param {string} text */
function isTail(text) {
  return /^([^\p{L}\p{N}_-]|$)/u.test(text);
}

/**
 * @param {keyof typeof QUERIES} view
 * @param {[string, string][]} entries
 * @returns {Place}
 */
function placeWith(view, entries) {
  const { key, parameters } = QUERIES[view];
  const read = parameters.flatMap((parameter) => {
    const { name, read } = PARAMETERS[parameter];
    const value = read(valueFor(entries, name) ?? "");
    return value === undefined ? [] : [[parameter, value]];
  });
  return /** @type {Place} */ ({ view, ...(read.length > 0 && { [key]: Object.fromEntries(read) }) });
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
