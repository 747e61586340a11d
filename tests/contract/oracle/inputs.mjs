// Random complete inputs of any policy from its description: those of its examples, with some answers replaced by others, many
// of them on a boundary or next to one.

import { addDays, addMonths } from "./days.mjs";
import { oracles } from "./policies.mjs";
import { cents, headcount, maxCount, money, written } from "./random.mjs";

/**
 * @import { Description, InputDescription, TableDescription } from "../../../dist/npm/index.js"
 * @import { Random } from "./random.mjs"
 * @typedef {Record<string, unknown>} Answers
 *
 * On whose either side the outcome may differ; and texts that are valid answers, by field.
 * @typedef {{ numbers: number[], days: string[], texts: Record<string, string[]> }} Figures
 */

/**
 * @param {Description} policy
 * @returns {(random: Random) => Answers}
 */
export function generatorOf(policy) {
  return oracles[policy.id]?.inputs ?? ((random) => generalInputs(random, policy));
}

/**
 * @param {Random} random
 * @param {Description} policy
 * @returns {Answers}
 */
function generalInputs(random, policy) {
  const example = random.pick(policy.examples).inputs;
  const figures = figuresOf(policy);
  // Headcounts of the same firm are near each other, or a share of each other away.
  const people = headcount(random);
  const isOther = random.chance(0.6);
  const inputs = policy.inputs.map((input) => {
    const isNew = isPeople(input) ? isOther : random.chance(0.2);
    const given = example[input.id];
    return [input.id, isNew || isOpen(given) ? answer(random, input, figures, people) : given];
  });
  const tables = policy.tables.map((table) => [table.id, rowsOf(random, table, policy, figures)]);
  return Object.fromEntries([...inputs, ...tables]);
}

/** @param {unknown} given */
const isOpen = (given) => given === undefined || given === null || given === "";

/** @param {InputDescription} input */
const isPeople = (input) => input.unit === "人" && (input.type === "count" || input.type === "number");

/**
 * Rows of the examples, changed here and there, now and then one of them twice.
 * @param {Random} random
 * @param {TableDescription} table
 * @param {Description} policy
 * @param {Figures} figures
 */
function rowsOf(random, table, policy, figures) {
  const examples = policy.examples.flatMap(({ inputs }) => /** @type {Answers[]} */ (inputs[table.id] ?? []));
  const changes = random.pick([0, 0.1, 0.4]);
  const rows = random.rows(5, () => {
    const example = random.pick(examples);
    const cells = table.columns.map((column) => {
      const given = example[column.id];
      const isNew = isOpen(given) ? !column.optional : random.chance(changes);
      return [column.id, isNew ? answer(random, column, figures, 12) : given];
    });
    return Object.fromEntries(cells);
  });
  return random.chance(0.3) && rows[0] ? [...rows, { ...rows[0] }] : rows;
}

/**
 * @param {Description} policy
 * @returns {Figures}
 */
function figuresOf(policy) {
  const values = policy.parameters.flatMap(({ value, history }) => [
    value,
    ...history.flatMap((each) => [each.value, ...(each.figures ?? []).map((figure) => figure.value)]),
  ]);
  const bounds = [policy.inputs, policy.tables.flatMap(({ columns }) => columns)].flat();
  const answers = policy.examples.flatMap(({ inputs }) => [
    ...Object.entries(inputs),
    ...policy.tables.flatMap(({ id }) => /** @type {Answers[]} */ (inputs[id] ?? []).flatMap(Object.entries)),
  ]);
  const starts = policy.parameters.flatMap(({ history }) => history.map(({ from }) => from));
  const all = [
    ...values,
    ...answers.map(([, given]) => given),
    ...starts,
    ...bounds.flatMap(({ min, max }) => [min, max]),
  ];
  return {
    numbers: values.map(Number).filter(Number.isFinite),
    days: [...new Set(all.filter(isDay))],
    texts: Object.fromEntries(
      bounds.map(({ id }) => [id, answers.filter(([field]) => field === id).map(([, given]) => String(given))]),
    ),
  };
}

