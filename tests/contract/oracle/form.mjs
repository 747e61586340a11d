import { exact } from "./fraction.mjs";

/** Reading an answer that has not been given ends the computation that needs it. */
class NotGiven extends Error {}

/**
 * What a computation gives, or null while it lacks an answer.
 * @template T
 * @param {() => T} compute
 * @returns {T | null}
 */
export function known(compute) {
  try {
    return compute();
  } catch (error) {
    if (error instanceof NotGiven) return null;
    throw error;
  }
}

/** The answers of a form, or of one row of a table. */
export class Form {
  /** @param {Record<string, unknown>} answers */
  constructor(answers) {
    this.answers = answers;
  }

  /** @param {string} field */
  has(field) {
    return ![undefined, null, ""].includes(/** @type {string | null | undefined} */ (this.answers[field]));
  }

  /** @param {string} field */
  get(field) {
    if (!this.has(field)) throw new NotGiven(field);
    return this.answers[field];
  }

  /** @param {string} field */
  text(field) {
    return String(this.get(field)).trim();
  }

  /** @param {string} field */
  number(field) {
    return exact(/** @type {string | number} */ (this.get(field)));
  }

  /** @param {string} field */
  yes(field) {
    return this.get(field) === true;
  }

  /** @param {string} field */
  int(field) {
    return Number(this.number(field).toString());
  }

  /** @param {string} table */
  rows(table) {
    return /** @type {Record<string, unknown>[]} */ (this.get(table)).map((row) => new Form(row));
  }
}
