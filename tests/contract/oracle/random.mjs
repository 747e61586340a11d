import { addDays } from "./days.mjs";

/** The same numbers again from the same seed (mulberry32). */
export class Random {
  /** @param {number} seed */
  constructor(seed) {
    this.state = seed;
  }

  next() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /**
   * An integer of min … max.
   * @param {number} min
   * @param {number} max
   */
  int(min, max) {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  /** @param {number} probability */
  chance(probability) {
    return this.next() < probability;
  }

  /**
   * @template T
   * @param {readonly T[]} list
   */
  pick(list) {
    return /** @type {T} */ (list[this.int(0, list.length - 1)]);
  }

  /**
   * One of the integers, or the one before or after it; never below 0.
   * @param {readonly number[]} integers
   */
  near(integers) {
    return Math.max(0, this.pick(integers) + this.int(-1, 1));
  }

  /** An integer of any magnitude up to a maximum. @param {number} max */
  scaled(max) {
    return Math.min(max, Math.floor(10 ** (this.next() * Math.log10(max + 1))));
  }

  /**
   * Rows of a table, none now and then.
   * @template T
   * @param {number} max
   * @param {() => T} row
   */
  rows(max, row) {
    return Array.from({ length: this.chance(0.05) ? 0 : this.int(1, max) }, row);
  }

  /** @param {readonly string[]} dates */
  dayNear(dates) {
    return addDays(this.pick(dates), this.int(-1, 1));
  }
}

export const maxCount = 100_000_000;
export const maxFen = 100_000_000_000_000;

/**
 * A number in one of the ways in which it may be given.
 * @param {Random} random
 * @param {string} text
 */
export function written(random, text) {
  const [whole = "", ...decimals] = text.split(".");
  const grouped = [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...decimals].join(".");
  const fullWidth = grouped.replace(/[\d,.]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
  return random.pick([Number(text), Number(text), text, grouped, fullWidth]);
}

/**
 * @param {Random} random
 * @param {number} integer
 */
export const count = (random, integer) => written(random, String(integer));

/**
 * @param {Random} random
 * @param {number} hundredths
 */
export const cents = (random, hundredths) => written(random, (hundredths / 100).toFixed(2));

/** Money: small sums that end on half a fen once multiplied, any sum, the bounds. @param {Random} random */
export function money(random) {
  return cents(
    random,
    random.pick([random.int(0, 200), 5 * random.int(0, 4000), random.scaled(maxFen), random.pick([0, 1, maxFen])]),
  );
}

/** Mostly yes, so that other conditions decide. @param {Random} random */
export const mostlyYes = (random) => random.chance(0.9);

/** @param {Random} random */
export const size = (random) => random.pick(["large", "medium", "small", "micro"]);

/**
 * Whoever is left at the end, and natural attrition, for a layoff rate next to a limit or anywhere.
 * @param {Random} random
 * @param {number} start
 * @param {number[]} limits
 * @param {number} base what the rate is a fraction of
 */
export function leavers(random, start, limits, base = start) {
  if (random.chance(0.2)) return { insuredAtEnd: random.scaled(maxCount), naturalAttrition: random.int(0, 40) };
  const lost = Math.round(base * random.pick(limits)) + random.int(-1, 1);
  const left = Math.max(0, start - lost);
  const insuredAtEnd = Math.min(left, random.pick([left, random.near([30, 31]), random.int(0, left)]));
  return { insuredAtEnd, naturalAttrition: left - insuredAtEnd };
}

/** Headcounts of which 5.5 %, 6 %, 3.62 % or 20 % are a whole number, those next to 30, and any. @param {Random} random */
export function headcount(random) {
  return random.pick([
    random.int(1, 45),
    random.pick([30, 31, 35, 38]),
    200 * random.int(1, 30),
    5000,
    2 ** random.int(5, 26),
    random.int(1, 5000),
    Math.max(1, random.scaled(maxCount)),
  ]);
}

/**
 * @param {Random} random
 * @param {Record<string, number>} integers
 */
export function counts(random, integers) {
  return Object.fromEntries(Object.entries(integers).map(([field, integer]) => [field, count(random, integer)]));
}

/**
 * @param {Random} random
 * @param {string} from
 * @param {string} to
 */
export function anyDay(random, from, to) {
  return addDays(from, random.int(0, (Date.parse(to) - Date.parse(from)) / 86_400_000));
}

/** @param {Random} random */
export const anyCount = (random) => random.pick([0, 1, random.int(2, 300), random.scaled(maxCount), maxCount]);
