import { isEmpty, newRow, WORKINGS } from "../answers/answers.js";
import { pastOf, resultOf } from "./past.js";

/** @import { Past } from "./past.js" */
/** @import { Answers, Working } from "../answers/answers.js" */
/** @import { Profile } from "../profile/findings.js" */
/** @import { MonthTexts } from "../year/months.js" */

/**
 * What was filled in about one firm or one year: the answers to each policy, those of the other scenario where one was compared, what
 * the authority shows, and what the profile asks.
 *
 * @typedef {object} Situation
 * @property {string} id
 * @property {string} name empty while it has been given none
 * @property {string} savedOn the day on which it was last saved on the device; empty where it is not
 * @property {Link | undefined} link where it came from, until the reader has taken it over
 * @property {Record<string, Answers>} answersByPolicy
 * @property {Record<string, Answers>} others
 * @property {Record<string, Record<string, string>>} shown what the authority shows, by policy, as typed
 * @property {Record<string, MonthTexts>} years what was filled in month by month, by policy
 * @property {Record<string, Past>} results what came out when the answers to a policy were last changed, by policy
 * @property {Profile} profile
 *
 * @typedef {object} Link
 * @property {string} policy
 * @property {string} before which situation was at hand before
 * @property {Past} [past] what the link says that came out
 * @property {string[]} [unread] the questions whose answers in it could not be read
 *
 * @typedef {Partial<Situation>} Content
 */

/** The form in which situations are written: docs/situation-file.md. */
export const FORMAT = "wengang-situations";
const VERSION = 1;
/** How answers were worked out lies beside the answers; no field has this name. */
const WORKINGS_KEY = "_workings";
/** A working may have been worked out in turn, and so on. */
const DEEPEST = 4;

const TEXTUAL = ["string", "number", "boolean"];

export const LONGEST_NAME = 60;

/**
 * @param {Content} [content]
 * @returns {Situation}
 */
export function newSituation(content = {}) {
  const blank = {
    name: "",
    savedOn: "",
    link: undefined,
    answersByPolicy: {},
    others: {},
    shown: {},
    years: {},
    results: {},
  };
  return { ...blank, profile: { answers: {} }, ...content, id: content.id ?? newId() };
}

/** Tells situations apart, and guards nothing; WeChat has no other source of chance. */
function newId() {
  return [Math.random(), Math.random()].map((chance) => chance.toString(36).slice(2, 9)).join("");
}

/**
 * Whether nothing has been filled in.
 * @param {Situation} situation
 */
export function isBlank({ answersByPolicy, others, shown, years, profile }) {
  const months = Object.values(years).flatMap((series) => Object.values(series));
  const scenarios = [answersByPolicy, others, shown]
    .flatMap((one) => Object.values(one))
    .concat(months, profile.answers);
  return scenarios.every((answers) => isEmpty(answers));
}

/**
 * The policies that something has been filled in for.
 * @param {Situation} situation
 */
export function policiesIn({ answersByPolicy, others, shown, years }) {
  const policies = Object.keys({ ...answersByPolicy, ...others, ...shown, ...years });
  return policies.filter((policy) => {
    const filled = [answersByPolicy, others, shown]
      .map((answers) => answers[policy])
      .concat(Object.values(years[policy] ?? {}));
    return filled.some((answers) => !isEmpty(answers ?? {}));
  });
}

/** @param {string} name */
export function tidyName(name) {
  return name.replace(/\s+/g, " ").trim().slice(0, LONGEST_NAME);
}

/** @param {Situation[]} situations */
export function written(situations) {
  return { format: FORMAT, version: VERSION, situations: situations.map(writtenOne) };
}

/** @param {Situation} situation */
function writtenOne({ id, name, savedOn, link, answersByPolicy, others, shown, years, results, profile }) {
  return {
    id,
    name,
    savedOn,
    ...(link && { link: { policy: link.policy, before: link.before, past: link.past && resultOf(link.past) } }),
    answers: mapped(answersByPolicy, writtenAnswers),
    others: mapped(others, writtenAnswers),
    shown,
    years,
    results: mapped(results, resultOf),
    profile,
  };
}

/**
 * @param {Answers} answers
 * @returns {Record<string, unknown>}
 */
