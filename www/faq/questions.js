// The questions that many people ask, with the policies that answer each: a file beside the packs, which the command keeps in
// step with them. A handout brings it along.

/** @import { Locale } from "wengang" */

/**
 * A text in both languages.
 * @typedef {{ zh: string, en: string }} Both
 *
 * `schemes` are those that it is about, `policies` those that answer it, `open` those whose notice can be read in several ways; `view` goes on from the answer, `policy` works it out.
 * @typedef {{ id: string, title: Both, also: string[], schemes: string[], policies: string[], open: string[], view?: "reconcile" | "year", policy?: string }} Question
 * @typedef {{ title: Both, questions: Question[] }} Group
 */

/** What this page reads. */
const FORMAT = 1;
const FILE = "faq.json";

/** @type {Group[]} */
let groups = [];

/** Where they have not come yet, or there are none: an empty list. */
export function groupsOfQuestions() {
  return groups;
}

export function allQuestions() {
  return groups.flatMap(({ questions }) => questions);
}

/** @param {string} id */
export function questionCalled(id) {
  return allQuestions().find((question) => question.id === id);
}

/** @param {Both} text @param {Locale} locale */
export function inWords(text, locale) {
  return locale === "en" ? text.en : text.zh;
}

/** Settles when the questions are here; a site that has none goes without. */
export async function haveQuestions() {
  const own = document.getElementById("faq")?.textContent;
  const { packs = "" } = /** @type {HTMLElement | null} */ (document.querySelector("link[data-packs]"))?.dataset ?? {};
  const text = own ?? (packs && (await fetched(new URL(FILE, packs))));
  const list = text ? JSON.parse(text) : {};
  if (list.format === FORMAT) groups = list.groups;
}

/** @param {URL} address */
async function fetched(address) {
  const response = await fetch(address);
  if (response.status === 404) return "";
  if (!response.ok) throw new Error(`${FILE}: ${response.status}`);
  return response.text();
}
