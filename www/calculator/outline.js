/** @import { Description, InputDescription, ParameterDescription, TableDescription } from "wengang" */

/** Answers that are looked up, where a choice or a yes is known. */
const LOOKED_UP = ["count", "money", "number", "percentage", "date"];

/**
 * The figures that the notice sets for these rules, by way of whatever values they use. Where a figure goes by dates there is
 * none to name.
 * @param {Description} description
 * @param {{ uses: string[] }[]} rules
 * @returns {ParameterDescription[]}
 */
export function keyFigures({ parameters, values }, rules) {
  /** @type {Set<string>} */
  const used = new Set();
  const visit = (/** @type {string} */ id) => {
    if (used.has(id)) return;
    used.add(id);
    values.find((value) => value.id === id)?.uses.forEach(visit);
  };
  for (const { uses } of rules) uses.forEach(visit);
  return parameters.filter(({ id, display }) => display !== null && used.has(id));
}

/**
 * The figures, days and lists that the form asks for, in its order.
 * @param {Description} description
 * @returns {(InputDescription | (TableDescription & { helper?: undefined }))[]}
 */
export function toHaveAtHand({ inputs, tables, order }) {
  const asked = [...inputs.filter(({ type }) => LOOKED_UP.includes(type)), ...tables];
  return order.flatMap((id) => asked.find((one) => one.id === id) ?? []);
}
