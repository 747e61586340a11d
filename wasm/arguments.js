// Arguments on their way to the engine. Whatever a caller passes becomes plain data within bounds, and crosses in one
// step: words that say what follows, and all texts on end. A caller's own code (getters, proxies) runs in this file and
// nowhere else, while the engine is not being called, and can do no more here than make a value unreadable.

/** What a word stands for, in its lower four bits; how much of it, in the others. `arguments.rs` reads them. */
const UNDEFINED = 0;
const NULL = 1;
const FALSE = 2;
const TRUE = 3;
const NUMBER = 4;
const TEXT = 5;
const LONG_TEXT = 6;
const LIST = 7;
/** A list that is too long or too deep to be looked at; its length follows. */
const LONG_LIST = 8;
const OBJECT = 9;
/** What is no data at all, by its name. */
const OTHER = 10;
const TOO_LARGE = 11;

const LONGEST_NAME = 200;
const LONGEST_LIST = 1_000_000;

/**
 * A form has fields; a field may be a table, which has rows; a row has cells, and that is all. Half a dozen tables may be as
 * long as they can be. A text that is longer than any answer crosses as its beginning.
 */
export const FORM = { levels: 3, values: 5_000_000, characters: 100_000_000, longest: 10_000 };
/** Policy files nest less than half as deep, and are a twentieth as large. */
export const POLICY = { levels: 20, values: 20_000, characters: 1_000_000, longest: 1_000_000 };

/** Stands for what throws where it is read. */
const UNREADABLE = { [Symbol.toStringTag]: "Unreadable" };

/** Thrown where there is too much of everything. */
const EXCESS = {};

export class Arguments {
  constructor(bounds = FORM) {
    this.bounds = bounds;
    /** @type {number[]} */
    this.words = [];
    /** @type {string[]} */
    this.texts = [];
    this.values = 0;
    this.characters = 0;
    /** What is being looked at, outermost first. @type {unknown[]} */
    this.outer = [];
  }

  /** All texts. What stands between them keeps halves of characters apart that belong to two. */
  get text() {
    return this.texts.join("\n");
  }

  /** A form, a policy: all that it holds within the bounds. @param {unknown} value */
  whole(value) {
    this.within(() => this.value(value, this.bounds.levels));
  }

  /**
   * What `write` adds; a word that says so in its place where that is too much.
   * @template T
   * @param {() => T} write
   */
  within(write) {
    const at = this.words.length;
    const from = this.texts.length;
    try {
      return write();
    } catch (error) {
      if (error !== EXCESS) throw error;
      this.words.length = at;
      this.texts.length = from;
      this.outer.length = 0;
      this.values = 0;
      this.characters = 0;
      this.words.push(TOO_LARGE);
      return undefined;
    }
  }

  /** @param {string} name */
  addName(name) {
    this.string(name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name, TEXT);
  }

  /** What should be a name, an id, a language, a day. @param {unknown} value */
  addShort(value) {
    if (typeof value === "string") this.addName(value);
    else this.value(value, 0);
  }

  /**
   * One value, of which so many levels are looked at.
   * @param {unknown} value
   * @param {number} levels
   */
  value(value, levels) {
    this.values += 1;
    if (this.values > this.bounds.values) throw EXCESS;
    switch (typeof value) {
      case "undefined":
        this.words.push(UNDEFINED);
        break;
      case "boolean":
        this.words.push(value ? TRUE : FALSE);
        break;
      case "number":
        // JavaScript's own text of a number is the shortest that denotes it: 0.1 stays 0.1.
        this.string(String(value), NUMBER);
        break;
      case "string":
        if (value.length <= this.bounds.longest) this.string(value, TEXT);
        else this.string(value.slice(0, this.bounds.longest), LONG_TEXT);
        break;
      default:
        if (value === null) this.words.push(NULL);
        else this.object(value, levels);
    }
  }

  /**
   * @param {string} text
   * @param {number} kind
   */
  string(text, kind) {
    this.characters += text.length;
    if (this.characters > this.bounds.characters) throw EXCESS;
    this.words.push(kind | (text.length << 4));
    this.texts.push(text);
  }

  /**
   * @param {unknown} value
   * @param {number} levels
   */
  object(value, levels) {
    const length = listLength(value);
    const isTooDeep = levels === 0 || this.outer.includes(value);
    if (length !== undefined && (isTooDeep || length > LONGEST_LIST)) {
      this.addLongList(length);
      return;
    }
    const keys = isTooDeep || length !== undefined ? undefined : ownKeys(value);
    if (length === undefined && !keys) {
      this.string(kindOf(value).slice(0, LONGEST_NAME), OTHER);
      return;
    }
    this.outer.push(value);
    if (keys) this.fields(value, keys, levels);
    else this.list(/** @type {unknown[]} */ (value), length ?? 0, levels);
    this.outer.pop();
  }

  /**
   * @param {unknown} object
   * @param {(string | symbol)[]} keys
   * @param {number} levels
   */
  fields(object, keys, levels) {
    const at = this.words.push(OBJECT) - 1;
    let count = 0;
    for (let place = 0; place < keys.length; place += 1) {
      const key = keys[place];
      if (typeof key !== "string") continue;
      count += 1;
      this.addName(key);
      this.value(read(object, key), levels - 1);
    }
    this.words[at] |= count << 4;
  }

  /**
   * @param {unknown[]} list
   * @param {number} length
   * @param {number} levels
   */
  list(list, length, levels) {
    this.words.push(LIST | (length << 4));
    for (let place = 0; place < length; place += 1) this.value(read(list, place), levels - 1);
  }

  /** @param {number} length */
  addLongList(length) {
    this.words.push(LONG_LIST, Math.min(length, 2 ** 32 - 1));
  }
}

/**
 * How long a list is; undefined for what is none.
 * @param {unknown} value
 */
export function listLength(value) {
  try {
    if (!Array.isArray(value)) return undefined;
    // That of a proxy may be anything.
    const length = value.length;
    return length >= 0 ? Math.floor(length) : 0;
  } catch {
    return undefined;
  }
}

/**
 * The own keys of a plain object. Lists, dates and maps are objects too, but hold no fields.
 * @param {unknown} value
 */
export function ownKeys(value) {
  try {
    return kindOf(value) === "[object Object]" ? Reflect.ownKeys(/** @type {object} */ (value)) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * `[object Array]`, `[object Date]`, …: what a value is, whatever it says of itself.
 * @param {unknown} value
 */
export function kindOf(value) {
  try {
    return Object.prototype.toString.call(value);
  } catch {
    return "[object Unreadable]";
  }
}

/**
 * @param {any} object
 * @param {string | number} key
 * @returns {unknown}
 */
export function read(object, key) {
  try {
    return object[key];
  } catch {
    return UNREADABLE;
  }
}