/** @param {unknown} value @returns {value is string} */
const isDay = (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);

/**
 * @param {Random} random
 * @param {InputDescription} input
 * @param {Figures} figures
 * @param {number} people
 * @returns {unknown}
 */
function answer(random, input, figures, people) {
  if (input.optional && random.chance(0.3)) return random.pick([undefined, null, ""]);
  if (input.type === "boolean") return random.chance(0.5);
  if (input.type === "choice") return random.pick(input.choices ?? []).id;
  if (input.type === "date") return day(random, input, figures.days);
  if (input.type === "text") return random.pick(figures.texts[input.id] ?? []);
  const [min, max] = [Number(input.min), Number(input.max)];
  const places = input.decimals ?? 0;
  const number = Math.min(max, Math.max(min, numberFor(random, input, figures.numbers, people)));
  if (input.minExclusive && number === min) return written(random, (min + 1).toFixed(places ? 1 : 0));
  if (input.type === "money" && number !== min && number !== max && random.chance(0.4)) {
    const sum = money(random);
    return Number(String(sum).normalize("NFKC").replace(/,/g, "")) >= min ? sum : cents(random, 100 * min);
  }
  return written(random, number.toFixed(Math.min(places, 6)));
}

/**
 * @param {Random} random
 * @param {InputDescription} input
 * @param {number[]} figures
 * @param {number} people
 */
function numberFor(random, input, figures, people) {
  const step = 10 ** -Math.min(input.decimals ?? 0, 4);
  const near = random.pick([...figures, 12, 30]) + step * random.int(-1, 1);
  if (isPeople(input)) return headcountNear(random, input, figures, people);
  if (input.type === "percentage") return random.chance(0.7) ? near : random.int(0, 10_000) / 10_000;
  const max = Number(input.max);
  return random.pick([
    near,
    near,
    random.int(0, 40),
    Math.min(max, random.scaled(1e9)),
    random.pick([Number(input.min), max]),
  ]);
}

/**
 * The firm's people, or what a share of them leaves or takes, or next to 30, or any.
 * @param {Random} random
 * @param {InputDescription} input
 * @param {number[]} figures
 * @param {number} people
 */
function headcountNear(random, input, figures, people) {
  const shares = figures.filter((figure) => figure > 0 && figure < 1);
  const part = Math.round(people * random.pick([...shares, 0.5])) + random.int(-1, 1);
  const fraction = input.type === "number" && random.chance(0.3) ? random.int(1, 99) / 100 : 0;
  const isFew = random.chance(0.1);
  return isFew
    ? random.pick([random.near([30, 31]), random.scaled(maxCount)])
    : random.pick([people, people, people - part, part, part, 0]) + fraction;
}

/**
 * Next to a day that matters, or some months away from it.
 * @param {Random} random
 * @param {InputDescription} input
 * @param {string[]} days
 */
function day(random, input, days) {
  const near = addDays(random.pick(days), random.pick([-1, 0, 0, 1, random.int(-400, 400)]));
  const moved = random.chance(0.3) ? addMonths(near, random.pick([-36, -24, -12, -6, 6, 12, 24, 36])) : near;
  const [min = moved, max = moved] = [input.min, input.max];
  if (moved < min) return min;
  return moved > max ? max : moved;
}

/**
 * The same inputs with some of the answers taken away.
 * @param {Random} random
 * @param {Answers} inputs
 */
export function incomplete(random, inputs) {
  const entries = Object.entries(inputs).map(([field, given]) => [
    field,
    random.chance(0.25) ? random.pick([undefined, null, ""]) : given,
  ]);
  return Object.fromEntries(random.chance(0.5) ? entries : entries.filter(([, given]) => given !== ""));
}
