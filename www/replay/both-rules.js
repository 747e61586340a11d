/** @import { Description } from "wengang" */

/** What a policy says item by item, of which either version may have some that the other lacks. */
const LISTS = /** @type {const} */ (["conditions", "values", "deadlines", "warnings"]);

/**
 * The rules of both versions in one: those of now, then what only those of then have.
 * @param {Description} then
 * @param {Description} now
 * @returns {Description}
 */
export function bothRules(then, now) {
  const lists = LISTS.map((list) => {
    const key = (/** @type {{ id?: string, code?: string }} */ { id, code }) => id ?? code;
    const own = /** @type {{ id?: string, code?: string }[]} */ (now[list]);
    const former = /** @type {{ id?: string, code?: string }[]} */ (then[list]);
    return [list, [...own, ...former.filter((one) => own.every((other) => key(other) !== key(one)))]];
  });
  return { ...now, ...Object.fromEntries(lists), amount: now.amount ?? then.amount };
}

/**
 * What the policy notes of its changes since.
 * @param {Description} then
 * @param {Description} now
 */
export function changesSince(then, now) {
  const known = then.changes.map(({ date, text }) => date + text);
  return now.changes.filter(({ date, text }) => !known.includes(date + text));
}

/**
 * Questions that are asked in one and not in the other.
 * @param {{ description: Description, asked: string[] }} one
 * @param {{ asked: string[] }} other
 */
export function askedOnlyIn({ description, asked }, other) {
  const fields = [...description.inputs, ...description.tables];
  return fields.filter(({ id }) => asked.includes(id) && !other.asked.includes(id)).map(({ label }) => label);
}
