import { engineVersion } from "wengang";
import { labelledAnswer, rowLines } from "../answers/answer-text.js";
import { rowsOf, textOf } from "../answers/answers.js";
import { breakdown } from "../answers/breakdown.js";
import { ownStepLines } from "../next-steps/steps.js";

/** @import { Description } from "wengang" */
/** @import { Answers } from "../answers/answers.js" */
/** @import { Evaluation } from "../answers/evaluation.js" */
/** @import { Headline } from "../answers/headline.js" */
/** @import { Messages } from "../messages/zh-cn.js" */

/**
 * A part of a result in words: its heading, where it has one, and its lines.
 * @typedef {{ heading?: string, lines: string[] }} Part
 *
 * @typedef {{ day: string, link?: string | undefined }} Context
 */

/**
 * The whole result as plain text, to be pasted into a message or a file.
 * @param {Description} description
 * @param {Answers} answers
 * @param {Evaluation} evaluation
 * @param {Headline} headline
 * @param {Context} context
 * @param {Messages} messages
 */
export function resultText(description, answers, evaluation, headline, context, messages) {
  const parts = resultParts(description, answers, evaluation, headline, context, messages);
  return parts.map(({ heading, lines }) => [...(heading ? [`【${heading}】`] : []), ...lines].join("\n")).join("\n\n");
}

/**
 * The whole result in words, part by part; those of which there is nothing to say are left out.
 * @param {Description} description
 * @param {Answers} answers
 * @param {Evaluation} evaluation
 * @param {Headline} headline
 * @param {Context} context
 * @param {Messages} messages
 * @returns {Part[]}
 */
export function resultParts(description, answers, evaluation, headline, { day, link }, messages) {
  const { colon, keep, result, source } = messages;
  const { assessment } = evaluation;
  const { judgement, outcome, remark } = headline;
  const verdict = [
    judgement,
    outcome && `${outcome.label} ${result.measure(outcome.figure, outcome.unit)}`,
    remark,
  ].filter(Boolean);
  const conditions = assessment.conditions.map(({ label, met, explanation }) => {
    const state = met === null ? result.open : met ? result.met : result.unmet;
    return `${state} · ${label}${explanation ? colon + explanation : ""}`;
  });
  const steps = assessment.steps.map(({ label, display, substituted }) =>
    [label, substituted === display ? display : `${display}${colon}${substituted}`].join(" "),
  );
  /** @type {Part[]} */
  const parts = [
    { lines: [`${description.region} · ${description.title}`, verdict.join(messages.separator)] },
    { heading: keep.filledIn, lines: answered(description, answers, evaluation, messages) },
    { heading: result.conditions, lines: conditions },
    { heading: result.calculation, lines: steps },
    ...breakdown(description, assessment, messages).map(({ heading, lines }) => ({
      heading,
      lines: lines.map(({ name, detail, figure }) => [name, figure, detail].filter(Boolean).join(" ")),
    })),
    {
      heading: messages.rules.procedure,
      lines: ownStepLines(description, assessment, messages).map(({ line, materials }) =>
        [line, ...(materials.length > 0 ? [messages.answer.steps.toHandIn(materials)] : [])].join(messages.separator),
      ),
    },
    { heading: result.deadlines, lines: assessment.deadlines.map(({ label, date }) => label + colon + date) },
    {
      heading: result.warnings,
      lines: [...assessment.warnings, ...(assessment.hints ?? [])].map(({ message }) => message),
    },
    {
      heading: messages.rules.sources,
      lines: description.sources.map((document) => documentLine(document, source.secondary)),
    },
    { lines: [result.printedOn(day), keep.version(description.version, engineVersion()), ...(link ? [link] : [])] },
    { lines: [messages.page.disclaimer] },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

/**
 * @param {Description["sources"][number]} document
 * @param {string} secondary
 */
function documentLine({ document, issuer, number, date, reliability, url }, secondary) {
  const parts = [document, issuer, number, date, reliability === "secondary" ? secondary : "", url];
  return parts.filter(Boolean).join(" · ");
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
      const answer = textOf(answers, field);
      return answer.trim() ? [labelledAnswer(input, answer, messages)] : [];
    }
    const table = tables.find(({ id }) => id === field);
    const rows = rowsOf(answers, field);
    if (!table || !rows) return [];
    return [table.label, ...rowLines(table, rows, messages)];
  });
}
