import { newRow } from "./answers.js";
import { pack, unpack } from "./packing.js";

/** @import { Assessment, Description, Locale } from "wengang" */
/** @import { Answers } from "./answers.js" */
/** @import { Filters } from "./filters.js" */
/** @import { Profile } from "./profile.js" */

/**
 * Where the reader is. Nothing of it is taken from an address but what has the form that it is to have: whoever makes a link decides
 * what stands in it, and the page that shows it is somebody else's.
 * @typedef {{ view: "start", filters?: Filters }
 *   | { view: "profile", scope?: Scope }
 *   | { view: "policy" | "comparison", policy: string }
 *   | { view: "rules", policy: string, rule?: string }
 *   | { view: "nowhere" }} Place
 *
 * @typedef {Omit<Profile, "answers">} Scope what a profile is about
 *
 * The result at the time when a link was made, with what it rested on.
 * @typedef {{ on: string, version: string, eligibility: Assessment["eligibility"], amount: string | null }} Past
 *
 * What a link brings along: answers, those of the other scenario where one was compared, and what came out.
 * @typedef {{ answers: Answers, other?: Answers, past?: Past }} Linked
 *
 * @typedef {object} Address
 * @property {Place} place
 * @property {Locale} [locale]
 * @property {Linked} [linked]
 * @property {"damaged" | "tooMuch"} [fault] why nothing was taken of what a link was to bring along
 */

/** Keys of an address that are no fields start with this. */
const META = "_";
/** Fields of the other scenario. */
const OTHER = `${META}b.`;
const PACKED = `${META}packed`;
/** Programs take a sentence's full stop, and more, into a link: here it does no harm. */
const LAST = `${META}end`;

const LONGEST_ADDRESS = 400_000;
const LONGEST_UNPACKED = 400_000;
const LONGEST_ANSWER = 200;
const MOST_ANSWERS = 200;
/** More rows than this a page would take seconds to draw: they travel in a file. */
export const MOST_ROWS = 2000;

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

/** Where the parameters of a place belong, and which they are, in this order. */
const QUERIES = {
  start: { key: "filters", parameters: /** @type {const} */ (["topic", "region", "year", "audience", "text"]) },
  profile: { key: "scope", parameters: /** @type {const} */ (["audience", "region", "year"]) },
};

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
  const policy = encodeURIComponent(place.policy);
  if (place.view === "comparison") return `${policy}/compare`;
  if (place.view !== "rules") return policy;
  return place.rule ? `${policy}/rules/${encodeURIComponent(place.rule)}` : `${policy}/rules`;
}

/**
 * @param {Place} place
 * @returns {[string, string][]}
 */
function parametersOf(place) {
  if (place.view !== "start" && place.view !== "profile") return [];
  const { key, parameters } = QUERIES[place.view];
  /** @type {Record<string, string | number | undefined>} */
  const given = Reflect.get(place, key) ?? {};
  return parameters.flatMap((parameter) => {
    const value = PARAMETERS[parameter].read(String(given[parameter] ?? ""));
    return value === undefined ? [] : [[PARAMETERS[parameter].name, String(value)]];
  });
}

/**
 * A link that brings back answers, and tells what came out when it was made: packed where that is shorter.
 * @param {Place} place
 * @param {[string, string][]} answers
 * @param {Locale} locale
 * @param {Past} [past]
 */
export function fragmentWith(place, answers, locale, past) {
  const entries = [...answers];
  if (past) {
    for (const [key, text] of Object.entries(resultOf(past))) entries.push([META + key, text]);
  }
  if (locale !== "zh-CN") entries.push([`${META}lang`, locale]);
  const plain = new URLSearchParams(entries).toString();
  const packed = `${PACKED}=${pack(JSON.stringify(entries.flat()))}`;
  const fragment = fragmentOf(place);
  const joint = fragment.includes("?") ? "&" : "?";
  return `${fragment}${joint}${packed.length < plain.length ? packed : plain}&${LAST}`;
}

/**
 * The answers to a policy as a link has them; undefined where they are too many or too long for one.
 * @param {Description} description
 * @param {Answers} answers
 * @param {Answers} [other] of the other scenario, of which only what differs goes along
 * @returns {[string, string][] | undefined}
 */
export function entriesOf(description, answers, other) {
  const fields = [...description.inputs, ...description.tables].map(({ id }) => id);
  if ([answers, other ?? {}].some((scenario) => fields.some((field) => isTooMuch(scenario[field] ?? ""))))
    return undefined;
  /** @type {[string, string][]} */
  const entries = [];
  for (const field of fields) {
    const own = written(description, field, answers);
    if (own) entries.push([field, own]);
    const differing = other && written(description, field, other);
    if (differing !== undefined && differing !== own) entries.push([OTHER + field, differing]);
  }
  return entries;
}

/**
 * @param {Description} description
 * @param {string} field
 * @param {Answers} answers
 */
function written({ tables }, field, answers) {
  const answer = answers[field];
  if (!Array.isArray(answer)) return answer?.trim() ?? "";
  const columns = tables.find(({ id }) => id === field)?.columns ?? [];
  const names = columns.map(({ id }) => id);
  return JSON.stringify([names, ...answer.map(({ cells }) => names.map((name) => cells[name] ?? ""))]);
}