function writtenAnswers(answers) {
  const fields = mapped(answers, (answer) => (Array.isArray(answer) ? answer.map(({ cells }) => cells) : answer));
  const workings = answers[WORKINGS];
  if (!workings) return fields;
  const written = mapped(workings, ({ answers, given }) => ({ answers: writtenAnswers(answers), given }));
  return { ...fields, [WORKINGS_KEY]: written };
}

/**
 * What was written, by whoever wrote it: what has another form is left out. Undefined where it is nothing of the kind, or of a
 * later version.
 * @param {unknown} document
 * @returns {Situation[] | undefined}
 */
export function read(document) {
  const { format, version, situations } = record(document);
  if (format !== FORMAT || version !== VERSION || !Array.isArray(situations)) return undefined;
  return situations.map(record).map(readOne);
}

/** @param {Record<string, unknown>} situation */
function readOne({ id, name, savedOn, link, answers, others, shown, years, results, profile }) {
  return newSituation({
    ...(/^\w{1,40}$/.test(word(id)) && { id: word(id) }),
    name: tidyName(word(name)),
    savedOn: /^\d{4}-\d\d-\d\d$/.test(word(savedOn)) ? word(savedOn) : "",
    link: readLink(link),
    answersByPolicy: readPolicies(answers),
    others: readPolicies(others),
    shown: mapped(record(shown), texts),
    years: mapped(record(years), (series) => mapped(record(series), texts)),
    results: readResults(record(results)),
    profile: readProfile(record(profile)),
  });
}

/** @param {unknown} link */
function readLink(link) {
  const { policy, before, past } = record(link);
  if (typeof policy !== "string") return undefined;
  return { policy, before: word(before), ...pastOf(record(past)) };
}

/** @param {Record<string, unknown>} results @returns {Record<string, Past>} */
function readResults(results) {
  const read = Object.entries(results).map(([policy, result]) => ({ policy, ...pastOf(record(result)) }));
  return Object.fromEntries(read.flatMap(({ policy, past }) => (past ? [[policy, past]] : [])));
}

/**
 * @param {unknown} policies
 * @returns {Record<string, Answers>}
 */
function readPolicies(policies) {
  return mapped(record(policies), (answers) => readAnswers(answers, DEEPEST));
}

/**
 * @param {unknown} answers
 * @param {number} deepest
 * @returns {Answers}
 */
function readAnswers(answers, deepest) {
  const { [WORKINGS_KEY]: workings, ...fields } = record(answers);
  /** @type {Answers} */
  const read = {};
  for (const [field, answer] of Object.entries(fields)) {
    if (TEXTUAL.includes(typeof answer)) read[field] = String(answer);
    else if (Array.isArray(answer)) read[field] = answer.map((row) => newRow(texts(row)));
  }
  if (workings === undefined || deepest === 0) return read;
  return { ...read, [WORKINGS]: mapped(record(workings), (working) => readWorking(record(working), deepest - 1)) };
}

/**
 * @param {Record<string, unknown>} working
 * @param {number} deepest
 * @returns {Working}
 */
function readWorking({ answers, given }, deepest) {
  return { answers: readAnswers(answers, deepest), ...(typeof given === "string" && { given }) };
}

/**
 * @param {Record<string, unknown>} profile
 * @returns {Profile}
 */
function readProfile({ audience, region, year, answers }) {
  return {
    ...((audience === "employer" || audience === "citizen") && { audience }),
    ...(typeof region === "string" && { region }),
    ...(typeof year === "number" && { year }),
    answers: texts(answers),
  };
}

/** @param {unknown} value */
function word(value) {
  return typeof value === "string" ? value : "";
}

/**
 * What an object has as text, or as something that is one when it is written.
 * @param {unknown} value
 * @returns {Record<string, string>}
 */
function texts(value) {
  const entries = Object.entries(record(value)).filter(([, text]) => TEXTUAL.includes(typeof text));
  return Object.fromEntries(entries.map(([key, text]) => [key, String(text)]));
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
function record(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? /** @type {any} */ (value) : {};
}

/**
 * @template From, To
 * @param {Record<string, From>} values
 * @param {(value: From) => To} change
 * @returns {Record<string, To>}
 */
export function mapped(values, change) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
