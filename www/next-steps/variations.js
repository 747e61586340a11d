import Big from "big.js";
import { evaluate, evaluateColumns, InvalidInputError } from "wengang";

/** @import { Assessment, Description, Options } from "wengang" */
/** @import { Evaluation } from "../answers/evaluation.js" */

/**
 * What follows where one answer is another one, everything else as it is.
 * @typedef {object} Outcome
 * @property {boolean | null} eligible null where it is not known or not assessed
 * @property {Big | null} yuan null where the amount is unknown
 */

const ELIGIBLE = 1;
const INELIGIBLE = 2;
const BAD = 255;

/**
 * What follows from each of these values of one field; undefined for a value that the form refuses.
 * @param {Description} description
 * @param {Evaluation} evaluation
 * @param {string} field
 * @param {unknown[]} values
 * @param {Options} options
 * @returns {(Outcome | undefined)[]}
 */
export function variations({ id, inputs: fields, tables }, { inputs, asked }, field, values, options) {
  // A table cannot be a column.
  if (tables.some((table) => asked.includes(table.id) || inputs[table.id] !== undefined)) {
    return values.map((value) => {
      const varied = unlessInvalid(() => evaluate(id, { ...inputs, [field]: value }, options));
      return varied && outcomeOf(varied);
    });
  }
  /** @type {Record<string, ArrayLike<unknown>>} */
  const columns = {};
  for (const { id: name } of fields) {
    if (inputs[name] !== undefined) columns[name] = values.map(() => inputs[name]);
  }
  columns[field] = values;
  const result = unlessInvalid(() => evaluateColumns(id, columns, options));
  return values.map((_, index) => {
    const code = result?.eligibility[index];
    if (!result || code === BAD) return undefined;
    const eligible = code === ELIGIBLE ? true : code === INELIGIBLE ? false : null;
    return { eligible, yuan: yuanOf(String(result.amountFen[index])) };
  });
}

/** @param {Outcome | undefined} one @param {Outcome | undefined} other */
export function sameOutcome(one, other) {
  return String(one?.yuan) === String(other?.yuan) && one?.eligible === other?.eligible;
}

/** @param {Assessment} assessment @returns {Outcome} */
function outcomeOf({ eligibility, amount }) {
  const eligible = eligibility === "eligible" ? true : eligibility === "ineligible" ? false : null;
  return { eligible, yuan: amount === null ? null : new Big(amount) };
}

/** @param {string} fen negative where there is no amount, and no number where it is not exactly known */
function yuanOf(fen) {
  return /^\d+$/.test(fen) ? new Big(fen).div(100) : null;
}

/**
 * @template T
 * @param {() => T} ask
 * @returns {T | undefined}
 */
export function unlessInvalid(ask) {
  try {
    return ask();
  } catch (error) {
    if (error instanceof InvalidInputError) return undefined;
    throw error;
  }
}
