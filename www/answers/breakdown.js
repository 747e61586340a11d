import Big from "big.js";
import { groupThousands } from "./number-text.js";
import { valueText } from "./row-text.js";

/** @import { Assessment, Description, RowResult, ScheduleDescription } from "wengang" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * What a result consists of besides its total.
 * @typedef {{ name: string, detail: string, figure: string }} Line
 * @typedef {object} Section
 * @property {string} heading
 * @property {Line[]} lines
 * @property {Line[]} [each] of months that are taken together in `lines`, each by itself
 */

/**
 * Several amounts that make one, months with what each comes to, and what other readings of the notice come to; nothing of
 * what there is not.
 * @param {Description} description
 * @param {Assessment} assessment
 * @param {Messages} messages
 * @returns {Section[]}
 */
export function breakdown(description, assessment, messages) {
  const { inputs, tables, schedules = [] } = description;
  const { parts = [], rows = {}, readings = [] } = assessment;
  const { breakdown: words } = messages;
  const other = readings.filter(
    ({ eligibility, amount }) => eligibility !== assessment.eligibility || amount !== assessment.amount,
  );
  /** @param {string[]} fields */
  const needed = (fields) => {
    const labels = [...inputs, ...tables].filter(({ id }) => fields.includes(id)).map(({ label }) => label);
    return labels.length > 0 ? `${messages.result.missing}${messages.colon}${labels.join(messages.separator)}` : "";
  };
  return [
    {
      heading: words.parts,
      lines: parts.map(({ id, label, amount }) => {
        const whole = new Big(String(assessment.values[id] ?? amount));
        const detail = whole.round(2).gt(amount) ? words.withoutLimit(yuan(whole.toFixed(2), messages)) : "";
        return { name: label, detail, figure: yuan(amount, messages) };
      }),
    },
    ...schedules.map((schedule) => months(schedule, rows[schedule.id] ?? [], messages)),
    {
      heading: words.readings,
      lines: other.map(({ label, eligibility, amount, missing }) => ({
        name: label,
        detail: [
          words.outcome[eligibility],
          eligibility === "ineligible" ? "" : yuan(amount, messages),
          needed(missing),
        ]
          .filter(Boolean)
          .join(messages.separator),
        figure: "",
      })),
    },
  ].filter(({ lines }) => lines.length > 0);
}

/**
 * Months that come to the same are told together, with what they have in common.
 * @param {ScheduleDescription} schedule
 * @param {RowResult[]} rows
 * @param {Messages} messages
 * @returns {Section}
 */
function months(schedule, rows, messages) {
  const { label, values } = schedule;
  const { breakdown: words } = messages;
  /** @param {RowResult[]} group */
  const details = ([first, ...others]) =>
    values
      .filter(({ id }) => others.every((row) => row[id] === first?.[id]))
      .map((value) => valueText(value, first?.[value.id], messages))
      .filter(Boolean)
      .join(messages.separator);
  /** @param {RowResult | undefined} before @param {RowResult} row */
  const isAlike = (before, row) =>
    row.amount === undefined ? before && details([before]) === details([row]) : before?.amount === row.amount;
  /** @type {RowResult[][]} */
  const groups = [];
  for (const row of rows) {
    const last = groups[groups.length - 1];
    if (last && isAlike(last[0], row)) last.push(row);
    else groups.push([row]);
  }
  const lines = groups.map((group) => {
    const sum = group.reduce((sum, { amount }) => sum.plus(amount ?? 0), new Big(0));
    const [first, last] = [String(group[0]?.month), String(group[group.length - 1]?.month)];
    return {
      name: words.months(first, last, group.length),
      detail: details(group),
      figure: group[0]?.amount === undefined ? "" : yuan(sum.toFixed(2), messages),
    };
  });
  const each = rows.map((row) => ({
    name: words.month(String(row.month)),
    detail: details([row]),
    figure: yuan(row.amount, messages),
  }));
  return groups.length < rows.length ? { heading: label, lines, each } : { heading: label, lines };
}

/**
 * @param {string | null | undefined} amount
 * @param {Messages} messages
 */
function yuan(amount, { result }) {
  return amount ? result.yuan(groupThousands(amount)) : "";
}
