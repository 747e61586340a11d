import { figureOf } from "../answers/figures.js";
import { fractionToPercent } from "../answers/number-text.js";

/** @import { Description } from "wengang" */
/** @import { Evaluation } from "../answers/evaluation.js" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * A percentage beside the limit that a condition sets for it.
 * @typedef {object} Gauge
 * @property {string} label
 * @property {string} value
 * @property {string} limit
 * @property {boolean} met
 * @property {boolean} isCeiling whether the figure must lie below the limit rather than above it
 * @property {string} meets which figures meet the condition, such as "≤ 5.5%"
 * @property {string} fails
 * @property {{ zero: number, value: number, limit: number }} places along the drawing, in percent of its width
 */

const OPPOSITES = /** @type {const} */ ({ "≤": ">", "<": "≥", "≥": "<", ">": "≤" });

/** How much of the scale is left free beyond a limit, and beyond anything else, for the zone to be seen. */
const ROOM_BEYOND_LIMIT = 0.5;
const ROOM_BEYOND_OTHERS = 0.12;

/**
 * What to draw for a condition; undefined where it compares no percentages, or one of them is still unknown.
 * @param {string} id of the condition
 * @param {Description} description
 * @param {Evaluation} evaluation
 * @param {Messages} messages
 * @returns {Gauge | undefined}
 */
export function gaugeOf(id, description, evaluation, messages) {
  const comparison = description.conditions.find((condition) => condition.id === id)?.comparison;
  const met = evaluation.assessment.conditions.find((condition) => condition.id === id)?.met ?? null;
  if (!comparison || met === null || comparison.sign === "=" || comparison.sign === "≠") return undefined;
  const { sign } = comparison;
  const value = figureOf(comparison.value, description, evaluation, messages);
  const limit = figureOf(comparison.limit, description, evaluation, messages);
  if (!value?.isPercentage || value.decimal === "" || !limit?.decimal) return undefined;
  const limitText = limit.text || `${fractionToPercent(limit.decimal)}%`;
  return {
    label: value.label,
    value: value.text || `${fractionToPercent(value.decimal)}%`,
    limit: limitText,
    met,
    isCeiling: sign === "≤" || sign === "<",
    meets: `${sign} ${limitText}`,
    fails: `${OPPOSITES[sign]} ${limitText}`,
    places: placesOf(Number(value.decimal), Number(limit.decimal)),
  };
}

/**
 * @param {number} value
 * @param {number} limit
 */
function placesOf(value, limit) {
  const low = Math.min(0, value, limit);
  const high = Math.max(0, value, limit);
  const span = high - low || 1;
  const room = (/** @type {number} */ end) => (end === limit ? ROOM_BEYOND_LIMIT : ROOM_BEYOND_OTHERS) * span;
  const from = low < 0 || limit === 0 ? low - room(low) : low;
  const to = high + room(high);
  const place = (/** @type {number} */ at) => (100 * (at - from)) / (to - from);
  return { zero: place(0), value: place(value), limit: place(limit) };
}