/**
 * @param {string} fragment
 * @returns {Address}
 */
export function readAddress(fragment) {
  const [, path = "", query = ""] = /^#?\/?([^?]*)\??(.*)$/s.exec(fragment) ?? [];
  if (query.length > LONGEST_ADDRESS) return { place: readPlace(path, []), fault: "tooMuch" };
  const given = [...new URLSearchParams(query)];
  const last = given[given.length - 1];
  if (last) last[1] = withoutTail(last[1]);
  const packed = valueFor(given, PACKED);
  const unpacked = packed === undefined ? [] : readPacked(packed);
  const entries = [...given, ...(unpacked ?? [])];
  const place = readPlace(path, entries);
  const locale = valueFor(entries, `${META}lang`) === "en" ? "en" : undefined;
  if (unpacked === undefined) return { place, locale, fault: "damaged" };
  const linked = place.view === "start" || place.view === "nowhere" ? undefined : readLinked(place, entries);
  return linked === "tooMuch" ? { place, locale, fault: linked } : { place, locale, linked };
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
 * @param {string} packed
 * @returns {[string, string][] | undefined}
 */
function readPacked(packed) {
  try {
    const texts = JSON.parse(unpack(packed.replace(/[^\w-].*$/s, ""), LONGEST_UNPACKED) ?? "");
    if (!Array.isArray(texts) || texts.some((text) => typeof text !== "string")) return undefined;
    return texts.flatMap((key, index) => (index % 2 === 0 ? [[key, texts[index + 1] ?? ""]] : []));
  } catch {
    return undefined;
  }
}

/** @param {[string, string][]} entries @param {string} key */
function valueFor(entries, key) {
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
  const view = named(page, /^[a-z]+/);
  if (view === "rules")
    return { view, policy: id, rule: named(rule, /^[\w.-]{1,120}/).replace(/[.-]+$/, "") || undefined };
  return { view: view === "compare" ? "comparison" : "policy", policy: id };
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
 * @param {"start" | "profile"} view
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

/**
 * @param {Place} place
 * @param {[string, string][]} entries
 * @returns {Linked | undefined | "tooMuch"}
 */
function readLinked(place, entries) {
  const parameters = (place.view === "profile" ? QUERIES.profile.parameters : []).map((name) => PARAMETERS[name].name);
  const own = entries.filter(([key]) => !key.startsWith(META) && !parameters.includes(key));
  const differing = entries.filter(([key]) => key.startsWith(OTHER));
  if (own.length + differing.length === 0) return undefined;
  const answers = readAnswers(own);
  const changes = readAnswers(differing.map(([key, text]) => [key.slice(OTHER.length), text]));
  if (!answers || !changes) return "tooMuch";
  const other = differing.length > 0 ? { ...answers, ...changes } : undefined;
  const [on = "", version = "", result = ""] = ["on", "version", "result"].map((key) => valueFor(entries, META + key));
  return { answers, ...(other && { other }), ...pastOf(on, version, result) };
}

/**
 * Undefined where they are too many or too long. What was to be rows and is none is left out.
 * @param {[string, string][]} entries
 */
function readAnswers(entries) {
  if (entries.length > MOST_ANSWERS) return undefined;
  /** @type {Answers} */
  const answers = {};
  for (const [key, text] of entries) {
    const answer = text.startsWith("[[") ? readRows(text) : text;
    if (answer === undefined) continue;
    if (key.length > LONGEST_ANSWER || isTooMuch(answer)) return undefined;
    Object.defineProperty(answers, key, { value: answer, enumerable: true, configurable: true, writable: true });
  }
  return answers;
}

/** @param {Answers[string]} answer */
function isTooMuch(answer) {
  if (typeof answer === "string") return answer.length > LONGEST_ANSWER;
  const texts = answer.flatMap(({ cells }) => Object.values(cells));
  return answer.length > MOST_ROWS || texts.some((text) => text.length > LONGEST_ANSWER);
}

/** @param {string} text */
function readRows(text) {
  try {
    const [names, ...rows] = JSON.parse(text);
    return rows.map((/** @type {unknown[]} */ cells) =>
      newRow(Object.fromEntries(cells.map((cell, index) => [String(names[index]), String(cell)]))),
    );
  } catch {
    return undefined;
  }
}

/**
 * A past result as it is written: the verdict and, where there is one, the amount are one word each.
 * @param {Past} past
 */
export function resultOf({ on, version, eligibility, amount }) {
  return { on, version, result: [eligibility, amount].filter(Boolean).join(" ") };
}

/**
 * What is said to have come out, if it is said in that form.
 * @param {string} on
 * @param {string} version
 * @param {string} result
 * @returns {{ past?: Past }}
 */
export function pastOf(on, version, result) {
  const [, eligibility, amount = null] =
    /^(eligible|ineligible|undetermined|not-assessed)(?: (\d{1,15}\.\d\d)(?:\s.*)?)?$/.exec(result) ?? [];
  if (!eligibility || !isDay(on) || !/^[\w.-]{1,20}$/.test(version)) return {};
  return { past: { on, version, eligibility: /** @type {Past["eligibility"]} */ (eligibility), amount } };
}

/** @param {string} text */
function isDay(text) {
  if (!/^2[01]\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
