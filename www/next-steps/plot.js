import { variations } from "./variations.js";

/** @import Big from "big.js" */
/** @import { Description, InputDescription, Options } from "wengang" */
/** @import { Evaluation } from "../answers/evaluation.js" */
/** @import { Quantity, Range } from "./turning-points.js" */

/**
 * @typedef {object} Point
 * @property {number} count
 * @property {Big | null} yuan null where the amount is unknown
 * @property {boolean | null} eligible null where it is not known or not assessed
 *
 * A count with which the verdict turns: the first with which the result is eligible, or the last.
 * @typedef {{ count: number, begins: boolean }} Cliff
 *
 * The amount over one count, everything else as it is.
 * @typedef {object} Plot
 * @property {InputDescription} input
 * @property {Point[]} points in ascending order; at cliffs, none is skipped
 * @property {number} present index of the present point
 * @property {Cliff[]} cliffs
 */

/** Counts in a window beyond which only some are drawn: evaluating more would delay typing on a slow phone. */
const MOST_POINTS = 160;
/** How much wider the window may become to take in one more cliff. */
const MOST_WIDENING = 6;
const SMALL_SPAN = 60;

/**
 * What to draw around the present count and the cliffs near it; undefined where nothing changes there.
 * @param {Description} description
 * @param {Evaluation} evaluation
 * @param {Quantity} quantity
 * @param {Range[]} ranges with which the result is eligible, if it depends on the count at all
 * @param {Options} options
 * @returns {Plot | undefined}
 */
export function plotOf(description, evaluation, { input, present }, ranges, options) {
  if (description.tables.some(({ id }) => evaluation.asked.includes(id))) return undefined;
  const edges = ranges.flatMap(([from, to]) => (to === null ? [from] : [from, to + 1]));
  const counts = countsAround(input, present, edges);
  const points = pointsAt(counts, description, evaluation, input.id, options);
  const place = points.findIndex(({ count }) => count === present);
  const [first] = points;
  const changes = points.some(
    ({ yuan, eligible }) => String(yuan) !== String(first?.yuan) || eligible !== first?.eligible,
  );
  if (place < 0 || points[place]?.yuan === null || !changes) return undefined;
  return { input, points, present: place, cliffs: cliffsIn(points) };
}

/**
 * @param {InputDescription} input
 * @param {number} present
 * @param {number[]} edges
 */
function countsAround({ min = "0", max }, present, edges) {
  const least = Number(min);
  const most = max === undefined ? Number.MAX_SAFE_INTEGER : Number(max);
  const nearestFirst = [...edges].sort((one, other) => Math.abs(one - present) - Math.abs(other - present));
  let [from, to] = [present, present];
  for (const edge of nearestFirst) {
    const wider = [Math.min(from, edge), Math.max(to, edge)];
    const [low = from, high = to] = wider;
    if (to > from && high - low > Math.max(SMALL_SPAN, MOST_WIDENING * (to - from))) break;
    [from, to] = [low, high];
  }
  const margin = Math.max(4, Math.ceil(Math.max((to - from) / 3, present / (edges.length > 0 ? 10 : 2))));
  from = Math.max(least, from - margin);
  to = Math.min(most, to + margin);
  const step = Math.ceil((to - from + 1) / MOST_POINTS);
  const counts = new Set([present, to, ...edges, ...edges.map((edge) => edge - 1)]);
  for (let count = from; count <= to; count += step) counts.add(count);
  return [...counts].filter((count) => count >= from && count <= to).sort((one, other) => one - other);
}

/**
 * @param {number[]} counts
 * @param {Description} description
 * @param {Evaluation} evaluation
 * @param {string} field
 * @param {Options} options
 * @returns {Point[]}
 */
function pointsAt(counts, description, evaluation, field, options) {
  const outcomes = variations(description, evaluation, field, counts, options);
  return counts.flatMap((count, index) => {
    const outcome = outcomes[index];
    return outcome ? [{ count, ...outcome }] : [];
  });
}

/** @param {Point[]} points */
function cliffsIn(points) {
  /** @type {Cliff[]} */
  const cliffs = [];
  for (const [index, { count, eligible }] of points.entries()) {
    const before = points[index - 1];
    if (before?.eligible === false && eligible) cliffs.push({ count, begins: true });
    if (before?.eligible && eligible === false) cliffs.push({ count: before.count, begins: false });
  }
  return cliffs;
}

/**
 * Some ten of the points, for a table: the ends, the present, both sides of each cliff, and others evenly between.
 * @param {Plot} plot
 */
export function tableOf({ points, present, cliffs }) {
  const turns = new Set(cliffs.flatMap(({ count, begins }) => [count, begins ? count - 1 : count + 1]));
  const every = Math.max(1, Math.ceil(points.length / 8));
  return points.filter(
    ({ count }, index) => index === present || index === points.length - 1 || index % every === 0 || turns.has(count),
  );
}
