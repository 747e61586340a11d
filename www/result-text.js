import { answerText, rowLines } from "./answer-text.js";
import { rowsOf, textOf } from "./answers.js";

/** @import { Description } from "wengang" */
/** @import { Answers } from "./answers.js" */
/** @import { Evaluation } from "./evaluation.js" */
/** @import { Headline } from "./headline.js" */
/** @import { Messages } from "./messages/zh-cn.js" */

/**
 * The whole result as plain text, to be pasted into a message or a file.
 * @param {Description} description
 * @param {Answers} answers
 * @param {Evaluation} evaluation
 * @param {Headline} headline
 * @param {{ day: string, link?: string | undefined }} context
 * @param {Messages} messages
 */
export function resultText(description, answers, evaluation, headline, { day, link }, messages) {
  const { keep, result, source } = messages;
  const { assessment } = evaluation;
  const { judgement, outcome, remark } = headline;
  const verdict = [
    judgement,
    outcome && `${outcome.label} ${result.measure(outcome.figure, outcome.unit)}`,
    remark,
  ].filter(Boolean);
  const conditions = assessment.conditions.map(({ label, met, explanation }) => {
    const state = met === null ? result.open : met ? result.met : result.unmet;
    return `${state} · ${label}${explanation ? `：${explanation}` : ""}`;
  });
  const steps = assessment.steps.map(({ label, display, substituted }) => `${label} ${display}：${substituted}`);
  const parts = [
    [`${description.region} · ${description.title}`, verdict.join(messages.separator)],
    section(keep.filledIn, answered(description, answers, evaluation, messages)),
    section(result.conditions, conditions),
    section(result.calculation, steps),
    section(
      result.deadlines,
      assessment.deadlines.map(({ label, date }) => `${label}：${date}`),
    ),
    section(
      result.warnings,
      [...assessment.warnings, ...(assessment.hints ?? [])].map(({ message }) => message),
    ),
    section(
      messages.rules.sources,
      description.sources.map((document) => documentLine(document, source.secondary)),
    ),
    [result.printedOn(day), keep.version(description.version), ...(link ? [link] : [])],
    [messages.page.disclaimer],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

/**
 * @param {string} heading
 * @param {string[]} lines
 */
function section(heading, lines) {
  return lines.length > 0 ? [`【${heading}】`, ...lines] : [];
}

/**
 * @param {Description["sources"][number]} document
 * @param {string} secondary
 */
function documentLine({ document, issuer, number, date, reliability }, secondary) {
  return [document, issuer, number, date, reliability === "secondary" ? secondary : ""].filter(Boolean).join(" · ");
}

/**
 * @param {Description} description
 * @param {Answers} answers
 * @param {Evaluation} evaluation
 * @param {Messages} messages
 */
function answered({ inputs, tables, order }, answers, { asked, locked }, messages) {
  const fields = order.filter((field) => asked.includes(field) || locked.includes(field));
  return fields.flatMap((field) => {
    const input = inputs.find(({ id }) => id === field);
    if (input) {
      const text = answerText(input, textOf(answers, field), messages);
      return text ? [`${input.label}：${text}`] : [];
    }
    const table = tables.find(({ id }) => id === field);
    const rows = rowsOf(answers, field);
    if (!table || !rows) return [];
    return [table.label, ...rowLines(table, rows, messages)];
  });
}
