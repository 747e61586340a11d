import { describe, policies } from "../../dist/npm/index.js";

/** @import { Description } from "../../dist/npm/index.js" */

/** What a policy consists of: the parts that it has or lacks, and the kinds of questions that it asks. @param {Description} description */
function partsOf(description) {
  const { inputs, tables, parameters, values } = description;
  const parts = Object.entries(description).map(([key, value]) => {
    const isThere = Array.isArray(value) ? value.length > 0 : value !== null;
    return isThere ? key : `no ${key}`;
  });
  const asked = [...inputs, ...tables.flatMap(({ columns }) => columns)];
  return [
    ...parts,
    ...asked.map(({ type }) => `asks ${type}`),
    ...asked.flatMap(({ helper }) => (helper ? [`helper ${helper.kind}`] : [])),
    ...asked.flatMap((input) => ("when" in input && input.when ? ["asks when"] : [])),
    ...parameters.flatMap(({ history }) => (history.length > 1 ? ["figures by date"] : [])),
    ...values.flatMap(({ formula }) => (formula.includes("如果") ? ["branches"] : [])),
    description.audience,
    description.status,
  ];
}

/**
 * Policies that between them have all that policies consist of, for tests that take seconds with each: the others would repeat what
 * these show.
 */
export function ofEachKind() {
  /** @type {Set<string>} */
  const seen = new Set();
  const described = policies().map(({ id }) => ({ id, parts: new Set(partsOf(describe(id))) }));
  /** @type {string[]} */
  const chosen = [];
  for (;;) {
    const fresh = described.map(({ id, parts }) => ({ id, parts: [...parts].filter((part) => !seen.has(part)) }));
    const [best] = fresh.sort((one, other) => other.parts.length - one.parts.length);
    if (!best || best.parts.length === 0) return chosen;
    for (const part of best.parts) seen.add(part);
    chosen.push(best.id);
  }
}
