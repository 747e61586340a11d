import { currentDate, describe, policies } from "wengang";
import { WORKINGS } from "../../../www/answers/answers.js";
import { isBlank, newSituation, read, tidyName, written } from "../../../www/app/situations.js";
import { nextYear } from "../../../www/situations/next-year.js";
import { withAnswers } from "../../../www/situations/policy-answers.js";
import { fileText, LARGEST_BYTES, readFileText } from "../../../www/situations/situation-file.js";
import { textIn } from "./file-bytes.js";

/** @import { Locale } from "wengang" */
/** @import { Answers } from "../../../www/answers/answers.js" */
/** @import { Content, Situation } from "../../../www/app/situations.js" */
/** @import { Refusal } from "../../../www/situations/situation-file.js" */

/**
 * WeChat's storage on the phone; each of them may throw.
 * @typedef {object} Storage
 * @property {() => string[]} keys
 * @property {(key: string) => unknown} read
 * @property {(key: string, value: string) => void} write
 * @property {(key: string) => void} remove
 */

/** Each situation has a key of its own, as WeChat takes 1 MB for one and 10 MB in all. */
const PREFIX = "wengang-situation-";

/**
 * What is being filled in: the situations that are kept on the phone, only on request, and those that go with the mini-program.
 */
export class Desk {
  /** The latest first. @type {Situation[]} */
  situations;
  /** The id of the one at hand. */
  #at = "";
  #storage;

  /** @param {Storage} storage */
  constructor(storage) {
    this.#storage = storage;
    this.situations = kept(storage);
  }

  /** @returns {Situation | undefined} */
  get atHand() {
    return this.find(this.#at);
  }

  /** Those that there is anything in. */
  get all() {
    return this.situations.filter((one) => one.savedOn || one.name || one.profile.region || !isBlank(one));
  }

  /** @param {string} id */
  find(id) {
    return this.situations.find((one) => one.id === id);
  }

  /** @param {string} id none to lay aside the one at hand */
  takeUp(id) {
    this.#at = id;
  }

  /** A new one, at hand. @param {Content} [content] */
  begin(content) {
    const one = newSituation(content);
    this.situations = [one, ...this.situations];
    this.#at = one.id;
    return one;
  }

  /**
   * Changes one; if it is kept, on the phone too.
   * @param {string} id
   * @param {Content} change
   * @returns {boolean} false where the phone does not let it be kept any longer
   */
  change(id, change) {
    const before = this.find(id);
    if (!before) return true;
    const after = { ...before, ...change };
    const isKept = after.savedOn === "" || this.#write(after);
    this.#put(isKept ? after : { ...after, savedOn: "" });
    return isKept;
  }

  /** @param {Situation} one */
  #put(one) {
    this.situations = this.situations.map((other) => (other.id === one.id ? one : other));
  }

  /** Keeps one on the phone, from now on with every change. @param {string} id */
  keep(id) {
    return this.change(id, { savedOn: currentDate() });
  }

  /** @param {string} id @param {string} name */
  rename(id, name) {
    return this.change(id, { name: tidyName(name) });
  }

  /** @param {string} id */
  remove(id) {
    this.#storage.remove(PREFIX + id);
    this.situations = this.situations.filter((one) => one.id !== id);
  }

  removeAll() {
    for (const key of keysOf(this.#storage)) this.#storage.remove(key);
    this.situations = [];
  }

  /** @param {string} id @param {string} name of the copy, which is not kept yet */
  duplicate(id, name) {
    const one = this.find(id);
    return one && this.begin({ ...one, id: undefined, name: tidyName(name), savedOn: "" });
  }

  /**
   * The same firm a year later, at hand, unless nothing could be carried over.
   * @param {string} id
   * @param {{ name: string, unnamed: string, locale: Locale }} names what it is called, and what the other one is where that names no year
   * @returns {Promise<{ carried: boolean, left: string[] }>} with the titles of policies of which there is none for the next year
   */
  async nextYear(id, { name, unnamed, locale }) {
    const one = this.find(id);
    if (!one) return { carried: false, left: [] };
    const { content, left } = await nextYear({ ...one, name });
    const carried = !isBlank(newSituation(content));
    if (carried) this.begin({ ...content, name: content.name === name ? unnamed : content.name });
    const titles = new Map(policies({ locale }).map((policy) => [policy.id, policy.title]));
    return { carried, left: left.map((policy) => titles.get(policy) ?? policy) };
  }

  /**
   * A policy was filled in. What was worked out on the page, and is asked nowhere here, stays as it was.
   * @param {string} policy
   * @param {Answers} answers
   */
  fill(policy, answers) {
    const one = this.atHand ?? this.begin();
    const workings = one.answersByPolicy[policy]?.[WORKINGS];
    const all = workings ? { ...answers, [WORKINGS]: workings } : answers;
    return this.change(one.id, withAnswers(describe(policy), one, all));
  }

  /**
   * Takes in what a file holds; nothing of it is kept yet.
   * @param {string | ArrayBuffer} file its text, or its bytes
   * @returns {{ refusal: Refusal } | { count: number, whole: boolean, refusal?: undefined }}
   */
  add(file) {
    if (typeof file !== "string" && file.byteLength > LARGEST_BYTES) return { refusal: "tooLarge" };
    const text = typeof file === "string" ? file : textIn(file);
    if (text === undefined) return { refusal: "badEncoding" };
    const contents = readFileText(text);
    if (contents.refusal) return { refusal: contents.refusal };
    const added = contents.situations.map((one) =>
      newSituation({ ...one, id: undefined, savedOn: "", link: undefined }),
    );
    this.situations = [...added, ...this.situations];
    return { count: added.length, whole: contents.whole };
  }

  /** The file of one, or of all. @param {string} [id] */
  file(id) {
    return fileText(id === undefined ? this.all : this.all.filter((one) => one.id === id));
  }

  /** @param {Situation} one */
  #write(one) {
    try {
      this.#storage.write(PREFIX + one.id, JSON.stringify(written([one])));
      return true;
    } catch {
      return false;
    }
  }
}

/** @param {Storage} storage @returns {Situation[]} the latest first */
function kept(storage) {
  const all = keysOf(storage).flatMap((key) => readFrom(storage, key));
  return all.sort((one, other) => (one.savedOn < other.savedOn ? 1 : -1));
}

/** @param {Storage} storage */
function keysOf(storage) {
  try {
    return storage.keys().filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

/** @param {Storage} storage @param {string} key */
function readFrom(storage, key) {
  try {
    const situations = read(JSON.parse(String(storage.read(key)))) ?? [];
    // Whatever it says of itself, it is deleted by the key that it has.
    return situations.slice(0, 1).map((one) => ({ ...one, id: key.slice(PREFIX.length), link: undefined }));
  } catch {
    return [];
  }
}
