import { newRow } from "./answers.js";

/** @import { Assessment, Description, Locale } from "wengang" */
/** @import { Answers } from "./answers.js" */

/**
 * Where the reader is.
 * @typedef {{ view: "start" } | { view: "profile" }
 *   | { view: "policy" | "comparison", policy: string }
 *   | { view: "rules", policy: string, rule?: string }} Place
 *
 * The result at the time when a link was made, with what it rested on.
 * @typedef {{ on: string, version: string, eligibility: Assessment["eligibility"], amount: string | null }} Past
 *
 * @typedef {{ place: Place, locale?: Locale, answers?: Answers, past?: Past }} Address
 */

/** Keys of an address that are no fields start with this. */
const META = "_";

/**
 * A place as a fragment. Fragments stay in the browser: nothing of them reaches a server.
 * @param {Place} place
 */
export function fragmentOf(place) {
  if (place.view === "start") return "#/";
  if (place.view === "profile") return "#/profile";
  const policy = `#/${encodeURIComponent(place.policy)}`;
  if (place.view === "comparison") return `${policy}/compare`;
  if (place.view !== "rules") return policy;
  return place.rule ? `${policy}/rules/${encodeURIComponent(place.rule)}` : `${policy}/rules`;
}

/**
 * A link that brings back the answers, and tells what came out when it was made.
 * @param {Description} description
 * @param {Answers} answers
 * @param {Past} past
 * @param {Locale} locale
 */
export function fragmentWith(description, answers, past, locale) {
  const query = new URLSearchParams();
  for (const { id } of description.inputs) {
    const answer = answers[id];
    if (typeof answer === "string" && answer.trim() !== "") query.set(id, answer);
  }
  for (const { id, columns } of description.tables) {
    const rows = answers[id];
    if (!Array.isArray(rows)) continue;
    const names = columns.map((column) => column.id);
    const cells = rows.map((row) => names.map((name) => row.cells[name] ?? ""));
    query.set(id, JSON.stringify([names, ...cells]));
  }
  query.set(`${META}on`, past.on);
  query.set(`${META}version`, past.version);
  query.set(`${META}result`, [past.eligibility, past.amount].filter(Boolean).join(" "));
  if (locale !== "zh-CN") query.set(`${META}lang`, locale);
  return `${fragmentOf({ view: "policy", policy: description.id })}?${query}`;
}

/**
 * @param {string} fragment
 * @returns {Address}
 */
export function readAddress(fragment) {
  const [path = "", query = ""] = fragment.replace(/^#?\/?/, "").split("?", 2);
  const place = readPlace(path.split("/").map(decode));
  const given = new URLSearchParams(query);
  const locale = given.get(`${META}lang`) === "en" ? "en" : undefined;
  return { place, locale, answers: readAnswers(given), past: readPast(given) };
}

/**
 * @param {string[]} path
 * @returns {Place}
 */
function readPlace([policy = "", page = "", rule]) {
  if (policy === "") return { view: "start" };
  if (policy === "profile") return { view: "profile" };
  if (page === "rules") return { view: "rules", policy, rule };
  return { view: page === "compare" ? "comparison" : "policy", policy };
}

/** @param {URLSearchParams} query */
function readAnswers(query) {
  /** @type {Answers} */
  const answers = {};
  for (const [key, text] of query) {
    if (!key.startsWith(META)) answers[key] = readRows(text) ?? text;
  }
  return Object.keys(answers).length > 0 ? answers : undefined;
}

/**
 * The rows of a table; undefined for any other answer.
 * @param {string} text
 */
function readRows(text) {
  if (!text.startsWith("[[")) return undefined;
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
 * @param {URLSearchParams} query
 * @returns {Past | undefined}
 */
function readPast(query) {
  const [eligibility, amount = null] = (query.get(`${META}result`) ?? "").split(" ");
  const on = query.get(`${META}on`);
  if (!on || !isEligibility(eligibility)) return undefined;
  return { on, version: query.get(`${META}version`) ?? "", eligibility, amount };
}

/**
 * @param {string | undefined} word
 * @returns {word is Assessment["eligibility"]}
 */
function isEligibility(word) {
  return ["eligible", "ineligible", "undetermined", "not-assessed"].includes(word ?? "");
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
