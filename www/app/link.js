import { newRow } from "../answers/answers.js";
import { fragmentOf, LAST, META, PARAMETER_NAMES, readAddress, valueFor } from "../shared/address.js";
import { pack, unpack } from "./packing.js";
import { pastOf, resultOf } from "./past.js";

/** @import { Description, Locale } from "wengang" */
/** @import { Place } from "../shared/address.js" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Past } from "./past.js" */
/** @import { MonthTexts } from "../year/months.js" */

/**
 * What a link brings along: answers, those of the other scenario where one was compared, what an authority shows, figures of months, and
 * what came out.
 * @typedef {{ answers: Answers, other?: Answers, shown?: Record<string, string>, months?: MonthTexts, past?: Past }} Linked
 *
 * @typedef {object} Link
 * @property {Place} place
 * @property {Locale} [locale]
 * @property {Linked} [linked]
 * @property {"damaged" | "tooMuch"} [fault] why nothing was taken of what a link was to bring along
 */

/** Fields of the other scenario. */
const OTHER = `${META}b.`;
/** What an authority shows. */
const SHOWN = `${META}s.`;
/** Figures of months: the series, and the month. */
const MONTH = `${META}m.`;
const PACKED = `${META}packed`;

const LONGEST_UNPACKED = 400_000;
/** Questions of the profile go by long names. */
const LONGEST_KEY = 1000;
const LONGEST_ANSWER = 200;
const MOST_ANSWERS = 200;
/** The profile keeps what was answered for one place while another is looked at; its questions are those of all policies. */
const MOST_PROFILE_ANSWERS = 2000;
/** More rows than this a page would take seconds to draw: they travel in a file. */
export const MOST_ROWS = 2000;

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
  const query = [packed.length < plain.length ? packed : plain, LAST].filter(Boolean).join("&");
  return `${fragment}${fragment.includes("?") ? "&" : "?"}${query}`;
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
 * What else was filled in for a policy, as a link has it; undefined where it is too long for one.
 * @param {{ shown?: Record<string, string>, months?: MonthTexts }} filled
 * @returns {[string, string][] | undefined}
 */
export function entriesBeside({ shown = {}, months = {} }) {
  const all = [
    ...Object.entries(shown).map(([id, text]) => [SHOWN + id, text.trim()]),
    ...Object.entries(months).flatMap(([series, texts]) =>
      Object.entries(texts).map(([month, text]) => [`${MONTH}${series}.${month}`, text.trim()]),
    ),
  ];
  const entries = /** @type {[string, string][]} */ (all.filter(([, text]) => text !== ""));
  return readAnswers(entries, MOST_ANSWERS) && entries;
}

/**
 * The answers to the profile as a link has them; undefined where they are too many or too long for one.
 * @param {Record<string, string>} answers
 * @returns {[string, string][] | undefined}
 */
export function profileEntries(answers) {
  const entries = Object.entries(answers).filter(([, answer]) => answer.trim() !== "");
  return readAnswers(entries, MOST_PROFILE_ANSWERS) && entries;
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
 * A place, with what a link to it brings along.
 * @param {string} fragment
 * @returns {Link}
 */
export function readLink(fragment) {
  const { place, entries: given } = readAddress(fragment);
  if (!given) return { place, fault: "tooMuch" };
  const packed = valueFor(given, PACKED);
  const unpacked = packed === undefined ? [] : readPacked(packed);
  if (unpacked === undefined) return { place, fault: "damaged" };
  const entries = [...given, ...unpacked];
  const locale = valueFor(entries, `${META}lang`) === "en" ? "en" : undefined;
  const linked = "policy" in place || place.view === "profile" ? readLinked(place, entries) : undefined;
  return linked === "tooMuch" ? { place, locale, fault: linked } : { place, locale, linked };
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

/**
 * @param {Place} place
 * @param {[string, string][]} entries
 * @returns {Linked | undefined | "tooMuch"}
 */
function readLinked(place, entries) {
  const parameters = place.view === "profile" ? PARAMETER_NAMES : [];
  const most = place.view === "profile" ? MOST_PROFILE_ANSWERS : MOST_ANSWERS;
  const behind = (/** @type {string} */ beginning) =>
    entries
      .filter(([key]) => key.startsWith(beginning))
      .map(([key, text]) => /** @type {[string, string]} */ ([key.slice(beginning.length), text]));
  const own = entries.filter(([key]) => !key.startsWith(META) && !parameters.includes(key));
  const [answers, changes, shown, figures] = [own, behind(OTHER), behind(SHOWN), behind(MONTH)].map((given) =>
    readAnswers(given, most),
  );
  if (!answers || !changes || !shown || !figures) return "tooMuch";
  if ([answers, changes, shown, figures].every((given) => Object.keys(given).length === 0)) return undefined;
  const isCompared = Object.keys(changes).length > 0;
  const meta = Object.fromEntries(PAST.map((key) => [key, valueFor(entries, META + key)]));
  return {
    answers,
    ...(isCompared && { other: { ...answers, ...changes } }),
    ...("policy" in place && { shown: textsOf(shown), months: monthsOf(textsOf(figures)) }),
    ...pastOf(meta),
  };
}

/** What says what came out, and what that rested on. */
const PAST = ["on", "version", "engine", "result"];

/** @param {Answers} answers @returns {Record<string, string>} */
function textsOf(answers) {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, text]) => (Array.isArray(text) ? [] : [[key, text]])),
  );
}

/** @param {Record<string, string>} figures by series and month @returns {MonthTexts} */
function monthsOf(figures) {
  /** @type {MonthTexts} */
  const months = {};
  for (const [key, text] of Object.entries(figures)) {
    const [, series = "", month = ""] = /^(\w{1,80})\.(\d{1,2})$/.exec(key) ?? [];
    if (series === "" || series === "__proto__") continue;
    months[series] = { ...months[series], [month]: text };
  }
  return months;
}

/**
 * Undefined where they are too many or too long. What was to be rows and is none is left out.
 * @param {[string, string][]} entries
 * @param {number} most
 */
function readAnswers(entries, most) {
  if (entries.length > most) return undefined;
  /** @type {Answers} */
  const answers = {};
  for (const [key, text] of entries) {
    const answer = text.startsWith("[[") ? readRows(text) : text;
    if (answer === undefined) continue;
    if (key.length > LONGEST_KEY || isTooMuch(answer)) return undefined;
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
      newRow(
        Object.fromEntries(
          cells.map((cell, index) => [String(names[index]), typeof cell === "object" ? "" : String(cell)]),
        ),
      ),
    );
  } catch {
    return undefined;
  }
}
