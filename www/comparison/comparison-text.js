import { engineVersion } from "wengang";
import { answerText, rowLines } from "../answers/answer-text.js";
import { rowsOf, textOf } from "../answers/answers.js";
import { sameAnswer } from "./scenarios.js";

/** @import { Description } from "wengang" */
/** @import { Scenario } from "./comparison.js" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * Two scenarios as plain text, to be pasted into a message: both outcomes, and what differs.
 * @param {Description} description
 * @param {Scenario} first
 * @param {Scenario} second
 * @param {{ fields: string[], difference: string, day: string, link: string }} context with the fields that are asked in either
 * @param {Messages} messages
 */
export function comparisonText(description, first, second, { fields, difference, day, link }, messages) {
  const { comparison, keep, result, page } = messages;
  const different = fields.filter((field) => !sameAnswer(field, first, second));
  const parts = [
    [`${description.region} · ${description.title}`],
    [
      `${comparison.first}：${outcome(first, messages)}`,
      `${comparison.second}：${outcome(second, messages)}`,
      ...(difference ? [difference] : []),
    ],
    different.map((field) => {
      const { label } = [...description.inputs, ...description.tables].find(({ id }) => id === field) ?? {
        label: field,
      };
      return comparison.line(
        label.replace(/[？?]$/, ""),
        answer(description, first, field, messages),
        answer(description, second, field, messages),
      );
    }),
    [result.printedOn(day), keep.version(description.version, engineVersion()), ...(link ? [link] : [])],
    [page.disclaimer],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

/** @param {Scenario} scenario @param {Messages} messages */
function outcome({ headline: { judgement, outcome, remark } }, { result, separator }) {
  const amount = outcome && `${outcome.label} ${result.measure(outcome.figure, outcome.unit)}`;
  return [judgement, amount, remark].filter(Boolean).join(separator);
}

/**
 * @param {Description} description
 * @param {Scenario} scenario
 * @param {string} field
 * @param {Messages} messages
 */
function answer({ inputs, tables }, { answers, evaluation }, field, messages) {
  const { comparison } = messages;
  if (!evaluation.asked.includes(field)) return comparison.notAsked;
  const input = inputs.find(({ id }) => id === field);
  if (input) return answerText(input, textOf(answers, field), messages) || comparison.open;
  const table = tables.find(({ id }) => id === field);
  const rows = rowsOf(answers, field);
  return table && rows ? ["", ...rowLines(table, rows, messages)].join("\n") : comparison.open;
}
