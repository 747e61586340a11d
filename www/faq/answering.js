import { describe } from "wengang";
import { listed } from "../shared/engine.js";

/** @import { Description } from "wengang" */

/**
 * What in a policy answers a question, as the description lists it.
 * @typedef {NonNullable<Description["faq"]>[number]} Answering
 */

/**
 * @param {Description} description
 * @param {string} question
 * @returns {Answering[]}
 */
export function answering({ faq = [] }, question) {
  return faq.filter((one) => one.question === question);
}

/** What only says that the notice leaves it open. @type {Answering["list"][]} */
const DOUBTS = ["readings", "warnings", "hints"];

/** Whether the policy says something itself, rather than that its notice can be read in several ways. @param {Answering[]} items */
export function saysIt(items) {
  return items.some(({ list }) => !DOUBTS.includes(list));
}

/** By policy and version: forms draw their questions anew with each key. @type {Map<string, Answering[]>} */
const known = new Map();

/**
 * What answers questions in a policy. The engine that a page begins with does not say it, so it is asked for here.
 * @param {Description} description
 */
function faqOf({ id, version }) {
  const key = `${id} ${version}`;
  const faq = known.get(key) ?? describe(id).faq ?? [];
  known.set(key, faq);
  return faq;
}

/**
 * The questions that something in a policy answers: an input, a condition, a value, a reading by its id.
 * @param {Description} description
 * @param {Answering["list"]} list
 * @param {string} id
 */
export function questionsAt(description, list, id) {
  const items = /** @type {{ id?: string }[]} */ (Reflect.get(description, list) ?? []);
  const index = items.findIndex((item) => item.id === id);
  const own = faqOf(description).filter((one) => one.list === list && one.index === index && one.column === undefined);
  return [...new Set(own.map(({ question }) => question))];
}

/** The Chinese name of a policy's region, by which addresses name it. @param {Pick<Description, "id" | "region">} description */
export function areaOf({ id, region }) {
  return listed().find((entry) => entry.id === id)?.region.zh ?? region;
}
